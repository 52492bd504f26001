/**
 * Prints what WebAssembly, JavaScript and style weigh against the goal, and fails when they weigh more
 * than the ceiling: what they weighed last. Lower the ceiling with every saving, never raise it without
 * a word in docs/decisions.md. `node tools/budget.mjs [FOLDER]`
 */
import { argv } from "node:process";
import { CEILING, GOAL, kilobytes, printSizes, total } from "./sizes.mjs";

const rows = await printSizes(argv[2] ?? "dist");
if (!rows.some(({ name }) => name.endsWith(".wasm"))) {
  throw new Error("There is no WebAssembly to weigh: run `make spa` first.");
}
const weight = total(rows);
if (weight > GOAL) console.log(`${kilobytes(weight - GOAL)} kB above the goal of ${kilobytes(GOAL)} kB.`);
if (weight > CEILING) {
  console.error(`Above the ceiling of ${kilobytes(CEILING)} kB by ${kilobytes(weight - CEILING)} kB.`);
  process.exitCode = 1;
}
