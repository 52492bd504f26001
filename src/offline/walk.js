/**
 * The way over all files of the bundle that a release or a listing is made of (docs/bundle.md): the
 * files of the listing, and the packs of its releases with what leads to them.
 */

/** @typedef {{ years: { year: number, file: string }[], listings?: { key: string, total: number, newest: string }[] }} Entry */
/** @typedef {{ parts?: { first: string, file: string }[], releases?: { address: string }[], before?: string, directory?: string, level?: number, files?: string[] }} File */
/**
 * Reads a file; what it gives for a file that it does not read is nothing.
 * @typedef {(file: string, isOfListing: boolean) => Promise<File | undefined>} Read
 */

/**
 * @param {Entry} entry
 * @param {string} key a listing's key or a release's address
 * @param {Read} read
 */
export async function walk(entry, key, read) {
  const listing = entry.listings?.find((listing) => listing.key === key);
  const addresses = listing ? await walkListing(listing.newest, read) : [key];
  const roots = new Map(entry.years.map(({ year, file }) => [year, file]));
  await walkGroups(addresses, (address) => roots.get(parseInt(address)), read);
}

/**
 * @param {string} newest
 * @param {Read} read
 * @returns {Promise<string[]>} the addresses of the releases that its files name
 */
async function walkListing(newest, read) {
  const first = await read(newest, true);
  const older = first?.directory ? await walkDirectory(first.directory, read) : first?.before ? [first.before] : [];
  const others = await Promise.all(older.map((file) => read(file, true)));
  return [first, ...others].flatMap((file) => file?.releases ?? []).map(({ address }) => address);
}

/**
 * @param {string} name
 * @param {Read} read
 * @returns {Promise<string[]>}
 */
async function walkDirectory(name, read) {
  const { level, files = [] } = (await read(name, true)) ?? {};
  return level === 0 ? files : (await Promise.all(files.map((file) => walkDirectory(file, read)))).flat();
}

/**
 * Follows the packs that lead to some releases.
 * @param {string[]} addresses
 * @param {(address: string) => string | undefined} packOf
 * @param {Read} read
 */
async function walkGroups(addresses, packOf, read) {
  const groups = Map.groupBy(addresses, packOf);
  await Promise.all([...groups].map(async ([pack, addresses]) => {
    const parts = pack && (await read(pack, false))?.parts;
    if (parts) await walkGroups(addresses, (address) => parts.findLast(({ first }) => first <= address)?.file, read);
  }));
}
