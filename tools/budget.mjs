/** Fails when WebAssembly, JavaScript and style weigh more than the budget. `node tools/budget.mjs [FOLDER]` */
import { argv } from "node:process";
import { BUDGET, kilobytes, printSizes, total } from "./sizes.mjs";

const rows = await printSizes(argv[2] ?? "dist");
if (!rows.some(({ name }) => name.endsWith(".wasm"))) {
  throw new Error("There is no WebAssembly to weigh: run `make spa` first.");
}
const over = total(rows) - BUDGET;
if (over > 0) {
  console.error(`Over the budget of ${kilobytes(BUDGET)} kB by ${kilobytes(over)} kB.`);
  process.exitCode = 1;
}
