/** Who chaired when: the Troika, the terms by decade, a term's page, and another day. */
import { type Page, expect, test } from "./fixtures.ts";

const TIMELINE = "/chairpersonships/";

/** The visitor's clock stands at noon of this day. */
const opens = async (page: Page, day: string, path = TIMELINE) => {
  await page.clock.setFixedTime(new Date(`${day}T12:00:00+01:00`));
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
};

/** Who sits in a seat of the Troika. */
const seat = (page: Page, role: string) =>
  page.getByRole("heading", { level: 3, name: new RegExp(`^${role}`) });

test.describe("the timeline", { tag: "@main" }, () => {
  test("begins with today's Troika", async ({ page }) => {
    await opens(page, "2010-07-01");
    await expect(page.getByRole("heading", { level: 2, name: "The Troika on 1 July 2010" })).toBeVisible();
    await expect(seat(page, "Outgoing chair")).toHaveText("Outgoing chair Greece");
    await expect(seat(page, "In the chair")).toHaveText("In the chair Kazakhstan");
    await expect(seat(page, "Incoming chair")).toHaveText("Incoming chair Lithuania");
  });

  test("leads to a term by the keyboard, and back to where the visitor was", async ({ page }) => {
    await opens(page, "2026-11-23");
    const link = page.locator("#term-2007").getByRole("link", { name: "2007", exact: true });
    await link.focus();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/chairpersonships\/2007\/$/);
    const title = page.getByRole("heading", { level: 1, name: "2007 Spain" });
    await expect(title).toBeFocused();
    await expect(page).toHaveTitle(/^Spain, chair of 2007/);
    await page.goBack();
    await expect(link).toBeFocused();
    await expect(link).toBeInViewport();
  });
});

test("shows all terms in their order, the newest first", async ({ page }) => {
  await opens(page, "2026-11-23");
  const terms = page.locator(".terms > li");
  await expect(terms).toHaveCount(36);
  await expect(terms.first().getByRole("heading")).toHaveText("2026 Switzerland");
  await expect(terms.last().getByRole("heading")).toHaveText("1991 Germany");
  await expect(page.getByRole("heading", { level: 2, name: /^\d{4}s$/ })).toHaveText([
    "2020s",
    "2010s",
    "2000s",
    "1990s",
  ]);
});

test("keeps the name of a State that is no more, and leads to those that followed it", async ({ page }) => {
  await opens(page, "2026-11-23");
  const term = page.locator("#term-1992");
  await expect(term.getByRole("heading", { name: "1992 Czechoslovakia" })).toBeVisible();
  await term.getByRole("link", { name: "Slovakia", exact: true }).click();
  await expect(page).toHaveURL(/\/countries\/slovakia\/$/);
});

test("tells how a term came about to those who ask", async ({ page }) => {
  await opens(page, "2026-11-23");
  const term = page.locator("#term-2024");
  const blocked = term.getByText("Russia and Belarus blocked the Estonian bid");
  await expect(blocked).toBeHidden();
  await term.getByText("How it came about").click();
  await expect(blocked).toBeVisible();
});

test("hands the chair over at New Year, by the organisation's clock", async ({ page }) => {
  await page.clock.setFixedTime(new Date("2009-12-31T22:59:00Z"));
  await page.goto(TIMELINE);
  await expect(seat(page, "In the chair")).toHaveText("In the chair Greece");
  await page.clock.setFixedTime(new Date("2009-12-31T23:01:00Z"));
  await page.reload();
  await expect(seat(page, "In the chair")).toHaveText("In the chair Kazakhstan");
});

test("hands the chair over at New Year on a page that stays open", async ({ page }) => {
  await page.clock.install({ time: new Date("2009-12-31T22:59:30Z") });
  await page.goto(TIMELINE);
  await expect(seat(page, "In the chair")).toHaveText("In the chair Greece");
  await page.clock.fastForward(60_000);
  await expect(seat(page, "In the chair")).toHaveText("In the chair Kazakhstan");
  await expect(page.getByRole("heading", { level: 2, name: "The Troika on 1 January 2010" })).toBeVisible();
});

