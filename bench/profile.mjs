/**
 * Where the time of a first visit goes, step by step, until the piece answers: on a slowed phone with slow 4G,
 * with the pages that were rendered beforehand. Prints a table and writes it into docs/benchmarks.md.
 *
 * `CHROMIUM=/path/to/chromium node bench/profile.mjs [FOLDER]`
 */
import { argv, env } from "node:process";
import { chromium } from "@playwright/test";
import { SLOWED, phone, serving, spread } from "./browser.mjs";
import { PLACES } from "./peers/build.mjs";
import { writeSection } from "./report.mjs";

/** @import { Browser } from "@playwright/test" */

const VISITS = 9;

/** What happens in a first visit, in this order, with what is asked of the page for the moment. */
const STEPS = /** @type {const} */ ({
  begins: "the first byte of the page",
  page: "the whole page is there",
  painted: "it is painted",
  asked: "the WebAssembly is asked for",
  arrived: "the WebAssembly is there",
  started: "it is compiled",
  data: "the last file that the page shows is there",
  stands: "the piece stands",
  calm: "nothing holds the page up any more",
});

/** @typedef {Record<keyof typeof STEPS, number>} Moments */

/** Notes in the page what no timing of the browser tells. */
function watch() {
  const noted = { started: 0, stands: 0, calm: 0 };
  Object.assign(window, { noted });
  const compile = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (...parameters) => {
    const compiled = await Reflect.apply(compile, WebAssembly, parameters);
    noted.started ||= performance.now();
    return compiled;
  };
  addEventListener("rostrum-ready", () => (noted.stands = performance.now()));
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) noted.calm = startTime + duration;
  }).observe({ type: "longtask", buffered: true });
}

/** @returns {Moments} */
function moments() {
  const { noted } = /** @type {any} */ (window);
  const [page] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  const files = /** @type {PerformanceResourceTiming[]} */ (performance.getEntriesByType("resource"));
  const wasm = files.find(({ name }) => /rostrum-app-.*\.wasm$/.test(name));
  const shown = files.filter(({ name, responseEnd }) => /\/bundle\/|\/part-/.test(name) && responseEnd <= noted.stands);
  return {
    begins: page?.responseStart ?? NaN,
    page: page?.responseEnd ?? NaN,
    painted: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN,
    asked: wasm?.startTime ?? NaN,
    arrived: wasm?.responseEnd ?? NaN,
    started: noted.started,
    data: Math.max(...shown.map(({ responseEnd }) => responseEnd)),
    stands: noted.stands,
    calm: Math.max(noted.calm, noted.stands),
  };
}

/** @param {Browser} browser @param {string} address @returns {Promise<Moments>} */
async function visit(browser, address) {
  const { page, close } = await phone(browser, { bypassCSP: true });
  await page.addInitScript(watch);
  await page.goto(address);
  await page.waitForFunction(() => Reflect.get(window, "noted").stands > 0);
  await page.waitForLoadState("networkidle");
  const seen = await page.evaluate(moments);
  await close();
  return seen;
}

const browser = await chromium.launch({ ...(env["CHROMIUM"] ? { executablePath: env["CHROMIUM"] } : {}) });
try {
  const places = Object.entries(PLACES);
  /** @type {Moments[][]} */
  const seen = places.map(() => []);
  await serving(argv[2] ?? "dist", [], async (site) => {
    for (let count = 0; count < VISITS; count += 1) {
      for (const [index, [, path]] of places.entries()) seen[index]?.push(await visit(browser, site + path));
    }
  });
  const row = ([step, what] = ["", ""]) =>
    `| ${what} | ${seen.map((visits) => spread(visits.map((moment) => moment[/** @type {keyof Moments} */ (step)]), 0)).join(" | ")} |`;
  const text = `When each step of a first visit is done: milliseconds from the start of the navigation, median (middle half) of
${VISITS} visits to rendered pages, slow 4G, the CPU slowed ${SLOWED} times. Files
that the page shows are those of the bundle and of parts of the program.

| | ${places.map(([name]) => name).join(" | ")} |
| --- |${" ---: |".repeat(places.length)}
${Object.entries(STEPS).map(row).join("\n")}`;
  console.log(text);
  writeSection("Where the time goes", text, browser.version());
} finally {
  await browser.close();
}
