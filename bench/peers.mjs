/**
 * Rostrum beside the same site by React and by Solid (bench/peers), in the same run and from the same bundle:
 * what a first visit loads and shows, how fast a page answers, what it holds in memory. Prints tables and
 * writes them into docs/benchmarks.md; it asserts nothing but that each site does what is measured.
 *
 * `CHROMIUM=/path/to/chromium node bench/peers.mjs [FOLDER]`; with `QUICK=1` it takes few samples, to try
 * it, and writes nothing.
 */
import { readFileSync } from "node:fs";
import { argv, env } from "node:process";
import { chromium } from "@playwright/test";
import { SLOWED, range, serving, spread } from "./browser.mjs";
import { ECL_ACT, acts, answers } from "./peers/answers.mjs";
import { PLACES, buildPeers } from "./peers/build.mjs";
import { VERSION } from "./peers/ecl.mjs";
import { memory } from "./peers/memory.mjs";
import { sites } from "./peers/sites.mjs";
import { menuAnswers, visit } from "./peers/visits.mjs";
import { expectItWorks } from "./peers/works.mjs";
import { writeSection } from "./report.mjs";

/** @import { Answer } from "./peers/answers.mjs" */
/** @import { Held } from "./memory.mjs" */
/** @import { Visit } from "./peers/visits.mjs" */
/** @import { Site } from "./peers/sites.mjs" */

const FOLDER = argv[2] ?? "dist";
const IS_QUICK = Boolean(env["QUICK"]);
const [VISITS, SAMPLES, HOLDS, NAVIGATIONS] = IS_QUICK ? [2, 6, 2, 40] : [3, 50, 3, 1000];

const { ecl, ...all } = sites(FOLDER);
/** What answers and is held in memory: rendered beforehand or not is the same then. */
const alive = [all.rendered, all.react, all.solid];
await buildPeers(FOLDER);
const browser = await chromium.launch({
  ...(env["CHROMIUM"] ? { executablePath: env["CHROMIUM"] } : {}),
  args: ["--disable-quic"],
});
try {
  const text = await servingAll([...Object.values(all), ecl], async (address) => {
    for (const site of [...alive, all.shell]) await again(`Whether ${site.name} works`, () => expectItWorks(browser, address(site), site));
    return [about(), await visitsTable(address), await answersTable(address), await memoryTable(address)].join("\n\n");
  });
  console.log(text);
  if (!IS_QUICK) writeSection("Beside React and Solid", text, browser.version());
} finally {
  await browser.close();
}

/**
 * Serves several sites while something is done.
 * @template T
 * @param {Site[]} waiting
 * @param {(address: (site: Site) => string) => Promise<T>} act
 * @param {Map<Site, string>} [addresses]
 * @returns {Promise<T>}
 */
function servingAll([site, ...others], act, addresses = new Map()) {
  if (!site) return act((one) => addresses.get(one) ?? "");
  return serving(site.folder, site.options, (address) => servingAll(others, act, addresses.set(site, address)));
}

/**
 * Does something, and once more if that fails: a browser's hiccup in minutes of measuring is not worth all of it.
 * @template T
 * @param {string} what
 * @param {() => Promise<T>} act
 */
async function again(what, act) {
  console.log(`${what}.`);
  try {
    return await act();
  } catch (error) {
    console.error(`Once more: ${error instanceof Error ? error.message : error}`);
    // The page of a try that failed would go on working beside the next one.
    await Promise.all(browser.contexts().map((context) => context.close()));
    return await act();
  }
}

/** What was measured, and how. */
function about() {
  const { dependencies, devDependencies } = JSON.parse(readFileSync("bench/peers/package.json", "utf8"));
  return `The same site from the same bundle, measured in the same run: Rostrum, and its menu, front page, releases,
listing and timeline by React ${dependencies["react-dom"]} with React Router ${dependencies["react-router"]} and by Solid ${dependencies["solid-js"]}
with its router ${dependencies["@solidjs/router"]} (\`bench/peers\`). Both are single-page apps by Vite ${devDependencies.vite}, each page a chunk of its own, with
Rostrum’s style sheets; neither is rendered beforehand. They do less: English alone, no search, no zoom, no keeping
for offline, no arrow keys in the menu, narrowing by selects. Solid makes its elements from HTML, which the policy
that Rostrum runs under forbids, so the policy is off for all.`;
}

