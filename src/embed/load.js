/** Loads what all elements of a page share: the JavaScript around the WebAssembly, that itself, and the style. */
import { address, fetchAsset, fetchText } from "./asset.js";
import { inSizesOf } from "./sizes.js";

/** @typedef {{ mount: Rostrum["mount"], sheets: CSSStyleSheet[] }} Loaded */

/** @type {Promise<Loaded> | undefined} */
let loading;
let attempts = 0;

/**
 * Loads once per page. A failure is forgotten, so that the next element tries again.
 * @param {HTMLElement} root of the element that is the first
 */
export function load(root) {
  loading ??= loadAssets(root).catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/**
 * @param {HTMLElement} root
 * @returns {Promise<Loaded>}
 */
async function loadAssets(root) {
  const write = inSizesOf(root);
  const page = /** @type {ShadowRoot} */ (root.getRootNode());
  // A rendered page holds the text of its style sheets, under the names of their files.
  const read = async (/** @type {Asset} */ style) =>
    write(page.getElementById(style.href.slice(2))?.textContent ?? (await fetchText(style)));
  // A browser takes long to make its first one: here that keeps nobody waiting, the files are on their way.
  // Some of that it does for anything of the kind, so that there are two tasks of it.
  setTimeout(() => Intl.Collator.supportedLocalesOf("en"));
  setTimeout(() => new Intl.DateTimeFormat());
  const [glue, wasm, sheet] = await Promise.all([
    importGlue(root),
    fetchAsset(ROSTRUM_ASSETS.wasm),
    read(ROSTRUM_ASSETS.style).then((text) => new CSSStyleSheet().replace(text)),
  ]);
  await glue.start(wasm, read);
  return { mount: glue.mount, sheets: [sheet, glue.partsSheet] };
}

/**
 * `import()` takes no integrity, but a preload of the same module does, and what it refused is not
 * imported. The link stands in the element, and only until then.
 * @param {HTMLElement} root
 * @returns {Promise<Rostrum>}
 */
async function importGlue(root) {
  const { href, integrity } = ROSTRUM_ASSETS.glue;
  // Browsers may remember a module that failed to load; another address makes them ask again.
  const url = address(href) + (attempts++ === 0 ? "" : `?attempt=${attempts}`);
  const link = Object.assign(document.createElement("link"), { rel: "modulepreload", integrity, href: url });
  // A site that is one file holds the module too.
  if (integrity) root.append(link);
  try {
    return await import(url);
  } finally {
    link.remove();
  }
}
