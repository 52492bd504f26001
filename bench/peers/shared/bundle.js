/** The data bundle (docs/bundle.md), as both peers read it: each file is asked for once. */

const FOLDER = "/bundle/";
const FILE_SIZE = 50;
export const PAGE_SIZE = 20;

/** @type {Map<string, Promise<any>>} */
const files = new Map();

/** @param {string} name */
function file(name) {
  const known = files.get(name);
  if (known) return known;
  const asked = ask(name);
  files.set(name, asked);
  asked.catch(() => files.delete(name));
  return asked;
}

/** @param {string} name */
async function ask(name) {
  const response = await fetch(FOLDER + name);
  if (!response.ok) throw new Error(`The server answered ${response.status} for ${name}.`);
  return response.json();
}

export const loadEntry = () => file("bundle.json");

/** A text in English, or in the first language that it stands in. @param {Record<string, string>} [text] */
export const words = (text = {}) => text["en"] ?? Object.values(text)[0] ?? "";

/** A release by its address, from the pack that holds it. @param {string} address */
export async function loadRelease(address) {
  const { years } = await loadEntry();
  const year = years.find((/** @type {any} */ { year }) => year === Number(address.slice(0, 4)));
  for (let name = year?.file; name; ) {
    const pack = await file(name);
    const release = pack.releases?.find((/** @type {any} */ one) => one.address === address);
    if (release) return release;
    name = pack.parts?.findLast((/** @type {any} */ { first }) => first <= address)?.file;
  }
  throw new Error(`There is no release at ${address}.`);
}

/** One of a listing's files by its number. @param {any} listing @param {number} number */
async function listingFile(listing, number) {
  const newest = await file(listing.newest);
  const last = Math.floor((listing.total - 1) / FILE_SIZE);
  if (number === last) return newest;
  if (number === last - 1) return file(newest.before);
  for (let name = newest.directory; ; ) {
    const { level, files } = await file(name);
    name = files[Math.floor(number / 64 ** level) % 64];
    if (level === 0) return file(name);
  }
}

/** Summaries of a listing, the newest first. @param {any} listing @param {number} from @param {number} to counted from the oldest */
async function summaries(listing, from, to) {
  const first = Math.floor(from / FILE_SIZE);
  const numbers = Array.from({ length: Math.floor((to - 1) / FILE_SIZE) - first + 1 }, (_, index) => first + index);
  const all = (await Promise.all(numbers.map((number) => listingFile(listing, number)))).flatMap(({ releases }) => releases);
  return all.slice(from - first * FILE_SIZE, to - first * FILE_SIZE).reverse();
}

/**
 * A page of the releases that fit all that is asked for: read from the shortest listing that is asked for,
 * whole where more than that listing is asked for.
 * @param {{ year?: string, country?: string, field?: string, structure?: string }} wanted
 * @param {number} page from 1
 */
export async function loadReleases(wanted, page) {
  const { listings } = await loadEntry();
  const keys = Object.entries(wanted).filter(([, value]) => value).map(([kind, value]) => `${kind}/${value}`);
  const found = (keys.length > 0 ? keys : ["all"]).map((key) => listings.find((/** @type {any} */ one) => one.key === key));
  if (!found.every(Boolean)) return { releases: [], total: 0, page, pages: 1 };
  const [shortest] = found.toSorted((one, other) => one.total - other.total);
  const isWhole = keys.length < 2;
  const end = isWhole ? shortest.total - (page - 1) * PAGE_SIZE : shortest.total;
  const read = await summaries(shortest, isWhole ? Math.max(end - PAGE_SIZE, 0) : 0, Math.max(end, 0));
  const fitting = isWhole ? read : read.filter((summary) => fits(summary, wanted));
  const total = isWhole ? shortest.total : fitting.length;
  const releases = isWhole ? fitting : fitting.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  return { releases, total, page, pages: Math.max(Math.ceil(total / PAGE_SIZE), 1) };
}

/** @param {any} summary @param {{ year?: string, country?: string, field?: string }} wanted */
function fits({ address, countries = [], fields = [] }, { year, country, field }) {
  return (!year || address.startsWith(year)) && (!country || countries.includes(country)) && (!field || fields.includes(field));
}
