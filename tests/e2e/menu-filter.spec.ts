/** The panel of countries: filter, letters, who is in the chair. */
import { expect, test } from "./fixtures.ts";
import { Menu } from "./menu.ts";

const FOUND = [
  ["Holland", "The Netherlands"],
  ["UK", "United Kingdom"],
  ["Czech Republic", "Czechia"],
  ["turk", "Türkiye"],
  ["herz bos", "Bosnia and Herzegovina"],
  ["kz", "Kazakhstan"],
] as const;

test("the filter finds a country by any word, code, former or other name", { tag: "@main" }, async ({ page }) => {
  const menu = new Menu(page);
  await menu.visit();
  await menu.opens("Countries");
  for (const [typed, name] of FOUND) {
    await menu.filter.fill(typed);
    await expect(menu.link(name)).toBeVisible();
    await expect(menu.link("Albania")).toBeHidden();
  }
});

test("the filtered panel says how many match and keeps the groups", { tag: "@main" }, async ({ page }) => {
  const menu = new Menu(page);
  await menu.visit();
  await menu.opens("Countries");
  await menu.filter.fill("al");
  await expect(menu.panel).toMatchAriaSnapshot(`
    - text: Filter
    - searchbox "Filter": al
    - status: 2 matches
    - list:
      - listitem:
        - paragraph:
          - link "Participating States"
        - list "Participating States":
          - listitem:
            - link "Albania"
      - listitem:
        - paragraph:
          - link "Mediterranean Partners for Co-operation"
        - list "Mediterranean Partners for Co-operation":
          - listitem:
            - link "Algeria"
  `);
});

test("the count is spoken once the visitor pauses, not at every key", async ({ page }) => {
  const menu = new Menu(page);
  await menu.visit();
  await menu.opens("Countries");
  const spoken = await menu.panel.getByRole("status").evaluate((status) => {
    const heard: string[] = [];
    new MutationObserver(() => heard.push(status.textContent ?? "")).observe(status, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    Reflect.set(window, "heard", heard);
    return heard;
  });
  expect(spoken).toEqual([]);
  await menu.filter.focus();
  await page.keyboard.type("alb");
  await expect(menu.panel.getByRole("status")).toHaveText("1 match");
  expect(await page.evaluate(() => Reflect.get(window, "heard"))).toEqual(["1 match"]);
});

test("what matches nothing is said so, and closing forgets the filter", async ({ page }) => {
  const menu = new Menu(page);
  await menu.visit();
  await menu.opens("Countries");
  await menu.filter.fill("zzz");
  await expect(menu.panel.getByRole("status")).toHaveText("Nothing matches. Try fewer letters.");
  await expect(menu.links()).toHaveCount(0);
  await menu.presses("Escape");
  await menu.hasFocusOn("More of Countries");
  await menu.opens("Countries");
  await expect(menu.filter).toHaveValue("");
  await expect(menu.link("Albania")).toBeVisible();
});

test("Down goes from the filter to the first match, Enter follows it", async ({ page }) => {
  const menu = new Menu(page);
  await menu.visit();
  await menu.top("Countries").focus();
  await menu.presses("ArrowDown");
  await expect(menu.filter).toBeFocused();
  await page.keyboard.type("swi");
  await expect(menu.link("Albania")).toBeHidden();
  await menu.presses("Home", "End", "ArrowLeft");
  await expect(menu.filter).toBeFocused();
  await menu.presses("Enter");
  await expect(page).toHaveURL(/\/countries\/switzerland\/$/);
});

test("in another language names of both are found, in its order", async ({ page }) => {
  const menu = new Menu(page);
  await menu.visit();
  await page.getByRole("button", { name: "Français" }).click();
  await page.getByRole("button", { name: "Plus sur Pays" }).click();
  const panel = page.locator(".menu-panel:not([hidden])");
  const names = await panel.getByRole("list", { name: "États participants" }).getByRole("link").allTextContents();
  expect(names).toEqual(names.toSorted(new Intl.Collator("fr").compare));
  for (const typed of ["pays-b", "netherl", "holland"]) {
    await page.getByRole("searchbox", { name: "Filtrer" }).fill(typed);
    await expect(panel.getByRole("link", { name: "Pays-Bas" })).toBeVisible();
    await expect(panel.getByRole("link", { name: "Albanie" })).toBeHidden();
  }
});

test("a letter leads to the first name that begins with it, an article aside", async ({ page }) => {
  const menu = new Menu(page);
  await menu.visit();
  await menu.opens("Countries");
  const letters = menu.panel.getByRole("toolbar", { name: "Jump to a letter" });
  await letters.getByRole("button", { name: "M", exact: true }).click();
  await menu.hasFocusOn("Malta");
  await letters.getByRole("button", { name: "T", exact: true }).click();
  await menu.hasFocusOn("Tajikistan");
  // One stop for Tab, arrows along.
  await menu.filter.focus();
  await menu.presses("Tab", "ArrowRight", "Enter");
  await menu.hasFocusOn("Belgium");
});

test("who is in the chair is marked in words", async ({ page }) => {
  await page.clock.setFixedTime("2026-06-01T12:00:00Z");
  const menu = new Menu(page);
  await menu.visit();
  await menu.opens("Countries");
  await expect(menu.panel.getByRole("link", { name: "in the chair" })).toHaveText(/^Switzerland\s+in the chair$/);
});