test("the day that is looked at stands in the address, and comes back with it", { tag: "@main" }, async ({ page }) => {
  await opens(page, "2026-11-23");
  const length = await page.evaluate(() => history.length);
  await page.getByLabel("Another day").fill("2007-05-01");
  await expect(page).toHaveURL(/\/chairpersonships\/\?on=2007-05-01$/);
  expect(await page.evaluate(() => history.length)).toBe(length);
  await page.getByRole("button", { name: "Français" }).click();
  await expect(seat(page, "À la présidence")).toHaveText("À la présidence Espagne");
  await page.reload();
  await expect(seat(page, "À la présidence")).toHaveText("À la présidence Espagne");
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "The Troika on 1 May 2007" })).toBeVisible();
  await page.locator(".seats").getByRole("link", { name: "2007", exact: true }).click();
  await expect(page).toHaveURL(/\/chairpersonships\/2007\/$/);
  await page.goBack();
  await expect(page).toHaveURL(/\?on=2007-05-01$/);
  await expect(page.getByRole("heading", { level: 2, name: "The Troika on 1 May 2007" })).toBeVisible();
  await page.getByRole("button", { name: "Today" }).click();
  await expect(page).toHaveURL(/\/chairpersonships\/$/);
});

test("says that a chair is not decided yet", async ({ page }) => {
  await opens(page, "2026-11-23");
  await expect(seat(page, "Incoming chair")).toHaveText("Incoming chair Not decided yet");
});

test("shows the Troika of another day, and today's again", async ({ page }) => {
  await opens(page, "2026-11-23");
  await page.getByLabel("Another day").fill("1992-07-02");
  await expect(page.getByRole("heading", { level: 2, name: "The Troika on 2 July 1992" })).toBeVisible();
  await expect(seat(page, "In the chair")).toHaveText("In the chair Czechoslovakia");
  await expect(page.getByText("Jiří Dienstbier").first()).toBeVisible();
  await page.getByLabel("Another day").fill("1990-11-21");
  await expect(seat(page, "In the chair")).toHaveText("In the chair Nobody");
  await page.getByRole("button", { name: "Today" }).click();
  await expect(seat(page, "In the chair")).toHaveText("In the chair Switzerland");
  await expect(page.getByLabel("Another day")).toHaveValue("2026-11-23");
});

test("a day that is not typed to its end leaves the last one standing", async ({ page }) => {
  await opens(page, "2026-11-23");
  await page.getByLabel("Another day").fill("2010-07-01");
  await page.getByLabel("Another day").fill("");
  await expect(seat(page, "In the chair")).toHaveText("In the chair Kazakhstan");
});

test("a term's page leads to the terms around it and to its year's releases", async ({ page }) => {
  await opens(page, "2026-11-23", "/chairpersonships/2010/");
  await page.getByRole("link", { name: "2011", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "2011 Lithuania" })).toBeVisible();
  await page.getByRole("link", { name: "2010", exact: true }).click();
  await page.getByRole("link", { name: "Releases of 2010" }).click();
  await expect(page).toHaveURL(/\/press\/2010\/$/);
});

test("what led to a term reads from line to line", async ({ page }) => {
  await opens(page, "2026-11-23", "/chairpersonships/2010/");
  const step = await page.getByText("Decided, 30 November 2007").boundingBox();
  expect(step?.width).toBeGreaterThan(step?.height ?? NaN);
});

test("a term that there is not is not found", async ({ page }) => {
  await opens(page, "2026-11-23", "/chairpersonships/1975/");
  await expect(page.getByRole("heading", { level: 1, name: "Page not found" })).toBeVisible();
});

for (const path of [TIMELINE, "/chairpersonships/2010/"]) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`axe finds nothing to mend on ${path} in ${colorScheme}`, async ({ page, axe }) => {
      await page.emulateMedia({ colorScheme });
      await opens(page, "2026-11-23", path);
      for (const summary of await page.locator("summary").all()) await summary.click();
      await axe(page);
    });
  }

  test(`${path} fits a page of 320 pixels without sideways scrolling`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await opens(page, "2026-11-23", path);
    for (const summary of await page.locator("summary").all()) await summary.click();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(320);
  });
}
