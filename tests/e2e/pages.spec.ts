/** Every kind of page, in every way of looking at it: light, dark, narrow, enlarged, on paper, in French. */
import { expect, test } from "./fixtures.ts";
import { KAZAKHSTAN, SEED_RELEASE, Visitor } from "./visitor.ts";

const PAGES = [
  { kind: "the front page", path: "/" },
  { kind: "the fields of work", path: "/fields/" },
  { kind: "a field of work", path: "/fields/elections/" },
  { kind: "the countries", path: "/countries/" },
  { kind: "a country", path: KAZAKHSTAN.path },
  { kind: "a country without releases", path: "/countries/iceland/" },
  { kind: "the structures", path: "/structures/" },
  { kind: "a structure", path: "/structures/secretariat/" },
  { kind: "the press releases", path: "/press/" },
  { kind: "their second page", path: "/press/page/2/" },
  { kind: "a year", path: "/press/2007/" },
  { kind: "a release", path: SEED_RELEASE.path },
  { kind: "a page of text", path: "/pages/about-this-demo/" },
  { kind: "the timeline", path: "/chairpersonships/" },
  { kind: "a term", path: "/chairpersonships/2010/" },
  { kind: "a page that there is not", path: "/nothing/here/" },
];

for (const { kind, path } of PAGES) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`axe finds nothing to mend on ${kind} in ${colorScheme}`, async ({ page, axe }) => {
      await page.emulateMedia({ colorScheme });
      await new Visitor(page).visits(path);
      await axe(page);
    });
  }

  test(`${kind} fits 320 pixels without sideways scrolling`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    const visitor = new Visitor(page);
    await visitor.visits(path);
    expect(await visitor.sidewaysScroll()).toBe(0);
  });
}

test("no page scrolls sideways in French, whose words are longer", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const visitor = new Visitor(page);
  for (const { kind, path } of PAGES) {
    await visitor.visits(path);
    await visitor.chooses("Français");
    expect(await visitor.sidewaysScroll(), kind).toBe(0);
  }
});

test("no page scrolls sideways when it is mirrored for a language from right to left", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const visitor = new Visitor(page);
  for (const { kind, path } of PAGES) {
    await visitor.visits(path);
    await visitor.menu.mirror();
    await page.evaluate(() => (document.documentElement.dir = "rtl"));
    expect(await visitor.sidewaysScroll(), kind).toBe(0);
  }
});

test("every page has one heading of the first level, and no level is left out", async ({ page }) => {
  const visitor = new Visitor(page);
  for (const { kind, path } of PAGES) {
    await visitor.visits(path);
    const levels = await visitor.main
      .locator("h1, h2, h3, h4, h5, h6")
      .evaluateAll((found) => found.map((heading) => Number(heading.tagName.slice(1))));
    expect(levels.filter((level) => level === 1), kind).toHaveLength(1);
    const jumps = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
    expect(jumps, `${kind}: ${levels.join(" ")}`).toEqual([]);
  }
});

test("the front page and a release keep their words in forced colours, and axe finds nothing to mend", async ({
  page,
  axe,
}) => {
  await page.emulateMedia({ forcedColors: "active" });
  for (const path of ["/", SEED_RELEASE.path]) {
    await new Visitor(page).visits(path);
    await axe(page);
  }
});

test.describe("at 400% zoom of a small window", () => {
  test.use({ viewport: { width: 320, height: 256 } });

  test("a visitor finds a country by the drawer and reads its release", async ({ page }) => {
    const visitor = new Visitor(page);
    await visitor.visits();
    await visitor.menu.menuButton.click();
    await visitor.menu.drawer.getByRole("button", { name: "Countries", exact: true }).click();
    await visitor.menu.drawer.getByRole("link", { name: "Kazakhstan", exact: true }).click();
    await visitor.arrivesAt(KAZAKHSTAN);
    await expect(visitor.heading).toBeInViewport({ ratio: 1 });
    expect(await visitor.sidewaysScroll()).toBe(0);
    await visitor.link(SEED_RELEASE.heading).click();
    await visitor.arrivesAt(SEED_RELEASE);
    expect(await visitor.sidewaysScroll()).toBe(0);
    const last = visitor.main.locator(".prose > p").last();
    await last.scrollIntoViewIfNeeded();
    await expect(last).toBeInViewport();
  });
});

test("on paper there is the page under the way to it: no menu, no header or footer of the site", async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.visits(SEED_RELEASE.path);
  const brand = page.getByRole("banner").locator(".brand");
  await expect(brand).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(brand).toBeHidden();
  await expect(visitor.menu.nav.getByRole("button")).toHaveCount(0);
  await expect(page.getByRole("contentinfo")).toBeHidden();
  await expect(visitor.heading).toBeVisible();
  await expect(visitor.main.locator(".prose > p").last()).toBeVisible();
  await expect(visitor.main.getByText("As published by the organisation.")).toBeVisible();
});

