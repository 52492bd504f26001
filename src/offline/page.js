/**
 * The page's side of the service worker, loaded once the stand-alone site shows something
 * (`offline` on its element). It tells the worker what was loaded before it was there, says in a line
 * when the server is silent, loads a page that failed once the server answers again, and has a new
 * version begin when the visitor accepts it.
 */
import { drawLine } from "./line.js";
import { noteVisit } from "./visited.js";

/** How long after a silence the server is asked again, in milliseconds. */
const ASK_AGAIN = 5000;
const WORKER = new URL("./sw.js", import.meta.url).href;

const { serviceWorker: container } = navigator;
const app = /** @type {HTMLElement | null} */ (document.querySelector("rostrum-app[offline]"));
// Where a browser allows no worker, the site is as it is without one.
if (app && container) begin(app).catch(() => {});

/** @param {HTMLElement} app */
async function begin(app) {
  const show = drawLine(app, () => void accept());
  watchVisits(app, show);
  watchServer(app, show);
  watchVersions(show);
  // A named policy, since where scripts come from is a matter of trust (Trusted Types).
  const policy = window.trustedTypes?.createPolicy("rostrum-offline", { createScriptURL: (url) => url });
  const registration = await container.register(policy?.createScriptURL(WORKER) ?? WORKER);
  offer(registration, show);
  const { active } = await container.ready;
  offerKeeping(app);
  active?.postMessage(performance.getEntriesByType("resource").map(({ name }) => name));
}

/**
 * Notes pages that are there, which have a title then, and shows whether the last one failed.
 * @param {HTMLElement} app
 * @param {import("./line.js").Show} show
 */
function watchVisits(app, show) {
  const arrive = () => {
    show({ isMissing: false });
    const page = { path: location.pathname, title: document.title };
    // The next frame does not wait for it.
    requestAnimationFrame(() => setTimeout(noteVisit, 0, page));
  };
  const fail = () => show({ isMissing: true });
  onTitle(arrive);
  app.addEventListener("rostrum-error", fail);
  (retries(app).length > 0 ? fail : arrive)();
}

/**
 * Follows whether the server answers. The worker tells when it does not; while it does not, it is
 * asked again and again.
 * @param {HTMLElement} app
 * @param {import("./line.js").Show} show
 */
function watchServer(app, show) {
  let isAway = false;
  const hear = (/** @type {boolean} */ news) => {
    if (isAway === news) return;
    isAway = news;
    show({ isAway });
    if (isAway) setTimeout(ask, ASK_AGAIN);
    else for (const button of retries(app)) button.click();
  };
  const ask = async () => {
    if (!isAway || document.hidden) return;
    await fetch(WORKER, { method: "HEAD", cache: "no-store" }).then(() => hear(false), () => setTimeout(ask, ASK_AGAIN));
  };
  container.addEventListener("message", ({ data }) => hear(data.isAway));
  container.startMessages();
  document.addEventListener("visibilitychange", ask);
  addEventListener("online", ask);
}

/**
 * Has what keeps a release or a listing drawn where a page has a place for it.
 * @param {HTMLElement} app
 */
function offerKeeping(app) {
  const look = () => requestAnimationFrame(async () => {
    const places = app.shadowRoot?.querySelectorAll(".keep:empty") ?? [];
    if (places.length === 0) return;
    /** @type {typeof import("./keeping.js") | undefined} */
    // Where it cannot be had, nothing is offered.
    const keeping = await import(new URL(ROSTRUM_KEEPING, import.meta.url).href).catch(() => undefined);
    for (const place of places) if (place instanceof HTMLElement) keeping?.drawKeeping(app, place);
  });
  onTitle(look);
  look();
}

/**
 * Calls whenever a page is there, or there anew: then it sets its title.
 * @param {() => void} act
 */
function onTitle(act) {
  const title = document.querySelector("title");
  if (title) new MutationObserver(act).observe(title, { childList: true });
}

let isAccepted = false;

/** Has the new version begin, with this page as the first to show it. */
async function accept() {
  isAccepted = true;
  const registration = await container.getRegistration(WORKER);
  // Where another page has accepted it before, nothing waits any more.
  if (registration?.waiting) registration.waiting.postMessage("take over");
  else location.reload();
}

/**
 * A page goes on with the version that it has, and says so, when another page accepts the new one.
 * @param {import("./line.js").Show} show
 */
function watchVersions(show) {
  let hadWorker = Boolean(container.controller);
  container.addEventListener("controllerchange", () => {
    if (isAccepted) location.reload();
    if (hadWorker) show({ isReady: true });
    hadWorker = true;
  });
}

/**
 * @param {ServiceWorkerRegistration} registration
 * @param {import("./line.js").Show} show
 */
function offer(registration, show) {
  const tell = () => {
    // Without a controller it is the first version.
    if (registration.waiting && container.controller) show({ isReady: true });
  };
  tell();
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", tell));
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) registration.update().catch(() => {});
  });
}

/**
 * What the site offers to try again, where something failed.
 * @param {HTMLElement} app
 * @returns {NodeListOf<HTMLElement> | []}
 */
function retries({ shadowRoot }) {
  return shadowRoot?.querySelectorAll(".failure button") ?? [];
}
