/** The menu by keyboard alone. */
import { expect, test } from "./fixtures.ts";
import { Menu, PANELS } from "./menu.ts";

test.describe("by keyboard", { tag: "@main" }, () => {
  test("Tab goes from link to trigger, Enter opens, Escape closes and gives the focus back", async ({ page }) => {
    const menu = new Menu(page);
    await menu.visit();
    await menu.top("Our work").focus();
    await menu.presses("Tab");
    await menu.hasFocusOn("More of Our work");
    await menu.presses("Enter", "Tab");
    await menu.hasFocusOn("Fields of work");
    await menu.presses("Escape");
    await menu.hasFocusOn("More of Our work");
    await expect(menu.panel).toBeHidden();
  });

  test("while all is closed, Tab goes along the bar and into the page", async ({ page }) => {
    const menu = new Menu(page);
    await menu.visit();
    await menu.top("Our work").focus();
    for (const name of PANELS.flatMap((panel) => [panel, `More of ${panel}`])) {
      await menu.hasFocusOn(name);
      await menu.presses("Tab");
    }
    await expect(page.locator(".main").getByRole("link").first()).toBeFocused();
  });

  test("Down goes into the panel; ten more move ten items and scroll nothing", async ({ page }) => {
    const menu = new Menu(page);
    await menu.visit();
    await menu.top("Our work").focus();
    await menu.presses("ArrowDown");
    await menu.hasFocusOn("Fields of work");
    const names = await menu.links().allTextContents();
    for (const name of names.slice(1, 11)) {
      await menu.presses("ArrowDown");
      await menu.hasFocusOn(name);
    }
    expect(await menu.scroll()).toBe(0);
  });

  test("type-ahead finds a country without its accents", async ({ page }) => {
    const menu = new Menu(page);
    await menu.visit();
    await menu.opens("Countries");
    await menu.link("Albania").focus();
    await page.keyboard.type("turk");
    await menu.hasFocusOn("Türkiye");
  });
});

test("Left and Right go between top items, Home and End to the first and last", async ({ page }) => {
  const menu = new Menu(page);
  await menu.visit();
  await menu.top("Our work").focus();
  await menu.presses("ArrowRight");
  await menu.hasFocusOn("Countries");
  await menu.presses("Tab", "ArrowRight");
  await menu.hasFocusOn("More of Structures and institutions");
  await menu.presses("Home");
  await menu.hasFocusOn("More of Our work");
  await menu.presses("ArrowLeft");
  await menu.hasFocusOn("More of Our work");
  await menu.presses("End");
  await menu.hasFocusOn("More of About us");
  await page.keyboard.type("co");
  await menu.hasFocusOn("More of Countries");
});

test("in a mirrored page Left is the next one", async ({ page }) => {
  const menu = new Menu(page);
  await menu.visit();
  await menu.mirror();
  await menu.top("Our work").focus();
  await menu.presses("ArrowLeft", "ArrowLeft", "ArrowRight");
  await menu.hasFocusOn("Countries");
});

for (const isMirrored of [false, true]) {
  test(`in a panel arrows go where the eye sees, ${isMirrored ? "mirrored" : "left to right"}`, async ({ page }) => {
    const menu = new Menu(page);
    await menu.visit();
    if (isMirrored) await menu.mirror();
    await menu.opens("Countries");
    const place = async (name: string) => (await menu.link(name).boundingBox()) ?? { x: 0, y: 0 };
    await menu.link("Armenia").focus();
    await menu.presses(isMirrored ? "ArrowLeft" : "ArrowRight");
    const across = await menu.focused();
    expect(across).not.toBe("Armenia");
    expect((await place(across)).y).toBeCloseTo((await place("Armenia")).y, 0);
    await menu.presses(isMirrored ? "ArrowRight" : "ArrowLeft");
    await menu.hasFocusOn("Armenia");
    await menu.presses("ArrowDown");
    await menu.hasFocusOn("Austria");
    await menu.presses("ArrowUp", "ArrowUp");
    await menu.hasFocusOn("Andorra");
    await menu.presses("End");
    await menu.hasFocusOn("Tunisia");
  });
}

test("Up from the first item gives the focus back to the trigger", async ({ page }) => {
  const menu = new Menu(page);
  await menu.visit();
  await menu.top("Our work").focus();
  await menu.presses("ArrowDown");
  await menu.hasFocusOn("Fields of work");
  await menu.presses("ArrowUp");
  await menu.hasFocusOn("More of Our work");
});

test("every link of a panel is reached by Tab, in the order of the page", async ({ page }) => {
  const menu = new Menu(page);
  await menu.visit();
  await menu.opens("Our work");
  for (const name of await menu.links().allTextContents()) {
    await menu.presses("Tab");
    await menu.hasFocusOn(name);
  }
});

test("tabbing out closes, so that the panel covers nothing that has the focus", async ({ page }) => {
  const menu = new Menu(page);
  await menu.visit();
  await menu.opens("About us");
  await menu.links().last().focus();
  await menu.presses("Tab");
  await expect(menu.panel).toBeHidden();
  await menu.opens("Our work");
  await menu.presses("Shift+Tab", "Shift+Tab");
  await menu.hasFocusOn("OSCE Organization for Security and Co-operation in Europe");
  await expect(menu.panel).toBeHidden();
});

test("keys that are not the menu's stay the browser's", async ({ page }) => {
  const menu = new Menu(page);
  await menu.visit();
  await menu.opens("Our work");
  const taken = await menu.links().first().evaluate((link) =>
    ["PageDown", "Tab", "F5", " "].filter(
      (key) => !link.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })),
    ),
  );
  expect(taken).toEqual([]);
});

test("a link followed by keyboard closes the menu, and Back comes back to it", async ({ page }) => {
  const menu = new Menu(page);
  await menu.visit();
  await menu.opens("Countries");
  await menu.link("Kazakhstan").focus();
  await menu.presses("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Kazakhstan" })).toBeFocused();
  await expect(menu.panel).toBeHidden();
  await page.goBack();
  await expect(page).toHaveURL(/\/$/);
  await expect(menu.panel).toBeHidden();
});
