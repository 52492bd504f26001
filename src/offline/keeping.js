/**
 * The button by which a visitor keeps a release or a listing for when there is no network: how much it
 * is, how far it has come, and the way to give it up again. It is drawn into the places that pages have
 * for it (`.keep`), and is not there without a service worker.
 */
import { keepAll, plan } from "./fetching.js";
import { drop, keptThings } from "./kept.js";
import { textsFor } from "./texts.js";

/**
 * @typedef {{ at: "idle", problem?: "full" | "failed" } | { at: "looking" } | { at: "kept" }
 *   | { at: "asking", plan: import("./fetching.js").Plan }
 *   | { at: "keeping", done: number, total: number, abort: () => void }} State
 */

/**
 * Where each thing stands, by its key. It goes on while the visitor is on another page.
 * @type {Map<string, State>}
 */
const states = new Map();

/**
 * What draws a place anew.
 * @type {WeakMap<Element, () => void>}
 */
const draws = new WeakMap();

/**
 * @param {HTMLElement} app
 * @param {HTMLElement} place
 */
export async function drawKeeping(app, place) {
  // A listing is kept as a whole, from whichever of its pages; a release in all its languages.
  const path = location.pathname.replace(/(?<=\/)page\/\d+\/$|(?<=(\/\d+){3}\/[^/]+\/)[^/]+\/$/, "");
  const key = keyOf(path);
  // Two may have seen the place empty while this script was on its way.
  if (!key || draws.has(place)) return;
  place.dataset["keep"] = key;
  const thing = { key, path, title: document.title };
  const said = document.createElement("p");
  said.role = "status";
  const progress = document.createElement("progress");
  const [button, other] = [document.createElement("button"), document.createElement("button")];
  button.type = other.type = "button";
  button.hidden = other.hidden = progress.hidden = true;
  place.append(said, progress, button, other);

  const draw = () => {
    const state = states.get(key) ?? { at: "idle" };
    const texts = textsFor(app, draw);
    Object.assign(place, { lang: texts.lang, dir: texts.dir });
    said.textContent = saying(state, texts);
    progress.hidden = state.at !== "keeping";
    progress.ariaLabel = texts.keeping;
    if (state.at === "keeping") Object.assign(progress, { max: state.total, value: state.done });
    const what = /^\d/.test(key) ? texts.keepRelease : texts.keepListing;
    button.textContent = { idle: what, looking: what, asking: texts.keep, keeping: texts.cancel, kept: texts.remove }[state.at];
    button.ariaDisabled = String(state.at === "looking");
    button.hidden = false;
    other.textContent = texts.notNow;
    other.hidden = state.at !== "asking";
  };
  const go = (/** @type {State} */ state) => {
    states.set(key, state);
    // The page may have been drawn anew since.
    const shown = app.shadowRoot?.querySelector(`[data-keep="${CSS.escape(key)}"]`);
    if (shown) draws.get(shown)?.();
  };
  draws.set(place, draw);
  button.addEventListener("click", ({ detail }) => {
    // The second of two quick clicks was not meant for what stands there by then.
    if (detail < 2) void press(app, thing, go);
  });
  other.addEventListener("click", () => {
    go({ at: "idle" });
    button.focus();
  });
  const isKept = (await keptThings()).some((kept) => kept.key === key);
  if (isKept) states.set(key, { at: "kept" });
  draw();
}

/**
 * What the button does, by where the thing stands.
 * @param {HTMLElement} app
 * @param {Omit<import("./kept.js").KeptThing, "files">} thing
 * @param {(state: State) => void} go
 */
async function press(app, thing, go) {
  const state = states.get(thing.key) ?? { at: "idle" };
  const folder = app.getAttribute("bundle") ?? "";
  try {
    if (state.at === "idle") {
      go({ at: "looking" });
      go({ at: "asking", plan: await plan(folder, thing.key) });
    } else if (state.at === "asking") {
      await keepWithin(folder, thing, state.plan, go);
    } else if (state.at === "keeping") {
      state.abort();
    } else if (state.at === "kept") {
      const files = (await keptThings()).filter(({ key }) => key === thing.key).flatMap((kept) => kept.files);
      await drop(thing.key, files);
      go({ at: "idle" });
    }
  } catch (error) {
    go({ at: "idle", problem: isFull(error) ? "full" : "failed" });
  }
}

/**
 * @param {string} folder
 * @param {Omit<import("./kept.js").KeptThing, "files">} thing
 * @param {import("./fetching.js").Plan} plan
 * @param {(state: State) => void} go
 */
async function keepWithin(folder, thing, { entry, files, size }, go) {
  const controller = new AbortController();
  const tell = (/** @type {number} */ done) => {
    if (!controller.signal.aborted) go({ at: "keeping", done, total: Math.max(files, done), abort: () => controller.abort() });
  };
  tell(0);
  // Whether the browser agrees or not, it is kept as long as there is room.
  void navigator.storage.persist?.();
  const { quota = Infinity, usage = 0 } = await navigator.storage.estimate();
  if (size > quota - usage) throw new DOMException("", "QuotaExceededError");
  try {
    await keepAll(folder, thing, entry, controller.signal, tell);
    go({ at: "kept" });
  } catch (error) {
    if (!controller.signal.aborted) throw error;
    go({ at: "idle" });
  }
}

/** What the listings of the site's folders are called in the bundle. */
const LISTINGS = new Map([["press", "year"], ["countries", "country"], ["fields", "field"], ["structures", "structure"], ["chairpersonships", "term"]]);

/**
 * What a page shows: a listing's key, a release's address, or nothing to be kept.
 * @param {string} path
 */
function keyOf(path) {
  const [, folder = "", name = ""] = /^(\w+)\/(.+)\/$/.exec(path.slice(ROSTRUM_BASE.length)) ?? [];
  const listing = LISTINGS.get(folder);
  return name.includes("/") ? name : listing && `${listing}/${name}`;
}

/** @param {unknown} error */
function isFull(error) {
  return error instanceof Error && error.name === "QuotaExceededError";
}

/**
 * @param {State} state
 * @param {ReturnType<typeof textsFor>} texts
 */
function saying(state, texts) {
  if (state.at === "idle") return state.problem ? texts[state.problem] : "";
  if (state.at === "looking") return texts.looking;
  if (state.at === "kept") return texts.done;
  return state.at === "asking" ? amount(state.plan, texts) : "";
}

/**
 * @param {import("./fetching.js").Plan} plan
 * @param {ReturnType<typeof textsFor>} texts
 */
function amount({ releases, size }, { lang, locale, releases: forms, about, comma }) {
  const form = forms[new Intl.PluralRules(lang).select(releases)] ?? forms["other"] ?? "";
  const count = form.replace("{count}", releases.toLocaleString(locale));
  if (size === 0) return count;
  const [unit, number] = size < 1e6 ? ["kilobyte", Math.ceil(size / 1e3)] : ["megabyte", size / 1e6];
  const written = new Intl.NumberFormat(locale, { style: "unit", unit, maximumFractionDigits: 1 }).format(number);
  return `${count}${comma} ${about.replace("{size}", written)}`;
}
