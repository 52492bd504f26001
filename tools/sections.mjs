/** Functions with their names and sizes, and what they weigh, from the bytes of a WebAssembly module (core specification, section 5.5). */

/** A function, and where its code stands. @typedef {{ name: string, from: number, size: number }} Weighed */
/** A module, its functions, the bytes of its data, and where names and the like stand. @typedef {{ bytes: Buffer, functions: Weighed[], data: number, customs: { from: number, size: number }[] }} Code */

import { brotliCompressSync } from "node:zlib";

const SECTIONS = { custom: 0, imports: 2, code: 10, data: 11 };
const KINDS = { function: 0, table: 1, memory: 2, global: 3, tag: 4 };
const NAMES_OF_FUNCTIONS = 1;

/** @param {Buffer} bytes @returns {Code} */
export function codeOf(bytes) {
  const reader = new Reader(bytes);
  reader.place = 8;
  /** @type {Map<number, string>} */
  let names = new Map();
  /** @type {{ from: number, size: number }[]} */
  let bodies = [];
  /** @type {Code["customs"]} */
  const customs = [];
  let [imported, data] = [0, 0];
  while (reader.place < bytes.length) {
    const from = reader.place;
    const section = reader.byte();
    const size = reader.number();
    const end = reader.place + size;
    if (section === SECTIONS.imports) imported = importedFunctions(reader);
    if (section === SECTIONS.code) bodies = reader.times(() => body(reader));
    if (section === SECTIONS.data) data = size;
    if (section === SECTIONS.custom) customs.push({ from, size: end - from });
    if (section === SECTIONS.custom && reader.text() === "name") names = functionNames(reader, end);
    reader.place = end;
  }
  if (bodies.length > names.size) throw new Error("The module has no names: it is to be made with NAMES=1.");
  const functions = bodies.map((body, index) => ({ name: plain(names.get(imported + index) ?? ""), ...body }));
  return { bytes, functions, data, customs };
}

/**
 * Bytes of brotli of a module without its names and without the code of some functions.
 * @param {Code} code
 * @param {Weighed[]} left
 */
export function packed({ bytes, customs }, left) {
  const cut = [...customs, ...left].toSorted((one, other) => one.from - other.from);
  const ends = [...cut.map(({ from }) => from), bytes.length];
  const kept = ends.map((end, index) => bytes.subarray(index === 0 ? 0 : (cut[index - 1]?.from ?? 0) + (cut[index - 1]?.size ?? 0), end));
  return brotliCompressSync(Buffer.concat(kept)).length;
}

/** @param {Reader} reader */
function body(reader) {
  const size = reader.number();
  const from = reader.place;
  reader.skip(size);
  return { from, size };
}

/**
 * A name without what tells versions of crates apart. Those in parts are as the compiler writes them
 * (Rust's v0 mangling), of which only the crate is read: the first one that is named.
 * @param {string} name
 */
function plain(name) {
  const [crate, length] = /C(?:s\w*?_)?([1-9]\d*)/.exec(name.startsWith("_R") ? name : "") ?? [];
  if (!crate || !length) return name.replaceAll(/\[[0-9a-f]{6,}\]/g, "");
  const from = name.indexOf(crate) + crate.length;
  return `${name.slice(from, from + Number(length))}::${name}`;
}

/** How many functions a module takes from elsewhere. @param {Reader} reader */
function importedFunctions(reader) {
  const kinds = reader.times(() => {
    reader.text();
    reader.text();
    const kind = reader.byte();
    if (kind === KINDS.function) reader.number();
    if (kind === KINDS.table || kind === KINDS.global || kind === KINDS.tag) reader.byte();
    if (kind === KINDS.global) reader.byte();
    if (kind === KINDS.tag) reader.number();
    if (kind === KINDS.table || kind === KINDS.memory) limits(reader);
    return kind;
  });
  return kinds.filter((kind) => kind === KINDS.function).length;
}

/** @param {Reader} reader */
function limits(reader) {
  const hasMost = reader.byte() % 2 === 1;
  reader.number();
  if (hasMost) reader.number();
}

/** @param {Reader} reader @param {number} end */
function functionNames(reader, end) {
  while (reader.place < end) {
    const isOfFunctions = reader.byte() === NAMES_OF_FUNCTIONS;
    const size = reader.number();
    if (isOfFunctions) return new Map(reader.times(() => /** @type {[number, string]} */ ([reader.number(), reader.text()])));
    reader.skip(size);
  }
  return new Map();
}

/** Goes through bytes from the first to the last. */
class Reader {
  place = 0;

  /** @param {Buffer} bytes */
  constructor(bytes) {
    this.bytes = bytes;
  }

  byte() {
    return this.bytes[this.place++] ?? 0;
  }

  /** A number as LEB128. */
  number() {
    let [value, factor] = [0, 1];
    for (;;) {
      const byte = this.byte();
      value += (byte % 128) * factor;
      if (byte < 128) return value;
      factor *= 128;
    }
  }

  text() {
    const size = this.number();
    this.skip(size);
    return this.bytes.toString("utf8", this.place - size, this.place);
  }

  /** @param {number} size */
  skip(size) {
    this.place += size;
  }

  /** A vector. @template T @param {() => T} read */
  times(read) {
    return Array.from({ length: this.number() }, read);
  }
}
