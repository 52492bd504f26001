/**
 * What a visitor's browser loads before the first word of content: WebAssembly, JavaScript and style,
 * as brotli sends them; and, apart from it, the parts that are loaded later. One kB is 1,000 bytes.
 */
import { readFile, readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** Bytes of brotli to come down to (the design's number). */
export const GOAL = 100_000;

/** Bytes of brotli that no change may exceed: what a first visit weighed last, and a little. */
export const CEILING = 98_100;

/** How the names begin of what is loaded only when a visitor goes where it is needed. */
export const PART = "part-";

/** How the names begin of texts in a language of the interface, which are loaded when it is wanted. */
export const WORDS = `${PART}words-`;

/** The service worker, which a browser loads when everything is shown. */
export const WORKER = "sw.js";

/** @typedef {{ name: string, raw: number, brotli: number }} Row */

/**
 * @param {string} dist
 * @returns {Promise<{ first: Row[], parts: Row[] }>} what the first visit loads and what follows, the largest first
 */
async function measure(dist) {
  const names = (await readdir(dist)).filter((name) => /\.(wasm|js|css)$/.test(name) || name.startsWith(WORDS) && /\.(txt|json)$/.test(name));
  const measured = names.map(async (name) => {
    const file = join(dist, name);
    const raw = (await stat(file)).size;
    const brotli = (await readFile(`${file}.br`).catch(() => readFile(file))).length;
    return { name, raw, brotli };
  });
  const rows = (await Promise.all(measured)).sort((a, b) => b.brotli - a.brotli);
  const isPart = (/** @type {Row} */ { name }) => name.startsWith(PART) || name === WORKER;
  return { first: rows.filter((row) => !isPart(row)), parts: rows.filter(isPart) };
}

/**
 * @param {string} dist
 * @returns {Promise<Row>} what the first visit loads, in all
 */
export async function printSizes(dist) {
  const { first, parts } = await measure(dist);
  const all = total(first);
  console.log(line("file", "kB", "kB brotli"));
  for (const row of [...first, all]) printRow(row);
  if (parts.length > 0) console.log("  and later, where they are needed:");
  parts.forEach(printRow);
  return all;
}

/**
 * @param {string} dist
 * @returns {Promise<number>} bytes of brotli that the first visit loads
 */
export const firstVisit = async (dist) => total((await measure(dist)).first).brotli;

/** @param {Row[]} first @returns {Row} */
function total(first) {
  const sum = (/** @type {"raw" | "brotli"} */ key) => first.reduce((sum, row) => sum + row[key], 0);
  return { name: "first visit", raw: sum("raw"), brotli: sum("brotli") };
}

/** @param {Row} row */
function printRow({ name, raw, brotli }) {
  console.log(line(name, kilobytes(raw), kilobytes(brotli)));
}

/** @param {number} bytes */
export function kilobytes(bytes) {
  return (bytes / 1000).toFixed(1);
}

/**
 * @param {string} name
 * @param {string} raw
 * @param {string} brotli
 */
function line(name, raw, brotli) {
  return `  ${name.padEnd(28)}${raw.padStart(8)}  ${brotli.padStart(10)}`;
}
