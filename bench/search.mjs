/**
 * What a search costs and what it finds, with Pagefind and MiniSearch on the same documents beside it. Measured
 * in Chromium, with nothing kept from the search before; bytes as they are sent, with brotli where it
 * helps. Prints tables and writes them into docs/benchmarks.md; it asserts nothing.
 *
 * `node bench/search.mjs PATH-OF-ROSTRUM`, as `make bench-search` calls it. `RELEASES` are the sizes of the
 * archives, as `1000,1000000`; `PAGEFIND_LARGEST` and `MINISEARCH_LARGEST` are the largest that the two index
 * too: they take much memory and time. With `SEARCH_TELL=1` it says what was not found, with `QUICK=1` it
 * writes nothing.
 */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { argv, env, execPath, exit } from "node:process";
import { createInterface } from "node:readline";
import { chromium } from "@playwright/test";
import getPort from "get-port";
import { buildSite, releases } from "./archive.mjs";
import { spread } from "./browser.mjs";
import { writeSection } from "./report.mjs";
import { ENGINES, PEERS, purpose, writeIndex } from "./search/engines.mjs";

/** @import { Browser } from "@playwright/test" */
/** @import { Engine } from "./search/engines.mjs" */
/** @typedef {{ code: number, index: number, rows: number, trips: number, milliseconds: number }} Cost */

const SIZES = (env["RELEASES"] || "1000,10000,100000").split(",").map(Number);
const JUDGED = JSON.parse(readFileSync("bench/queries.json", "utf8"));
/** Frequent words, several of them, a rare name, a beginning. */
const TYPED = ["kazakhstan ", "elections albania", "permanent council", "co-operation ", "human rights education", "turkm"];
const FIRST = 10;

const [command] = argv.slice(2);
if (!command) {
  console.error("Usage: node bench/search.mjs PATH-OF-ROSTRUM, as `make bench-search` calls it.");
  exit(2);
}

/**
 * A search in a browser that has nothing of it, but for the page.
 * @param {Browser} browser
 * @param {Site} site
 * @param {Engine} engine
 * @param {string} text
 * @returns {Promise<Cost & { found: string[] }>}
 */
async function searchAnew(browser, site, engine, text) {
  const context = await browser.newContext({ locale: "en-GB", serviceWorkers: "block" });
  const page = await context.newPage();
  await page.goto(`${site.url}press/`, { waitUntil: "networkidle" });
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  /** @type {Map<string, { url: string, start: number, end: number, bytes: number }>} */
  const log = new Map();
  session.on("Network.requestWillBeSent", ({ requestId, timestamp, request: { url } }) => log.set(requestId, { url, start: timestamp, end: timestamp, bytes: 0 }));
  session.on("Network.loadingFinished", ({ requestId, timestamp, encodedDataLength }) => {
    const request = log.get(requestId);
    if (request) Object.assign(request, { end: timestamp, bytes: encodedDataLength });
  });
  const start = performance.now();
  const found = await engine.search(page, text, FIRST);
  const milliseconds = performance.now() - start;
  await context.close();
  const requests = [...log.values()].sort((one, other) => one.start - other.start);
  const of = (/** @type {string} */ wanted) => requests.filter(({ url }) => purpose(engine, url) === wanted);
  const bytes = (/** @type {string} */ wanted) => sum(of(wanted).map(({ bytes }) => bytes));
  return { found, code: bytes("code"), index: bytes("index"), rows: bytes("rows"), trips: trips(of("index")), milliseconds };
}

/** How many requests had to wait for each other. @param {{ start: number, end: number }[]} requests */
function trips(requests) {
  /** @type {{ end: number, level: number }[]} */
  const done = [];
  for (const { start, end } of requests) {
    const level = 1 + Math.max(0, ...done.filter((request) => request.end <= start).map(({ level }) => level));
    done.push({ end, level });
  }
  return Math.max(0, ...done.map(({ level }) => level));
}

/** @param {number[]} numbers */
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** @typedef {{ url: string, stop: () => void }} Site */

/** @param {string} folder @returns {Promise<Site>} */
async function serve(folder) {
  const port = await getPort();
  const server = spawn(execPath, ["tools/serve.mjs", folder, "--port", String(port), "--exact", "--shell"], { stdio: ["ignore", "pipe", "inherit"] });
  await once(createInterface(server.stdout), "line");
  return { url: `http://localhost:${port}/`, stop: () => server.kill() };
}

