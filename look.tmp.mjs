import { chromium } from "playwright";
const b = await chromium.launch({ executablePath: "/usr/bin/chromium" });
const base = process.argv[2]; 
const shots = JSON.parse(process.argv[3]);
for (const s of shots) {
  const c = await b.newContext({ viewport: { width: s.w, height: s.h ?? 900 }, colorScheme: s.dark ? "dark" : "light", forcedColors: s.forced ? "active" : "none", locale: "en-GB" });
  const p = await c.newPage(); p.on("console", (m) => console.log(s.name, m.type(), m.text())); p.on("pageerror", (e) => console.log(s.name, "error", e.message));
  await p.goto(base + s.path, { waitUntil: "networkidle" });
  for (const step of s.steps ?? []) { if (step.click) await p.getByRole("button", { name: step.click, exact: !!step.exact }).first().click(); if (step.fill) await p.getByRole("searchbox").first().fill(step.fill); if (step.select) await p.locator("#releases-order").selectOption(step.select); if (step.eval) await p.evaluate(step.eval); await p.waitForTimeout(600); }
  await p.screenshot({ path: `/tmp/h/shot-${s.name}.png`, fullPage: !!s.full });
  console.log(s.name, p.url());
  await c.close();
}
await b.close();
