/** The line of time and the decades, as both peers draw them. */
import { words } from "./bundle.js";
import { dayNumber } from "./dates.js";

/** So many years are written on the line at most. */
const TICKS = 18;

/** Bars and years in days from the line's first. @param {any[]} terms in their order @param {any[]} countries */
export function line(terms, countries) {
  const codes = new Map(countries.map(({ slug, code }) => [slug, code]));
  const [newest] = terms.slice(-1);
  const [from, to] = [yearOf(terms[0].start), yearOf(newest.end ?? newest.start)];
  const first = newYear(from);
  const bars = terms.map(({ id, label, holders: all, start, end = start }) => ({
    id,
    name: `${label} ${holders({ holders: all })}`,
    code: codes.get(all[0]?.country),
    at: dayNumber(start) - first,
    length: Math.max(dayNumber(end) + 1 - dayNumber(start), 1),
  }));
  const years = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const step = Math.ceil(years.length / TICKS);
  const ticks = years.filter((_, index) => index % step === 0).map((year) => ({ year, at: newYear(year) - first }));
  return { days: newYear(to + 1) - first, bars, ticks };
}

/** @param {any} term */
export const holders = (term) => term.holders.map((/** @type {any} */ { name }) => words(name)).join(" and ");

/** @param {string} date */
const yearOf = (date) => Number(date.slice(0, 4));

/** @param {number} year */
const newYear = (year) => dayNumber(`${year}-01-01`);

/** The terms by decade, both the newest first. @param {any[]} terms */
export function decades(terms) {
  const groups = Map.groupBy(terms.toReversed(), ({ start }) => `${start.slice(0, 3)}0`);
  return [...groups].map(([year, terms]) => ({ year, terms }));
}

/** The term of a day. @param {any[]} terms @param {string} day */
export const inTheChair = (terms, day) => terms.findLast(({ start, end }) => start <= day && (!end || end >= day));
