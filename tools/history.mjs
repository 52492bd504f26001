/**
 * Writes down the ceiling of a first visit where it has changed, with what the visit weighs now and the
 * last commit: a line more in docs/size-history.csv. `node tools/history.mjs [FOLDER]`
 */
import { execFileSync } from "node:child_process";
import { appendFile, readFile } from "node:fs/promises";
import { argv } from "node:process";
import { CEILING, firstVisit } from "./sizes.mjs";

const HISTORY = "docs/size-history.csv";

const [last = ""] = (await readFile(HISTORY, "utf8")).trimEnd().split("\n").slice(-1);
if (Number(last.split(",")[1]) === CEILING) {
  console.log(`\nThe ceiling stands at ${CEILING} bytes, as ${HISTORY} says.`);
} else {
  const subject = execFileSync("git", ["log", "-1", "--format=%s"], { encoding: "utf8" }).trim();
  const line = [new Date().toISOString().slice(0, 10), CEILING, await firstVisit(argv[2] ?? "dist"), quoted(subject)].join(",");
  await appendFile(HISTORY, `${line}\n`);
  console.log(`\nWritten into ${HISTORY}: ${line}`);
}

/** As CSV has a text that may hold commas and quotes (RFC 4180). @param {string} text */
function quoted(text) {
  return `"${text.replaceAll('"', '""')}"`;
}
