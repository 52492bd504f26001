/** The scraped page that the project begins with: what its menu names and what its release says. */
import { readFileSync } from "node:fs";

const LINES = readFileSync("tests/fixtures/osce-page.txt", "utf8")
  .split("\n")
  .map((line) => line.trim());
const RELEASE = LINES.indexOf("Press release");
const HEAD = LINES.indexOf("- Source:");

/** The menu's labels in their order: without a country's status, without a heading said again for nothing. */
export function menuLabels(): string[] {
  const lines = LINES.slice(0, RELEASE);
  const labels: string[] = [];
  lines.forEach((line, index) => {
    const isHeading = !line.startsWith("-");
    const isEmpty = lines[index + 1] === "-";
    const [label = ""] = line.replace(/^-\s*/, "").split(" – ");
    if (label === "" || (isHeading && isEmpty && labels.includes(label))) return;
    labels.push(label);
  });
  return labels;
}

export const seedTitle = LINES[RELEASE + 1] ?? "";

/** The paragraphs of the release, word for word: all that follows the value of its last field. */
export const seedParagraphs = LINES.slice(HEAD + 2).filter((line) => line !== "");
