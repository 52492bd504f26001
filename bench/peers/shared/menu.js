/** What the menus of both peers know of an item without drawing it. */
import { words } from "./bundle.js";

/** @param {string} text */
const fold = (text) => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

/** The groups of a directory, each name with all that it is found by. @param {any[]} items @param {any[]} countries */
export function directory(items, countries) {
  const bySlug = new Map(countries.map((country) => [`/countries/${country.slug}/`, country]));
  const searched = (/** @type {any} */ item) => {
    const { other_names: others = [], code = "" } = bySlug.get(item.to) ?? {};
    return { ...item, searched: fold([words(item.label), ...others, code].join("\n")) };
  };
  return items.map((group) => (group.items ? { ...group, items: group.items.map(searched) } : searched(group)));
}

/** Which names and groups of a directory fit, and how many names that are. @param {any[]} groups @param {string} query */
export function filter(groups, query) {
  const wanted = fold(query.trim());
  if (!wanted) return { fits: () => true, count: undefined };
  const names = groups.flatMap(({ items = [] }) => items).filter(({ searched }) => searched.includes(wanted));
  const found = new Set(names);
  const fits = (/** @type {any} */ item) => found.has(item) || Boolean(item.items?.some((/** @type {any} */ name) => found.has(name)));
  return { fits, count: names.length };
}
