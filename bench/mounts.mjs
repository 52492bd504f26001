/**
 * What stays in memory when a piece was added to a page and removed a thousand times, and when a visitor
 * went to another page in it a thousand times: the heap of JavaScript, nodes, listeners and the memory of
 * the WebAssembly, each after what nobody holds was collected. Prints a table and writes it into
 * docs/benchmarks.md.
 *
 * `CHROMIUM=/path/to/chromium node bench/mounts.mjs [FOLDER]`
 */
import { argv, env, stdout } from "node:process";
import { chromium } from "@playwright/test";
import { serving } from "./browser.mjs";
import { held, keepMemories } from "./memory.mjs";
import { writeSection } from "./report.mjs";

/** @import { Browser, Page } from "@playwright/test" */
/** @import { Held } from "./memory.mjs" */

const TIMES = 1000;
/** Before the first that counts: code is compiled and caches are filled. */
const WARMING = 100;
const PLACES = ["/", "/press/", "/countries/kazakhstan/", "/chairpersonships/", "/chairpersonships/2010/", "/countries/"];

/**
 * Adds a piece to the page and takes it away when it stands. Runs in the page.
 * @param {number} times
 */
async function mount(times) {
  for (let time = 0; time < times; time++) {
    const piece = Object.assign(document.createElement("rostrum-app"), { bundle: "/bundle/", routing: "hash" });
    const ready = new Promise((resolve) => piece.addEventListener("rostrum-ready", resolve, { once: true }));
    document.body.append(piece);
    await ready;
    piece.remove();
    await new Promise(requestAnimationFrame);
  }
}

/**
 * Goes from page to page and ends at the first. Runs in the page.
 * @param {{ times: number, places: string[] }} way
 */
async function navigate({ times, places }) {
  const app = document.querySelector("rostrum-app");
  const heading = () => app?.shadowRoot?.querySelector("h1");
  for (let time = 1; time <= times; time++) {
    const before = heading();
    app?.navigate(places[time === times ? 0 : time % places.length] ?? "/");
    while (!heading() || heading() === before) await new Promise(requestAnimationFrame);
  }
}

/**
 * @param {string} what
 * @param {Page} page
 * @param {(times: number) => Promise<void>} act
 */
async function measure(what, page, act) {
  await act(WARMING);
  const before = await held(page);
  await act(TIMES);
  const after = await held(page);
  const row = (/** @type {string} */ name, /** @type {Held} */ { heap, nodes, listeners, wasm }) =>
    `| ${name} | ${(heap / 1e6).toFixed(2)} | ${nodes} | ${listeners} | ${(wasm / 1e6).toFixed(2)} |`;
  const rows = [row(`${what}: before`, before), row(`after ${TIMES}`, after)];
  stdout.write(`${rows.join("\n")}\n`);
  return rows;
}

/**
 * Opens a page of some other system.
 * @param {Browser} browser
 * @param {string} site
 * @param {string} body
 */
async function open(browser, site, body) {
  const page = await browser.newPage({ serviceWorkers: "block" });
  await keepMemories(page);
  await page.route("**/host/", (route) => route.fulfill({
    contentType: "text/html",
    body: `<!doctype html><html lang="en"><title>Host</title><script type="module" src="/embed.js"></script><body>${body}`,
  }));
  await page.goto(`${site}host/`);
  return page;
}

const browser = await chromium.launch({ executablePath: env["CHROMIUM"] ?? "chromium", args: ["--disable-quic"] });
try {
  const rows = await serving(argv[2] ?? "dist", [], async (site) => {
    const empty = await open(browser, site, "");
    const mounts = await measure("Added and removed", empty, (times) => empty.evaluate(mount, times));
    await empty.close();
    const shown = await open(browser, site, '<rostrum-app bundle="/bundle/" routing="hash"></rostrum-app>');
    await shown.locator("rostrum-app h1").waitFor();
    return [...mounts, ...(await measure("Pages gone to", shown, (times) => shown.evaluate(navigate, { times, places: PLACES })))];
  });
  writeSection("Memory", `What is held after a piece was added to a page and removed ${TIMES} times, and after a visitor went to
another page in it ${TIMES} times and back to the first; each time after ${WARMING} for warming, and after what
nobody holds was collected. The memory of a WebAssembly never shrinks.

| | heap of JavaScript, MB | nodes | listeners | WebAssembly, MB |
| --- | ---: | ---: | ---: | ---: |
${rows.join("\n")}`, browser.version());
} finally {
  await browser.close();
}
