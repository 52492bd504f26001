/**
 * What a search costs and what it finds, with Pagefind on the same documents beside it. Measured in
 * Chromium, with nothing kept from the search before; bytes as they are sent, with brotli where it
 * helps. Prints tables and writes them into docs/benchmarks.md; it asserts nothing.
 *
 * `node bench/search.mjs PATH-OF-ROSTRUM`, as `make bench-search` calls it. `RELEASES` are the sizes of the
 * archives, as `1000,1000000`; `PAGEFIND_LARGEST` is the largest that Pagefind indexes too: it takes much
 * memory and time.
 */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { argv, env, execPath, exit } from "node:process";
import { createInterface } from "node:readline";
import { chromium } from "@playwright/test";
import getPort from "get-port";
import * as pagefind from "pagefind";
import { buildSite, releases } from "./archive.mjs";
import { writeSection } from "./report.mjs";

/** @import { Browser, Page } from "@playwright/test" */
/** @import { Release } from "./archive.mjs" */
/** @typedef {(page: Page, text: string) => Promise<string[]>} Search the addresses of the first ten */
/** @typedef {{ code: number, index: number, rows: number, trips: number, milliseconds: number }} Cost */

const SIZES = (env["RELEASES"] || "1000,10000,100000").split(",").map(Number);
const LARGEST = Number(env["PAGEFIND_LARGEST"] ?? 10_000);
const JUDGED = JSON.parse(readFileSync("bench/queries.json", "utf8"));
/** Frequent words, several of them, a rare name, a beginning. */
const TYPED = ["kazakhstan ", "elections albania", "permanent council", "co-operation ", "human rights education", "turkm"];
const FIRST = 10;

const [command] = argv.slice(2);
if (!command) {
  console.error("Usage: node bench/search.mjs PATH-OF-ROSTRUM, as `make bench-search` calls it.");
  exit(2);
}

/** As a visitor does: into the box, until the page says how much it found. @type {Search} */
const ours = async (page, text) => {
  await page.getByRole("searchbox", { name: "Search the releases" }).fill(text);
  await page.locator(".main").getByRole("status").filter({ hasText: /\d|^Nothing/ }).waitFor();
  const links = await page.locator(".main .results .summaries a").all();
  const addresses = await Promise.all(links.map((link) => link.getAttribute("href")));
  return addresses.map((address) => String(address).replace(/^\/press\/|\/$/g, ""));
};

