/**
 * Prints what WebAssembly, JavaScript and style of the first visit weigh against the goal, and fails
 * when they weigh more than the ceiling: what they weighed last. Lower the ceiling with every saving,
 * never raise it without a word in docs/decisions.md. `node tools/budget.mjs [FOLDER]`
 */
import { argv } from "node:process";
import { CEILING, GOAL, kilobytes, printSizes } from "./sizes.mjs";

const { brotli } = await printSizes(argv[2] ?? "dist");
if (brotli === 0) throw new Error("There is nothing to weigh: run `make spa` first.");
const difference = `${kilobytes(Math.abs(brotli - GOAL))} kB ${brotli > GOAL ? "above" : "below"}`;
console.log(`${difference} the goal of ${kilobytes(GOAL)} kB.`);
if (brotli > CEILING) {
  console.error(`Above the ceiling of ${kilobytes(CEILING)} kB by ${kilobytes(brotli - CEILING)} kB.`);
  process.exitCode = 1;
}
