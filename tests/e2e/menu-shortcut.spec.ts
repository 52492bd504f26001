/** The key that opens the countries from anywhere in the piece. */
import { expect, test } from "./fixtures.ts";
import { Menu } from "./menu.ts";

const BUNDLE = 'bundle="/bundle/" routing="none"';

test.describe("the key to the countries", { tag: "@main" }, () => {
  test("opens the filter from far down the page, and Escape comes back there", async ({ page }) => {
    const menu = new Menu(page);
    await menu.visit();
    const link = page.locator(".main").getByRole("link", { name: "All releases" });
    await link.focus();
    await menu.presses("Control+/");
    await expect(menu.filter).toBeFocused();
    await expect(menu.trigger("Countries")).toHaveAttribute("aria-expanded", "true");
    await page.keyboard.type("kaz");
    await menu.presses("Escape");
    await expect(menu.panel).toBeHidden();
    await expect(link).toBeFocused();
    await expect(link).toBeInViewport();
  });
});

test("it is shown beside the filter, and told to screen readers", async ({ page }) => {
  const menu = new Menu(page);
  await menu.visit();
  await expect(menu.trigger("Countries")).toHaveAttribute("aria-keyshortcuts", "Control+/");
  await expect(menu.nav.locator("[aria-keyshortcuts]")).toHaveCount(1);
  await menu.opens("Countries");
  await expect(menu.panel.getByText("Ctrl+/ from anywhere")).toBeVisible();
  await expect(menu.filter).toHaveAccessibleDescription("Name, former name or code Ctrl+/ from anywhere");
});

test("it leads from another panel and from another level of the drawer, too", async ({ page }) => {
  const menu = new Menu(page);
  await menu.visit();
  await menu.opens("Our work");
  await menu.presses("Tab", "Control+/");
  await expect(menu.filter).toBeFocused();
  await expect(menu.trigger("Our work")).toHaveAttribute("aria-expanded", "false");
  await menu.presses("Escape");
  await page.setViewportSize({ width: 320, height: 640 });
  await page.locator(".main a").first().focus();
  await menu.presses("Control+/");
  await expect(menu.drawer.getByRole("heading")).toHaveText("Countries");
  await expect(menu.filter).toBeFocused();
  await menu.drawer.getByRole("button", { name: "Back" }).click();
  await menu.presses("Control+/");
  await expect(menu.filter).toBeFocused();
  await menu.presses("Escape");
  await expect(page.locator(".main a").first()).toBeFocused();
});

test("an editor chooses another key, or none, at any time", async ({ page, hostPage }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await hostPage(`<rostrum-app ${BUNDLE} shortcut="k"></rostrum-app>`);
  const menu = new Menu(page);
  await expect(menu.bar).toBeVisible();
  await page.locator(".main a").first().focus();
  await menu.presses("Control+/");
  await expect(menu.panel).toBeHidden();
  await menu.presses("k");
  await expect(menu.filter).toBeFocused();
  // A letter types where there is something to type in, and finds an item among items.
  await menu.presses("k");
  await expect(menu.filter).toHaveValue("k");
  await menu.presses("ArrowDown", "ArrowDown", "k");
  await menu.hasFocusOn("Kazakhstan");

  const piece = page.locator("rostrum-app");
  await piece.evaluate((element) => element.setAttribute("shortcut", ""));
  await page.locator(".main a").first().focus();
  await menu.presses("k", "Control+/");
  await expect(menu.nav.locator("[aria-keyshortcuts]")).toHaveCount(0);
  await expect(menu.panel).toBeHidden();
  await menu.opens("Countries");
  await expect(menu.panel.getByText("from anywhere")).toHaveCount(0);
});

test("outside the piece it is the host page's", async ({ page, hostPage }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await hostPage(`<button>Of the host</button><rostrum-app ${BUNDLE}></rostrum-app>`);
  const menu = new Menu(page);
  await expect(menu.bar).toBeVisible();
  await page.getByRole("button", { name: "Of the host" }).focus();
  const isFree = await page.evaluate(() =>
    document.activeElement?.dispatchEvent(
      new KeyboardEvent("keydown", { key: "/", ctrlKey: true, bubbles: true, cancelable: true }),
    ),
  );
  expect(isFree).toBe(true);
  await menu.presses("Control+/");
  await expect(menu.panel).toBeHidden();
});
