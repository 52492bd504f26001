/** Generated archives for the measurements of searching, and their releases as plain texts. */
import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { compressFolder } from "../tools/compress.mjs";

/** @typedef {{ address: string, title: string, texts: string[] }} Release one text for each language */

/**
 * Builds a bundle, as a site of its own.
 * @param {string} command
 * @param {string} sources
 * @param {string} site
 */
export async function buildSite(command, sources, site) {
  cpSync("dist", site, { recursive: true, filter: (from) => !from.startsWith(join("dist", "bundle")) });
  const time = join(site, "..", "time");
  execFileSync("/usr/bin/time", ["-f", "%e %M", "-o", time, command, "build", sources, "--out", join(site, "bundle")], {
    stdio: "ignore",
  });
  const [seconds = 0, kilobytes = 0] = readFileSync(time, "utf8").trim().split(" ").map(Number);
  const files = readdirSync(join(site, "bundle/search"));
  // What a search fetches of the bundle; all of it would take longer than what is measured.
  await compressFolder(join(site, "bundle/search"));
  return { seconds, megabytes: (kilobytes * 1024) / 1e6, files: files.length };
}

/**
 * All releases of a bundle, the oldest first.
 * @param {string} bundle
 * @returns {Release[]}
 */
export function releases(bundle) {
  const folder = join(bundle, "releases");
  const packs = readdirSync(folder).filter((name) => name.endsWith(".json"));
  const all = packs.flatMap((name) => JSON.parse(readFileSync(join(folder, name), "utf8")).releases ?? []);
  const plain = all.map(({ address, versions }) => ({
    address,
    title: versions[0].title,
    texts: versions.map((/** @type {any} */ { title, body }) => [title, ...words(body)].join(" ")),
  }));
  return plain.sort((one, other) => (one.address < other.address ? -1 : 1));
}

/**
 * The texts within blocks.
 * @param {unknown} value
 * @returns {string[]}
 */
function words(value) {
  if (Array.isArray(value)) return value.flatMap(words);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    typeof inner === "string" ? (name === "text" ? [inner] : []) : words(inner),
  );
}