/**
 * @param {Browser} browser
 * @param {Site} site
 * @param {Engine} engine
 */
async function costs(browser, site, engine) {
  /** @type {Cost[]} */
  const all = [];
  for (const text of TYPED) all.push(await searchAnew(browser, site, engine, text));
  const of = (/** @type {keyof Cost} */ what) => all.map((cost) => cost[what]);
  const most = (/** @type {keyof Cost} */ what) => Math.max(...of(what));
  const kilobytes = (/** @type {keyof Cost} */ what) => (most(what) / 1e3).toFixed(1);
  return { code: kilobytes("code"), index: kilobytes("index"), rows: kilobytes("rows"), trips: String(most("trips")), milliseconds: spread(of("milliseconds"), 0) };
}

/** @typedef {{ recall: number, rank: number, count: number }} Quality */

/**
 * @param {Browser} browser
 * @param {Site} site
 * @param {Engine} engine
 * @param {[string, string, string[]][]} queries
 * @param {(expected: string[]) => string[]} relevant
 * @returns {Promise<Map<string, Quality>>} by kind of query
 */
async function judge(browser, site, engine, queries, relevant) {
  /** @type {Map<string, Quality>} */
  const judged = new Map();
  for (const [kind, text, expected] of queries) {
    const right = new Set(relevant(expected));
    const { found } = await searchAnew(browser, site, engine, text);
    const hits = found.filter((address) => right.has(address)).length;
    const place = found.findIndex((address) => right.has(address));
    const recall = hits / Math.max(1, Math.min(FIRST, right.size));
    if (env["SEARCH_TELL"] && recall < 1) console.log(`${engine.name}: ${text}: ${hits} of ${right.size}`);
    const sofar = judged.get(kind) ?? { recall: 0, rank: 0, count: 0 };
    judged.set(kind, { recall: sofar.recall + recall, rank: sofar.rank + (place < 0 ? 0 : 1 / (place + 1)), count: sofar.count + 1 });
  }
  return judged;
}

/** @param {string} folder @param {string[]} generating */
async function made(folder, generating) {
  const sources = join(folder, "sources");
  execFileSync(String(command), ["generate", ...generating, "--out", sources], { stdio: "ignore" });
  return buildSite(String(command), sources, join(folder, "site"));
}