/** @type {Search} */
const theirs = (page, text) =>
  page.evaluate(
    async ([text, first]) => {
      const address = "/pagefind/pagefind.js";
      const { search } = await import(address);
      const { results } = await search(text);
      const rows = await Promise.all(results.slice(0, first).map((/** @type {any} */ result) => result.data()));
      return rows.map(({ url }) => url.replace(/^\//, ""));
    },
    /** @type {const} */ ([text, FIRST]),
  );

/** What a request is for. @param {string} url @returns {"code" | "rows" | "index" | "other"} */
function purpose(url) {
  if (/\/part-|\/pagefind\/(pagefind[^/]*\.js|wasm\.)/.test(url)) return "code";
  if (/\/search\/rows-|\/listings\/|\/pagefind\/fragment\//.test(url)) return "rows";
  return /\/search\/|\/pagefind\//.test(url) ? "index" : "other";
}

/**
 * A search in a browser that has nothing of it, but for the page.
 * @param {Browser} browser
 * @param {Site} site
 * @param {Search} search
 * @param {string} text
 * @returns {Promise<Cost & { found: string[] }>}
 */
async function searchAnew(browser, site, search, text) {
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
  const found = await search(page, text);
  const milliseconds = performance.now() - start;
  await context.close();
  const requests = [...log.values()].sort((one, other) => one.start - other.start);
  const of = (/** @type {string} */ wanted) => requests.filter(({ url }) => purpose(url) === wanted);
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

/** @param {Release[]} documents @param {string} site */
async function indexByPagefind(documents, site) {
  const start = performance.now();
  const { index, errors } = await pagefind.createIndex({ forceLanguage: "en" });
  if (!index) throw new Error(errors.join("\n"));
  for (const { address, title, texts } of documents) {
    await index.addCustomRecord({ url: `/${address}`, content: texts.join(" "), language: "en", meta: { title } });
  }
  await index.writeFiles({ outputPath: join(site, "pagefind") });
  await pagefind.close();
  return (performance.now() - start) / 1000;
}

/**
 * @param {Browser} browser
 * @param {Site} site
 * @param {Search} search
 */
async function costs(browser, site, search) {
  /** @type {Cost[]} */
  const all = [];
  for (const text of TYPED) all.push(await searchAnew(browser, site, search, text));
  const most = (/** @type {keyof Cost} */ what) => Math.max(...all.map((cost) => cost[what]));
  const times = all.map(({ milliseconds }) => milliseconds).sort((one, other) => one - other);
  return { code: most("code"), index: most("index"), rows: most("rows"), trips: most("trips"), milliseconds: times[times.length >> 1] ?? 0 };
}

/** @typedef {{ recall: number, rank: number, count: number }} Quality */

/**
 * @param {Browser} browser
 * @param {Site} site
 * @param {Search} search
 * @param {[string, string, string[]][]} queries
 * @param {(expected: string[]) => string[]} relevant
 * @returns {Promise<Map<string, Quality>>} by kind of query
 */
async function judge(browser, site, search, queries, relevant) {
  /** @type {Map<string, Quality>} */
  const judged = new Map();
  for (const [kind, text, expected] of queries) {
    const right = new Set(relevant(expected));
    const { found } = await searchAnew(browser, site, search, text);
    const hits = found.filter((address) => right.has(address)).length;
    const place = found.findIndex((address) => right.has(address));
    const recall = hits / Math.max(1, Math.min(FIRST, right.size));
    if (env["SEARCH_TELL"] && recall < 1) console.log(`${search === ours ? "Rostrum" : "Pagefind"}: ${text}: ${hits} of ${right.size}`);
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
    const pagefindSeconds = size <= LARGEST ? await indexByPagefind(releases(join(site, "bundle")), site) : undefined;
    const served = await serve(site);
    const own = await costs(browser, served, ours);
    const other = pagefindSeconds === undefined ? undefined : await costs(browser, served, theirs);
    served.stop();
    return { size, built, own, other, pagefindSeconds };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @param {Browser} browser @returns {Promise<[Map<string, Quality>, Map<string, Quality>]>} */
async function judgeAll(browser) {
  /** @type {[Map<string, Quality>, Map<string, Quality>]} */
  const totals = [new Map(), new Map()];
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
      await indexByPagefind(documents, site);
      const served = await serve(site);
      for (const [place, search] of [ours, theirs].entries()) {
        for (const [kind, { recall, rank, count }] of await judge(browser, served, search, JUDGED[archive], relevant)) {
          const total = totals[place === 0 ? 0 : 1];
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
const [own, other] = await judgeAll(browser);
/** @type {Awaited<ReturnType<typeof measure>>[]} */
const measured = [];
for (const size of SIZES) measured.push(await measure(browser, size));
await browser.close();

/** @typedef {(typeof measured)[number]} Measured */
const kilobytes = (/** @type {number | undefined} */ bytes) => (bytes === undefined ? "–" : (bytes / 1e3).toFixed(1));
const fixed = (/** @type {number | undefined} */ number) => (number === undefined ? "–" : number.toFixed(0));
/** @type {[string, (row: Measured) => string][]} */
const rows = [
  ["first search: files of the index, kB", ({ own }) => kilobytes(own.index)],
  ["– Pagefind", ({ other }) => kilobytes(other?.index)],
  ["the code that searches, once, kB", ({ own }) => kilobytes(own.code)],
  ["– Pagefind", ({ other }) => kilobytes(other?.code)],
  ["ten rows, kB", ({ own }) => kilobytes(own.rows)],
  ["– Pagefind", ({ other }) => kilobytes(other?.rows)],
  ["round trips for the index", ({ own }) => fixed(own.trips)],
  ["– Pagefind", ({ other }) => fixed(other?.trips)],
  ["first search with its rows, ms (median)", ({ own }) => fixed(own.milliseconds)],
  ["– Pagefind", ({ other }) => fixed(other?.milliseconds)],
  ["whole build with its index, s", ({ built }) => built.seconds.toFixed(1)],
  ["– Pagefind’s index alone, s", ({ pagefindSeconds }) => pagefindSeconds?.toFixed(1) ?? "–"],
  ["peak memory of the build, MB", ({ built }) => fixed(built.megabytes)],
  ["files of the index", ({ built }) => String(built.files)],
];
const table = (/** @type {string[]} */ head, /** @type {string[][]} */ body) =>
  [`| ${head.join(" | ")} |`, `| --- |${" ---: |".repeat(head.length - 1)}`, ...body.map((row) => `| ${row.join(" | ")} |`)].join("\n");
const cost = table(["releases", ...SIZES.map((size) => size.toLocaleString("en"))], rows.map(([name, value]) => [name, ...measured.map(value)]));
const total = (/** @type {Map<string, Quality>} */ judged) =>
  [...judged.values()].reduce((one, next) => ({ recall: one.recall + next.recall, rank: one.rank + next.rank, count: one.count + next.count }));
const share = (/** @type {Quality | undefined} */ one, /** @type {"recall" | "rank"} */ what) => (one ? (one[what] / one.count).toFixed(2) : "–");
const kinds = [...own.keys()].map((kind) => /** @type {const} */ ([kind, own.get(kind), other.get(kind)]));
const quality = table(
  ["queries", "number", "recall", "– Pagefind", "rank", "– Pagefind"],
  [...kinds, /** @type {const} */ (["all", total(own), total(other)])].map(([kind, one, two]) => [
    kind, String(one?.count ?? 0), share(one, "recall"), share(two, "recall"), share(one, "rank"), share(two, "rank"),
  ]),
);

const text = `Measured in Chromium on ${availableParallelism()} cores from its network log, each search in a browser that has the page and
nothing of the search: the most of ${TYPED.length} searches, headers of answers counted. Rostrum is asked in its own page, and
waits 200 ms after the last key; Pagefind is asked by a call. Releases as above.

${cost}

What is found of what should be, by \`bench/queries.json\` (the demo and 1,000 generated releases): recall
is the share of the right releases among the first ten, rank the reciprocal place of the first right one.

${quality}`;
console.log(text);
writeSection("Searching", text);
