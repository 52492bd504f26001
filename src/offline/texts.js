/** What is said about what is kept, in the languages of the interface. */

/**
 * @typedef {object} Texts
 * @property {string} away
 * @property {string} missing
 * @property {string} kept
 * @property {string} ready
 * @property {string} reload
 * @property {string} keepRelease
 * @property {string} keepListing
 * @property {string} looking
 * @property {Readonly<Record<string, string>>} releases by CLDR's plural category
 * @property {string} about
 * @property {string} comma
 * @property {string} keep
 * @property {string} notNow
 * @property {string} keeping
 * @property {string} cancel
 * @property {string} done
 * @property {string} remove
 * @property {string} full
 * @property {string} failed
 */

/** @type {Texts} */
const ENGLISH = {
  away: "Offline – showing what was kept.",
  missing: "This page was not kept. It loads by itself as soon as the server answers.",
  kept: "What was kept",
  ready: "A new version is ready.",
  reload: "Reload",
  keepRelease: "Keep for offline",
  keepListing: "Keep the whole list for offline",
  looking: "Looking at how much it is.",
  releases: { one: "{count} release", other: "{count} releases" },
  about: "about {size}",
  comma: ",",
  keep: "Keep",
  notNow: "Not now",
  keeping: "Keeping",
  cancel: "Cancel",
  done: "Kept",
  remove: "Remove",
  full: "There is not enough room on this device.",
  failed: "It could not be loaded. Check your connection and try again.",
};

/** What is there, or on its way, by languages. */
const loads = new Map([["en", Promise.resolve(ENGLISH)]]);
let shown = { lang: "en", texts: ENGLISH };

/**
 * The texts in the reader's language, which is that of the element or of what is around it. Until they
 * have come, those of the language before; then `draw` is called again.
 * @param {HTMLElement} app
 * @param {() => void} draw
 */
export function textsFor(app, draw) {
  const [tag = ""] = (app.closest("[lang]")?.getAttribute("lang") ?? "").split("-");
  const lang = tag in ROSTRUM_OFFLINE_WORDS ? tag : "en";
  if (lang !== shown.lang) {
    load(lang).then((texts) => {
      shown = { lang, texts };
      draw();
    }, () => {});
  }
  const locale = shown.lang === "ar" ? "ar-u-nu-latn" : shown.lang;
  return { lang: shown.lang, dir: shown.lang === "ar" ? "rtl" : "ltr", locale, ...shown.texts };
}

/**
 * A failure is forgotten, so that the next call tries again.
 * @param {string} lang
 * @returns {Promise<Texts>}
 */
function load(lang) {
  const load = loads.get(lang) ?? import(new URL(ROSTRUM_OFFLINE_WORDS[lang] ?? "", import.meta.url).href).then((module) => module.default);
  loads.set(lang, load);
  load.catch(() => loads.delete(lang));
  return load;
}
