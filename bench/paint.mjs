/**
 * How soon a first visit shows something, on a phone with slow 4G and the CPU slowed 4 times: with the
 * pages that were rendered beforehand, and with the page of the SPA in their place. And what Lighthouse
 * says of the rendered ones. Prints tables and writes them into docs/benchmarks.md.
 *
 * `CHROMIUM=/path/to/chromium node bench/paint.mjs [FOLDER]`
 */
import { argv } from "node:process";
import { SLOWED, median, phone, serving } from "./browser.mjs";
import { RUNS, inChromium, scores } from "./lighthouse.mjs";
import { writeSection } from "./report.mjs";

/** @import { Browser } from "@playwright/test" */
/** Milliseconds; the shift as Cumulative Layout Shift counts it; bytes with their headers. @typedef {{ first: number, largest: number, stands: number, shift: number, bytes: number }} Visit */

const FOLDER = argv[2] ?? "dist";
const VISITS = 5;
const PLACES = {
  "Front page": "",
  "A release": "press/2007/04/30/kazakhstan-focused-on-2009-osce-chairmanship/",
  "The listing": "press/",
  "A country": "countries/kazakhstan/",
  "The timeline": "chairpersonships/",
};

/**
 * A first visit, until the piece stands and nothing more is on its way.
 * @param {Browser} browser
 * @param {string} address
 * @returns {Promise<Visit>}
 */
async function visit(browser, address) {
  const { page, sizes, close } = await phone(browser);
  await page.addInitScript(() => {
    const seen = { first: 0, largest: 0, stands: 0, shift: 0 };
    Object.assign(window, { seen });
    /** @param {string} type @param {(entry: any) => void} note */
    const observe = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
    observe("paint", ({ name, startTime }) => (seen.first = name === "first-contentful-paint" ? startTime : seen.first));
    observe("largest-contentful-paint", ({ startTime }) => (seen.largest = startTime));
    addEventListener("rostrum-ready", () => (seen.stands = performance.now()));
    observe("layout-shift", ({ value, hadRecentInput }) => (seen.shift += hadRecentInput ? 0 : value));
  });
  await page.goto(address);
  await page.waitForFunction(() => Reflect.get(window, "seen").stands > 0);
  await page.waitForLoadState("networkidle");
  const seen = /** @type {Omit<Visit, "bytes">} */ (await page.evaluate(() => Reflect.get(window, "seen")));
  await close();
  return { ...seen, bytes: sizes.bytes };
}

/**
 * The medians of some visits to each place.
 * @param {Browser} browser
 * @param {string} site
 */
async function visits(browser, site) {
  /** @type {Visit[]} */
  const medians = [];
  for (const path of Object.values(PLACES)) {
    /** @type {Visit[]} */
    const seen = [];
    for (let count = 0; count < VISITS; count += 1) seen.push(await visit(browser, site + path));
    const of = (/** @type {keyof Visit} */ key) => median(seen.map((one) => one[key]));
    medians.push({ first: of("first"), largest: of("largest"), stands: of("stands"), shift: of("shift"), bytes: of("bytes") });
  }
  return medians;
}

await inChromium(async (browser, port) => {
  const rendered = await serving(FOLDER, [], (site) => visits(browser, site));
  const shell = await serving(FOLDER, ["--shell"], (site) => visits(browser, site));
  const given = await serving(FOLDER, [], (site) => scores(port, site, PLACES));
  const seconds = (/** @type {number} */ ms) => (ms / 1000).toFixed(2);
  const row = (/** @type {string} */ name, /** @type {Visit | undefined} */ { first, largest, stands, shift, bytes } = { first: NaN, largest: NaN, stands: NaN, shift: NaN, bytes: NaN }) =>
    `| ${name} | ${seconds(first)} | ${seconds(largest)} | ${seconds(stands)} | ${shift.toFixed(3)} | ${(bytes / 1000).toFixed(1)} |`;
  const rows = Object.keys(PLACES).flatMap((name, index) => [row(name, rendered[index]), row("– without rendering", shell[index])]);
  const text = `What a first visit takes on a phone with slow 4G (150 ms, 1.6 Mbit/s) and the CPU slowed ${SLOWED} times: the
median of ${VISITS} visits, in Chromium. Bytes are all that the page asks for until it stands, with headers; without
the service worker, which begins afterwards. Without rendering, the page of the SPA answers at the same address:
what it paints first, and may be its largest text, says that the page is loading. What the visitor came for is
there when the piece stands; a rendered page shows it from the first paint, and answers in full when the piece stands.

| | first contentful paint, s | largest contentful paint, s | piece stands, s | layout shift | kB |
| --- | ---: | ---: | ---: | ---: | ---: |
${rows.join("\n")}

What Lighthouse gives the rendered pages on its mobile phone, of 100: the median of ${RUNS} runs (least–most):

${given}`;
  console.log(text);
  writeSection("The first visit", text, browser.version());
});
