/** Without scripts: every page of the site is reached, and each has every link of the menu. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { deadLinks, menuGaps, unreached } from "./crawl.ts";
import { type Built, expect, test } from "./built.ts";

const RELEASE = /^\/press\/(\d+\/){3}[^/]+\/$/;

/** Where the links of the menu lead, by the bundle. */
async function menuOf({ folder }: Built): Promise<string[]> {
  const { menu } = JSON.parse(await readFile(join(folder, "bundle/bundle.json"), "utf8")) as { menu: object[] };
  return [...new Set(JSON.stringify(menu).match(/(?<="to":")[^"]+/g))];
}

test("from the front page every page is reached, no link is dead, and no page lacks a link of the menu", async ({ site, pages }) => {
  const menu = await menuOf(site);
  expect(menu.length).toBeGreaterThan(90);
  expect(menuGaps(pages, menu)).toEqual([]);
  expect(deadLinks(pages, site.files)).toEqual([]);
  expect(unreached(pages)).toEqual([]);
});

test("a listing is read to its last release, page by page", async ({ pages }) => {
  const releases = new Set<string>();
  let count = 0;
  for (let next: string | undefined = "/press/"; next; count += 1) {
    const links: readonly string[] = pages.get(next)?.links ?? [];
    links.filter((link) => RELEASE.test(link)).forEach((link) => releases.add(link));
    next = links.find((link) => link === `/press/page/${count + 2}/`);
  }
  expect(count).toBeGreaterThan(1);
  const all = [...pages.keys()].filter((path) => RELEASE.test(path));
  expect([...releases].toSorted()).toEqual(all.toSorted());
});

test("where only the newest releases have a page, nothing else is left to the SPA's than older releases and their pages of listings", async ({
  build,
  read,
}) => {
  const site = await build(30);
  const pages = await read(site.pages);
  expect(pages.has("/press/page/2/")).toBe(true);
  expect(pages.has("/press/page/3/")).toBe(false);
  const left = deadLinks(pages, site.files).map((dead) => dead.replace(/.* leads to /, ""));
  expect(left.length).toBeGreaterThan(0);
  expect(left.filter((path) => !RELEASE.test(path) && !/\/page\/\d+\/$/.test(path))).toEqual([]);
  expect(unreached(pages)).toEqual([]);
});

test("what is missing is found", async ({ site, pages, read }) => {
  const menu = await menuOf(site);
  const country = "/countries/kazakhstan/";
  const [front = "", listing = ""] = ["/", "/press/"].map((path) => site.pages.get(path));
  const cut = (html: string, link: string) => html.replaceAll(`href="${link}"`, 'href="/"');
  const changed = new Map([["/", cut(front, country)], ["/press/", cut(listing, "/press/page/2/")], ["/lost/", front]]);
  const broken = new Map([...pages, ...(await read(changed))]);
  expect(menuGaps(broken, menu)).toEqual([`/ lacks ${country}`]);
  expect(unreached(broken)).toContain("/lost/");
  const files = new Set([...site.files].filter((file) => file !== `${country}index.html`));
  expect(deadLinks(broken, files)).toContain(`/press/ leads to ${country}`);
});
