/**
 * What a visitor wanted to keep: releases and listings, each with a record of the files that it is made
 * of. Records stand in the cache of the files, so that a browser that clears one clears both.
 */
import { KEPT } from "./store.js";

/** @typedef {{ key: string, path: string, title: string, files: string[] }} KeptThing */

const RECORD = `${ROSTRUM_BASE}kept.json?`;

/** @returns {Promise<KeptThing[]>} */
export async function keptThings() {
  // Opening a cache would make it.
  if (!(await caches.has(KEPT))) return [];
  const cache = await caches.open(KEPT);
  const records = (await cache.keys()).filter(({ url }) => url.includes(RECORD));
  const things = await Promise.all(records.map(async (record) => (await cache.match(record))?.json()));
  return things.filter(Boolean);
}

/** @param {KeptThing} thing */
export async function record(thing) {
  const cache = await caches.open(KEPT);
  await cache.put(RECORD + encodeURIComponent(thing.key), Response.json(thing));
}

/**
 * Gives up a thing and those of its files that nothing else is made of.
 * @param {string} key
 * @param {Iterable<string>} files
 */
export async function drop(key, files) {
  const cache = await caches.open(KEPT);
  await cache.delete(RECORD + encodeURIComponent(key));
  const needed = new Set((await keptThings()).flatMap((thing) => thing.files));
  await Promise.all([...files].filter((file) => !needed.has(file)).map((file) => cache.delete(file)));
}
