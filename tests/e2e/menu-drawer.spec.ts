/** The menu in a small container: the drawer. */
import { type Page, expect, test } from "./fixtures.ts";
import { Menu } from "./menu.ts";

test.use({ viewport: { width: 320, height: 640 } });

/** Goes down the levels of the drawer. */
/** Goes down the levels, each of which is there once its title has the focus. */
async function drills(menu: Menu, ...names: string[]): Promise<void> {
  await menu.menuButton.click();
  for (const name of names) {
    await menu.drawer.getByRole("button", { name, exact: true }).click();
    await menu.hasFocusOn(name);
  }
}

test.describe("the drawer", { tag: "@main" }, () => {
  test("shows the top items, one level at a time, with a way back", async ({ page }) => {
    const menu = new Menu(page);
    await menu.visit();
    await drills(menu, "Structures and institutions", "Field operations", "Closed field activities");
    await menu.hasFocusOn("Closed field activities");
    await expect(menu.drawer.getByRole("link", { name: "Office in Minsk" })).toBeVisible();
    await menu.drawer.getByRole("button", { name: "Back" }).click();
    await expect(menu.drawer.getByRole("heading")).toHaveText("Field operations");
    await menu.hasFocusOn("Closed field activities");
    await menu.drawer.getByRole("link", { name: "Presence in Albania" }).click();
    await expect(page).toHaveURL(/\/structures\/presence-in-albania\/$/);
    await expect(menu.drawer).toBeHidden();
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  });

  test("is a dialog of a title and a list", async ({ page }) => {
    const menu = new Menu(page);
    await menu.visit();
    await drills(menu, "Our work");
    await expect(menu.drawer).toMatchAriaSnapshot(`
      - dialog "Main menu":
        - button "Back"
        - button "Close"
        - heading "Our work" [level=2]:
          - link "Our work"
        - list:
          - listitem:
            - button "Fields of work"
          - listitem:
            - link "Field operations"
          - listitem:
            - link "Projects"
          - listitem:
            - button "Meetings and conferences"
          - listitem:
            - link "Partnerships"
    `);
  });

  test("Escape closes it and gives the focus back", async ({ page }) => {
    const menu = new Menu(page);
    await menu.visit();
    await drills(menu, "Countries");
    await menu.presses("Escape");
    await expect(menu.drawer).toBeHidden();
    await expect(menu.menuButton).toBeFocused();
    await expect(menu.menuButton).toHaveAttribute("aria-expanded", "false");
  });
});

test("the focus stays in the drawer", async ({ page }) => {
  const menu = new Menu(page);
  await menu.visit();
  await drills(menu, "About us");
  for (let press = 0; press < 12; press++) {
    await menu.presses("Tab");
    const isInside = await menu.drawer.evaluate((drawer) => {
      const active = (drawer.getRootNode() as ShadowRoot).activeElement;
      // The browser's own controls are a stop of the round.
      return active === null || drawer.contains(active);
    });
    expect(isInside).toBe(true);
  }
});

test("arrows go along the rows", async ({ page }) => {
  const menu = new Menu(page);
  await menu.visit();
  await menu.menuButton.click();
  await menu.drawer.getByRole("button", { name: "Our work" }).focus();
  await menu.presses("ArrowDown");
  await menu.hasFocusOn("Countries");
  await page.keyboard.type("str");
  await menu.hasFocusOn("Structures and institutions");
});

/** A page of some other system, with a piece in a narrow place far down. */
async function hostWithPiece(page: Page, hostPage: (body: string) => Promise<void>): Promise<Menu> {
  const words = "<p>Words of the host.</p>".repeat(40);
  await hostPage(`${words}<rostrum-app bundle="/bundle/" view="menu" home="/"></rostrum-app>${words}`);
  const menu = new Menu(page);
  await expect(menu.menuButton).toBeAttached();
  await page.evaluate(() => scrollTo(0, 700));
  return menu;
}

test("opened at 700 the page is at 700 when it closes, through scrolling, turning and resizing", async ({ page, hostPage }) => {
  const menu = await hostWithPiece(page, hostPage);
  const before = await page.evaluate(() => document.documentElement.outerHTML);
  await menu.menuButton.evaluate((button) => button.focus({ preventScroll: true }));
  await menu.presses("Enter");
  await expect(menu.drawer).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.outerHTML), "the host's page").toBe(before);

  await page.mouse.move(100, 300);
  for (let turn = 0; turn < 5; turn++) await page.mouse.wheel(0, 400);
  await menu.presses("PageDown", "PageDown", "ArrowDown", "ArrowDown", "End", "Home");
  await expect(menu.drawer).toBeVisible();
  expect(await menu.scroll()).toBe(700);
  await menu.drawer.getByRole("button", { name: "Countries" }).click();
  for (let turn = 0; turn < 20; turn++) await page.mouse.wheel(0, 1000);
  expect(await menu.scroll()).toBe(700);

  await page.setViewportSize({ width: 640, height: 320 });
  await expect(menu.drawer).toBeVisible();
  await page.setViewportSize({ width: 320, height: 640 });
  await page.setViewportSize({ width: 480, height: 500 });
  await expect(menu.drawer.getByRole("heading")).toHaveText("Countries");
  expect(await menu.scroll()).toBe(700);

  await menu.presses("Escape");
  await expect(menu.drawer).toBeHidden();
  expect(await menu.scroll()).toBe(700);
  await expect(menu.menuButton).toBeFocused();
});

