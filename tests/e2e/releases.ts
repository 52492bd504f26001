/** Releases that are hard to show, published beside those of the demo. */
import { execFileSync } from "node:child_process";
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Site } from "./fixtures.ts";

const FRONT = "kind: press-release\nsource: permanent-council\ncountries: [kazakhstan]\nfields: [elections]\norigin: synthetic";
const COLUMNS = Array.from({ length: 30 }, (_, column) => `Column ${column + 1}`);
const row = (cells: string[]) => `| ${cells.join(" | ")} |`;

/** Each by its name: what stands in the front matter besides, and the text. */
const RELEASES: Record<string, readonly [front: string, text: string]> = {
  withdrawn: ["withdrawn: {date: 2026-03-04, reason: It was issued by mistake.}", "What it said."],
  corrected: [
    `changes:
- {date: 2026-03-03, kind: correction, note: The name was misspelt.}
- {date: 2026-03-05, kind: correction, note: So was the place.}
contacts:
- {name: Press office, role: Spokesperson, telephone: +43 1 514 36 0, email: press@example.org}
attachments:
- {name: The speech, href: "https://example.org/speech.pdf", media_type: application/pdf, size: 20480}`,
    "What it says now.",
  ],
  wide: ["", [row(COLUMNS), row(COLUMNS.map(() => "---")), row(COLUMNS.map((name) => `Value of ${name}`))].join("\n")],
  long: ["", Array.from({ length: 400 }, (_, number) => `Paragraph ${number + 1} ${"word ".repeat(98)}`).join("\n\n")],
  short: ["", "One line."],
  translated: ["", "The text in English."],
};

const TRANSLATIONS: Record<string, readonly [title: string, text: string]> = {
  ru: ["Сообщение на русском языке", "Текст на русском языке, в котором достоверность информации проверяется."],
  ar: ["بيان صحفي", 'قال <span lang="en">Kanat Saudabayev</span> إن الاجتماع كان مهما.'],
};

/** Where one of them stands. */
export const path = (name: string): string => `press/2026/03/02/${name}/`;

/** Publishes them with the demo. */
export async function publishHardReleases(site: Site): Promise<void> {
  const content = join(site.folder, "sources");
  await cp("content", content, { recursive: true });
  const organization = join(content, "organization.yaml");
  const text = await readFile(organization, "utf8");
  await writeFile(organization, text.replace(/available: \[en, fr\]/, "available: [en, fr, ru, ar]"));
  const folder = join(content, "releases/2026");
  await mkdir(folder, { recursive: true });
  for (const [name, [front, body]] of Object.entries(RELEASES)) {
    const head = `title: The ${name} release\ndate: 2026-03-02\n${FRONT}\n${front}`.trim();
    await writeFile(join(folder, `2026-03-02-${name}.md`), `---\n${head}\n---\n${body}\n`);
  }
  for (const [language, [title, body]] of Object.entries(TRANSLATIONS)) {
    await writeFile(join(folder, `2026-03-02-translated.${language}.md`), `---\ntitle: ${title}\n---\n${body}\n`);
  }
  const next = join(site.folder, "next");
  execFileSync("target/debug/rostrum", ["build", content, "--out", next], { stdio: "pipe" });
  await site.publish(next);
}
