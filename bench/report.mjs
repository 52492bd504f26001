/** docs/benchmarks.md, of which each measurement writes its own section anew. */
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";

const REPORT = "docs/benchmarks.md";

/**
 * Puts a section in the place of the one with the same title, or at the end; it says last where and when that was.
 * @param {string} title
 * @param {string} text what stands below it
 * @param {string} [chromium] the version of the browser, if one was asked
 */
export function writeSection(title, text, chromium) {
  const [opening = "", ...sections] = readFileSync(REPORT, "utf8").trimEnd().split(/\n+(?=## )/);
  const section = `## ${title}\n\n${text}\n\n${measured(chromium)}`;
  const place = sections.findIndex((old) => old.startsWith(`## ${title}\n`));
  sections.splice(place < 0 ? sections.length : place, 1, section);
  writeFileSync(REPORT, `${[opening, ...sections].join("\n\n")}\n`);
}

/** @param {string} [chromium] */
function measured(chromium) {
  const where = `${cpus().length} cores (${cpus()[0]?.model.trim()})`;
  return `Measured ${chromium ? `in Chromium ${chromium} ` : ""}on ${where}, ${new Date().toISOString().slice(0, 10)}.`;
}
