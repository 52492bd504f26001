/** What editors paste into `<rostrum-app>` as its fallback: valid where they paste it, and leading on. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ADDRESS, expect, test } from "./built.ts";
import { invalid } from "./html.ts";

/** More links than these are in each. */
const LINKS = { menu: 90, press: 20, timeline: 30 };

for (const [name, least] of Object.entries(LINKS)) {
  test(`the fragment of ${name} is valid within the element, and its links lead to pages`, async ({ site, page }) => {
    const fragment = await readFile(join(site.folder, `fragments/${name}.html`), "utf8");
    const host = `<!DOCTYPE html>\n<html lang="en"><head><title>Host</title></head><body><rostrum-app>\n${fragment}</rostrum-app></body></html>\n`;
    expect(await invalid(name, host)).toEqual([]);
    const hrefs = await page.evaluate((html) => {
      const document = new DOMParser().parseFromString(html, "text/html");
      return [...document.querySelectorAll("rostrum-app a")].map((link) => link.getAttribute("href") ?? "");
    }, host);
    expect(hrefs.length).toBeGreaterThan(least);
    const own = hrefs.filter((href) => href.startsWith(ADDRESS)).map((href) => href.slice(ADDRESS.length - 1));
    expect(own.filter((path) => !site.pages.has(path))).toEqual([]);
    expect(hrefs.filter((href) => !/^https?:/.test(href))).toEqual([]);
  });
}
