/** Searching the releases: the box above the listing, what it finds, and the way there and back. */
import { type Page, expect, test } from "./fixtures.ts";
import { Visitor } from "./visitor.ts";

const INDEX = /\/bundle\/search\/|\/part-search-\w+\.(js|wasm)/;

const box = (page: Page) => page.getByRole("searchbox", { name: "Search the releases" });
const titles = (page: Page) => page.locator(".main .summaries").getByRole("link");
const marks = (page: Page) => page.locator(".main mark");
const status = (page: Page) => page.locator(".main").getByRole("status");
const more = (page: Page) => page.getByRole("button", { name: "More results" });

const searches = async (page: Page, query: string) => {
  await page.goto(`/press/?query=${encodeURIComponent(query)}`);
  await expect(status(page)).toHaveText(/./);
};

test("nothing of the search is asked for before the box is used", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => INDEX.test(request.url()) && asked.push(request.url()));
  await page.goto("/press/", { waitUntil: "networkidle" });
  await expect(box(page)).toBeVisible();
  expect(asked).toEqual([]);
  await box(page).fill("kazakhstan");
  await expect(marks(page).first()).toBeVisible();
  expect(asked).not.toEqual([]);
});

test("typing finds releases, and Back from the third leads to the same list, place, focus and title", { tag: "@main" }, async ({
  page,
}) => {
  const visitor = new Visitor(page);
  await visitor.visits("/press/");
  const heading = "Press releases";
  await box(page).pressSequentially("counc");
  await expect(marks(page).first()).toHaveText(/^council/i);
  await expect(page).toHaveURL(/\/press\/\?query=counc$/);
  await expect(status(page)).toHaveText(/^(At least )?\d+ releases$/);
  const found = await titles(page).allTextContents();
  const title = await page.title();

  const third = titles(page).nth(2);
  const scroll = await visitor.reaches(third);
  await third.click();
  await expect(visitor.heading).toHaveText(found[2] ?? "");
  await page.goBack();
  await visitor.returnsTo({ path: "/press/", title, heading }, third, scroll);
  await expect(box(page)).toHaveValue("counc");
  expect(await titles(page).allTextContents()).toEqual(found);

  await page.reload();
  await expect(box(page)).toHaveValue("counc");
  await expect(titles(page)).toHaveText(found);
});

test("Enter searches at once and stays in the box", async ({ page }) => {
  await page.goto("/press/");
  await box(page).fill("kazakhstan");
  await box(page).press("Enter");
  await expect(marks(page).first()).toHaveText(/kazakhstan/i);
  await expect(box(page)).toBeFocused();
});

test("an emptied box shows the listing again", async ({ page }) => {
  await searches(page, "kazakhstan");
  await box(page).fill("");
  await expect(marks(page)).toHaveCount(0);
  await expect(page.locator(".main .summaries > li")).toHaveCount(20);
  await expect(page).toHaveURL(/\/press\/$/);
});

test("more results follow below, and the first of them has the focus", async ({ page }) => {
  await searches(page, "council ");
  await expect(titles(page)).toHaveCount(10);
  const shown = await titles(page).allTextContents();
  await more(page).click();
  await expect(titles(page).nth(10)).toBeFocused();
  expect((await titles(page).allTextContents()).slice(0, 10)).toEqual(shown);
  await expect(page).toHaveURL(/\?query=council%20&page=2$/);
  const all = await titles(page).allTextContents();
  await page.reload();
  await expect(titles(page)).toHaveText(all);
});

test("excerpts show on demand where the words stand", async ({ page }) => {
  const releases: string[] = [];
  page.on("request", (request) => /\/bundle\/releases\//.test(request.url()) && releases.push(request.url()));
  await searches(page, "parliament");
  const excerpts = page.locator(".main .excerpt");
  await expect(titles(page).first()).toBeVisible();
  await expect(excerpts).toHaveCount(0);
  expect(releases).toEqual([]);
  const show = page.getByRole("button", { name: "Show excerpts" });
  await show.click();
  await expect(show).toHaveAttribute("aria-pressed", "true");
  await expect(excerpts).toHaveCount(await titles(page).count());
  await expect(excerpts.getByText(/parliament/i).first()).toBeVisible();
  await expect(excerpts.locator("mark").first()).toHaveText(/parliament/i);
  await box(page).fill("kazakhstan");
  await expect(excerpts.locator("mark").first()).toHaveText(/kazakh/i);
  await show.click();
  await expect(excerpts).toHaveCount(0);
});

test("where nothing is found a sentence says what to try", async ({ page }) => {
  await searches(page, "xylophone ");
  await expect(status(page)).toHaveText(/^Nothing was found\. Try fewer words/);
  await expect(titles(page)).toHaveCount(0);
});

test("a slow answer does not overwrite a newer one", async ({ page }) => {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.goto("/press/");
  // The words of the two searches stand in two files; the first is held back.
  let isFirst = true;
  await page.route("**/bundle/search/words-*", async (route) => {
    if (isFirst) {
      isFirst = false;
      await held;
    }
    await route.continue();
  });
  const asked = page.waitForRequest("**/bundle/search/words-*");
  await box(page).fill("vienna ");
  await asked;
  await box(page).fill("osce ");
  await expect(marks(page).first()).toHaveText(/osce/i);
  const late = page.waitForEvent("requestfinished", (request) => request.url().includes("/search/words-"));
  letGo();
  await late;
  await new Visitor(page).seesNextFrame();
  await expect(box(page)).toHaveValue("osce ");
  await expect(marks(page).filter({ hasText: /vienna/i })).toHaveCount(0);
  await expect(page).toHaveURL(/\?query=osce%20$/);
});

test("when the server stops, the last list stays under a sentence, and another try works once it is back", async ({
  page,
  site,
  problems,
}) => {
  problems.expect(/ERR_CONNECTION_REFUSED/);
  const server = await site();
  await page.goto(`${server.url}press/?query=kazakhstan`);
  await expect(marks(page).first()).toHaveText(/kazakhstan/i);
  const found = await titles(page).allTextContents();
  await server.stop();
  await box(page).fill("ministerial ");
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("It could not be loaded. Check your connection and try again.");
  await expect(titles(page)).toHaveText(found);
  await server.resume();
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(marks(page).first()).toHaveText(/ministerial/i);
  await expect(alert).toHaveCount(0);
});

test("another language shows what was searched, not what was loaded", async ({ page }) => {
  await page.goto("/press/");
  await box(page).fill("kazakhstan");
  await expect(marks(page).first()).toBeVisible();
  await new Visitor(page).chooses("Français");
  const french = page.getByRole("searchbox", { name: "Rechercher dans les communiqués" });
  await expect(french).toHaveValue("kazakhstan");
  await expect(marks(page).first()).toHaveText(/kazakhstan/i);
});

test("a box with a text in Hebrew or Arabic reads from right to left", async ({ page }) => {
  await searches(page, "الانتخابات");
  expect(await box(page).evaluate((input) => getComputedStyle(input).direction)).toBe("rtl");
});

for (const query of ["kazakhstan", "xylophone ", ""]) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`axe finds nothing to mend on "${query}" in ${colorScheme}`, async ({ page, axe }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(`/press/?query=${encodeURIComponent(query)}`);
      await expect(box(page)).toBeVisible();
      await axe(page);
    });
  }

  test(`"${query}" fits a page of 320 pixels without sideways scrolling`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(`/press/?query=${encodeURIComponent(query)}`);
    await expect(box(page)).toBeVisible();
    expect(await new Visitor(page).sidewaysScroll()).toBe(0);
  });
}
