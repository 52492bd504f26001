/** Narrowing the releases: by what they are filed under, between two days, and in an order. */
import { type Page, expect, test } from "./fixtures.ts";
import { Visitor } from "./visitor.ts";

const main = (page: Page) => page.locator(".main");
const box = (page: Page) => page.getByRole("searchbox", { name: "Search the releases" });
const filters = (page: Page) => page.getByRole("button", { name: "Filters", exact: true });
const panel = (page: Page) => page.getByRole("region", { name: "Filters" });
const category = (page: Page, name: string) => panel(page).getByRole("button", { name: new RegExp(`^${name}`) });
const option = (page: Page, name: string) => panel(page).getByRole("button", { name: new RegExp(`^${name} ?\\d*$`) });
const chip = (page: Page, name: string) => main(page).getByRole("button", { name: `Remove ${name}`, exact: true });
const titles = (page: Page) => main(page).locator(".summaries").getByRole("link");
const status = (page: Page) => main(page).locator("p.count", { hasText: /./ });

/** Opens the filters, and a category of them. */
const opens = async (page: Page, name: string) => {
  if (!(await panel(page).isVisible())) await filters(page).click();
  await category(page, name).click();
  await expect(category(page, name)).toHaveAttribute("aria-expanded", "true");
};

/** Chooses an option of the open category, or takes it back. */
const chooses = async (page: Page, name: string) => {
  await option(page, name).click();
  await expect(chip(page, name)).toBeVisible();
};

/** How many releases the open category says that an option has. */
const countOf = async (page: Page, name: string) => Number((await option(page, name).innerText()).match(/\d+$/)?.[0]);

test("filters by country and year, a search and a release, then Back: same list, place, focus and title", { tag: "@main" }, async ({
  page,
}) => {
  const visitor = new Visitor(page);
  await visitor.visits("/press/");
  await opens(page, "Country");
  await chooses(page, "Kazakhstan");
  await expect(page).toHaveURL(/\/press\/\?country=kazakhstan$/);
  await opens(page, "Year");
  await chooses(page, "2007");
  await chooses(page, "2010");
  await box(page).fill("kazakhstan");
  await expect(main(page).locator("mark").first()).toHaveText(/kazakhstan/i);
  await expect(page).toHaveURL(/\/press\/\?query=kazakhstan&country=kazakhstan&year=2007&year=2010$/);
  await expect(titles(page).nth(2)).toBeVisible();
  const found = await titles(page).allTextContents();
  const title = await page.title();

  const third = titles(page).nth(2);
  await visitor.reaches(third);
  await third.click();
  await expect(visitor.heading).toHaveText(found[2] ?? "");
  await page.goBack();
  await expect(titles(page)).toHaveText(found);
  for (const name of ["Kazakhstan", "2007", "2010"]) await expect(chip(page, name)).toBeVisible();
  await expect(box(page)).toHaveValue("kazakhstan");
  await expect(page).toHaveTitle(title);
  await expect(third).toBeFocused();
  await expect(third).toBeInViewport();

  await page.reload();
  await expect(titles(page)).toHaveText(found);
});

test("Back and Forward go through what was chosen", { tag: "@main" }, async ({ page }) => {
  await new Visitor(page).visits("/press/");
  await opens(page, "Country");
  await chooses(page, "Kazakhstan");
  await expect(status(page)).toHaveText(/^\d+ releases$/);
  const all = await titles(page).allTextContents();
  await opens(page, "Year");
  await chooses(page, "2007");
  await expect(status(page)).toHaveText("2 releases");
  await page.goBack();
  await expect(chip(page, "2007")).toHaveCount(0);
  await expect(titles(page)).toHaveText(all);
  await page.goForward();
  await expect(chip(page, "2007")).toBeVisible();
  await expect(status(page)).toHaveText("2 releases");
});