test("what surrounds an open drawer cannot be reached, and can be after it", async ({ page, hostPage }) => {
  await hostPage(
    '<button id="host">Of the host</button><rostrum-app bundle="/bundle/" view="menu" home="/"></rostrum-app>',
  );
  const menu = new Menu(page);
  await menu.menuButton.click();
  const host = page.locator("#host");
  await host.evaluate((button) => button.focus());
  await expect(host).not.toBeFocused();
  await menu.drawer.getByRole("button", { name: "Close" }).click();
  await host.click();
  await expect(host).toBeFocused();
});

test("at 320 by 256 the last link of every level is reached, with one scroller", async ({ page, axe }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  const menu = new Menu(page);
  await menu.visit();
  for (const level of ["Our work", "Countries", "Structures and institutions", "About us"]) {
    await drills(menu, level);
    const last = menu.drawer.locator("a, .deeper").last();
    await last.focus();
    await expect(last).toBeInViewport({ ratio: 1 });
    const scrollers = await menu.drawer.evaluate((drawer) =>
      [...drawer.querySelectorAll("*")].filter((element) => {
        const { overflowY } = getComputedStyle(element);
        return ["auto", "scroll"].includes(overflowY) && element.scrollHeight > element.clientHeight;
      }).length,
    );
    expect(scrollers, "scrollers within the drawer").toBe(0);
    const isWide = await menu.drawer.evaluate((drawer) => drawer.scrollWidth > drawer.clientWidth);
    expect(isWide, "whether the drawer scrolls sideways").toBe(false);
    await axe(page);
    await menu.presses("Escape");
    await expect(menu.drawer).toBeHidden();
  }
});

const LOOKS = [
  { look: "light", colorScheme: "light" },
  { look: "dark", colorScheme: "dark" },
  { look: "forced colours", forcedColors: "active" },
  { look: "right-to-left", isMirrored: true },
] as const;

for (const { look, ...settings } of LOOKS) {
  test(`axe finds nothing to mend with the drawer open, ${look}`, async ({ page, axe }) => {
    const menu = new Menu(page);
    const { isMirrored, ...media } = { isMirrored: false, ...settings };
    await page.emulateMedia(media);
    await menu.visit();
    if (isMirrored) await menu.mirror();
    await menu.menuButton.click();
    await axe(page);
    await menu.drawer.getByRole("button", { name: "Countries" }).click();
    await axe(page);
  });
}

test("a container that grows while the drawer is open gets its bar back, with the focus", { tag: "@main" }, async ({ page }) => {
  const menu = new Menu(page);
  await menu.visit();
  await drills(menu, "Countries");
  await page.setViewportSize({ width: 1200, height: 700 });
  await expect(menu.drawer).toBeHidden();
  await menu.hasFocusOn("Our work");
});

test("a container that narrows while a panel is open gets the button, with the focus", { tag: "@main" }, async ({ page }) => {
  await page.setViewportSize({ width: 1200, height: 700 });
  const menu = new Menu(page);
  await menu.visit();
  await menu.opens("Our work");
  await menu.links().first().focus();
  // A pointer that rests where the bar comes back would open a panel by itself.
  await page.mouse.move(10, 690);
  await page.setViewportSize({ width: 500, height: 700 });
  await expect(menu.panel).toBeHidden();
  await expect(menu.menuButton).toBeFocused();
  await page.setViewportSize({ width: 1200, height: 700 });
  await expect(menu.trigger("Our work")).toHaveAttribute("aria-expanded", "false");
});

test("a piece narrow on a wide screen gets the drawer", async ({ page, hostPage }) => {
  await page.setViewportSize({ width: 1400, height: 800 });
  await hostPage(
    '<table><tr><td width="400"><rostrum-app bundle="/bundle/" view="menu" home="/"></rostrum-app></td><td>Host</td></tr></table>',
  );
  const menu = new Menu(page);
  await menu.menuButton.click();
  await expect(menu.drawer).toBeVisible();
  const box = await menu.drawer.boundingBox();
  expect(box).toMatchObject({ x: 0, y: 0, width: 1400, height: 800 });
});
