/**
 * Names the journeys that passed only when they were tried again, and counts all in one plain line.
 * `node tools/summary.mjs REPORT`, a report of Playwright's.
 */
import { readFile } from "node:fs/promises";
import { argv } from "node:process";

/** @typedef {{ specs: { title: string, file: string, line: number, tests: { status: string }[] }[], suites?: Suite[] }} Suite */

/** @type {{ stats: Record<"expected" | "unexpected" | "flaky" | "skipped", number>, suites: Suite[] }} */
const { stats, suites } = JSON.parse(await readFile(argv[2] ?? "test-results/journeys.json", "utf8"));
for (const { title, file, line } of suites.flatMap(unsteady)) {
  console.log(`Passed only at the second try: ${file}:${line} ${title}`);
}
const passed = stats.expected + stats.flaky;
console.log(`${passed} passed, ${stats.unexpected} failed${stats.skipped > 0 ? `, ${stats.skipped} skipped` : ""}`);
if (stats.unexpected > 0 || passed === 0) process.exitCode = 1;

/** @param {Suite} suite @returns {Suite["specs"]} */
function unsteady({ specs, suites = [] }) {
  return [...specs.filter(({ tests }) => tests.some(({ status }) => status === "flaky")), ...suites.flatMap(unsteady)];
}
