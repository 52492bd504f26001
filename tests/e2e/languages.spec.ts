/** The languages of the interface: chosen in the footer, loaded when they are wanted, kept for the next visit. */
import { type Page, expect, test } from "./fixtures.ts";
import { SEED_RELEASE, Visitor } from "./visitor.ts";

const WORDS = /\/part-words-(\w\w)-\w+\.txt$/;
const FILTERED = "/press/?country=kazakhstan&year=2007";

/** Notes which languages' texts are asked for. */
const languagesAsked = (page: Page): string[] => {
  const asked: string[] = [];
  page.on("request", (request) => {
    const [, tag] = WORDS.exec(request.url()) ?? [];
    if (tag) asked.push(tag);
  });
  return asked;
};

const shell = (page: Page) => page.locator(".rostrum");

/** What the same page says in a language. */
const LANGUAGES = [
  {
    tag: "ru",
    name: "Русский",
    dir: "ltr",
    releases: "Пресс-релизы",
    search: "Поиск по пресс-релизам",
    counted: /^\d+ пресс-релиз(а|ов)?$/,
    day: "понедельник, 30 апреля 2007 г.",
    timeline: "Председательства",
    troika: /^Тройка на \d+ \S+ \d{4} г\.$/,
    country: "Австрия",
  },
  {
    tag: "ar",
    name: "العربية",
    dir: "rtl",
    releases: "البيانات الصحفية",
    search: "البحث في البيانات الصحفية",
    counted: /بيان/,
    day: "الاثنين، 30 أبريل 2007",
    timeline: "الرئاسات",
    troika: /^الترويكا في \d+ \S+ \d{4}$/,
    country: "النمسا",
  },
];

for (const { tag, name, dir, ...words } of LANGUAGES) {
  test(`a visitor goes on in ${name} where they are @main`, async ({ page }) => {
    const asked = languagesAsked(page);
    const visitor = new Visitor(page);
    await visitor.visits(FILTERED);
    const results = visitor.main.locator(".summaries li");
    await expect(results.first()).toBeVisible();
    const before = await results.count();

    await visitor.chooses(name);
    await expect(shell(page)).toHaveAttribute("lang", tag);
    await expect(shell(page)).toHaveAttribute("dir", dir);
    await expect(page).toHaveURL(FILTERED);
    await expect(visitor.heading).toHaveText(words.releases);
    await expect(page.getByRole("searchbox", { name: words.search })).toBeVisible();
    await expect(visitor.main.getByRole("status").filter({ hasText: words.counted })).toBeVisible();
    await expect(results).toHaveCount(before);

    await visitor.link(SEED_RELEASE.heading).click();
    await expect(visitor.heading).toHaveText(SEED_RELEASE.heading);
    await expect(visitor.main.getByText(words.day, { exact: true })).toBeVisible();
    // What is not translated keeps its own language and direction.
    const prose = visitor.main.locator(".prose");
    await expect(prose).toHaveAttribute("lang", "en");
    await expect(prose).toHaveCSS("direction", "ltr");

    await page.goBack();
    await expect(visitor.heading).toHaveText(words.releases);
    await expect(results).toHaveCount(before);
    expect(asked).toEqual([tag]);
  });

  for (const path of [FILTERED, SEED_RELEASE.path]) {
    test(`axe finds nothing to mend in ${name}: ${path}`, async ({ page, axe }) => {
      const visitor = new Visitor(page);
      await visitor.visits(path);
      await visitor.chooses(name);
      await axe(page);
    });
  }

  test(`the timeline in ${name}`, async ({ page, axe }) => {
    const visitor = new Visitor(page);
    await visitor.visits("/chairpersonships/");
    await visitor.chooses(name);
    await expect(visitor.heading).toHaveText(words.timeline);
    await expect(page.locator("#troika")).toHaveText(words.troika);
    await axe(page);
  });

  test(`the countries in ${name}`, async ({ page, axe }) => {
    const visitor = new Visitor(page);
    await visitor.visits("/countries/");
    await visitor.chooses(name);
    // The bundle names countries in English and French; the browser knows how they are called here.
    const country = visitor.main.getByRole("link", { name: words.country, exact: true });
    await expect(country).toBeVisible();
    await expect(country.locator("[lang]")).toHaveCount(0);
    // The organisation's own name is left as it is.
    await expect(visitor.main.getByRole("link", { name: "Holy See", exact: true }).locator("[lang=en]")).toHaveCount(1);
    await axe(page);
  });
}

