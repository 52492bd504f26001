/**
 * The site as a folder for any static host, with what common hosts must be told.
 *
 * `node tools/dist.mjs OUT [--url https://example.org/archive/]`
 *
 * OUT is emptied first. OUT/www is what stands at the root of the host: the site is in it at the path
 * of its address, with its own 404.html, compressed neighbours, `.htaccess` and `.nojekyll`. Beside it
 * stand the lines for servers that are told elsewhere. Without an address the site stands at `/`, and
 * has no feeds and no sitemap, which name whole addresses. Needs what `make build` leaves in target/.
 */
import { execFileSync } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { argv, env, execPath, exit } from "node:process";
import { parseArgs } from "node:util";
import { compressFolder } from "./compress.mjs";
import { apache } from "./hosts/apache.mjs";
import { caddy } from "./hosts/caddy.mjs";
import { headersFile } from "./hosts/headers.mjs";
import { nginx } from "./hosts/nginx.mjs";
import { gitHubPages, gitLabPages } from "./hosts/pages.mjs";
import { documentHeaders } from "./policy.mjs";

const { values, positionals } = parseArgs({ args: argv.slice(2), allowPositionals: true, options: { url: { type: "string" } } });
const [out] = positionals;
if (!out) throw new Error("Give the folder to make.");
const url = values.url ? addressOf(values.url) : undefined;
const base = url?.pathname ?? "/";
const folder = join(out, "www", base);

await rm(out, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
run(execPath, "tools/finish.mjs", "target/spa", folder);
run("target/debug/rostrum", "build", "content", "--out", join(folder, "bundle"), "--site", ...(url ? ["--base", url.href] : []));
await compressFolder(folder);
await tellHosts();
console.log(`The site is in ${join(out, "www")}, to stand at ${url?.href ?? "the root of a host"}. docs/hosting.md says how to publish it.`);
if (!url) console.log("Give its address to have feeds and a sitemap too: make dist URL=https://example.org/");

/** Writes what the hosts must be told, some of it into the site. */
async function tellHosts() {
  const make = ["make dist", ...(url ? [`URL=${url.href}`] : [])].join(" ");
  const published = join("hosting/www", base).replace(/\/$/, "");
  const sent = documentHeaders(folder);
  const files = {
    [join(folder, ".htaccess")]: apache(base, sent),
    [join(folder, ".nojekyll")]: "",
    [join(out ?? "", "www", "_headers")]: await headersFile(folder, base),
    [join(out ?? "", "nginx.conf")]: nginx(base, sent),
    [join(out ?? "", "Caddyfile")]: caddy(base, sent),
    [join(out ?? "", "github-pages.yml")]: gitHubPages(make, published),
    [join(out ?? "", "gitlab-ci.yml")]: gitLabPages(make, published),
  };
  for (const [file, text] of Object.entries(files)) await writeFile(file, text);
}

/**
 * The address with a slash at its end. Its path becomes part of rules for servers, so that it may hold
 * nothing which means something there.
 * @param {string} text
 */
function addressOf(text) {
  const address = URL.canParse(text) ? new URL(text) : undefined;
  if (!address || !/^https?:$/.test(address.protocol) || !/^[\w/~-]*$/.test(address.pathname) || address.search || address.hash) {
    console.error(`${text} is no address for a site. Write one such as https://example.org/archive/, its path of letters, digits and hyphens.`);
    exit(1);
  }
  address.pathname = address.pathname.replace(/\/*$/, "/");
  return address;
}

/**
 * @param {string} program
 * @param {string[]} options
 */
function run(program, ...options) {
  execFileSync(program, options, { stdio: ["ignore", "ignore", "pipe"], env: { ...env, BASE: base } });
}
