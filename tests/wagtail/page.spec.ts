/** A page of Wagtail with the menu in its header, press releases in the middle and the timeline below. */
import { type Page, expect, test } from "./fixtures.ts";

const menu = (page: Page) => page.getByRole("navigation", { name: "Main menu" });
const press = (page: Page) => page.locator("rostrum-app[view=press]");
const timeline = (page: Page) => page.locator("rostrum-app[view=timeline]");
/** Drawn one after the other. */
const decades = (page: Page) => timeline(page).getByRole("heading", { level: 2, name: /^\d{4}s$/ });
const DECADES = ["2020s", "2010s", "2000s", "1990s"];

/** Opens the page and waits until all of its pieces stand. */
const opens = async (page: Page) => {
  await page.goto("/with/");
  await expect(menu(page).getByRole("button", { name: "Countries" })).toBeVisible();
  await expect(press(page).getByRole("heading", { name: "Press releases" })).toBeVisible();
  await expect(timeline(page).getByRole("heading", { name: "Chairpersonships" })).toBeVisible();
  await expect(decades(page)).toHaveText(DECADES);
};

test.describe("a page of Wagtail with three pieces", { tag: "@main" }, () => {
  test("has the site's own search, menu and form as before", async ({ page }) => {
    await opens(page);
    await page.getByText("Sections").click();
    await expect(page.getByRole("link", { name: "Without pieces" })).toBeVisible();
    await page.getByLabel("Search this site").fill("working");
    await page.getByLabel("Search this site").press("Enter");
    await page.getByRole("main").getByRole("link", { name: "With pieces" }).click();
    await expect(press(page).getByRole("heading", { name: "Press releases" })).toBeVisible();
    await page.getByLabel("Your question").fill("When is the next meeting?");
    await page.getByRole("button", { name: "Ask" }).click();
    await expect(page.getByText("Your question was: When is the next meeting?")).toBeVisible();
  });

  test("reads a release in its place, and the title stays the page's", async ({ page }) => {
    await opens(page);
    const release = "Switzerland takes the chair for the third time";
    await press(page).getByRole("link", { name: release }).first().click();
    await expect(press(page).getByRole("heading", { level: 1, name: release })).toBeVisible();
    expect(page.url()).toContain("/with/#/press/2026/01/01/");
    await expect(page).toHaveTitle("With pieces – Press office");
    await page.reload();
    await expect(press(page).getByRole("heading", { level: 1, name: release })).toBeVisible();
    await page.evaluate(() => history.back());
    await expect(press(page).getByRole("heading", { name: "Press releases" })).toBeVisible();
    await expect(page).toHaveTitle("With pieces – Press office");
  });

  test("leads to the site's own anchors, and the pieces stay as they are", async ({ page }) => {
    await opens(page);
    await press(page).getByRole("link", { name: "Skopje Council confirms Malta" }).first().click();
    const release = press(page).getByRole("heading", { level: 1, name: "Skopje Council confirms Malta" });
    await expect(release).toBeVisible();
    await page.getByRole("main").getByRole("link", { name: "working days" }).click();
    await expect(page.getByRole("heading", { name: "Contact" })).toBeInViewport();
    expect(new URL(page.url()).hash).toBe("#contact");
    await expect(release).toBeVisible();
  });

  test("goes from the table back to the whole list at once", async ({ page }) => {
    await opens(page);
    const button = (name: string) => timeline(page).getByRole("button", { name, exact: true });
    await button("Table").click();
    await expect(timeline(page).getByRole("table")).toBeVisible();
    const drawn = await button("List").evaluate(async (list: HTMLElement) => {
      list.click();
      await new Promise(requestAnimationFrame);
      return (list.getRootNode() as ShadowRoot).querySelectorAll(".decade").length;
    });
    expect(drawn).toBe(DECADES.length);
  });

  test("opens the menu over the page and gives the focus back", async ({ page }) => {
    await opens(page);
    const countries = menu(page).getByRole("button", { name: "Countries" });
    await countries.click();
    await expect(menu(page).getByRole("link", { name: "Kazakhstan" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(menu(page).getByRole("link", { name: "Kazakhstan" })).toBeHidden();
    await expect(countries).toBeFocused();
  });

  test("leaves the address to the page where it was told so", async ({ page }) => {
    await opens(page);
    await timeline(page).getByRole("link", { name: "Malta" }).first().click();
    await expect(timeline(page).getByRole("heading", { level: 1 })).toContainText("Malta");
    expect(new URL(page.url()).hash).toBe("");
  });
});

for (const path of ["/without/", "/with/"])
  test(`axe finds nothing on ${path}`, async ({ page, axe }) => {
    await (path === "/with/" ? opens(page) : page.goto(path));
    await axe(page);
  });

test("the page answers with the headers of Django and the policy that Rostrum is made for", async ({ request }) => {
  const headers = (await request.get("/with/")).headers();
  expect(headers["content-security-policy"]?.split("; ").sort()).toEqual([
    "default-src 'self'",
    "require-trusted-types-for 'script'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
  ]);
  expect(headers["x-frame-options"]).toBe("DENY");
});
