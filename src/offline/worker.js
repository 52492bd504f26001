/**
 * The service worker of the stand-alone site: what was read once is there when the server is not.
 * `tools/finish.mjs` writes it as `sw.js`, with the names of the version's files; an embedded piece
 * never has it.
 *
 * Files whose name carries a hash come from what is kept. What changes under its name is asked for at
 * the server first. Every page of the site is the same one of the version, which draws itself from
 * kept files. A new version waits until the visitor accepts it or the last page of the old one is
 * closed. Nothing but good answers of the own server is kept.
 *
 * Standard: Service Workers (W3C).
 */
import { VISITED, dropOlderVersions, find, findOlder, hashOf, keep, shellOf } from "./store.js";

const worker = /** @type {ServiceWorkerScope} */ (/** @type {unknown} */ (self));
/** @param {string} name */
const address = (name) => new URL(name, worker.location.href).href;

const { page, embed, files, version } = ROSTRUM_SHELL;
const SHELL = shellOf(version);
const PAGE = address(page);
const EMBED = address(embed.href);
const ENTRY = address(ROSTRUM_SHELL.entry);
const BUNDLE = address(ROSTRUM_SHELL.entry.replace(/[^/]*$/, ""));
const FILES = files.map(address);

/** How long a server is waited for where something kept can be shown, in milliseconds; less after a silence. */
const PATIENCE = 5000;
const LITTLE_PATIENCE = 500;

/** Whether the server was silent when it was asked last. */
let isAway = false;

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(activate()));
worker.addEventListener("message", (event) => event.waitUntil(hear(event)));
worker.addEventListener("fetch", (event) => {
  const answer = answerTo(event);
  if (answer) event.respondWith(answer);
});

/** All files of the version or none, so that no version is ever kept in part. */
async function install() {
  const shell = await caches.open(SHELL);
  // The only file whose name stays must be the one that belongs to the others.
  const first = new Request(EMBED, { integrity: embed.integrity, cache: "no-cache" });
  await shell.addAll([first, PAGE, ...FILES]);
  await keepAll([ENTRY]);
}

async function activate() {
  await worker.clients.claim();
  await tidy();
}

/** @param {PageMessageEvent} event */
async function hear({ data, source }) {
  if (data === "take over") return worker.skipWaiting();
  // A page has begun, and says what it loaded before there was a worker.
  source?.postMessage({ isAway });
  await tidy(source?.id);
  return keepAll(data);
}

/**
 * Older versions go when no page is open that may need them.
 * @param {string} [asking] a page that is known to be of this version
 */
async function tidy(asking) {
  const pages = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (pages.every(({ id }) => id === asking)) await dropOlderVersions(SHELL);
}

/** @param {readonly string[]} urls */
async function keepAll(urls) {
  await Promise.all(urls.map(async (url) => {
    if (placeOf(url) !== VISITED || (hashOf(url) && (await find(url)))) return;
    await fetch(url).then((answer) => keep(VISITED, url, answer)).catch(() => {});
  }));
}

/**
 * The cache that a file belongs into; none if it is not to be kept.
 * @param {string} url
 */
function placeOf(url) {
  if (url === ENTRY || (url.startsWith(BUNDLE) && hashOf(url))) return VISITED;
  return url === PAGE || FILES.includes(url) ? SHELL : undefined;
}

/**
 * The answer to what a page asks for; none to what is left to the browser.
 * @param {AskingEvent} event
 * @returns {Promise<Response> | undefined}
 */
function answerTo(event) {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const url = origin + pathname;
  if (!url.startsWith(address("./")) || request.headers.has("range")) return undefined;
  // A page asks so whether the server is there again.
  if (request.method === "HEAD") return reach(request);
  // What is to be kept for good needs no place among what was visited.
  if (request.method !== "GET" || request.cache === "no-store") return undefined;
  if (request.mode === "navigate") return /\.\w+$/.test(pathname) ? undefined : visit(request);
  if (url === ENTRY || url === EMBED) return fresh(event, url);
  return hashOf(url) ? named(event, url) : undefined;
}

/** @param {Request} request */
async function visit(request) {
  return before(reach(request), async () => whole(await find(PAGE)));
}

/**
 * What changes under its name: as it is now, else as it was kept.
 * @param {AskingEvent} event
 * @param {string} url
 */
async function fresh(event, url) {
  return before(reachAndKeep(event, url), () => find(url));
}

/**
 * What never changes: as it was kept, else as it is.
 * @param {AskingEvent} event
 * @param {string} url
 */
async function named(event, url) {
  const kept = await find(url);
  if (kept) return kept;
  try {
    return await reachAndKeep(event, url);
  } catch (error) {
    const older = placeOf(url) === VISITED ? await findOlder(url) : undefined;
    if (older) return older;
    throw error;
  }
}

/**
 * An answer of the server; what is kept instead if it fails or is long in coming.
 * @param {Promise<Response>} answer
 * @param {() => Promise<Response | undefined>} findKept
 */
async function before(answer, findKept) {
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error("late")), isAway ? LITTLE_PATIENCE : PATIENCE));
  try {
    return /** @type {Response} */ (await Promise.race([answer, late]));
  } catch {
    const kept = await findKept();
    if (kept) tell(true);
    return kept ?? answer;
  }
}

/**
 * @param {AskingEvent} event
 * @param {string} url
 */
async function reachAndKeep(event, url) {
  const answer = await reach(event.request);
  const place = placeOf(url);
  if (place) event.waitUntil(keep(place, url, answer.clone()));
  return answer;
}

/**
 * Asks the server, and tells the pages when it falls silent or answers again.
 * @param {Request} request
 */
async function reach(request) {
  try {
    const answer = await fetch(request);
    // A gateway says that the server behind it does not answer.
    if (answer.status > 501 && answer.status < 505) throw new Error(`${request.url} answered ${answer.status}`);
    tell(false);
    return answer;
  } catch (error) {
    if (!request.signal.aborted) tell(true);
    throw error;
  }
}

/** @param {boolean} away */
function tell(away) {
  if (isAway === away) return;
  isAway = away;
  void worker.clients.matchAll({ type: "window" }).then((pages) => pages.forEach((page) => page.postMessage({ isAway })));
}

/**
 * The answer without the mark of a redirection, which a visit may not carry.
 * @param {Response | undefined} answer
 */
function whole(answer) {
  return answer && new Response(answer.body, answer);
}
