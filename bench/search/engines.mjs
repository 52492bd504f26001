/** What searches: ours, and its peers on the same documents. */
import { compressFolder } from "../../tools/compress.mjs";
import { minisearch } from "./minisearch.mjs";
import { pagefind } from "./pagefind.mjs";
import { rostrum } from "./rostrum.mjs";

/** @import { Page } from "@playwright/test" */
/** @import { Release } from "../archive.mjs" */
/**
 * `search` gives the addresses of the first ones that are found. `code`, `rows` and `index` are the requests for
 * each, the first that fits. `write` adds the index to a site, but in archives larger than the `largest`, and gives
 * the folder that a host is to pack, if any; ours is in the bundle already.
 * @typedef {{
 *   name: string, largest?: number, code: RegExp, rows: RegExp, index: RegExp,
 *   write?: (documents: Release[], site: string) => Promise<string | void>,
 *   search: (page: Page, text: string, first: number) => Promise<string[]>,
 * }} Engine
 */

export const PEERS = [pagefind, minisearch];
export const ENGINES = [rostrum, ...PEERS];

/**
 * Adds the index of an engine to a site.
 * @param {Engine} engine
 * @param {Release[]} documents
 * @param {string} site
 * @returns {Promise<number>} seconds, without those of packing
 */
export async function writeIndex({ write }, documents, site) {
  const start = performance.now();
  const folder = await write?.(documents, site);
  const seconds = (performance.now() - start) / 1000;
  if (folder) await compressFolder(folder);
  return seconds;
}

/**
 * What a request is for.
 * @param {Engine} engine
 * @param {string} url
 * @returns {"code" | "rows" | "index" | "other"}
 */
export function purpose(engine, url) {
  return (/** @type {const} */ (["code", "rows", "index"])).find((what) => engine[what].test(url)) ?? "other";
}
