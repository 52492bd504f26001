/** Feeds and sitemaps, by their standards: RFC 4287 and sitemaps.org, as another parser reads them. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ADDRESS, type Built, expect, test } from "./built.ts";

const ATOM = "http://www.w3.org/2005/Atom";
const SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/;

async function texts({ folder, files }: Built, wanted: RegExp): Promise<[name: string, xml: string][]> {
  const names = [...files].filter((name) => wanted.test(name));
  return Promise.all(names.map(async (name): Promise<[string, string]> => [name, await readFile(join(folder, name), "utf8")]));
}

test("every feed is well-formed and has what Atom wants", async ({ site, complaint, page }) => {
  const feeds = await texts(site, /^\/feeds\/.*\.xml$/);
  expect(feeds.length).toBeGreaterThan(50);
  for (const [name, xml] of feeds) {
    expect(await complaint(xml), name).toBeNull();
    const feed = await page.evaluate(
      ([text, namespace]) => {
        const document = new DOMParser().parseFromString(text, "application/xml");
        const children = (element: Element, wanted: string) => [...element.children].filter((child) => child.namespaceURI === namespace && child.localName === wanted);
        const own = (element: Element, wanted: string) => children(element, wanted).map((child) => child.textContent ?? "");
        const links = (element: Element) => children(element, "link").map((link) => `${link.getAttribute("rel")} ${link.getAttribute("href")}`);
        const about = (element: Element) => ({
          ids: own(element, "id"),
          titles: own(element, "title"),
          updated: own(element, "updated"),
          authors: children(element, "author").flatMap((author) => own(author, "name")),
          summaries: own(element, "summary"),
          links: links(element),
        });
        const root = document.documentElement;
        return { root: `${root.namespaceURI} ${root.localName}`, about: about(root), entries: children(root, "entry").map(about) };
      },
      [xml, ATOM] as const,
    );
    expect(feed.root, name).toBe(`${ATOM} feed`);
    // RFC 4287, 4.1.1: an author of the feed is that of each entry without one.
    expect(feed.about.authors.length, name).toBeGreaterThan(0);
    expect(feed.about.links, name).toContain(`self ${ADDRESS}${name.slice(1)}`);
    expect(feed.entries.length, name).toBeGreaterThan(0);
    for (const { ids, titles, updated, links } of [feed.about, ...feed.entries]) {
      expect([ids.length, titles.length, updated.length], `${name} ${ids[0]}`).toEqual([1, 1, 1]);
      expect(ids[0], name).toMatch(/^https:/);
      expect(titles[0]?.trim(), name).not.toBe("");
      expect(updated[0], name).toMatch(MOMENT);
      const alternate = links.find((link) => link.startsWith("alternate "))?.slice("alternate ".length) ?? "";
      expect(site.pages.has(`/${alternate.slice(ADDRESS.length)}`), `${name} leads to ${alternate}`).toBe(true);
    }
    // 4.1.1 again: no two entries of one identity and one moment.
    expect(new Set(feed.entries.map(({ ids }) => ids[0])).size, name).toBe(feed.entries.length);
  }
});

test("the sitemap is well-formed and names each page of the site once", async ({ site, complaint, page }) => {
  const sitemaps = await texts(site, /^\/sitemap.*\.xml$/);
  expect(sitemaps).toHaveLength(1);
  const [[, xml] = ["", ""]] = sitemaps;
  expect(await complaint(xml)).toBeNull();
  const { root, urls } = await page.evaluate((text) => {
    const document = new DOMParser().parseFromString(text, "application/xml");
    const { documentElement } = document;
    const read = (url: Element) => ({
      places: [...url.getElementsByTagName("loc")].map((place) => place.textContent ?? ""),
      changed: url.getElementsByTagName("lastmod")[0]?.textContent ?? "",
    });
    return { root: `${documentElement.namespaceURI} ${documentElement.localName}`, urls: [...documentElement.children].map(read) };
  }, xml);
  expect(root).toBe(`${SITEMAP} urlset`);
  const places = urls.map(({ places: [place = ""] }) => place);
  expect(urls.filter(({ places: all, changed }) => all.length !== 1 || !/^(\d{4}-\d\d-\d\d)?$/.test(changed))).toEqual([]);
  expect(new Set(places).size).toBe(places.length);
  expect(places.filter((place) => !place.startsWith(ADDRESS) || !site.pages.has(`/${place.slice(ADDRESS.length)}`))).toEqual([]);
  // Other pages of a listing and other languages are found from the first.
  const others = /\/page\/\d+\/$|^\/press\/(\d+\/){3}[^/]+\/[^/]+\/$/;
  const named = new Set(places.map((place) => `/${place.slice(ADDRESS.length)}`));
  expect([...site.pages.keys()].filter((path) => !named.has(path) && !others.test(path))).toEqual([]);
});

test("what is not well-formed is found", async ({ complaint }) => {
  expect(await complaint("<feed><title>A & B</title></feed>")).not.toBeNull();
  expect(await complaint("<feed><title>A &amp; B</title></feed>")).toBeNull();
});
