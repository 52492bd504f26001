/**
 * Starts the WebAssembly, and loads the parts of it that a first screen does not need when it asks
 * for them, each once per page. `tools/webassembly.mjs` puts this module beside the JavaScript that
 * wasm-bindgen writes.
 */
import { fetchAsset, fetchText } from "./asset.js";
import { __wbg_finalize_init, __wbg_get_imports } from "./rostrum-app.js";

export { mount } from "./rostrum-app.js";

/** The style of the parts that are there; every piece adopts it from the start. */
export const partsSheet = new CSSStyleSheet();
/** @type {string[]} */
const styles = [];

/** @type {import("./rostrum-app.js").FirstModule} */
let wasm;

/** @type {(style: Asset) => Promise<string>} */
let read;

/**
 * @param {Response} response
 * @param {(style: Asset) => Promise<string>} reader of style, in the sizes of the page
 */
export async function start(response, reader) {
  read = reader;
  const { instance, module } = await instantiate(response, __wbg_get_imports());
  wasm = __wbg_finalize_init(instance, module);
}

export const __wasm_split_load_languages = part("languages");
export const __wasm_split_load_search = part("search");
export const __wasm_split_load_texts = part("texts");
export const __wasm_split_load_timeline = part("timeline");
export const __wasm_split_load_tools = part("tools");

/**
 * The texts of a language, which the first module asks for. Where they are stands in a file of its own:
 * most visitors need none of them.
 * @param {string} tag
 */
export const words = async (tag) => fetchText(JSON.parse(await fetchText(ROSTRUM_WORDS))[tag]);

/**
 * What the first module calls to have a part loaded; a function in its table is told whether the part
 * is there.
 * @param {keyof typeof ROSTRUM_PARTS} name
 */
function part(name) {
  return async (/** @type {number} */ told, /** @type {number} */ data) => {
    const { modules, style } = ROSTRUM_PARTS[name];
    const loads = modules.map((module) => once(module, share));
    if (style) loads.push(once(style, adopt));
    const isLoaded = await Promise.all(loads).then(() => true, () => false);
    wasm.__indirect_function_table.get(told)(data, isLoaded);
  };
}

/**
 * What is there or on its way, by its address: parts have modules in common.
 * @type {Map<string, Promise<void>>}
 */
const loading = new Map();

/**
 * A failure is forgotten, so that the next call tries again.
 * @param {Asset} asset
 * @param {(asset: Asset) => Promise<void>} take
 */
function once(asset, take) {
  const load = loading.get(asset.href) ?? take(asset);
  loading.set(asset.href, load);
  load.catch(() => loading.delete(asset.href));
  return load;
}

/** @param {Asset} asset */
async function share(asset) {
  await instantiate(await fetchAsset(asset), { __wasm_split: ROSTRUM_SHARED });
}

/** @param {Asset} style */
async function adopt(style) {
  styles.push(await read(style));
  await partsSheet.replace(styles.join(""));
}

/**
 * Compiles while the bytes arrive, where the server says what they are.
 * @param {Response} response
 * @param {WebAssembly.Imports} imports
 */
async function instantiate(response, imports) {
  return response.headers.get("content-type") === "application/wasm"
    ? WebAssembly.instantiateStreaming(response, imports)
    : WebAssembly.instantiate(await response.arrayBuffer(), imports);
}
