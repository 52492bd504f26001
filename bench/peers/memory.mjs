/** What a page holds in memory when it stands, and after many navigations within it. */

import { held, keepMemories } from "../memory.mjs";

/** @import { Browser } from "@playwright/test" */
/** @import { Held } from "../memory.mjs" */

/** Where a round of four navigations leads, by links, and what is there. */
const ROUND = [
  { link: ".latest .onward", content: ".main .pagination" },
  { link: ".main .summaries a", content: ".prose p" },
  { link: ".main .facts a, .main .about a", content: ".main .releases" },
  { link: "a.brand", content: ".latest .onward" },
];

/**
 * @param {Browser} browser
 * @param {string} address
 * @param {number} navigations
 * @returns {Promise<[before: Held, after: Held]>}
 */
export async function memory(browser, address, navigations) {
  const context = await browser.newContext({ serviceWorkers: "block", bypassCSP: true, viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await keepMemories(page);
  await page.goto(address, { waitUntil: "networkidle" });
  const before = await held(page);
  await page.evaluate(navigate, { round: ROUND, navigations });
  const after = await held(page);
  await context.close();
  return [before, after];
}

/**
 * Follows link after link in the page, each as soon as the page before is there.
 * @param {{ round: typeof ROUND, navigations: number }} way
 */
async function navigate({ round, navigations }) {
  const root = document.querySelector("rostrum-app")?.shadowRoot ?? document;
  const next = () => new Promise((resolve) => requestAnimationFrame(resolve));
  for (let count = 0; count < navigations; count += 1) {
    const { link, content } = round[count % round.length] ?? { link: "", content: "" };
    const shown = root.querySelector(link);
    if (!(shown instanceof HTMLElement)) throw new Error(`There is no ${link} after ${count} navigations.`);
    shown.click();
    const from = performance.now();
    while (shown.isConnected && link !== "a.brand" || !root.querySelector(content)) {
      if (performance.now() - from > 10_000) throw new Error(`${content} does not come after ${count} navigations.`);
      await next();
    }
    await next();
  }
}
