/**
 * The last step of the SPA's build: minifies, gives every asset a name with its hash, writes names
 * and integrity into embed.js and index.html, compresses. Hashes are taken after optimising, so a
 * name stands for its bytes. 404.html is index.html again: a host answers with it where the site has
 * no page, and `rostrum build --site` puts every page into it.
 *
 * `node tools/finish.mjs FOLDER DIST`: from what `tools/webassembly.mjs` left in FOLDER, the site in
 * DIST, which is emptied first. BASE in the environment is the path that the site will stand at; with
 * POLICY=page each page says the policy itself, for hosts that send no headers.
 *
 * embed.js keeps its name: web editors paste its address once.
 */
import { createHash } from "node:crypto";
import { cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { argv, env } from "node:process";
import { build } from "esbuild";
import { compressFolder } from "./compress.mjs";
import { HASHED, pagePolicy } from "./policy.mjs";
import { PART, WORDS, WORKER, printSizes } from "./sizes.mjs";

/** The parts of the WebAssembly, as `#[wasm_split]` names them, each with its style if it has one. */
const PARTS = { languages: undefined, search: "style/search.css", texts: "style/texts.css", timeline: "style/timeline.css", tools: undefined };
const BROWSERS = ["chrome123", "firefox128", "safari17.5"];

const [folder, dist] = argv.slice(2);
if (!folder || !dist) throw new Error("Give the folder of the WebAssembly, and the one for the site.");
const base = env["BASE"] ?? "/";

await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });
await cp("public", dist, { recursive: true });

const style = await place("rostrum.css", await bundled("style/index.css"));
const wasm = await place("rostrum-app.wasm", await readFile(join(folder, "rostrum-app_bg.wasm")));
const still = await place(`${PART}still.css`, await bundled("style/still.css"));
const parts = await placeParts();
const words = await placeWords();
const glue = await place("rostrum-app.js", await bundled(join(folder, "__wasm_split.js"), { ROSTRUM_PARTS: parts, ROSTRUM_WORDS: words }));
const assets = { glue, wasm, style };
const embed = await bundled("src/embed/embed.js", { ROSTRUM_ASSETS: assets });
await writeFile(join(dist, "embed.js"), embed);
const pageStyle = await bundled("style/page.css");
const page = await place(`${PART}page.css`, pageStyle);
const lineStyle = Buffer.from(await bundled("style/offline.css")).toString();
const offlineWords = await placeOfflineWords();
const keeping = await place(`${PART}keeping.js`, await bundled("src/offline/keeping.js",
  { ROSTRUM_BASE: base, ROSTRUM_OFFLINE_WORDS: offlineWords }));
const offline = await place(`${PART}offline.js`, await bundled("src/offline/page.js",
  { ROSTRUM_BASE: base, ROSTRUM_OFFLINE_STYLE: lineStyle, ROSTRUM_KEEPING: keeping.href, ROSTRUM_OFFLINE_WORDS: offlineWords }));
await finishIndex({ "rostrum-app.js": glue, "rostrum-app.wasm": wasm, "rostrum.css": style, "page.css": page });
await placeWorker();
await compressFolder(dist);
await printSizes(dist);

/**
 * @param {string} file
 * @param {Record<string, unknown>} values what stands for names in the file
 */
async function bundled(file, values = {}) {
  const define = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, JSON.stringify(value)]));
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    format: "esm",
    target: BROWSERS,
    minify: true,
    legalComments: "none",
    logOverride: { "import-is-undefined": "error" },
    write: false,
    define,
  });
  const [output] = outputFiles;
  if (!output) throw new Error("esbuild wrote no file.");
  return output.contents;
}

/**
 * Writes the bytes under a name that carries their hash.
 * @param {string} plain
 * @param {Uint8Array} bytes
 * @returns {Promise<Asset>}
 */
async function place(plain, bytes) {
  const { hash, integrity } = digestOf(bytes);
  const name = plain.replace(".", `-${hash}.`);
  await writeFile(join(dist ?? "", name), bytes);
  return { href: `./${name}`, integrity };
}

/** @param {Uint8Array} bytes */
function digestOf(bytes) {
  const digest = createHash("sha256").update(bytes).digest();
  return { hash: digest.toString("hex").slice(0, 12), integrity: `sha256-${digest.toString("base64")}` };
}