/** @param {Browser} browser @param {number} size */
async function measure(browser, size) {
  console.log(`Measuring searches in ${size} releases.`);
  const folder = mkdtempSync(join(tmpdir(), "rostrum-search-"));
  try {
    const built = await made(folder, ["--releases", String(size), "--like", "content"]);
    const site = join(folder, "site");
    const documents = releases(join(site, "bundle"));
    /** @type {Map<Engine, number>} */
    const seconds = new Map();
    for (const peer of PEERS.filter(({ largest = Infinity }) => size <= largest)) seconds.set(peer, await writeIndex(peer, documents, site));
    const served = await serve(site);
    /** @type {Map<Engine, Awaited<ReturnType<typeof costs>>>} */
    const spent = new Map();
    for (const engine of ENGINES.filter((one) => !one.write || seconds.has(one))) spent.set(engine, await costs(browser, served, engine));
    served.stop();
    return { built, seconds, spent };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @param {Browser} browser @returns {Promise<Map<Engine, Map<string, Quality>>>} */
async function judgeAll(browser) {
  /** @type {Map<Engine, Map<string, Quality>>} */
  const totals = new Map(ENGINES.map((engine) => [engine, new Map()]));
  for (const archive of ["demo", "generated"]) {
    const folder = mkdtempSync(join(tmpdir(), "rostrum-search-"));
    try {
      const site = join(folder, "site");
      await (archive === "demo"
          ? buildSite(String(command), "content", site)
          : made(folder, ["--releases", "1000"]));
      const documents = releases(join(site, "bundle"));
      const relevant = (/** @type {string[]} */ expected) =>
        documents.filter(({ address, texts }) =>
          archive === "demo"
            ? expected.some((name) => address.split("/").at(-1)?.startsWith(name))
            : texts.some((text) => expected.every((pattern) => new RegExp(pattern, "isu").test(text))),
        ).map(({ address }) => address);
      for (const peer of PEERS) await writeIndex(peer, documents, site);
      const served = await serve(site);
      for (const [engine, total] of totals) {
        for (const [kind, { recall, rank, count }] of await judge(browser, served, engine, JUDGED[archive], relevant)) {
          const before = total.get(kind) ?? { recall: 0, rank: 0, count: 0 };
          total.set(kind, { recall: before.recall + recall, rank: before.rank + rank, count: before.count + count });
        }
      }
      served.stop();
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  return totals;
}

const browser = await chromium.launch({ executablePath: env["CHROMIUM"] ?? "chromium" });
const judged = await judgeAll(browser);
const version = browser.version();
/** @type {Awaited<ReturnType<typeof measure>>[]} */
const measured = [];
for (const size of SIZES) measured.push(await measure(browser, size));
await browser.close();

/** A row for each engine. @param {string} what @param {keyof Cost} key */
const each = (what, key) => ENGINES.map((engine) => [
  engine.write ? `– ${engine.name}` : what,
  ...measured.map(({ spent }) => spent.get(engine)?.[key] ?? "not built"),
]);
const rows = [
  ...each("first search: files of the index, kB", "index"),
  ...each("the code that searches, once, kB", "code"),
  ...each("ten rows, kB", "rows"),
  ...each("round trips for the index", "trips"),
  ...each("first search with its rows, ms", "milliseconds"),
  ["whole build with its index, s", ...measured.map(({ built }) => built.seconds.toFixed(1))],
  ...PEERS.map((peer) => [`– ${peer.name}’s index alone, s`, ...measured.map(({ seconds }) => seconds.get(peer)?.toFixed(1) ?? "not built")]),
  ["peak memory of the build, MB", ...measured.map(({ built }) => built.megabytes.toFixed(0))],
  ["files of the index", ...measured.map(({ built }) => String(built.files))],
];
const table = (/** @type {string[]} */ head, /** @type {string[][]} */ body) =>
  [`| ${head.join(" | ")} |`, `| --- |${" ---: |".repeat(head.length - 1)}`, ...body.map((row) => `| ${row.join(" | ")} |`)].join("\n");
const cost = table(["releases", ...SIZES.map((size) => size.toLocaleString("en"))], rows);
const total = (/** @type {Map<string, Quality>} */ judged) =>
  [...judged.values()].reduce((one, next) => ({ recall: one.recall + next.recall, rank: one.rank + next.rank, count: one.count + next.count }));
const share = (/** @type {Quality | undefined} */ one, /** @type {"recall" | "rank"} */ what) => (one ? (one[what] / one.count).toFixed(2) : "–");
const judgements = [...judged.values()].map((kinds) => new Map([...kinds, ["all", total(kinds)]]));
const kinds = [...(judgements[0] ?? new Map()).keys()];
const shares = (/** @type {string} */ kind, /** @type {"recall" | "rank"} */ what) => judgements.map((one) => share(one.get(kind), what));
const heads = (/** @type {string} */ what) => ENGINES.map(({ name, write }) => (write ? `– ${name}` : what));
const quality = table(
  ["queries", "number", ...heads("recall"), ...heads("rank")],
  kinds.map((kind) => [kind, String(judgements[0]?.get(kind)?.count ?? 0), ...shares(kind, "recall"), ...shares(kind, "rank")]),
);

/** Of a package that npm installed. @param {string} name */
const versionOf = (name) => JSON.parse(readFileSync("package.json", "utf8")).devDependencies[name];

const text = `Measured with Pagefind ${versionOf("pagefind")} and MiniSearch ${versionOf("minisearch")} (prefixes, fuzzy 0.2), from the browser’s
network log, each search in a browser that has the page and nothing of the search: the most of ${TYPED.length} searches,
headers of answers counted. Rostrum is asked in its own page, and waits 200 ms after the last key; the others are
asked by a call. Of the time, the median (middle half) of these few; it is short and the machine’s, so noisy.
MiniSearch’s one file holds its rows too; packing it is not in the time of its index. Releases as above.

${cost}

What is found of what should be, by \`bench/queries.json\` (the demo and 1,000 generated releases): recall
is the share of the right releases among the first ten, rank the reciprocal place of the first right one.

${quality}`;
console.log(text);
if (!env["QUICK"]) writeSection("Searching", text, version);
