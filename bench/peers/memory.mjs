/** What a page holds in memory when it stands, and after many navigations within it. */

/** @import { Browser, CDPSession, Page } from "@playwright/test" */
/** Bytes of the heap of JavaScript and of the memory of WebAssembly, after a collection; nodes. @typedef {{ heap: number, wasm: number, nodes: number }} Held */

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
  await page.addInitScript(noteMemories);
  await page.goto(address, { waitUntil: "networkidle" });
  const session = await context.newCDPSession(page);
  const before = await held(page, session);
  await page.evaluate(navigate, { round: ROUND, navigations });
  const after = await held(page, session);
  await context.close();
  return [before, after];
}

/** @param {Page} page @param {CDPSession} session @returns {Promise<Held>} */
async function held(page, session) {
  await session.send("HeapProfiler.collectGarbage");
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const { nodes } = await session.send("Memory.getDOMCounters");
  const wasm = await page.evaluate(() => /** @type {WebAssembly.Memory[]} */ (Reflect.get(window, "memories")).reduce((sum, { buffer }) => sum + buffer.byteLength, 0));
  return { heap: usedSize, wasm, nodes };
}

/** Keeps hold of the memory of each module that the page starts. */
function noteMemories() {
  /** @type {Set<WebAssembly.Memory>} */
  const memories = new Set();
  Object.defineProperty(window, "memories", { get: () => [...memories] });
  for (const name of /** @type {const} */ (["instantiate", "instantiateStreaming"])) {
    const start = /** @type {any} */ (WebAssembly[name]);
    Reflect.set(WebAssembly, name, async (/** @type {any[]} */ ...options) => {
      const started = await start(...options);
      const { exports } = started.instance ?? started;
      for (const value of Object.values(exports)) if (value instanceof WebAssembly.Memory) memories.add(value);
      return started;
    });
  }
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
