/** Days as people read them, and dates that are known as far as a year, a month or about then (EDTF). */

const LONG = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const FULL = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const MONTH = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

/** The day of a release's address, as ISO 8601 has it. @param {string} address */
export const dayOf = (address) => address.slice(0, 10).replaceAll("/", "-");

/** @param {string} day */
export const longDay = (day) => LONG.format(new Date(day));

/** @param {string} day */
export const fullDay = (day) => FULL.format(new Date(day));

/** A date as far as it is known. @param {string} date */
export function known(date) {
  const exact = date.replace("~", "");
  const text = exact.length === 4 ? exact : (exact.length === 7 ? MONTH : LONG).format(new Date(exact));
  return exact === date ? text : `about ${text}`;
}

/** The day's number, from 1970. @param {string} date */
export const dayNumber = (date) => Math.floor(Date.parse(date.replace("~", "")) / 86_400_000);
