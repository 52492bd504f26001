/**
 * The whole site as one HTML file, which opens from a folder or a memory stick without any server.
 *
 * `node tools/single.mjs PAGE`: needs what `make build` leaves in dist/ and target/.
 *
 * The page holds what a host would send: style and script in its head, WebAssembly, its parts and a
 * bundle of content/ as data blocks (`src/single/files.js` reads them). Its policy names script and
 * style by their hashes, and allows no connection.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { argv } from "node:process";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { HASHED, singlePolicy } from "./policy.mjs";
import { kilobytes } from "./sizes.mjs";

const DIST = "dist";
const BUNDLE = "target/single/bundle";
/** How embed.js asks for the JavaScript around the WebAssembly, which is within the page here. */
const IMPORT = "import(url)";

const [page] = argv.slice(2);
if (!page) throw new Error("Name the page to write.");

const names = await readdir(DIST);
const glue = named(/^rostrum-app-\w+\.js$/);
const wasm = named(/^rostrum-app-\w+\.wasm$/);
const sheet = named(/^rostrum-\w+\.css$/);
const icon = await readFile("public/mark.svg");
const style = (await readFile(join(DIST, named(/^part-page-\w+\.css$/)), "utf8")).trim();
const script = await bundledScript();
if (/<\/(script|style)|<!--/i.test(script + style)) throw new Error("Script or style would end before its end.");

const parts = {
  POLICY: singlePolicy({ script: hashOf(script), style: hashOf(style) }),
  ICON: `data:image/svg+xml;base64,${icon.toString("base64")}`,
  STYLE: style,
  SCRIPT: script,
  FILES: (await storedFiles()).join("\n    "),
};
const html = (await readFile("src/single/page.html", "utf8")).replaceAll(/ROSTRUM_([A-Z]+)/g,
  (_, part) => parts[/** @type {keyof typeof parts} */ (part)]);
await writeFile(page, html);
console.log(`${page}: the whole site in ${kilobytes(Buffer.byteLength(html))} kB.`);

/** @param {RegExp} pattern */
function named(pattern) {
  const name = names.find((name) => pattern.test(name));
  if (!name) throw new Error(`${DIST} has no ${pattern}: run \`make build\` first.`);
  return name;
}

/** embed.js with the JavaScript that it would load, and with our `fetch` in the place of the browser's. */
async function bundledScript() {
  const asset = (/** @type {string} */ name) => ({ href: `./${name}`, integrity: "" });
  const { outputFiles } = await build({
    entryPoints: ["src/single/page.js"],
    inject: ["src/single/files.js"],
    define: { ROSTRUM_ASSETS: JSON.stringify({ glue: asset(glue), wasm: asset(wasm), style: asset(sheet) }) },
    plugins: [{ name: "glue", setup: ({ onLoad }) => onLoad({ filter: /[/\\]load\.js$/ }, loadLoader) }],
    bundle: true,
    format: "esm",
    minify: true,
    legalComments: "none",
    write: false,
  });
  const text = outputFiles[0]?.text.trim() ?? "";
  if (/[^.\w]fetch\(/.test(text)) throw new Error("Something would ask the network.");
  return text;
}

/** @param {{ path: string }} file */
async function loadLoader({ path }) {
  const text = await readFile(path, "utf8");
  if (!text.includes(IMPORT)) throw new Error(`${path} does not say ${IMPORT}.`);
  return { contents: text.replace(IMPORT, `import(${JSON.stringify(resolve(DIST, glue))})`) };
}

/** A data block for each file that may be asked for: what the SPA loads, and all of a bundle. */
async function storedFiles() {
  await rm(BUNDLE, { recursive: true, force: true });
  execFileSync("target/debug/rostrum", ["build", "content", "--out", BUNDLE], { stdio: ["ignore", "ignore", "pipe"] });
  const entries = await readdir(BUNDLE, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const assets = names.filter((name) => HASHED.test(name) && !/\.(html|js)$/.test(name) && !name.startsWith("part-page-"));
  return Promise.all([
    ...assets.map((name) => block(name, join(DIST, name))),
    ...files.toSorted().map((file) => block(`bundle/${file.slice(BUNDLE.length + 1).replaceAll("\\", "/")}`, file)),
  ]);
}

/**
 * @param {string} name
 * @param {string} file
 */
async function block(name, file) {
  const packed = gzipSync(await readFile(file), { level: 9 });
  return `<script type="application/gzip" id="${name}">${packed.toString("base64")}</script>`;
}

/** @param {string} text */
function hashOf(text) {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
