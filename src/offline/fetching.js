/** Fetching what is kept: how much it is before, and then all of it, some files at a time. */
import { drop, record } from "./kept.js";
import { KEPT, find, isSound } from "./store.js";
import { walk } from "./walk.js";

/** How many files are fetched at a time. */
const AT_ONCE = 4;
/** How many files are asked for their size; the others are taken to be like them. */
const MEASURED = 20;

/** @typedef {{ entry: import("./walk.js").Entry, releases: number, files: number, size: number }} Plan */

/**
 * How much a release or a listing is. The size is in bytes as they are sent, about right, and 0 where
 * the server does not tell.
 * @param {string} folder the address of the bundle's folder
 * @param {string} key
 * @returns {Promise<Plan>}
 */
export async function plan(folder, key) {
  const limited = limit();
  const load = (/** @type {string} */ file) => limited(async () => sound(await fetch(folder + file)).json());
  /** @type {import("./walk.js").Entry} */
  const entry = await load("bundle.json");
  const roots = new Set(entry.years.map(({ file }) => file));
  /** @type {Set<string>} */
  const files = new Set();
  await walk(entry, key, async (file, isOfListing) => {
    files.add(file);
    // Whole packs of a large year are only counted. Those that lead to others have such names.
    return isOfListing || roots.has(file) || /-parts-\w+\.json$/.test(file) ? load(file) : undefined;
  });
  const sample = [...files].filter((_, index) => index % Math.ceil(files.size / MEASURED) === 0);
  const sizes = await Promise.all(sample.map((file) => limited(async () => {
    const { headers } = sound(await fetch(folder + file, { method: "HEAD" }));
    return Number(headers.get("content-length"));
  })));
  const sum = sizes.includes(0) ? 0 : sizes.reduce((one, other) => one + other);
  const releases = entry.listings?.find((listing) => listing.key === key)?.total ?? 1;
  return { entry, releases, files: files.size, size: (sum / sizes.length) * files.size };
}

/**
 * Keeps all files of a release or a listing, or none of them.
 * @param {string} folder
 * @param {Omit<import("./kept.js").KeptThing, "files">} thing
 * @param {import("./walk.js").Entry} entry
 * @param {AbortSignal} signal
 * @param {(done: number) => void} tell
 */
export async function keepAll(folder, thing, entry, signal, tell) {
  const limited = limit();
  const cache = await caches.open(KEPT);
  /** @type {Set<string>} */
  const files = new Set();
  let done = 0;
  try {
    await walk(entry, thing.key, (file) => limited(async () => {
      signal.throwIfAborted();
      const url = new URL(folder + file, location.href).href;
      const answer = (await find(url)) ?? sound(await fetch(url, { signal, cache: "no-store" }));
      if (!(await isSound(url, answer))) throw new Error(`${url} is not what it was published as`);
      files.add(url);
      await cache.put(url, answer.clone());
      tell((done += 1));
      return answer.json();
    }));
    signal.throwIfAborted();
    await record({ ...thing, files: [...files] });
  } catch (error) {
    await drop(thing.key, files);
    throw error;
  }
}

/** @param {Response} answer */
function sound(answer) {
  if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}`);
  return answer;
}

/** Lets some works begin, and each of the others when one has ended. */
function limit() {
  let running = 0;
  /** @type {(() => void)[]} */
  const waiting = [];
  /**
   * @template T
   * @param {() => Promise<T>} work
   * @returns {Promise<T>}
   */
  return async (work) => {
    if (running < AT_ONCE) running += 1;
    else await new Promise((resolve) => waiting.push(() => resolve(undefined)));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