/** @param {(site: Site) => string} address */
async function visitsTable(address) {
  const rows = [];
  for (const [name, path] of Object.entries(PLACES)) {
    const seen = await inTurn(Object.values(all), `A visit to “${name}”`, (site) => visit(browser, address(site), path));
    for (const [site, visits] of seen) rows.push(visitsRow(site === all.rendered ? name : `– ${site.name}`, visits));
  }
  const answered = await inTurn(Object.values(all), "A press on the menu", (site) => menuAnswers(browser, address(site)));
  const menu = [...answered].map(([site, times]) => `| ${site.name} | ${range(times, 1000, 2)} |`);
  return `A first visit on a phone with slow 4G (150 ms, 1.6 Mbit/s) and the CPU slowed ${SLOWED} times, without the service
worker: the median of ${VISITS} (least–most). What the visitor came for is in the page at “content”, even where the
largest paint was of a line that says that the page is loading; “blocked” is by how much tasks after the first paint
took longer than 50 ms each. Without headers, bytes are as brotli packs them.

| | kB | without headers | first paint, s | largest paint, s | content, s | blocked, ms |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |
${rows.join("\n")}

How long after the start of such a visit to the front page a press on “Menu” opens the menu:

| | s |
| --- | ---: |
${menu.join("\n")}`;
}

/** @param {string} name @param {Visit[]} visits */
function visitsRow(name, visits) {
  const of = (/** @type {keyof Visit} */ key) => visits.map((one) => one[key]);
  const bytes = (/** @type {"bytes" | "bodies"} */ key) => range(of(key), 1000, 1);
  const times = /** @type {const} */ (["first", "largest", "content"]).map((key) => range(of(key), 1000, 2));
  return `| ${[name, bytes("bytes"), bytes("bodies"), ...times, range(of("blocked"), 1, 0)].join(" | ")} |`;
}

/** @param {(site: Site) => string} address */
async function answersTable(address) {
  const texts = (/** @type {Answer[]} */ samples) => [samples.map(({ frame }) => frame), samples.map(({ work }) => work)].map((values) => spread(values));
  /** @type {Map<string, string[]>} */
  const rows = new Map();
  for (const site of alive) {
    const measured = await again(`What ${site.name} answers`, () => answers(browser, address(site), acts(site), SAMPLES));
    for (const [what, samples] of measured) {
      rows.set(what, [...(rows.get(what) ?? []), ...texts(samples)]);
    }
  }
  const byEcl = await again("What ECL answers", () => answers(browser, address(ecl), [ECL_ACT], SAMPLES));
  for (const [what, samples] of byEcl) rows.get(what)?.push(...texts(samples));
  const lines = [...rows].map(([what, said]) => `| ${what} | ${[...said, "", ""].slice(0, 2 * (alive.length + 1)).join(" | ")} |`);
  return `From a key to the frame that shows its answer, and what the page’s thread works in between: milliseconds, median
(middle half) of ${SAMPLES} presses, the CPU slowed ${SLOWED} times, everything loaded before. React and Solid draw a panel when it
opens, Rostrum before. ECL is the mega menu of the European Commission’s component library, \`@ecl/preset-ec\` ${VERSION}, with
the same menu in a page of its own: there all panels are part of the page, and the one that opens shows the groups of countries,
whose names a second panel has.

| | ${[...alive, ecl].map(({ name }) => `${name} | work`).join(" | ")} |
| --- |${" ---: | ---: |".repeat(alive.length + 1)}
${lines.join("\n")}`;
}

/** @param {(site: Site) => string} address */
async function memoryTable(address) {
  // No clock is asked here, so that all of them go at once.
  const rows = await Promise.all(alive.map(async (site) => {
    /** @type {Held[][]} before and after */
    const states = [[], []];
    for (let count = 0; count < HOLDS; count += 1) {
      const found = await again(`What ${site.name} holds in memory`, () => memory(browser, address(site), NAVIGATIONS));
      found.forEach((held, index) => states[index]?.push(held));
    }
    const texts = states.map((held) => [
      range(held.map(({ heap, wasm }) => heap + wasm), 1e6, 2),
      range(held.map(({ heap }) => heap), 1e6, 2),
      range(held.map(({ wasm }) => wasm), 1e6, 2),
      range(held.map(({ nodes }) => nodes), 1, 0),
    ].join(" | "));
    return `| ${site.name} | ${texts.join(" | ")} |`;
  }));
  return `What is held in memory when the front page stands, and after ${NAVIGATIONS.toLocaleString("en")} navigations, back on the front page: MB after a
collection, the heap of JavaScript and the memory of WebAssembly, median (least–most) of ${HOLDS} times.

| | stands: MB | JavaScript | WebAssembly | nodes | after: MB | JavaScript | WebAssembly | nodes |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${rows.join("\n")}`;
}

/**
 * Measures sites in turn, so that what else the machine does meets all of them.
 * @template T
 * @param {Site[]} measured
 * @param {string} what
 * @param {(site: Site) => Promise<T>} act
 */
async function inTurn(measured, what, act) {
  /** @type {Map<Site, T[]>} */
  const values = new Map(measured.map((site) => [site, []]));
  for (let count = 0; count < VISITS; count += 1) {
    for (const site of measured) values.get(site)?.push(await again(`${what}: ${site.name}`, () => act(site)));
  }
  return values;
}
