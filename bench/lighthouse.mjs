/** What Lighthouse gives pages, of 100, in its categories. */
import { env } from "node:process";
import { chromium } from "@playwright/test";
import getPort from "get-port";
import lighthouse from "lighthouse";
import { range } from "./browser.mjs";

/** @import { Browser } from "@playwright/test" */

/** How often it looks at each page, as its makers advise: one run differs from the next. */
export const RUNS = 5;
const CATEGORIES = { performance: "Performance", accessibility: "Accessibility", "best-practices": "Best practices", seo: "SEO" };

/**
 * Opens a browser for something that is measured, to which Lighthouse can speak; `CHROMIUM` names it.
 * @param {(browser: Browser, port: number) => Promise<void>} measure
 */
export async function inChromium(measure) {
  const port = await getPort();
  const executable = env["CHROMIUM"] ? { executablePath: env["CHROMIUM"] } : {};
  const browser = await chromium.launch({ ...executable, args: [`--remote-debugging-port=${port}`] });
  try {
    await measure(browser, port);
  } finally {
    await browser.close();
  }
}

/**
 * A table with the median of some runs for each page, and the least and the most where they differ. Prints
 * what Lighthouse objects to.
 * @param {number} port where the browser listens
 * @param {string} site
 * @param {Record<string, string>} places paths by their names
 */
export async function scores(port, site, places) {
  const rows = [];
  for (const [name, path] of Object.entries(places)) {
    /** @type {number[][]} */
    const given = Object.keys(CATEGORIES).map(() => []);
    for (let run = 0; run < RUNS; run += 1) {
      const { categories } = await audited(port, site + path, name);
      Object.keys(CATEGORIES).forEach((key, index) => given[index]?.push(Math.round((categories[key]?.score ?? NaN) * 100)));
    }
    rows.push(`| ${name} | ${given.map((scores) => range(scores, 1, 0)).join(" | ")} |`);
  }
  return `| | ${Object.values(CATEGORIES).join(" | ")} |\n| --- | ---: | ---: | ---: | ---: |\n${rows.join("\n")}`;
}

/** @param {number} port @param {string} address @param {string} name */
async function audited(port, address, name) {
  const result = await lighthouse(address, { port, logLevel: "error", output: "json", onlyCategories: Object.keys(CATEGORIES) });
  if (!result) throw new Error(`Lighthouse said nothing of ${address}.`);
  const { categories, audits } = result.lhr;
  const counted = new Set(Object.values(categories).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => id)));
  for (const { id, title, score, displayValue, errorMessage } of Object.values(audits)) {
    if (errorMessage) console.log(`${name}: ${id} could not be told: ${errorMessage}`);
    else if (counted.has(id) && score !== null && score < 1) console.log(`${name}: ${title} (${id}) ${Math.round(score * 100)} ${displayValue ?? ""}`);
  }
  return result.lhr;
}
