/**
 * The response headers that the site is made for. What `make dist` writes for common hosts comes from
 * here; the end-to-end tests run under them, so that what breaks one breaks a test.
 */
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { extname, join } from "node:path";

/**
 * The strictest policy that lets WebAssembly compile (Content Security Policy Level 3, Trusted Types). A
 * page of another system needs no more.
 */
export const POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types rostrum-offline",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join("; ");

/** The style sheets that pages hold. */
const SHEETS = /^(rostrum|part-(page|still|texts|timeline))-[0-9a-f]+\.css$/;

/** What was read of files, until they change: a server asks at every page. @type {Map<string, { changed: number, hash: string }>} */
const READ = new Map();

/**
 * The policy of a site: its pages hold the text of its style sheets, each named by its hash.
 * @param {string} folder
 */
export function sitePolicy(folder) {
  const names = readdirSync(folder).filter((name) => SHEETS.test(name)).toSorted();
  const hashes = names.map((name) => ` 'sha256-${hashOf(join(folder, name))}'`);
  return POLICY.replace("style-src 'self'", (style) => style + hashes.join(""));
}

/** @param {string} path */
function hashOf(path) {
  const { mtimeMs: changed } = statSync(path);
  const read = READ.get(path);
  if (read?.changed === changed) return read.hash;
  const hash = createHash("sha256").update(readFileSync(path)).digest("base64");
  READ.set(path, { changed, hash });
  return hash;
}

/**
 * The same for a page that says it itself, where a host sends no headers; there nobody heeds `frame-ancestors`.
 * @param {string} folder
 */
export const pagePolicy = (folder) => sitePolicy(folder).replace(/; frame-ancestors [^;]*/, "");

/**
 * That of a site which is one file: nothing but its own script and style, named by their hashes, and no
 * connection at all.
 * @param {{ script: string, style: string }} hashes
 */
export const singlePolicy = ({ script, style }) => [
  "default-src 'none'",
  `script-src ${script} 'wasm-unsafe-eval'`,
  `style-src ${style}`,
  "img-src data:",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** What every answer says. @type {Record<string, string>} */
export const HEADERS = { "X-Content-Type-Options": "nosniff" };

/**
 * What an answer says besides, unless it is subordinate.
 * @param {string} folder of the site
 * @returns {Record<string, string>}
 */
export const documentHeaders = (folder) => ({
  "Content-Security-Policy": sitePolicy(folder),
  "Cross-Origin-Opener-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
  "Referrer-Policy": "strict-origin-when-cross-origin",
});

/** A name that carries the hash of its content never changes its content. */
export const HASHED = /[-.][0-9a-f]{8,}\.[a-z]+$/;

/**
 * Programs, style and data that only a page of the site asks for, by names with a hash: they are under
 * the policy of the page, and what they say of it themselves is heeded by nobody. A first visit asks for
 * more than ten of them, so that it would pay for it ten times over.
 */
export const SUBORDINATE = /[-.][0-9a-f]{8,}\.(bin|css|js|json|wasm)$/;

/** How long such a file may be kept without asking, and any other. */
export const IMMUTABLE = "public, max-age=31536000, immutable";
export const REVALIDATED = "no-cache";

/**
 * How long a file may be kept without asking.
 * @param {string} pathname
 */
export function caching(pathname) {
  return HASHED.test(pathname) ? IMMUTABLE : REVALIDATED;
}

/** What a file is, by the end of its name. All text is UTF-8. */
export const TYPES = {
  bin: "application/octet-stream",
  css: "text/css; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  html: "text/html; charset=utf-8",
  ics: "text/calendar; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  png: "image/png",
  svg: "image/svg+xml",
  txt: "text/plain; charset=utf-8",
  wasm: "application/wasm",
  webmanifest: "application/manifest+json",
  xml: "application/xml",
};

/** The folder of the feeds, whose files are XML of this type (RFC 4287). */
export const FEEDS = { folder: "feeds/", type: "application/atom+xml" };

/**
 * @param {string} pathname of a file, from the folder of the site
 * @returns {string | undefined}
 */
export function typeOf(pathname) {
  if (pathname.startsWith(FEEDS.folder)) return FEEDS.type;
  return Object.entries(TYPES).find(([end]) => extname(pathname) === `.${end}`)?.[1];
}
