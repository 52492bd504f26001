/**
 * Writes a `.br` and a `.gz` beside every text, WebAssembly and index file of a folder, for servers that
 * send what is stored. A file whose compressed neighbours are newer is left alone.
 *
 * `node tools/compress.mjs FOLDER`
 */
import { readFile, readdir, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { argv } from "node:process";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const COMPRESSED = /\.(bin|css|csv|html|ics|js|json|map|svg|txt|wasm|webmanifest|xml)$/;
/** Below this many bytes the response's headers weigh more than what is saved. */
const SMALLEST = 200;
const AT_ONCE = 4;

/** @type {Record<string, (bytes: Uint8Array) => Promise<Uint8Array>>} */
const ENCODERS = {
  ".br": (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
  ".gz": (bytes) => promisify(gzip)(bytes, { level: 9 }),
};

/**
 * @param {string} folder
 * @returns {Promise<number>} how many files were compressed anew
 */
export async function compressFolder(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const kept = new Set(files);
  const orphans = files.filter((file) => /\.(br|gz)$/.test(file) && !kept.has(file.slice(0, -3)));
  await Promise.all(orphans.map((file) => rm(file)));

  const waiting = files.filter((file) => COMPRESSED.test(file));
  let count = 0;
  const work = async () => {
    for (let file = waiting.pop(); file; file = waiting.pop()) {
      const isNew = await compressFile(file);
      if (isNew) count += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return count;
}

/** @param {string} file */
async function compressFile(file) {
  const { mtime, size } = await stat(file);
  const neighbours = Object.keys(ENCODERS).map((extension) => file + extension);
  if (size < SMALLEST) {
    await Promise.all(neighbours.map((neighbour) => rm(neighbour, { force: true })));
    return false;
  }
  const times = await Promise.all(neighbours.map((neighbour) => stat(neighbour).then((found) => found.mtimeMs, () => 0)));
  if (times.every((time) => time === mtime.getTime())) return false;
  const bytes = await readFile(file);
  for (const [extension, encode] of Object.entries(ENCODERS)) {
    await writeFile(file + extension, await encode(bytes));
    await utimes(file + extension, mtime, mtime);
  }
  return true;
}

if (import.meta.url === pathToFileURL(argv[1] ?? "").href) {
  const folder = argv[2];
  if (!folder) throw new Error("Name the folder to compress: node tools/compress.mjs FOLDER");
  const count = await compressFolder(folder);
  console.log(`${count} files compressed in ${folder}.`);
}
