/**
 * Fetches a file that stands beside this module, its integrity checked.
 * @param {Asset} asset
 */
export async function fetchAsset({ href, integrity }) {
  const response = await fetch(address(href), { integrity });
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  return response;
}

/**
 * @param {Asset} asset
 * @returns {Promise<string>}
 */
export async function fetchText(asset) {
  return (await fetchAsset(asset)).text();
}

/** @param {string} href */
export function address(href) {
  return new URL(href, import.meta.url).href;
}