/** @returns {Promise<Record<string, Part>>} */
async function placeParts() {
  /** @type {Record<string, string[]>} */
  const modules = JSON.parse(await readFile(join(folder ?? "", "parts.json"), "utf8"));
  const unknown = Object.keys(modules).find((name) => !(name in PARTS));
  if (unknown) throw new Error(`The part ${unknown} was cut out and nothing loads it: name it here and in src/embed/parts.js.`);
  /** @type {Map<string, Promise<Asset>>} */
  const placed = new Map();
  const placeModule = (/** @type {string} */ name) => {
    const asset = placed.get(name) ?? placePart(`${name.replace("split_", "")}.wasm`, readFile(join(folder ?? "", `${name}.wasm`)));
    placed.set(name, asset);
    return asset;
  };
  const parts = Object.entries(PARTS).map(async ([name, sheet]) => {
    const part = { modules: await Promise.all((modules[name] ?? []).map(placeModule)) };
    return [name, sheet ? { ...part, style: await placePart(`${name}.css`, bundled(sheet)) } : part];
  });
  return Object.fromEntries(await Promise.all(parts));
}

/** @param {string} name @param {Promise<Uint8Array>} bytes */
async function placePart(name, bytes) {
  return place(PART + name, await bytes);
}

/**
 * Of each language's file a visitor loads the texts, a line each; that none is missing, the compiler
 * has checked (src/locale/files.rs).
 * @returns {Promise<Asset>} the file that says where they are
 */
async function placeWords() {
  const words = (await readdir("src/locale/words")).map(async (name) => {
    const lines = (await readFile(join("src/locale/words", name), "utf8")).split("\n").filter((line) => /^[^#]/.test(line));
    const texts = lines.map((line) => line.slice(line.indexOf("=") + 1).trim()).join("\n");
    return [name.replace(".txt", ""), await place(`${WORDS}${name}`, Buffer.from(texts))];
  });
  return place(`${WORDS}all.json`, Buffer.from(JSON.stringify(Object.fromEntries(await Promise.all(words)))));
}

/** @returns {Promise<Record<string, string>>} the addresses of what is said without a network, by languages */
async function placeOfflineWords() {
  const words = (await readdir("src/offline/words")).map(async (name) =>
    [name.replace(".js", ""), (await place(`${WORDS}${name}`, await bundled(join("src/offline/words", name)))).href]);
  return Object.fromEntries(await Promise.all(words));
}

/** @param {(Asset | undefined)[]} assets */
function addresses(assets) {
  return assets.map((asset) => base + asset?.href.slice(2)).join(" ");
}

/**
 * Puts names and integrity into index.html, and the base path before every address of the site.
 * @param {Record<string, Asset>} assets
 */
async function finishIndex(assets) {
  let html = await readFile("index.html", "utf8");
  for (const [plain, { href, integrity }] of Object.entries(assets)) {
    if (!html.includes(`href="/${plain}"`)) throw new Error(`index.html does not name /${plain}.`);
    // Browsers check the integrity of style and modules here; of what is fetched, embed.js has it checked.
    const isFetched = html.includes(`href="/${plain}" as="fetch"`);
    html = html.replace(`href="/${plain}"`, `href="${href.slice(1)}"${isFetched ? "" : ` integrity="${integrity}"`}`);
  }
  html = html.replace("/* page.css */", Buffer.from(pageStyle).toString());
  html = html.replace("part-still.css", addresses([still]));
  for (const name of ["texts", "timeline"]) html = html.replace(`part-${name}.css`, addresses([parts[name]?.style, ...(parts[name]?.modules ?? [])]));
  html = html.replace("/part-offline.js", offline.href.slice(1));
  html = html.replaceAll(/\b(href|src|bundle|base|offline)="\//g, `$1="${base}`);
  html = html.replaceAll(/^\s*\n/gm, "");
  const policy = `<meta http-equiv="Content-Security-Policy" content="${pagePolicy(dist ?? "")}">`;
  if (env["POLICY"] === "page") html = html.replace(/^.*<meta name="generator".*$/m, (line) => `${line}\n    ${policy}`);
  for (const page of ["index.html", "404.html"]) await writeFile(join(dist ?? "", page), html);
}

/**
 * Writes the service worker, which keeps every file with a hash in its name, embed.js, and the page of
 * the SPA, under a name of its own: index.html may be rendered anew.
 */
async function placeWorker() {
  const html = await readFile(join(dist ?? "", "index.html"));
  const entry = `${/ bundle="([^"]*)"/.exec(html.toString())?.[1]?.replace(base, "./")}bundle.json`;
  const page = (await place("page.html", html)).href;
  const files = (await readdir(dist ?? "")).filter((name) => HASHED.test(name) && !name.endsWith(".html")).map((name) => `./${name}`);
  const version = digestOf(Buffer.concat([embed, Buffer.from([page, ...files].join())])).hash;
  const shell = { version, page, embed: { href: "./embed.js", integrity: digestOf(embed).integrity }, entry, files };
  await writeFile(join(dist ?? "", WORKER), await bundled("src/offline/worker.js", { ROSTRUM_BASE: base, ROSTRUM_SHELL: shell }));
}
