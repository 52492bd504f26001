/**
 * What the WebAssembly is made of: each module, and in the first one each crate, each folder of ours, each
 * part of the standard library, what generic functions weigh in all their copies, and the ten largest
 * functions. `node tools/weigh.mjs FOLDER`, from what `tools/webassembly.mjs` left there with `NAMES=1`.
 *
 * What is packed is what brotli would need less for the module if the functions were not in it. It does not
 * add up to the whole: what is alike in two places packs well as long as one of them is there.
 */
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { argv } from "node:process";
import { codeOf, packed } from "./sections.mjs";
import { kilobytes } from "./sizes.mjs";

/** @import { Code, Weighed } from "./sections.mjs" */

const FIRST = "rostrum-app_bg.wasm";
/** What parts have in common, here before small pieces of it are joined. */
const COMMON = /^chunk_/;
const ROWS = 20;
const LARGEST = 10;
const STANDARD = /^(core|alloc|std)$/;

const folder = argv[2] ?? "target/size";
const names = (await readdir(folder)).filter((name) => name.endsWith(".wasm"));
if (!names.includes(FIRST)) throw new Error(`There is nothing to weigh in ${folder}: run \`make size\`.`);
const modules = await Promise.all(names.map(async (name) => ({ name, code: codeOf(await readFile(join(folder, name))) })));
const first = modules.find(({ name }) => name === FIRST)?.code ?? { bytes: Buffer.of(), functions: [], data: 0, customs: [] };
const whole = packed(first, []);

const parts = modules.filter(({ name }) => !COMMON.test(name));
const common = modules.filter(({ name }) => COMMON.test(name)).map(({ code }) => code);
table("module", "of which data | its heaviest crates", [...parts.map(({ name, code }) => row(name, [code])), row("what parts have in common", common)]);
const { functions } = first;
print("crate, in the first module", grouped(functions, crateOf));
print("folder of src, with all that is made for its types", grouped(functions, featureOf));
print("of the standard library", grouped(functions.filter(({ name }) => STANDARD.test(crateOf(name))), libraryOf));
print("generic function, in all its copies", grouped(functions, withoutTypes).filter(([, { length }]) => length > 1));
const largest = functions.toSorted((one, other) => other.size - one.size).slice(0, LARGEST);
print("the ten largest functions", largest.map((one) => [one.name, [one]]));

/** Groups of functions, the heaviest first. @param {Weighed[]} all @param {(name: string) => string} key */
function grouped(all, key) {
  /** @type {Map<string, Weighed[]>} */
  const groups = new Map();
  for (const one of all) groups.set(key(one.name), [...(groups.get(key(one.name)) ?? []), one]);
  return [...groups].toSorted(([, one], [, other]) => sum(other) - sum(one));
}

/** @param {Weighed[]} functions */
function sum(functions) {
  return functions.reduce((sum, { size }) => sum + size, 0);
}

/** The crate that a function is written in, whatever types it is made for: the first one that its name names. @param {string} name */
function crateOf(name) {
  const crate = /(?<![\w:])(\w+)::/.exec(name)?.[1];
  return crate ?? (name.startsWith("<str>") ? "core" : "exports and others");
}

/** Our folder that a function belongs to, or whose types it is made for. @param {string} name */
function featureOf(name) {
  const [, feature, inner] = /\brostrum::(\w+)(?:::(\w+))?/.exec(name) ?? [];
  if (feature) return feature === "press" && inner === "search" ? "press/search" : feature;
  return /\brostrum_model::(\w+)/.test(name) ? `model ${/\brostrum_model::(\w+)/.exec(name)?.[1]}` : "for no type of ours";
}

/** @param {string} name */
function libraryOf(name) {
  return /\b(?:core|alloc|std)::\w+/.exec(name)?.[0] ?? crateOf(name);
}

/** A function's name without the types that it is made for. @param {string} name */
function withoutTypes(name) {
  let depth = 0;
  // The arguments of a function stand after `::<`; those before are its type, of which the name is kept.
  const kept = [...name.replaceAll("->", "→").replaceAll("::<", "<")].filter((letter) => {
    if (letter === "<") depth += 1;
    const isKept = depth === 0 || (name.startsWith("<") && depth === 1);
    if (letter === ">") depth -= 1;
    return isKept;
  });
  return kept.join("").replaceAll(/\{closure#\d+\}/g, "{closure}");
}

/** @param {string} name @param {Code[]} codes @returns {[string, number, number, string]} */
function row(name, codes) {
  const data = codes.reduce((sum, { data }) => sum + data, 0);
  const functions = codes.flatMap(({ functions }) => functions);
  const bytes = codes.reduce((sum, code) => sum + packed(code, []), 0);
  return [name, sum(functions) + data, bytes, `${kilobytes(data)} | ${heaviest(functions)}`];
}

/** The three heaviest crates. @param {Weighed[]} functions */
function heaviest(functions) {
  return grouped(functions, crateOf).slice(0, 3).map(([name, group]) => `${name} ${kilobytes(sum(group))}`).join(", ");
}

/** Groups of functions of the first module. @param {string} title @param {[string, Weighed[]][]} groups */
function print(title, groups) {
  table(title, "functions", groups.slice(0, ROWS).map(([name, group]) => [name, sum(group), whole - packed(first, group), String(group.length)]));
}

/** @param {string} title @param {string} more @param {[name: string, bytes: number, packed: number, more: string][]} rows */
function table(title, more, rows) {
  console.log(`\n| ${title} | kB | packed | ${more} |\n| --- | ---: | ---: |${" ---: |".repeat(more.split("|").length)}`);
  for (const [name, bytes, packed, text] of rows) console.log(`| ${name} | ${kilobytes(bytes)} | ${kilobytes(packed).replace("-0.0", "0.0")} | ${text} |`);
}
