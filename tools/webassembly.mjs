/**
 * From what cargo built to what a browser loads: the first module, the parts that are loaded later,
 * and the JavaScript around them, in a folder that `tools/finish.mjs` takes up.
 *
 * `node tools/webassembly.mjs MODULE FOLDER`; with `NAMES=1` functions keep their names, for `tools/weigh.mjs`.
 *
 * wasm-split cuts at the functions that are marked with `#[wasm_split]`, wasm-bindgen writes the
 * JavaScript, wasm-opt optimises. What nothing calls goes, and what passes between module and
 * JavaScript gets short names: the long ones end in hashes, which nothing compresses.
 */
import { execFileSync } from "node:child_process";
import { copyFile, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { argv, env } from "node:process";
import binaryen from "binaryen";
import { build } from "esbuild";

/** Names beside the code change nothing of it. */
const NAMED = env["NAMES"] ? ["--debuginfo"] : [];
/**
 * For size, as longer code that packs better than that of `-Oz`, in what every browser here can read.
 * Control flow is laid out anew, twice optimised; and what is written twice is not held in a local, since
 * brotli packs the repetition better than the locals.
 */
const OPTIMISED = ["--flatten", "--rereloop", "-Os", "-Os", "--skip-pass=local-cse", "--skip-pass=simplify-locals",
  "--low-memory-unused", "--mvp-features", "--enable-bulk-memory", "--enable-multivalue",
  "--enable-mutable-globals", "--enable-nontrapping-float-to-int", "--enable-reference-types", "--enable-sign-ext",
  ...(NAMED.length > 0 ? NAMED : ["--strip-debug"]), "--strip-producers", "--strip-target-features"];

/** @typedef {{ imports: [module: string, name: string, short: string][], exports: [name: string, short: string][] }} Names */

const [input, folder] = argv.slice(2);
if (!input || !folder) throw new Error("Give the module that cargo built, and a folder.");
/** @param {string} name */
const within = (name) => join(folder, name);
const GLUE = within("rostrum-app.js");
const FIRST = within("rostrum-app_bg.wasm");
/** What parts have in common and is smaller than so many bytes stands in one module. */
const SMALL = 1500;
const JOINED = "chunk_small.wasm";
/** What the first module asks for its parts: ours, in the place of what wasm-split writes. */
const PARTS = within("__wasm_split.js");

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const unbound = within("rostrum-app.wasm");
run("wasm-split-cli", input, folder, "--out-name", "rostrum-app");
await tellOfParts();
await copyFile("src/embed/parts.js", PARTS);
await copyFile("src/embed/asset.js", within("asset.js"));
run("wasm-bindgen", "--target", "web", "--no-typescript", "--keep-lld-exports", "--out-dir", folder, unbound);
await rm(unbound);
const modules = async () => (await readdir(folder)).filter((name) => name.endsWith(".wasm") && within(name) !== FIRST);
for (const part of await modules()) run("wasm-opt", ...OPTIMISED, within(part), "-o", within(part));
// With names they would not go into one.
if (NAMED.length === 0) await joinChunks();
const parts = await modules();
await prepareGlue();
await shareWithParts();
await dropExports();
const names = run("wasm-opt", ...OPTIMISED, "--minify-imports-and-exports-and-modules", FIRST, "-o", FIRST);
await rename(JSON.parse(names));

/**
 * What a tool wrote; what it complained of shows only if it failed.
 * @param {string} tool
 * @param {string[]} options
 */
function run(tool, ...options) {
  return execFileSync(tool, options, { encoding: "utf8", stdio: "pipe" });
}

/**
 * Writes which modules each part is made of, as the loader tells that wasm-split wrote: its own, and
 * those that it has in common with other parts. What all of it is elsewhere has no module of its own.
 */
async function tellOfParts() {
  const loader = await readFile(PARTS, "utf8");
  const parts = [...loader.matchAll(/__wasm_split_load_(\w+) = ([^]*?), \[(.*)\]\)\);/g)].map(
    ([, name = "", own = "", common = ""]) => [name, [own, common].flatMap((text) => text.match(/(?:split|chunk)_\w+/g) ?? [])]);
  await writeFile(within("parts.json"), JSON.stringify(Object.fromEntries(parts)));
}

/**
 * Joins what several parts have in common and is too little for a file of its own, often a word: each
 * file has an address and an integrity in the first visit, which nothing compresses.
 */
