/** The menu as disclosures: what it is to a reader, what it marks, what it leaves behind, odd menus. */
import { expect, test } from "./fixtures.ts";
import { Menu, PANELS } from "./menu.ts";

test.describe("the menu", { tag: "@main" }, () => {
  test("is a named navigation of links and triggers, its panels closed", async ({ page }) => {
    const menu = new Menu(page);
    await menu.visit();
    await expect(menu.nav).toMatchAriaSnapshot(`
      - navigation "Main menu":
        - list:
          - listitem:
            - link "Our work"
            - button "More of Our work" [expanded=false]
          - listitem:
            - link "Countries"
            - button "More of Countries" [expanded=false]
          - listitem:
            - link "Structures and institutions"
            - button "More of Structures and institutions" [expanded=false]
          - listitem:
            - link "About us"
            - button "More of About us" [expanded=false]
    `);
  });

  test("opens a panel of labelled lists under its trigger", async ({ page }) => {
    const menu = new Menu(page);
    await menu.visit();
    await menu.opens("Structures and institutions");
    await expect(menu.panel).toMatchAriaSnapshot(`
      - list:
        - listitem:
          - link "Chairpersonship"
        - listitem:
          - paragraph:
            - link "Secretariat"
          - list "Secretariat":
            - listitem:
              - link "Secretary General"
    `);
    const controlled = await menu.trigger("Structures and institutions").getAttribute("aria-controls");
    await expect(menu.panel).toHaveAttribute("id", controlled ?? "");
  });

  test("reaches a fourth level, closed until it is asked for", async ({ page }) => {
    const menu = new Menu(page);
    await menu.visit();
    await menu.opens("Structures and institutions");
    await expect(menu.link("Office in Minsk")).toBeHidden();
    await menu.opens("Closed field activities");
    await menu.link("Office in Minsk").click();
    await expect(page).toHaveURL(/\/structures\/office-in-minsk\/$/);
    await expect(menu.panel).toBeHidden();
  });
});

test("every link of the menu is in the page while all is closed", async ({ page }) => {
  const menu = new Menu(page);
  await menu.visit();
  const bundle = await (await page.request.get("/bundle/bundle.json")).json();
  const labels: string[] = [];
  const walk = (items: { label: { en: string }; to?: string; items?: never[] }[]) =>
    items.forEach(({ label, to, items: under }) => {
      if (to) labels.push(label.en);
      walk(under ?? []);
    });
  walk(bundle.menu);
  const links = await menu.bar.locator("a[href]").evaluateAll((found) =>
    found.map((link) => link.firstChild?.textContent ?? ""),
  );
  expect(links).toEqual(labels);
});

test("the current page is marked, and every branch above it", async ({ page }) => {
  const menu = new Menu(page);
  await menu.visit("/structures/office-in-minsk/");
  await expect(menu.top("Structures and institutions")).toHaveAttribute("aria-current", "true");
  await menu.opens("Structures and institutions");
  await expect(menu.link("Field operations")).toHaveAttribute("aria-current", "true");
  await expect(menu.link("Closed field activities")).toHaveAttribute("aria-current", "true");
  // The branch stands open where the visitor is in it.
  await expect(menu.link("Office in Minsk")).toBeVisible();
  await expect(menu.link("Office in Minsk")).toHaveAttribute("aria-current", "page");
  await expect(menu.nav.locator("[aria-current=page]")).toHaveCount(1);
});

test("the mark follows the visitor", async ({ page }) => {
  const menu = new Menu(page);
  await menu.visit();
  await expect(menu.nav.locator("[aria-current]")).toHaveCount(0);
  await menu.opens("Countries");
  await menu.link("Kazakhstan").click();
  await expect(page.getByRole("heading", { level: 1, name: "Kazakhstan" })).toBeFocused();
  await expect(menu.top("Countries")).toHaveAttribute("aria-current", /page|true/);
  await page.goBack();
  await expect(menu.nav.locator("[aria-current]")).toHaveCount(0);
});

const LOOKS = [
  { look: "light", colorScheme: "light" },
  { look: "dark", colorScheme: "dark" },
  { look: "forced colours", forcedColors: "active" },
  { look: "increased contrast", contrast: "more" },
  { look: "right-to-left", isMirrored: true },
] as const;

for (const { look, ...settings } of LOOKS) {
  test(`axe finds nothing to mend with each panel open, ${look}`, async ({ page, axe }) => {
    const menu = new Menu(page);
    const { isMirrored, ...media } = { isMirrored: false, ...settings };
    await page.emulateMedia(media);
    await menu.visit();
    if (isMirrored) await menu.mirror();
    for (const name of PANELS) {
      await menu.opens(name);
      await axe(page);
    }
  });
}

