/** What a page says to those who run no script: its links, and what its head tells of it. */

export interface Reading {
  readonly title: string;
  /** Where all its links lead, as written. */
  readonly links: readonly string[];
  /** Where those of the menu lead. */
  readonly menu: readonly string[];
  /** The links in its head: `canonical`, `alternate` and so on. */
  readonly relations: readonly { readonly rel: string; readonly hreflang: string; readonly type: string; readonly href: string }[];
  /** What `meta` says, by its name or property. */
  readonly meta: Readonly<Record<string, string>>;
  /** The texts of its blocks of JSON-LD. */
  readonly data: readonly string[];
}

/** Runs in Chromium, in a page that has no part in the site. */
export function readPages(pages: string[]): Reading[] {
  const attribute = (element: Element, name: string) => element.getAttribute(name) ?? "";
  return pages.map((html) => {
    const document = new DOMParser().parseFromString(html, "text/html");
    const shadow = document.querySelector<HTMLTemplateElement>("template[shadowrootmode]")?.content;
    const hrefs = (selector: string) => [...(shadow?.querySelectorAll(selector) ?? [])].map((link) => attribute(link, "href"));
    const all = (selector: string) => [...document.head.querySelectorAll(selector)];
    const relation = (link: Element) => {
      const [rel = "", hreflang = "", type = "", href = ""] = ["rel", "hreflang", "type", "href"].map((name) => attribute(link, name));
      return { rel, hreflang, type, href };
    };
    return {
      title: document.title,
      links: hrefs("a[href]"),
      menu: hrefs("nav.menu a[href]"),
      relations: all("link").map(relation),
      meta: Object.fromEntries(all("meta[content]").map((tag) => [attribute(tag, "name") || attribute(tag, "property"), attribute(tag, "content")])),
      data: all("script[type='application/ld+json']").map((script) => script.textContent ?? ""),
    };
  });
}
