/** What is said about what is kept, in the languages of the interface. */

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
  keep: "Keep",
  notNow: "Not now",
  keeping: "Keeping",
  cancel: "Cancel",
  done: "Kept",
  remove: "Remove",
  full: "There is not enough room on this device.",
  failed: "It could not be loaded. Check your connection and try again.",
};

/** @type {typeof ENGLISH} */
const FRENCH = {
  away: "Hors ligne – voici ce qui a été gardé.",
  missing: "Cette page n’a pas été gardée. Elle se chargera d’elle-même dès que le serveur répondra.",
  kept: "Ce qui a été gardé",
  ready: "Une nouvelle version est prête.",
  reload: "Recharger",
  keepRelease: "Garder hors ligne",
  keepListing: "Garder toute la liste hors ligne",
  looking: "Calcul de la taille.",
  releases: { one: "{count} communiqué", other: "{count} communiqués" },
  about: "environ {size}",
  keep: "Garder",
  notNow: "Pas maintenant",
  keeping: "Enregistrement",
  cancel: "Annuler",
  done: "Gardé",
  remove: "Retirer",
  full: "Il n’y a pas assez de place sur cet appareil.",
  failed: "Le chargement a échoué. Vérifiez votre connexion et réessayez.",
};

/**
 * The texts in the reader's language, which is that of the element or of what is around it.
 * @param {HTMLElement} app
 */
export function textsFor(app) {
  const tag = app.closest("[lang]")?.getAttribute("lang") ?? "";
  return /^fr\b/i.test(tag) ? { lang: "fr", ...FRENCH } : { lang: "en", ...ENGLISH };
}
