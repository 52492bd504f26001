/** The menu holds everything that the scraped page's menu names, and every link of it leads somewhere. */
import { expect, test } from "./fixtures.ts";
import { menuLabels } from "./seed.ts";
import { Visitor } from "./visitor.ts";

interface Item {
  readonly label: { readonly en: string };
  readonly items?: readonly Item[];
}

/** What is missing or out of its order in `all`; there may be more in between. */
function notInOrder(wanted: readonly string[], all: readonly string[]): string[] {
  let from = 0;
  return wanted.filter((label) => {
    const found = all.indexOf(label, from);
    if (found >= 0) from = found + 1;
    return found < 0;
  });
}

test("the seed's menu is read as a visitor of that page saw it", () => {
  const labels = menuLabels();
  expect(labels.slice(0, 4)).toEqual(["Our work", "Fields of work", "Arms control", "Border management"]);
  expect(labels).toContain("Finland");
  expect(labels.filter((label) => label === "Fields of work")).toHaveLength(1);
  expect(labels.filter((label) => label === "Field operations")).toHaveLength(2);
  expect(labels.at(-1)).toBe("About us");
  expect(labels).toHaveLength(141);
});

test("every label of the seed's menu is in the built bundle, in its order", async ({ request }) => {
  const bundle: { menu: Item[] } = await (await request.get("/bundle/bundle.json")).json();
  const walk = (items: readonly Item[]): string[] =>
    items.flatMap(({ label, items: under }) => [label.en, ...walk(under ?? [])]);
  expect(notInOrder(menuLabels(), walk(bundle.menu))).toEqual([]);
});

test("every label of the seed's menu is a link of the page, in its order", async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.visits();
  const links = await visitor.menu.bar
    .locator("a[href]")
    .evaluateAll((found) => found.map((link) => link.firstChild?.textContent ?? ""));
  expect(notInOrder(menuLabels(), links)).toEqual([]);
});

const LEVELS = [
  { top: "Our work", group: "Fields of work", label: "Arms control" },
  { top: "Our work", group: "Fields of work", label: "Youth" },
  { top: "Our work", group: "Meetings and conferences", label: "Summit meetings" },
  { top: "Our work", group: "Meetings and conferences", label: "Annual OSCE Asian conferences" },
  { top: "Countries", group: "Participating States", label: "Albania" },
  { top: "Countries", group: "Participating States", label: "Uzbekistan" },
  { top: "Structures and institutions", group: "Secretariat", label: "Secretary General" },
  { top: "Structures and institutions", group: "Secretariat", label: "Documentation Centre in Prague" },
  { top: "Structures and institutions", group: "Field operations", label: "Presence in Albania" },
  { top: "Structures and institutions", group: "Field operations", label: "Project Co-ordinator in Uzbekistan" },
];

for (const { top, group, label } of LEVELS) {
  test(`${label} stands in ${group}, in ${top}`, async ({ page }) => {
    const { menu } = new Visitor(page);
    await menu.visit();
    await menu.opens(top);
    const list = menu.panel.getByRole("list", { name: group, exact: true });
    await expect(list.getByRole("link", { name: label, exact: true })).toBeVisible();
  });
}

const SIBLINGS = [
  { top: "Our work", labels: ["Fields of work", "Field operations", "Projects", "Partnerships"] },
  {
    top: "Countries",
    labels: [
      "All",
      "Participating States",
      "Asian Partners for Co-operation",
      "Mediterranean Partners for Co-operation",
    ],
  },
  {
    top: "Structures and institutions",
    labels: [
      "Chairpersonship",
      "Secretariat",
      "Institutions",
      "Field operations",
      "Parliamentary Assembly",
      "Court of Conciliation and Arbitration",
      "Organizational structure",
    ],
  },
];

for (const { top, labels } of SIBLINGS) {
  test(`what the seed runs together stands side by side right under ${top}`, async ({ page }) => {
    const { menu } = new Visitor(page);
    await menu.visit();
    await menu.opens(top);
    const names = await menu.panel
      .locator(".menu-entries > li")
      .evaluateAll((rows) => rows.map((row) => row.querySelector("a")?.firstChild?.textContent));
    expect(names).toEqual(expect.arrayContaining(labels));
  });
}

test("every link of the menu leads to a page that exists", async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.visits();
  const pages = await visitor.menu.bar.evaluate(async (bar) => {
    const all = bar.querySelectorAll<HTMLAnchorElement>("a[href^='/']");
    const links = new Map([...all].map((link) => [link.href, link]));
    // A page has come when the window bears its title; one that never comes keeps the last one's.
    const came = async (before: string) => {
      for (let frame = 0; frame < 600 && document.title === before; frame += 1) {
        await new Promise(requestAnimationFrame);
      }
    };
    const pages: { address: string; at: string; heading: string; title: string }[] = [];
    for (const [address, link] of links) {
      const before = document.title;
      link.click();
      await came(before);
      pages.push({
        address,
        at: location.href,
        heading: (bar.getRootNode() as ShadowRoot).querySelector(".main h1")?.textContent ?? "",
        title: document.title,
      });
    }
    return pages;
  });
  expect(pages.length).toBeGreaterThan(150);
  const isLost = ({ address, at, heading, title }: (typeof pages)[number]) =>
    at !== address ||
    ["", "Page not found"].includes(heading) ||
    !/^\S.* – OSCE$/.test(title);
  expect(pages.filter(isLost)).toEqual([]);
  expect(new Set(pages.map(({ title }) => title)).size, "pages with a title of their own").toBe(pages.length);
});
