/**
 * The last step of the SPA's build, run by Trunk in its staging folder (`Trunk.toml`, `post_build`):
 * minifies, gives every asset a name with its hash, writes names and integrity into embed.js and
 * index.html, compresses. Hashes are taken after optimising, so a name stands for its bytes.
 *
 * embed.js keeps its name: web editors paste its address once.
 */
import { createHash } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { env } from "node:process";
import { build } from "esbuild";
import { compressFolder } from "./compress.mjs";
import { printSizes } from "./sizes.mjs";

const BROWSERS = ["chrome123", "firefox128", "safari17.5"];

/** @typedef {{ name: string, integrity: string }} Asset */

const staging = stagingFolder();
const isRelease = env["TRUNK_PROFILE"] !== "debug";
const base = env["TRUNK_PUBLIC_URL"] ?? "/";

const glue = await place("rostrum-app.js", await bundleGlue());
const wasm = await place("rostrum-app_bg.wasm", await readFile(join(staging, "rostrum-app_bg.wasm")));
const style = await place("rostrum.css", await bundled({ entryPoints: ["style/index.css"] }));
const page = await place("page.css", await bundled({ entryPoints: ["style/page.css"] }));
await writeFile(join(staging, "embed.js"), await bundleEmbed());
await finishIndex({ "rostrum-app.js": glue, "rostrum-app_bg.wasm": wasm, "rostrum.css": style, "page.css": page });
await rm(join(staging, "snippets"), { recursive: true, force: true });
if (isRelease) {
  await compressFolder(staging);
  await printSizes(staging);
}

function stagingFolder() {
  const folder = env["TRUNK_STAGING_DIR"];
  if (!folder) throw new Error("tools/finish.mjs is run by Trunk: use `make spa`, or `trunk build --release`.");
  return folder;
}

/**
 * Keeps of the glue what embed.js calls; the rest falls away with it, once nothing is done for it
 * when the module loads.
 */
function bundleGlue() {
  const contents = 'export { default, mount } from "./rostrum-app.js";';
  const define = { "Symbol.dispose": "undefined" };
  return bundled({ stdin: { contents, resolveDir: staging }, define, pure: ["FinalizationRegistry"] });
}

function bundleEmbed() {
  const named = (/** @type {Asset} */ { name, integrity }) => ({ href: `./${name}`, integrity });
  const assets = { glue: `./${glue.name}`, wasm: named(wasm), style: named(style) };
  return bundled({ entryPoints: ["src/embed/embed.js"], define: { ROSTRUM_ASSETS: JSON.stringify(assets) } });
}

/** @param {import("esbuild").BuildOptions} options */
async function bundled(options) {
  const { outputFiles } = await build({
    bundle: true,
    format: "esm",
    target: BROWSERS,
    minify: isRelease,
    legalComments: "none",
    write: false,
    ...options,
  });
  const [file] = outputFiles ?? [];
  if (!file) throw new Error("esbuild wrote no file.");
  return file.contents;
}

/**
 * Writes the bytes under a name that carries their hash, in place of the plain name.
 * @param {string} plain
 * @param {Uint8Array} bytes
 * @returns {Promise<Asset>}
 */
async function place(plain, bytes) {
  const digest = createHash("sha384").update(bytes);
  const integrity = `sha384-${digest.copy().digest("base64")}`;
  const name = plain.replace(/(_bg)?\.(\w+)$/, `-${digest.digest("hex").slice(0, 12)}.$2`);
  await rm(join(staging, plain), { force: true });
  await writeFile(join(staging, name), bytes);
  return { name, integrity };
}

/**
 * Puts names and integrity into index.html, and the base path before every address of the site.
 * @param {Record<string, Asset>} assets
 */
async function finishIndex(assets) {
  const path = join(staging, "index.html");
  let html = await readFile(path, "utf8");
  for (const [plain, { name, integrity }] of Object.entries(assets)) {
    if (!html.includes(`href="/${plain}"`)) throw new Error(`index.html does not name /${plain}.`);
    // Browsers check the integrity of style and modules here; of what is fetched, embed.js has it checked.
    const isFetched = new RegExp(`href="/${plain}" as="fetch"`).test(html);
    html = html.replace(`href="/${plain}"`, `href="/${name}"${isFetched ? "" : ` integrity="${integrity}"`}`);
  }
  html = html.replaceAll(/\b(href|src|bundle|base)="\//g, `$1="${base}`);
  await writeFile(path, html.replaceAll(/^\s*\n/gm, ""));
}
