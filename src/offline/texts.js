/** What the line says, in the languages of the interface. */

const ENGLISH = {
  away: "Offline – showing what was kept.",
  missing: "This page was not kept. It loads by itself as soon as the server answers.",
  kept: "What was kept",
  ready: "A new version is ready.",
  reload: "Reload",
};

/** @type {typeof ENGLISH} */
const FRENCH = {
  away: "Hors ligne – voici ce qui a été gardé.",
  missing: "Cette page n’a pas été gardée. Elle se chargera d’elle-même dès que le serveur répondra.",
  kept: "Ce qui a été gardé",
  ready: "Une nouvelle version est prête.",
  reload: "Recharger",
};

/** The texts for a reader's language, a BCP 47 tag, and the language that they are in. */
export function textsFor(/** @type {string} */ tag) {
  return /^fr\b/i.test(tag) ? { lang: "fr", ...FRENCH } : { lang: "en", ...ENGLISH };
}
