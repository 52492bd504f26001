/** What a page holds in memory, after what nobody holds was collected. */

/** @import { BrowserContext, Page } from "@playwright/test" */
/** Bytes of the heap of JavaScript and of the memories of WebAssembly; nodes; listeners. @typedef {{ heap: number, wasm: number, nodes: number, listeners: number }} Held */

/** Keeps the memories of WebAssembly within reach in all pages to come. @param {BrowserContext | Page} pages */
export const keepMemories = (pages) => pages.addInitScript(noteMemories);

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

/** @param {Page} page @returns {Promise<Held>} */
export async function held(page) {
  const session = await page.context().newCDPSession(page);
  // What is collected may set free what the next collection finds.
  for (let time = 0; time < 3; time += 1) await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
  await session.detach();
  const wasm = await page.evaluate(() => {
    /** @type {WebAssembly.Memory[]} */
    const memories = Reflect.get(window, "memories");
    return memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
  });
  return { heap: usedSize, wasm, nodes, listeners: jsEventListeners };
}