test.describe("in French", () => {
  test("the interface, names and dates are French once a visitor asks for it", async ({ page }) => {
    const visitor = new Visitor(page);
    await visitor.visits(SEED_RELEASE.path);
    await visitor.chooses("Français");
    await expect(page.locator(".rostrum")).toHaveAttribute("lang", "fr");
    await expect(page.getByRole("navigation", { name: "Menu principal" })).toBeVisible();
    await expect(visitor.fact("Lieu")).toHaveText("Vienne");
    await expect(visitor.main.getByRole("time").first()).toHaveText("lundi 30 avril 2007");
    await expect(visitor.main.getByText("Tel que publié par l’organisation.")).toBeVisible();
    expect(new URL(page.url()).pathname, "the visitor stays where they are").toBe(SEED_RELEASE.path);
  });

  test("what has no translation stays in English and says so to a reader's voice", async ({ page }) => {
    const visitor = new Visitor(page);
    await visitor.visits(SEED_RELEASE.path);
    await visitor.chooses("Français");
    const language = (shown: Element) => shown.closest("[lang]")?.getAttribute("lang");
    expect(await visitor.heading.evaluate(language)).toBe("en");
    expect(await visitor.main.locator(".prose > p").first().evaluate(language)).toBe("en");
    expect(await visitor.main.getByText("Lieu", { exact: true }).evaluate(language)).toBe("fr");
    await visitor.visits("/press/2007/");
    await visitor.chooses("Français");
    expect(await visitor.link(SEED_RELEASE.heading).locator("span").evaluate(language)).toBe("en");
  });

  test("a release that has been translated is read in French", async ({ page }) => {
    const visitor = new Visitor(page);
    await visitor.visits("/press/1995/");
    await visitor.chooses("Français");
    await visitor.main.locator("time[datetime='1995-01-01'] + div").getByRole("link").click();
    await expect(visitor.main.locator(".prose")).toHaveAttribute("lang", "fr");
    await expect(visitor.main.getByText("Résumé rédigé pour cette démonstration")).toBeVisible();
  });

  test("the window's title follows, and the choice stays for the next page", async ({ page }) => {
    const visitor = new Visitor(page);
    await visitor.visits("/press/");
    await visitor.chooses("Français");
    await expect(page).toHaveTitle("Communiqués de presse – OSCE");
    await visitor.main.getByRole("link", { name: "2007", exact: true }).click();
    await expect(visitor.heading).toHaveText("Communiqués de 2007");
    await expect(visitor.heading).toBeFocused();
    await expect(page).toHaveTitle("Communiqués de 2007 – OSCE");
  });

  test("English is one button away again", async ({ page }) => {
    const visitor = new Visitor(page);
    await visitor.visits("/fields/");
    await visitor.chooses("Français");
    await expect(visitor.heading).toHaveText("Domaines d’activité");
    await visitor.chooses("English");
    await expect(visitor.heading).toHaveText("Fields of work");
    await expect(page.getByRole("button", { name: "English" })).toHaveAttribute("aria-pressed", "true");
    await expect(page.getByRole("button", { name: "English" })).toBeFocused();
  });

  test("axe finds nothing to mend on the front page and on a release", async ({ page, axe }) => {
    const visitor = new Visitor(page);
    for (const path of ["/", SEED_RELEASE.path]) {
      await visitor.visits(path);
      await visitor.chooses("Français");
      await expect(page.getByRole("navigation", { name: "Menu principal" })).toBeVisible();
      await axe(page);
    }
  });
});

test("a listing leads to its other pages, and says which one this is", async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.visits("/press/");
  const pages = visitor.main.getByRole("navigation", { name: "Pages" });
  await expect(pages).toContainText(/Page 1 of \d/);
  await expect(pages.getByRole("link", { name: "Newer" })).toHaveCount(0);
  const first = await visitor.main.getByRole("time").first().getAttribute("datetime");
  await pages.getByRole("link", { name: "Older" }).click();
  await expect(page).toHaveURL(/\/press\/page\/2\/$/);
  await expect(pages).toContainText(/Page 2 of \d/);
  await expect(visitor.heading).toBeFocused();
  const second = await visitor.main.getByRole("time").first().getAttribute("datetime");
  expect((second ?? "") < (first ?? ""), "the second page is older").toBe(true);
  await pages.getByRole("link", { name: "Newer" }).click();
  await expect(page).toHaveURL(/\/press\/$/);
});

test("an older address of a listing's page still leads there", async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.visits("/press/?page=2");
  await expect(visitor.main.getByRole("navigation", { name: "Pages" })).toContainText(/Page 2 of \d/);
});

test("a listing stands newest first", async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.visits("/press/");
  const days = await visitor.main
    .getByRole("time")
    .evaluateAll((found) => found.map((time) => time.getAttribute("datetime") ?? ""));
  expect(days).toEqual([...days].sort().reverse());
});

test("a country tells since when it takes part and when it was in the chair", async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.visits(KAZAKHSTAN.path);
  await expect(visitor.fact("Since").getByRole("time")).toHaveText("30 January 1992");
  await expect(visitor.fact("Capital")).toHaveText("Astana");
  await visitor.fact("In the chair").getByRole("link", { name: "2010" }).click();
  await expect(visitor.heading).toHaveText("2010 Kazakhstan");
});
