/** One plain line that counts the visitors' journeys. `node tools/summary.mjs REPORT`, a report of Playwright's. */
import { readFile } from "node:fs/promises";
import { argv } from "node:process";

const { stats } = JSON.parse(await readFile(argv[2] ?? "test-results/journeys.json", "utf8"));
const failed = stats.unexpected + stats.flaky;
console.log(`${stats.expected} passed, ${failed} failed${stats.skipped > 0 ? `, ${stats.skipped} skipped` : ""}`);
if (failed > 0 || stats.expected === 0) process.exitCode = 1;
