/** docs/benchmarks.md, of which each measurement writes its own section anew. */
import { readFileSync, writeFileSync } from "node:fs";

const REPORT = "docs/benchmarks.md";

/**
 * Puts a section in the place of the one with the same title, or at the end.
 * @param {string} title
 * @param {string} text what stands below it
 */
export function writeSection(title, text) {
  const [opening = "", ...sections] = readFileSync(REPORT, "utf8").trimEnd().split(/\n+(?=## )/);
  const section = `## ${title}\n\n${text}`;
  const place = sections.findIndex((old) => old.startsWith(`## ${title}\n`));
  sections.splice(place < 0 ? sections.length : place, 1, section);
  writeFileSync(REPORT, `${[opening, ...sections].join("\n\n")}\n`);
}