test("what is typed right after a choice is looked for with it", async ({ page }) => {
  await page.goto("/press/");
  await opens(page, "Year");
  await option(page, "2007").evaluate((year: HTMLElement) => {
    year.click();
    const box = year.closest(".rostrum")?.querySelector<HTMLInputElement>(".main input[type=search]");
    if (!box) throw new Error("There is no box to type in.");
    box.value = "kazakhstan";
    box.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await expect(page).toHaveURL(/2007/);
  await expect(page).toHaveURL(/query=kazakhstan/);
  await expect(page.locator(".main mark").first()).toBeVisible();
});

test("who goes on right after a choice arrives there, and Back leads to the listing", async ({ page }) => {
  await page.goto("/press/");
  await opens(page, "Year");
  await option(page, "2007").evaluate((year: HTMLElement) => {
    year.click();
    year.closest(".rostrum")?.querySelector<HTMLElement>("a.brand")?.click();
  });
  await expect(main(page).locator(".latest")).toBeVisible();
  await expect(page).toHaveURL(/:\d+\/$/);
  await page.goBack();
  await expect(page).toHaveURL(/\/press\/$/);
  await expect(titles(page).first()).toBeVisible();
});

test("a count says what is found, and of one category any are", async ({ page }) => {
  await page.goto("/press/");
  await opens(page, "Country");
  const [finland, kazakhstan] = [await countOf(page, "Finland"), await countOf(page, "Kazakhstan")];
  await chooses(page, "Finland");
  await expect(status(page)).toHaveText(`${finland} releases`);
  await expect(option(page, "Finland")).toBeFocused();
  expect(await countOf(page, "Kazakhstan")).toBe(kazakhstan);
  await chooses(page, "Kazakhstan");
  await expect(status(page)).not.toHaveText(`${finland} releases`);
  await expect(status(page)).toHaveText(/^\d+ releases$/);
  const both = Number((await status(page).innerText()).match(/\d+/)?.[0]);
  expect(both).toBeGreaterThan(Math.max(finland, kazakhstan));
  expect(both).toBeLessThanOrEqual(finland + kazakhstan);
  await expect(category(page, "Country")).toContainText("2 chosen");
});

test("what is chosen narrows what is offered, and what nothing has is not offered", async ({ page }) => {
  await page.goto("/press/");
  await opens(page, "Country");
  await chooses(page, "Kazakhstan");
  await opens(page, "Year");
  await expect(option(page, "2010")).toBeVisible();
  await expect(option(page, "2014")).toHaveCount(0);
  const years = await panel(page).locator(".options button > span").allTextContents();
  expect(years).toEqual([...years].sort().reverse());
});

test("a chip takes back what was chosen, and the next one has the focus", async ({ page }) => {
  await page.goto("/press/?country=kazakhstan&country=finland&year=2010");
  await chip(page, "Kazakhstan").click();
  await expect(chip(page, "Kazakhstan")).toHaveCount(0);
  await expect(chip(page, "Finland")).toBeFocused();
  await expect(page).toHaveURL(/\?country=finland&year=2010$/);
  await page.getByRole("button", { name: "Remove all filters" }).click();
  await expect(page).toHaveURL(/\/press\/$/);
  await expect(filters(page)).toBeFocused();
  await expect(titles(page)).toHaveCount(20);
});

test("releases are found between two days", async ({ page }) => {
  await page.goto("/press/");
  await filters(page).click();
  await panel(page).getByLabel("From").fill("2007-04-30");
  await expect(chip(page, "From 30 April 2007")).toBeVisible();
  await panel(page).getByLabel("Until").fill("2007-11-30");
  await expect(chip(page, "Until 30 November 2007")).toBeVisible();
  await expect(status(page)).toHaveText("2 releases");
  await expect(page).toHaveURL(/\?since=2007-04-30&until=2007-11-30$/);
  await chip(page, "From 30 April 2007").click();
  await expect(panel(page).getByLabel("From")).toHaveValue("");
  await expect(panel(page).getByLabel("Until")).toHaveValue("2007-11-30");
});

test("the oldest come first where that is chosen, and the choice keeps the focus", async ({ page }) => {
  await page.goto("/press/?country=kazakhstan");
  await expect(status(page)).toHaveText(/^\d+ releases$/);
  const newest = await titles(page).allTextContents();
  await filters(page).click();
  const order = panel(page).getByLabel("Order");
  await expect(order.getByRole("option")).toHaveText(["Newest first", "Oldest first"]);
  await order.focus();
  await order.selectOption("Oldest first");
  await expect(titles(page)).toHaveText(newest.reverse());
  await expect(order).toBeFocused();
  await expect(page).toHaveURL(/\?country=kazakhstan&sort=oldest$/);
  await box(page).fill("chair");
  await expect(order.getByRole("option")).toHaveText(["Best match first", "Newest first", "Oldest first"]);
  await expect(order).toHaveValue("oldest");
});

test("where nothing has all that was chosen, it says what would be found without one of it", async ({ page }) => {
  await page.goto("/press/?query=zebra&country=kazakhstan&year=2007");
  await expect(status(page)).toHaveText("Nothing has all that you chose.");
  await page.getByRole("button", { name: "Without “zebra”: 2 releases" }).click();
  await expect(titles(page)).toHaveCount(2);
  await expect(box(page)).toHaveValue("");
  await expect(filters(page)).toBeFocused();
});

test("another year keeps what is looked for", async ({ page }) => {
  await page.goto("/press/2007/?country=kazakhstan");
  await expect(status(page)).toHaveText("2 releases");
  const years = page.getByRole("navigation", { name: "Years" });
  await years.getByRole("link", { name: "2010" }).click();
  await expect(page).toHaveURL(/\/press\/2010\/\?country=kazakhstan$/);
  await expect(chip(page, "Kazakhstan")).toBeVisible();
  await expect(status(page)).toHaveText(/^\d+ releases$/);
  await opens(page, "Country");
  await expect(category(page, "Year")).toHaveCount(0);
});

test("an address that nobody could choose is mended, and what the bundle does not know is named", async ({ page }) => {
  await page.goto("/press/?country=%3Cb%3E&since=2007-02-30&sort=x");
  await expect(titles(page)).toHaveCount(20);
  await expect(page).toHaveURL(/\/press\/$/);
  await page.goto("/press/?country=atlantis");
  await expect(chip(page, "atlantis")).toBeVisible();
  await expect(status(page)).toHaveText("Nothing has all that you chose.");
});

test("the keyboard alone narrows a listing", { tag: "@main" }, async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.visits("/press/");
  await box(page).focus();
  await page.keyboard.press("Tab");
  await expect(filters(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await visitor.tabsTo(category(page, "Kind"));
  await page.keyboard.press("Enter");
  await visitor.tabsTo(option(page, "Press release"));
  await page.keyboard.press("Space");
  await expect(option(page, "Press release")).toHaveAttribute("aria-pressed", "true");
  await expect(status(page)).toHaveText("1 release");
});

test("when the server stops the list stays, and another try brings the counts", async ({ page, site, problems }) => {
  problems.expect(/ERR_CONNECTION_REFUSED/);
  const server = await site();
  await page.goto(`${server.url}press/`);
  await filters(page).click();
  await expect(panel(page)).toBeVisible();
  await server.stop();
  await category(page, "Country").click();
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("It could not be loaded.");
  await expect(titles(page)).toHaveCount(20);
  await server.resume();
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(option(page, "Kazakhstan")).toBeVisible();
  await expect(alert).toHaveCount(0);
});

test("in French the names, the texts and the order of names are French", async ({ page }) => {
  await page.goto("/press/?country=germany");
  await new Visitor(page).chooses("Français");
  await page.getByRole("button", { name: "Filtres" }).click();
  const region = page.getByRole("region", { name: "Filtres" });
  await region.getByRole("button", { name: /^Pays/ }).click();
  const names = region.locator(".options button > span");
  await expect(names.first()).toHaveText("Albanie");
  const shown = await names.allTextContents();
  expect(shown).toEqual([...shown].sort((one, other) => one.localeCompare(other, "fr")));
});

const STATES = {
  chosen: "/press/?country=kazakhstan&year=2007",
  nothing: "/press/?query=zebra&country=kazakhstan&year=2007",
} as const;

for (const [state, path] of Object.entries(STATES)) {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const direction of ["ltr", "rtl"] as const) {
      test(`axe finds nothing to mend where ${state} is shown with open filters, ${colorScheme}, ${direction}`, async ({ page, axe }) => {
        await page.emulateMedia({ colorScheme });
        await page.goto(path);
        await page.evaluate((dir) => (document.documentElement.dir = dir), direction);
        await opens(page, "Country");
        await expect(panel(page).locator(".options")).toBeVisible();
        await axe(page);
      });
    }
  }
}

test("open filters fit a page of 320 pixels, and every target is large enough", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto("/press/?country=kazakhstan&since=2007-01-01");
  await opens(page, "Structure");
  await expect(panel(page).locator(".options")).toBeVisible();
  expect(await new Visitor(page).sidewaysScroll()).toBe(0);
  const heights = await main(page).locator(".filters button, .chips button").evaluateAll((buttons) =>
    buttons.map((button) => button.getBoundingClientRect().height),
  );
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(24);
});
