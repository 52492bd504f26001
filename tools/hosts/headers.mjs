/** For Netlify and Cloudflare Pages: the file `_headers` in the folder that is published. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { FEEDS, HASHED, HEADERS, IMMUTABLE, documentHeaders } from "../policy.mjs";

const COMPRESSED = /\.(br|gz)$/;

/**
 * Both hosts let a browser keep nothing without asking unless a line says otherwise, and join what two
 * lines say of the same header: so only the files with a hash have a line for it, and all files have the
 * headers of documents, which HTTP/2 sends once.
 * @param {string} folder the folder of the site
 * @param {string} base the path of the site, with its slashes
 */
export async function headersFile(folder, base) {
  const lines = Object.entries({ ...HEADERS, ...documentHeaders(folder) }).map(([name, value]) => `  ${name}: ${value}`);
  const kept = (await hashedPaths(folder)).map((path) => `${base}${path}\n  Cache-Control: ${IMMUTABLE}\n`);
  return `# Rostrum at ${base}, for Netlify and Cloudflare Pages. Written by \`make dist\`.
${base}*
${lines.join("\n")}

${base}${FEEDS.folder}*
  Content-Type: ${FEEDS.type}

${kept.join("\n")}`;
}

/**
 * What the hosts can tell files with a hash by: how their path begins.
 * @param {string} folder
 */
async function hashedPaths(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !COMPRESSED.test(entry.name));
  const paths = files.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length).replace(/^[/\\]/, "").replaceAll("\\", "/"));
  const beginnings = new Set(paths.filter((path) => HASHED.test(path)).map(beginningOf));
  const others = paths.filter((path) => !HASHED.test(path));
  const shared = others.find((path) => [...beginnings].some((beginning) => path.startsWith(beginning)));
  if (shared) throw new Error(`${shared} would be kept for ever: its name begins like those that carry a hash.`);
  return [...beginnings].toSorted().map((beginning) => `${beginning}*`);
}

/**
 * The folders of a bundle hold files with a hash alone; in the folder of the site the first word of
 * their names tells them from the others.
 * @param {string} path
 */
function beginningOf(path) {
  const [, folder] = /^(bundle\/[^/]+\/)/.exec(path) ?? [];
  return folder ?? path.slice(0, path.indexOf("-") + 1);
}
