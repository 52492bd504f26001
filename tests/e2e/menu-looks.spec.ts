/** The menu in other sizes, colours and motions than the usual, and on paper. */
import { expect, test } from "./fixtures.ts";
import { Menu, PANELS } from "./menu.ts";

test("on paper there is the way to the page, and nothing else of the menu", async ({ page }) => {
  const menu = new Menu(page);
  await page.emulateMedia({ media: "print" });
  const way = async () => (await menu.nav.innerText()).split("\n").map((line) => line.trim()).filter(Boolean);
  await menu.visit("/countries/kazakhstan/");
  expect(await way()).toEqual(["Countries", "Participating States", "Kazakhstan"]);
  await expect(menu.nav.getByRole("link", { name: "Kazakhstan" })).toBeVisible();
  await expect(menu.nav.getByRole("link", { name: "Albania" })).toBeHidden();
  await expect(menu.nav.getByRole("button")).toHaveCount(0);
  await expect(page.getByRole("banner").getByRole("link", { name: "OSCE" })).toBeHidden();
  // On one line, however narrow the paper is for a bar.
  const tops = await menu.nav.locator("a:visible").evaluateAll((links) =>
    links.map((link) => Math.round(link.getBoundingClientRect().bottom)),
  );
  expect(new Set(tops).size).toBe(1);
  await menu.visit("/");
  await expect(page.getByRole("banner")).toBeHidden();
});

test("text twice as large is whole, at every width", async ({ page, axe }) => {
  // As visitors set it in the browser; a size that the page sets is not theirs.
  const session = await page.context().newCDPSession(page);
  await session.send("Page.setFontSizes", { fontSizes: { standard: 32 } });
  const menu = new Menu(page);
  const isCut = () =>
    page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  for (const width of [1280, 2000]) {
    await page.setViewportSize({ width, height: 800 });
    await menu.visit();
    if (await menu.menuButton.isVisible()) {
      await menu.menuButton.click();
      await menu.drawer.getByRole("button", { name: "Countries" }).click();
      await axe(page);
      expect(await menu.drawer.evaluate((drawer) => drawer.scrollWidth > drawer.clientWidth)).toBe(false);
      continue;
    }
    for (const name of PANELS) {
      await menu.opens(name);
      expect(await isCut(), `${name} at ${width}`).toBe(false);
    }
  }
});

test("nothing of the menu moves by itself, whatever motion the visitor allows", async ({ page }) => {
  for (const reducedMotion of ["no-preference", "reduce"] as const) {
    await page.emulateMedia({ reducedMotion });
    const menu = new Menu(page);
    await menu.visit();
    for (const name of PANELS) {
      await menu.opens(name);
      const moving = await menu.nav.evaluate((nav) => nav.getAnimations({ subtree: true }).length);
      expect(moving).toBe(0);
    }
  }
});

test("with forced colours what is open, current and focused is told by lines", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  const menu = new Menu(page);
  await menu.visit("/countries/kazakhstan/");
  await menu.opens("Countries");
  const current = menu.link("Kazakhstan");
  await expect(current).toHaveCSS("text-decoration-line", "underline");
  await current.focus();
  await menu.presses("ArrowDown");
  const focused = menu.panel.locator(":focus");
  await expect(focused).toHaveCSS("outline-style", "solid");
  await expect(menu.panel).toHaveCSS("border-block-end-style", "solid");
  const opened = menu.trigger("Countries").locator("xpath=..");
  await expect(opened).toHaveCSS("border-block-end-style", "solid");
});

test("with more contrast quiet text and lines are stronger", async ({ page }) => {
  const menu = new Menu(page);
  await menu.visit();
  await menu.opens("Countries");
  const colour = () => menu.panel.locator(".menu-hint").evaluate((hint) => getComputedStyle(hint).color);
  const line = () => menu.panel.evaluate((panel) => getComputedStyle(panel).borderBlockEndColor);
  const usual = [await colour(), await line()];
  await page.emulateMedia({ contrast: "more" });
  expect(await colour()).not.toBe(usual[0]);
  expect(await line()).not.toBe(usual[1]);
});

test("a focused link in the drawer is under no other thing, going down and up", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  const menu = new Menu(page);
  await menu.visit();
  await menu.menuButton.click();
  await menu.drawer.getByRole("button", { name: "Structures and institutions" }).click();
  await menu.hasFocusOn("Structures and institutions");
  const isSeen = () =>
    menu.drawer.evaluate((drawer) => {
      const root = drawer.getRootNode() as ShadowRoot;
      const active = root.activeElement;
      if (!active || active.closest(".menu-drawer-bar")) return true;
      const { left, top, bottom } = active.getBoundingClientRect();
      return [top + 4, bottom - 4].every((y) => active.contains(root.elementFromPoint(left + 8, y)));
    });
  for (const key of ["Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Shift+Tab", "Shift+Tab", "Shift+Tab", "Shift+Tab"]) {
    await menu.presses(key);
    await expect.poll(isSeen, `after ${key} on ${await menu.focused()}`).toBe(true);
  }
});
