/**
 * What a bundle costs to build, and what a visitor pays for it, at three sizes of the archive. Prints a
 * table and writes it into docs/benchmarks.md; it asserts nothing, since a clock does not tell right from wrong.
 *
 * The releases are generated with the lists and the menu of content/, always from the same seed. Time
 * and peak memory are those that GNU time reports of the process.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import { writeSection } from "./report.mjs";

const SIZES = [1_000, 10_000, 100_000];

/** What one more release says; it is newer than all that are generated. */
const NEWEST = `---
title: One more release
date: 2026-01-15
kind: press-release
source: permanent-council
countries: [kazakhstan]
fields: [elections]
origin: synthetic
---
It is the newest.
`;

const [command] = process.argv.slice(2);
if (!command) {
  console.error("Usage: node bench/bundle.mjs PATH-OF-ROSTRUM, as `make bench` calls it.");
  process.exit(2);
}

/**
 * Runs the command.
 * @param {string[]} args
 * @param {string} folder where the measurement may be kept
 * @returns {{ seconds: number, work: number, megabytes: number }} how long it ran, how long processors
 * worked for it, and the most memory that it held
 */
function run(args, folder) {
  const report = join(folder, "time");
  execFileSync("/usr/bin/time", ["-f", "%e %U %S %M", "-o", report, String(command), ...args], { stdio: "ignore" });
  const measured = readFileSync(report, "utf8").trim().split(" ").map(Number);
  const [seconds = 0, user = 0, system = 0, kilobytes = 0] = measured;
  return { seconds, work: user + system, megabytes: (kilobytes * 1024) / 1e6 };
}

/**
 * @param {string} folder
 * @returns {Map<string, number>} the size of every file by its name
 */
function files(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [relative(folder, path), statSync(path).size]));
}

/** @param {number[]} numbers */
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** @param {number} releases */
function measure(releases) {
  const folder = mkdtempSync(join(tmpdir(), "rostrum-bench-"));
  try {
    const [sources, bundle] = [join(folder, "sources"), join(folder, "bundle")];
    run(["generate", "--releases", String(releases), "--like", "content", "--out", sources], folder);
    const build = run(["build", sources, "--out", bundle], folder);
    const again = run(["build", sources, "--out", bundle], folder);
    const built = files(bundle);
    const entry = readFileSync(join(bundle, "bundle.json"));
    const check = run(["check", bundle], folder);
    const sizes = (/** @type {RegExp} */ pattern) =>
      [...built].filter(([name]) => pattern.test(name)).map(([, size]) => size);
    const pages = sizes(/^listings\/all-\d+-\w+\.json$/);
    mkdirSync(join(sources, "releases/2026"), { recursive: true });
    writeFileSync(join(sources, "releases/2026/2026-01-15-one-more-release.md"), NEWEST);
    const more = run(["build", sources, "--out", bundle], folder);
    // The entry changes under its name, all others get a new one.
    const rewritten = [...files(bundle).keys()].filter((name) => !built.has(name)).length + 1;
    return {
      releases,
      build,
      again,
      check,
      more,
      rewritten,
      files: built.size,
      bytes: sum([...built.values()]),
      entry: entry.length,
      entryGzip: gzipSync(entry, { level: 9 }).length,
      page: sum(pages) / pages.length,
      largestPage: Math.max(...pages),
      largestPack: Math.max(...sizes(/^releases\//)),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const measured = SIZES.map((releases) => {
  console.log(`Measuring ${releases} releases.`);
  return measure(releases);
});

/** @typedef {(typeof measured)[number]} Measured */
/** @type {[string, (row: Measured) => string][]} */
const rows = [
  ["first build, s", ({ build }) => build.seconds.toFixed(1)],
  ["first build, s of processor time", ({ build }) => build.work.toFixed(1)],
  ["peak memory, MB", ({ build }) => build.megabytes.toFixed(0)],
  ["build without a change, s", ({ again }) => again.seconds.toFixed(1)],
  ["build with one more release, s", ({ more }) => more.seconds.toFixed(1)],
  ["files that one more release rewrites", ({ rewritten }) => String(rewritten)],
  ["check of the bundle, s", ({ check }) => check.seconds.toFixed(1)],
  ["files", (row) => String(row.files)],
  ["all bytes, MB", ({ bytes }) => (bytes / 1e6).toFixed(1)],
  ["entry, kB", ({ entry }) => (entry / 1e3).toFixed(1)],
  ["entry, kB gzip", ({ entryGzip }) => (entryGzip / 1e3).toFixed(1)],
  ["listing file, kB on average", ({ page }) => (page / 1e3).toFixed(1)],
  ["largest listing file, kB", ({ largestPage }) => (largestPage / 1e3).toFixed(1)],
  ["largest pack, kB", ({ largestPack }) => (largestPack / 1e3).toFixed(1)],
];
const table = [
  `| releases | ${SIZES.map((size) => size.toLocaleString("en")).join(" | ")} |`,
  `| --- |${" ---: |".repeat(SIZES.length)}`,
  ...rows.map(([name, value]) => `| ${name} | ${measured.map(value).join(" | ")} |`),
].join("\n");

console.log(table);
writeSection(
  "The bundle",
  `Generated releases with the lists and the menu of \`content/\`, built on all cores. What a visitor
fetches (entry, listing file, pack) must not grow with the archive, nor must the number of files that one
more release rewrites.

${table}`,
);
