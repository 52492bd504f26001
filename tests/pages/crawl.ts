/** A walk through a site by its links, as those make it who run no script: search engines, and visitors. */
import type { Reading } from "./reading.ts";

type Readings = ReadonlyMap<string, Reading>;

/** The paths that a page's links lead to within the site, without queries and fragments. */
function paths({ links }: Reading): string[] {
  return links.filter((link) => link.startsWith("/")).map((link) => link.replace(/[?#].*/, ""));
}

/** Links of the menu that pages lack, as `page lacks link`. */
export function menuGaps(pages: Readings, wanted: readonly string[]): string[] {
  return [...pages].flatMap(([path, { menu }]) =>
    wanted.filter((link) => !menu.includes(link)).map((link) => `${path} lacks ${link}`),
  );
}

/** Links that lead to no file, as `page leads to link`. */
export function deadLinks(pages: Readings, files: ReadonlySet<string>): string[] {
  const isThere = (path: string) => files.has(path.endsWith("/") ? `${path}index.html` : path);
  return [...pages].flatMap(([path, reading]) =>
    [...new Set(paths(reading))].filter((link) => !isThere(link)).map((link) => `${path} leads to ${link}`),
  );
}

/** The pages to which no way leads from the front page. */
export function unreached(pages: Readings): string[] {
  const reached = new Set(["/"]);
  // What is added while a set is walked through is walked through too.
  for (const path of reached) {
    const reading = pages.get(path);
    if (reading) paths(reading).forEach((link) => reached.add(link));
  }
  return [...pages.keys()].filter((path) => !reached.has(path));
}
