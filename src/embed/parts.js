/**
 * Starts the WebAssembly, and loads the parts of it that a first screen does not need when it asks
 * for them, each once per page. `tools/webassembly.mjs` puts this module beside the JavaScript that
 * wasm-bindgen writes.
 */
import { fetchAsset, fetchText } from "./asset.js";
import { __wbg_finalize_init, __wbg_get_imports } from "./rostrum-app.js";

export { mount } from "./rostrum-app.js";

/** The style of the only part that has one; every piece adopts it from the start. */
export const partsSheet = new CSSStyleSheet();

/** @type {import("./rostrum-app.js").FirstModule} */
let wasm;

/** @param {Response} response */
export async function start(response) {
  const { instance, module } = await instantiate(response, __wbg_get_imports());
  wasm = __wbg_finalize_init(instance, module);
}

export const __wasm_split_load_french = part("french");
export const __wasm_split_load_timeline = part("timeline");

/**
 * What the first module calls to have a part loaded; a function in its table is told whether the part
 * is there. A failure is forgotten, so that the next call tries again.
 * @param {keyof typeof ROSTRUM_PARTS} name
 */
function part(name) {
  /** @type {Promise<boolean> | undefined} */
  let loading;
  return async (/** @type {number} */ told, /** @type {number} */ data) => {
    loading ??= load(ROSTRUM_PARTS[name]).then(() => true, () => false);
    const isLoaded = await loading;
    if (!isLoaded) loading = undefined;
    wasm.__indirect_function_table.get(told)(data, isLoaded);
  };
}

/** @param {Part} part */
async function load({ code, style }) {
  const [response, text] = await Promise.all([fetchAsset(code), style && fetchText(style)]);
  await instantiate(response, { __wasm_split: ROSTRUM_SHARED });
  if (text) await partsSheet.replace(text);
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
