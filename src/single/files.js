/**
 * The files of a site that is one file. `tools/single.mjs` stores each as a data block of the page,
 * packed by gzip and written as base64, and puts this `fetch` in the place of the browser's, for
 * `embed.js`, its parts and the WebAssembly. So nothing is asked of a network, which a page that was
 * opened from a folder has not got, and only what is needed is unpacked.
 */

const FOLDER = new URL("./", document.baseURI).href;

/**
 * @param {string} address
 * @returns {Promise<Response>} the file, or the status 404 where there is none
 */
export async function fetch(address) {
  const block = blockOf(address);
  return block ? new Response(unpacked(block)) : new Response(null, { status: 404 });
}

/**
 * Whether there is a file of that address.
 * @param {string} address
 */
export function isStored(address) {
  return blockOf(address) !== null;
}

/** @param {string} address */
function blockOf(address) {
  const { href } = new URL(address, FOLDER);
  return href.startsWith(FOLDER) ? document.getElementById(decodeURI(href.slice(FOLDER.length))) : null;
}

/** @param {HTMLElement} block */
function unpacked(block) {
  const bytes = Uint8Array.from(atob(block.textContent ?? ""), (letter) => letter.charCodeAt(0));
  return new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
}
