/**
 * What Lighthouse gives a page of Wagtail with three pieces in it, and the same page without them. Prints
 * a table, and what it objects to.
 *
 * `CHROMIUM=/path/to/chromium node bench/wagtail.mjs`, after `make target/wagtail/ready`
 */
import { spawn } from "node:child_process";
import { env } from "node:process";
import { createInterface } from "node:readline";
import { chromium } from "@playwright/test";
import getPort from "get-port";
import lighthouse from "lighthouse";

const PAGES = { "Without pieces": "without/", "With menu, press releases and timeline": "with/" };
const CATEGORIES = { performance: "Performance", accessibility: "Accessibility", "best-practices": "Best practices", seo: "SEO" };

const port = await getPort();
const server = spawn("target/wagtail/venv/bin/python", ["tests/wagtail/manage.py", "runserver", "--insecure", "--noreload", `${port}`], {
  env: { ...env, PYTHONUNBUFFERED: "1" },
  stdio: ["ignore", "pipe", "ignore"],
});
for await (const line of createInterface(server.stdout)) if (line.startsWith("Quit the server")) break;
const debugging = await getPort();
const browser = await chromium.launch({
  ...(env["CHROMIUM"] ? { executablePath: env["CHROMIUM"] } : {}),
  args: [`--remote-debugging-port=${debugging}`],
});
try {
  console.log(`| | ${Object.values(CATEGORIES).join(" | ")} |\n| --- | ---: | ---: | ---: | ---: |`);
  for (const [name, path] of Object.entries(PAGES)) {
    const result = await lighthouse(`http://localhost:${port}/${path}`, { port: debugging, logLevel: "error", output: "json", onlyCategories: Object.keys(CATEGORIES) });
    if (!result) throw new Error(`Lighthouse said nothing of ${path}.`);
    const { categories, audits } = result.lhr;
    console.log(`| ${name} | ${Object.keys(CATEGORIES).map((key) => Math.round((categories[key]?.score ?? NaN) * 100)).join(" | ")} |`);
    const counted = new Set(Object.values(categories).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => id)));
    for (const { id, errorMessage } of Object.values(audits)) if (errorMessage) console.error(`${name}: ${id} could not be told: ${errorMessage}`);
    const objections = Object.values(audits).filter(({ id, score }) => counted.has(id) && score !== null && score < 1);
    for (const { id, title, score, displayValue } of objections) console.error(`${name}: ${title} (${id}) ${Math.round((score ?? 0) * 100)} ${displayValue ?? ""}`);
  }
} finally {
  await browser.close();
  server.kill();
}
