/**
 * What is kept in this browser, in caches of the site: one of each version's own files, one of what
 * visited pages were made of, one of what a visitor wanted to keep. Most names carry a hash of the bytes (SHA-256, in `tools/finish.mjs` and
 * docs/bundle.md), so what is kept is known to be what was published.
 */

/** Other sites of the same host have caches of their own. */
const OURS = `rostrum ${ROSTRUM_BASE} `;

/** What visited pages were made of. */
export const VISITED = `${OURS}visited`;
/** What is there until the visitor gives it up. */
export const KEPT = `${OURS}kept`;

/**
 * The name of the cache of a version's own files.
 * @param {string} version
 */
export function shellOf(version) {
  return OURS + version;
}
/** How many files of visited pages are kept; the largest ones of a bundle are 64 kB as a rule. */
const MOST = 200;

/** A server may tell browsers apart by what they unpack; what is kept is unpacked. */
const ANY = { ignoreVary: true };
const HASH = /-([0-9a-f]{12}|[0-9a-f]{16})(?=\.\w+$)/;

/** @param {string} url */
export function hashOf(url) {
  return HASH.exec(new URL(url).pathname)?.[1];
}

/**
 * A kept file. One whose bytes do not fit its name is thrown away. What visited pages are made of
 * counts as new again, since the oldest go first.
 * @param {string} url
 * @returns {Promise<Response | undefined>}
 */
export async function find(url) {
  for (const name of await ours()) {
    const cache = await caches.open(name);
    const kept = await cache.match(url, ANY);
    if (kept && (await fits(url, kept.clone()))) {
      if (name === VISITED) await keep(name, url, kept.clone());
      return kept;
    }
    if (kept) await cache.delete(url, ANY);
  }
  return undefined;
}

/**
 * What was kept under the same name with another hash: an older edition, for when the newer one cannot
 * be had.
 * @param {string} url
 */
export async function findOlder(url) {
  const plain = (/** @type {string} */ address) => address.replace(HASH, "");
  for (const name of await ours()) {
    const cache = await caches.open(name);
    const older = (await cache.keys()).findLast((request) => plain(request.url) === plain(url));
    if (older) return cache.match(older, ANY);
  }
  return undefined;
}

/**
 * Keeps a file, if it is what its name says. Where there is no room, reading goes on without.
 * @param {string} name
 * @param {string} url
 * @param {Response} answer
 */
export async function keep(name, url, answer) {
  if (!(await isSound(url, answer))) return;
  try {
    const cache = await caches.open(name);
    await cache.put(url, answer);
    if (name !== VISITED) return;
    const requests = await cache.keys();
    await Promise.all(requests.slice(0, -MOST).map((request) => cache.delete(request)));
  } catch {
    // The quota is used up.
  }
}

/**
 * Whether an answer may be kept: a good one of the own server, with the bytes that its name promises.
 * @param {string} url
 * @param {Response} answer
 */
export async function isSound(url, answer) {
  return answer.ok && answer.type === "basic" && fits(url, answer.clone());
}

/**
 * Lets go of the files of versions before one.
 * @param {string} shell
 */
export async function dropOlderVersions(shell) {
  const names = await ours();
  // In the order in which they were made: one after this version's belongs to a newer one.
  const older = names.slice(0, names.indexOf(shell)).filter((name) => name !== VISITED && name !== KEPT);
  await Promise.all(older.map((name) => caches.delete(name)));
}

async function ours() {
  return (await caches.keys()).filter((name) => name.startsWith(OURS));
}

/**
 * Whether the bytes are those that the name promises; without a hash it promises nothing. A host may
 * write into HTML what it likes.
 * @param {string} url
 * @param {Response} answer
 */
async function fits(url, answer) {
  const hash = hashOf(url);
  if (!hash || url.endsWith(".html")) return true;
  const digest = await crypto.subtle.digest("SHA-256", await answer.arrayBuffer());
  const digits = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0"));
  return digits.join("").startsWith(hash);
}