async function joinChunks() {
  const chunks = (await readdir(folder ?? "")).filter((name) => name.startsWith("chunk_"));
  const sizes = await Promise.all(chunks.map(async (name) => (await readFile(within(name))).length));
  const small = chunks.filter((_, index) => (sizes[index] ?? 0) < SMALL);
  const names = small.map((name) => name.replace(".wasm", ""));
  const features = ["--enable-multimemory", "--enable-bulk-memory", "--enable-reference-types", "--enable-nontrapping-float-to-int",
    "--enable-sign-ext", "--enable-mutable-globals", "--enable-multivalue"];
  run("wasm-merge", ...features, ...small.flatMap((name) => [within(name), name]), "-o", within(JOINED));
  await writeFile(within(JOINED), importedOnce(run("wasm-dis", ...features, within(JOINED))));
  run("wasm-as", ...features, within(JOINED), "-o", within(JOINED));
  await Promise.all(small.map((name) => rm(within(name))));
  /** @type {[string, string[]][]} */
  const parts = Object.entries(JSON.parse(await readFile(within("parts.json"), "utf8")));
  const joined = parts.map(([part, modules]) =>
    [part, [...new Set(modules.map((name) => names.includes(name) ? JOINED.replace(".wasm", "") : name))]]);
  await writeFile(within("parts.json"), JSON.stringify(Object.fromEntries(joined)));
}

/**
 * Modules that were joined each import memory, table and globals: once is enough.
 * @param {string} text
 */
function importedOnce(text) {
  /** @type {Map<string, string>} */
  const first = new Map();
  /** @type {Map<string, string>} */
  const again = new Map();
  const rest = text.replaceAll(/^ \(import ("\w+" "\w+") \(\w+ (\S+).*\n/gm, (line, name, id) => {
    const known = first.get(name);
    if (known) again.set(id, known);
    else first.set(name, id);
    return known ? "" : line;
  });
  return rest.replaceAll(/\$\w+\$\d+/g, (id) => again.get(id) ?? id);
}

/** Lets go of classes that nobody makes, and gives parts.js what it starts the module with. */
async function prepareGlue() {
  const glue = (await readFile(GLUE, "utf8"))
    .replaceAll(/^if \(Symbol\.dispose\).*\n/gm, "")
    .replaceAll(": new FinalizationRegistry(", ": /* @__PURE__ */ new FinalizationRegistry(")
    // Named once for each part that the module asks for.
    .replace(/("\.\/__wasm_split\.js": \w+,\s*)+/, '"./__wasm_split.js": import1,');
  await writeFile(GLUE, `${glue}\nexport { __wbg_get_imports, __wbg_finalize_init };\n`);
}

/** Writes into parts.js what the first module shares with its parts. */
async function shareWithParts() {
  const modules = await Promise.all(parts.map(async (part) => new WebAssembly.Module(await readFile(within(part)))));
  const names = new Set(modules.flatMap((module) => WebAssembly.Module.imports(module).map(({ name }) => name)));
  const shared = [...names].map((name) => `${name}: wasm.${name}`).join(", ");
  await writeFile(PARTS, (await readFile(PARTS, "utf8")).replace("ROSTRUM_SHARED", `{ ${shared} }`));
}

/** Drops the exports that the JavaScript does not call, once what embed.js does not call is gone from it. */
async function dropExports() {
  const bundled = await build({ entryPoints: [PARTS], bundle: true, format: "esm", write: false });
  const called = new Set(bundled.outputFiles[0]?.text.match(/\w+/g));
  binaryen.setDebugInfo(NAMED.length > 0);
  const module = binaryen.readBinary(await readFile(FIRST));
  const names = Array.from({ length: module.getNumExports() }, (_, index) =>
    binaryen.getExportInfo(module.getExportByIndex(index)).name);
  for (const name of names.filter((name) => !called.has(name))) module.removeExport(name);
  await writeFile(FIRST, module.emitBinary());
}

/**
 * Writes the short names into the JavaScript, and lets go what the module no longer asks for.
 * @param {Names} names
 */
async function rename({ imports, exports }) {
  const asked = new Map(imports.map(([, name, short]) => [name, short]));
  const called = new Map(exports);
  const renamed = (/** @type {string} */ text) => text
    .replaceAll(/\b__w\w+\b/g, (name) => asked.get(name) ?? name)
    .replaceAll(/\bwasm\.(\w+)/g, (whole, name) => called.has(name) ? `wasm.${called.get(name)}` : whole);
  const glue = (await readFile(GLUE, "utf8"))
    .replaceAll(/^ {8}(\w+): function[^]*?^ {8}\}.*\n/gm, (whole, name) => asked.has(name) ? whole : "")
    .replace(/"\.\/rostrum-app_bg\.js": import0,\s*"\.\/__wasm_split\.js": import1,/, "a: { ...import0, ...import1 },");
  const loaders = await readFile(PARTS, "utf8");
  const missing = [...asked.keys()].find((name) => name.startsWith("__wasm_split_") && !loaders.includes(`const ${name} =`));
  if (missing) throw new Error(`src/embed/parts.js exports no ${missing}.`);
  await writeFile(GLUE, renamed(glue));
  await writeFile(PARTS, renamed(loaders));
}