test("the language is kept for the next visit", { tag: "@main" }, async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.visits();
  await visitor.chooses("Deutsch");
  await expect(visitor.main.getByRole("heading", { name: "Neueste Pressemitteilungen" })).toBeVisible();
  await page.reload();
  await expect(visitor.main.getByRole("heading", { name: "Neueste Pressemitteilungen" })).toBeVisible();
  await expect(shell(page)).toHaveAttribute("lang", "de");
  await visitor.chooses("English");
  await expect(visitor.main.getByRole("heading", { name: "Latest releases" })).toBeVisible();
});

test("a page that was rendered in English is taken over in the language that is kept", async ({ page, site }) => {
  const { url } = await site(true);
  await page.goto(url);
  const visitor = new Visitor(page);
  await expect(page.locator("nav.menu dialog")).toHaveCount(1);
  await visitor.chooses("Русский");
  await expect(shell(page)).toHaveAttribute("lang", "ru");
  await page.goto(new URL(SEED_RELEASE.path, url).href);
  await expect(page.locator("nav.menu dialog")).toHaveCount(1);
  await expect(shell(page)).toHaveCount(1);
  await expect(shell(page)).toHaveAttribute("lang", "ru");
  await expect(visitor.heading).toHaveText(SEED_RELEASE.heading);
});

test("a piece in another page takes its language from that page and keeps none", async ({ page, hostPage }) => {
  const piece = '<rostrum-app bundle="/bundle/" routing="none" lang="it"></rostrum-app>';
  await page.addInitScript(() => localStorage.setItem("rostrum null language", "de"));
  await hostPage(piece);
  await expect(page.getByRole("heading", { name: "Ultimi comunicati" })).toBeVisible();
  await page.getByRole("button", { name: "Español" }).click();
  await expect(page.getByRole("heading", { name: "Últimos comunicados" })).toBeVisible();
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(["rostrum null language"]);
});

test("texts that do not come leave the language before, and another try works", async ({ page, problems }) => {
  problems.expect(/Failed to load resource|ERR_FAILED|Failed to fetch/i);
  const visitor = new Visitor(page);
  await visitor.visits();
  await page.route(WORDS, (route) => route.abort());
  await page.getByRole("button", { name: "العربية" }).click();
  await expect(visitor.alert).toContainText("It could not be loaded.");
  await expect(shell(page)).toHaveAttribute("lang", "en");
  await page.unroute(WORDS);
  await visitor.alert.getByRole("button", { name: "Try again" }).click();
  await expect(shell(page)).toHaveAttribute("dir", "rtl");
  await expect(visitor.alert).toBeHidden();
});

test("texts whose bytes were changed are not shown", async ({ page, problems }) => {
  problems.expect(/integrity/i);
  await page.route(WORDS, (route) => route.fulfill({ contentType: "text/plain", body: "one\nother\n" }));
  const visitor = new Visitor(page);
  await visitor.visits();
  await page.getByRole("button", { name: "Deutsch" }).click();
  await expect(visitor.alert).toContainText("It could not be loaded.");
  await expect(shell(page)).toHaveAttribute("lang", "en");
});

test("no page scrolls sideways in any language at 320 pixels", async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 320, height: 640 });
  const visitor = new Visitor(page);
  await visitor.visits();
  for (const name of ["Deutsch", "Español", "Italiano", "Русский", "العربية"]) {
    await visitor.chooses(name);
    for (const path of ["/", FILTERED, SEED_RELEASE.path, "/countries/kazakhstan/", "/chairpersonships/", "/chairpersonships/2010/"]) {
      await visitor.visits(path);
      await expect(visitor.heading).toBeVisible();
      expect(await visitor.sidewaysScroll(), `${path} in ${name}`).toBe(0);
    }
  }
});
