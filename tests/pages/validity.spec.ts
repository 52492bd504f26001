/** What is written for machines is as their standards want it: HTML, structured data, the heads of pages. */
import { objections } from "./article.ts";
import { ADDRESS, expect, test } from "./built.ts";
import { invalid } from "./html.ts";

test.describe("every page is valid HTML", () => {
  const folders = ["/chairpersonships/", "/countries/", "/fields/", "/structures/", "/press/19", "/press/200", "/press/201", "/press/202"];
  for (const folder of [...folders, "elsewhere"]) {
    test(folder, async ({ site }) => {
      const isHere = (path: string) => (folders.find((one) => path.startsWith(one)) ?? "elsewhere") === folder;
      const pages = [...site.pages].filter(([path]) => isHere(path));
      expect(pages.length).toBeGreaterThan(0);
      for (const [path, html] of pages) expect(await invalid(path, html)).toEqual([]);
    });
  }
});

test("what is no valid HTML is found", async ({ site }) => {
  const html = site.pages.get("/press/") ?? "";
  expect(await invalid("/press/", html.replace("<h1", '<p><ul></ul></p><img src="a.png"><h1'))).not.toEqual([]);
});

test("every release says of itself what schema.org and search engines ask for", async ({ pages }) => {
  const articles = [...pages].filter(([path]) => /^\/press\/(\d+\/){3}/.test(path));
  expect(articles.length).toBeGreaterThan(50);
  for (const [path, { data, meta, relations }] of articles) {
    expect(data.length, path).toBe(1);
    expect(objections(data[0] ?? ""), path).toEqual([]);
    expect(meta["og:type"], path).toBe("article");
    expect(meta["article:published_time"], path).toMatch(/^\d{4}-\d\d-\d\d$/);
    const { mainEntityOfPage } = JSON.parse(data[0] ?? "") as { mainEntityOfPage: string };
    expect(relations.find(({ rel }) => rel === "canonical")?.href, path).toBe(mainEntityOfPage);
  }
});

test("what an article lacks is found", () => {
  const article = {
    "@context": "https://schema.org", "@type": "NewsArticle", headline: "A", datePublished: "2007-04-30", inLanguage: "en",
    mainEntityOfPage: `${ADDRESS}a/`, author: { "@type": "Organization", name: "A" }, publisher: { "@type": "Organization", name: "A" },
  };
  const without = (changes: object) => objections(JSON.stringify({ ...article, ...changes }));
  expect(without({})).toEqual([]);
  expect(without({ headline: "", datePublished: "30 April", author: null, description: null, auhtor: "A" })).toEqual([
    'headline is ""', 'datePublished is "30 April"', "description is null", "author", "auhtor is not known",
  ]);
});

test("every page tells its address, its languages and what it is", async ({ pages }) => {
  for (const [path, { title, meta, relations }] of pages) {
    expect(title.trim(), path).not.toBe("");
    for (const name of ["description", "viewport", "og:title", "og:type", "og:description", "og:site_name"]) expect(meta[name], `${name} of ${path}`).toBeTruthy();
    expect(relations.filter(({ rel }) => rel === "canonical").map(({ href }) => href), path).toEqual([ADDRESS + path.slice(1)]);
    expect(meta["og:url"], path).toBe(ADDRESS + path.slice(1));
    expect(meta["og:image"], path).toBe(`${ADDRESS}icon-512.png`);
  }
});

test("the pages of a release in several languages name each other", async ({ pages }) => {
  const alternates = (path: string) =>
    (pages.get(path)?.relations ?? []).filter(({ hreflang }) => hreflang !== "").map(({ hreflang, href }) => `${hreflang} ${href.slice(ADDRESS.length - 1)}`);
  const translated = [...pages.keys()].filter((path) => /^\/press\/(\d+\/){3}[^/]+\/fr\/$/.test(path));
  expect(translated.length).toBeGreaterThan(0);
  for (const path of translated) {
    const original = path.slice(0, -"fr/".length);
    const both = [`en ${original}`, `fr ${path}`, `x-default ${original}`];
    expect(alternates(path).toSorted()).toEqual(both);
    expect(alternates(original).toSorted()).toEqual(both);
  }
  expect([...pages.keys()].filter((path) => alternates(path).length > 0)).toHaveLength(2 * translated.length);
});