test("panels opened a hundred times leave no listener and no node behind", async ({ page }) => {
  const menu = new Menu(page);
  await menu.visit();
  const session = await page.context().newCDPSession(page);
  const names = PANELS.slice(0, 3);
  const openAll = (times: number) =>
    menu.bar.evaluate(
      async (bar, [labels, count]) => {
        const frame = () => new Promise(requestAnimationFrame);
        for (let time = 0; time < count; time++) {
          for (const label of labels) {
            bar.querySelector<HTMLElement>(`[aria-label="More of ${label}"]`)?.click();
            await frame();
          }
          window.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
          await frame();
        }
      },
      [names, times] as const,
    );
  const count = async () => {
    await session.send("HeapProfiler.collectGarbage");
    const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
    return { nodes, jsEventListeners };
  };
  await openAll(5);
  const before = await count();
  await openAll(100);
  const after = await count();
  expect(after.jsEventListeners).toBe(before.jsEventListeners);
  expect(after.nodes).toBeLessThanOrEqual(before.nodes);
});

const label = (en: string) => ({ en });
const many = (count: number) =>
  Array.from({ length: count }, (_, number) => ({ label: label(`Item ${number}`), to: `/pages/item-${number}/` }));
const LONG = "Gesellschafterversammlungsbeschlussvorlagenverzeichnis ".repeat(6).trim();

const ODD = [
  { label: label("Only a heading"), items: [{ label: label("Inside"), items: many(2) }] },
  { label: label("Many"), to: "/fields/", items: many(400) },
  { label: label("One"), to: "/pages/one/", items: many(1) },
  { label: label("None"), to: "/pages/none/", items: [] },
  { label: label("Long"), to: "/pages/long/", items: [{ label: label(LONG), to: "/pages/x/" }, ...many(3)] },
  { label: label("Away"), to: "https://example.org/" },
  { label: { fr: "Sans traduction" }, to: "/pages/about-us/" },
];

test("an odd menu is shown as it is", async ({ page, axe }) => {
  const menu = new Menu(page);
  await menu.replaceWith(ODD);
  await menu.visit();

  await page.getByRole("button", { name: "Only a heading", exact: true }).click();
  await expect(menu.panel.getByRole("list", { name: "Inside" }).getByRole("link")).toHaveCount(2);
  await menu.opens("Many");
  await expect(menu.links()).toHaveCount(400);
  await axe(page);
  await menu.opens("One");
  await expect(menu.links()).toHaveCount(1);
  await expect(menu.trigger("None")).toHaveCount(0);
  await menu.opens("Long");
  const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(isWide, "whether the page scrolls sideways").toBe(false);
  await expect(menu.nav.getByRole("link", { name: "Away (leads to another site)" })).toBeVisible();
  await expect(menu.nav.locator("[lang=fr]")).toHaveText("Sans traduction");
});

test("an odd menu is shown as it is in the drawer, too", async ({ page, axe }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const menu = new Menu(page);
  await menu.replaceWith(ODD);
  await menu.visit();
  await menu.menuButton.click();
  await expect(menu.drawer.getByRole("link", { name: "Away (leads to another site)" })).toBeVisible();
  await expect(menu.drawer.locator("[lang=fr]")).toHaveText("Sans traduction");
  await expect(menu.drawer.getByRole("link", { name: "None" })).toBeVisible();
  const levels = [
    { name: "Only a heading", links: 0 },
    { name: "Many", links: 400 },
    { name: "One", links: 1 },
    { name: "Long", links: 4 },
  ];
  for (const { name, links } of levels) {
    await menu.drawer.getByRole("button", { name, exact: true }).click();
    await expect(menu.drawer.getByRole("heading")).toHaveText(name);
    await expect(menu.drawer.getByRole("heading").getByRole("link")).toHaveCount(name === "Only a heading" ? 0 : 1);
    await expect(menu.drawer.getByRole("listitem").getByRole("link")).toHaveCount(links);
    const isWide = await menu.drawer.evaluate((drawer) => drawer.scrollWidth > drawer.clientWidth);
    expect(isWide, "whether the drawer scrolls sideways").toBe(false);
    const last = menu.drawer.getByRole("listitem").last();
    await last.scrollIntoViewIfNeeded();
    await expect(last).toBeInViewport();
    if (name === "Long") await axe(page);
    await menu.drawer.getByRole("button", { name: "Back" }).click();
  }
});

test("a menu of nothing leaves no empty landmark", async ({ page }) => {
  const menu = new Menu(page);
  await menu.replaceWith([]);
  await menu.visit();
  await expect(menu.nav).toHaveCount(0);
});
