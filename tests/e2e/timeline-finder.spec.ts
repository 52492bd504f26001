/** Finding terms by State, person, decade and repeated chairs; list and table. */
import { type Page, expect, test } from "./fixtures.ts";

const opens = async (page: Page, query = "") => {
  await page.clock.setFixedTime(new Date("2026-11-23T12:00:00+01:00"));
  await page.goto(`/chairpersonships/${query}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
};

const search = (page: Page) => page.getByRole("searchbox", { name: "State or person" });
const terms = (page: Page) => page.locator(".terms > li:visible > h3");
const count = (page: Page) => page.locator(".found").getByRole("status");

test("finds terms by State, former name, code and person", { tag: "@main" }, async ({ page }) => {
  await opens(page);
  await expect(count(page)).toHaveText("36 of 36 terms");
  for (const [typed, expected] of [
    ["genscher", ["1991 Germany"]],
    ["germany", ["2016 Germany", "1991 Germany"]],
    ["holland", ["2003 The Netherlands"]],
    ["kz", ["2010 Kazakhstan"]],
    ["dienstbier", ["1992 Czechoslovakia"]],
  ] as const) {
    await search(page).fill(typed);
    await expect(terms(page)).toHaveText([...expected]);
  }
  await expect(count(page)).toHaveText("1 of 36 terms");
});

test("decade and repeated chairs leave out what they do not hold for", async ({ page }) => {
  await opens(page);
  await page.getByLabel("Decade").selectOption({ label: "1990s" });
  await expect(page.getByRole("heading", { level: 2, name: /^\d{4}s$/ })).toHaveText(["1990s"]);
  await expect(count(page)).toHaveText("9 of 36 terms");
  await page.getByLabel("Chaired more than once").check();
  await expect(terms(page).filter({ hasText: "Norway" })).toHaveCount(0);
  await expect(terms(page).filter({ hasText: "Switzerland" })).toHaveCount(1);
});

test("what was chosen stands in the address, and is there again after a reload and Back", { tag: "@main" }, async ({ page }) => {
  await opens(page);
  await search(page).fill("finl");
  await page.getByRole("button", { name: "Table", exact: true }).click();
  await expect(page).toHaveURL(/\?search=finl&table$/);
  await page.reload();
  await expect(search(page)).toHaveValue("finl");
  const rows = page.getByRole("region", { name: "Chairpersonships" }).getByRole("row");
  await expect(rows).toHaveCount(3);
  await rows.getByRole("link", { name: "2008", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "2008 Finland" })).toBeVisible();
  await page.goBack();
  await expect(search(page)).toHaveValue("finl");
  await expect(rows).toHaveCount(3);
});

/** Types into the box and presses something else, before anything could be written after a while. */
const typesAndPresses = (page: Page, text: string, selector: string) =>
  page.locator(".rostrum").evaluate(
    (root, [typed, pressed]) => {
      const box = root.querySelector<HTMLInputElement>("#term-search");
      if (box) box.value = typed;
      box?.dispatchEvent(new Event("input", { bubbles: true }));
      root.querySelector<HTMLElement>(pressed)?.click();
    },
    [text, selector] as const,
  );

test("what was chosen is kept where a link or a language is pressed at once", { tag: "@main" }, async ({ page }) => {
  await opens(page);
  await typesAndPresses(page, "finl", "button[lang='fr']");
  await expect(page.getByRole("searchbox", { name: "État ou personne" })).toHaveValue("finl");
  await expect(page).toHaveURL(/\?search=finl$/);
  await typesAndPresses(page, "norw", "header a[href='/']");
  await expect(page).toHaveURL(/:\d+\/$/);
  await expect(page.locator("#term-search")).toHaveCount(0);
  await page.goBack();
  await expect(page).toHaveURL(/\?search=norw$/);
  await expect(page.locator("#term-search")).toHaveValue("norw");
});

test("where nothing is found, one button shows all terms again", async ({ page }) => {
  await opens(page, "?search=nowhere&decade=1990&repeated");
  await expect(count(page)).toHaveText("0 of 36 terms");
  await page.getByRole("button", { name: "Show all terms" }).click();
  await expect(count(page)).toHaveText("36 of 36 terms");
  await expect(search(page)).toHaveValue("");
  await expect(search(page)).toBeFocused();
  await expect(page.getByLabel("Chaired more than once")).not.toBeChecked();
  await expect(page).toHaveURL(/\/chairpersonships\/$/);
});

test("Enter in the box changes nothing", async ({ page }) => {
  await opens(page);
  await search(page).fill("malta");
  await search(page).press("Enter");
  await expect(terms(page)).toHaveText(["2024 Malta"]);
  await expect(page).toHaveURL(/\?search=malta$/);
});

test("the table says who, when, with whom and where", async ({ page }) => {
  await opens(page, "?table");
  const table = page.getByRole("table");
  await expect(table.getByRole("columnheader")).toHaveText([
    "Term",
    "State",
    "Period",
    "Chairperson-in-Office",
    "Ministerial Council",
    "Summit",
  ]);
  await expect(table.getByRole("row", { name: /^2010 / })).toContainText("Kanat Saudabayev");
});

for (const query of ["?search=finl", "?table", "?search=nowhere"]) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`axe finds nothing to mend on ${query} in ${colorScheme}`, async ({ page, axe }) => {
      await page.emulateMedia({ colorScheme });
      await opens(page, query);
      await axe(page);
    });
  }

  test(`${query} fits a page of 320 pixels without sideways scrolling`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await opens(page, query);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
}
