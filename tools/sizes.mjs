/**
 * What a visitor's browser loads before the first word of content: WebAssembly, JavaScript and style,
 * as brotli sends them. One kB is 1,000 bytes.
 */
import { readFile, readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** Bytes of brotli to come down to (the design's number). */
export const GOAL = 100_000;

/** Bytes of brotli that no change may exceed: what it weighed last, rounded up to a kB. */
export const CEILING = 121_500;

/** @typedef {{ name: string, raw: number, brotli: number }} Row */

/**
 * @param {string} dist
 * @returns {Promise<Row[]>} largest first
 */
export async function measure(dist) {
  const names = (await readdir(dist)).filter((name) => /\.(wasm|js|css)$/.test(name));
  const rows = names.map(async (name) => {
    const file = join(dist, name);
    const raw = (await stat(file)).size;
    const brotli = (await readFile(`${file}.br`).catch(() => readFile(file))).length;
    return { name, raw, brotli };
  });
  return (await Promise.all(rows)).sort((a, b) => b.brotli - a.brotli);
}

/** @param {Row[]} rows */
export function total(rows) {
  return rows.reduce((sum, { brotli }) => sum + brotli, 0);
}

/** @param {string} dist */
export async function printSizes(dist) {
  const rows = await measure(dist);
  const raw = rows.reduce((sum, row) => sum + row.raw, 0);
  console.log(line("file", "kB", "kB brotli"));
  for (const row of rows) console.log(line(row.name, kilobytes(row.raw), kilobytes(row.brotli)));
  console.log(line("in all", kilobytes(raw), `${kilobytes(total(rows))} of ${kilobytes(GOAL)}`));
  return rows;
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
