/**
 * What visitors of the peers complain of, each as a journey here. The peer and, where there is one, the
 * public issue stand above the test. What only one feature is about stands with that feature.
 */
import { type Page, expect, test } from "./fixtures.ts";
import { Menu, PANELS } from "./menu.ts";

const WIDE = { width: 1280, height: 720 };
const PIECE = '<rostrum-app bundle="/bundle/" view="menu" home="/"></rostrum-app>';

/** Everything that an assistive technology is told without being asked. */
async function hears(page: Page): Promise<() => Promise<string[]>> {
  await page.locator("rostrum-app").evaluate((piece) => {
    const heard: string[] = [];
    const watch = new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const region = element?.closest("[role=status], [role=alert], [aria-live]");
        if (region?.textContent) heard.push(region.textContent);
      }
    });
    if (piece.shadowRoot) watch.observe(piece.shadowRoot, { childList: true, characterData: true, subtree: true });
    Reflect.set(window, "heard", heard);
  });
  return () => page.evaluate(() => Reflect.get(window, "heard"));
}

// wet-boew#9410: instructions are read again at every item.
test("a screen reader hears no instruction while panels open and arrows move", async ({ page }) => {
  const menu = new Menu(page);
  await menu.visit();
  const heard = await hears(page);
  for (const name of PANELS) {
    await menu.opens(name);
    await menu.presses("ArrowDown", "ArrowDown", "ArrowDown");
    await menu.presses("Escape");
  }
  expect(await heard()).toEqual([]);
  await expect(menu.nav.locator(":is(a, button):is([aria-describedby], [title])")).toHaveCount(0);
});

// uswds#4982, ECL#3485: the focus is lost on Escape.
test("Escape gives the focus back from any depth", async ({ page }) => {
  const menu = new Menu(page);
  await menu.visit();
  for (const [panel, within] of [
    ["Structures and institutions", "Mission to Skopje"],
    ["Our work", "Youth"],
    ["Countries", "Tunisia"],
  ] as const) {
    await menu.opens(panel);
    await menu.link(within).focus();
    await menu.presses("Escape");
    await expect(menu.trigger(panel)).toBeFocused();
  }
  await menu.opens("Structures and institutions");
  await menu.opens("Closed field activities");
  await menu.link("Office in Minsk").focus();
  await menu.presses("Escape");
  await expect(menu.trigger("Structures and institutions")).toBeFocused();
  await menu.opens("Countries");
  await menu.filter.fill("zzz");
  await menu.presses("Escape");
  await expect(menu.trigger("Countries")).toBeFocused();
});

// WSU-spine#369: the lock of the scrolling, or the overlay, stays after a change of size.
test("after a change of size with the drawer open the page scrolls and answers", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const menu = new Menu(page);
  await menu.visit();
  await menu.menuButton.click();
  await expect(menu.drawer).toBeVisible();
  await page.setViewportSize(WIDE);
  await expect(menu.drawer).toBeHidden();
  await page.mouse.move(600, 600);
  await page.mouse.wheel(0, 300);
  await expect.poll(() => menu.scroll()).toBe(300);
  await page.locator(".main").getByRole("link", { name: "All releases" }).click();
  await expect(page).toHaveURL(/\/press\/$/);
});

// uswds#4787: a header that is embedded makes the page inert. USWDS marks 211 nodes of the page.
test("an open panel changes nothing of the host's page, which goes on answering", async ({ page, hostPage }) => {
  await page.setViewportSize(WIDE);
  await hostPage(`${PIECE}<p>Words</p><button id="host">Of the host</button>`);
  const menu = new Menu(page);
  await expect(menu.bar).toBeVisible();
  const before = await page.evaluate(() => document.documentElement.outerHTML);
  await page.evaluate(() => {
    document.querySelector("#host")?.addEventListener("click", () => (document.title = "Clicked"));
  });
  await menu.opens("About us");
  expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  await page.locator("#host").evaluate((button: HTMLElement) => button.click());
  await expect(page).toHaveTitle("Clicked");
  await expect(menu.panel).toBeHidden();
});

test("a piece that is removed with its drawer open leaves a page that answers", async ({ page, hostPage }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await hostPage(`<button id="host">Of the host</button>${PIECE}`);
  const menu = new Menu(page);
  await menu.menuButton.click();
  await expect(menu.drawer).toBeVisible();
  await page.locator("rostrum-app").evaluate((piece) => piece.remove());
  await page.locator("#host").click();
  await expect(page.locator("#host")).toBeFocused();
});

// uswds#1905: the menu stays open after leaving. APG alone closes on every way out.
test("every way out of a panel closes it", async ({ page, hostPage }) => {
  await page.setViewportSize(WIDE);
  await hostPage(`<a href="#before">Before</a>${PIECE}<a href="#after">After</a>`);
  const menu = new Menu(page);
  const ways = [
    () => page.getByRole("link", { name: "After" }).focus(),
    () => page.getByRole("link", { name: "Before" }).focus(),
    () => page.mouse.click(640, 700),
    () => menu.presses("Escape"),
    () => menu.trigger("About us").click(),
    () => menu.top("Our work").focus(),
  ];
  for (const leaves of ways) {
    await menu.opens("About us");
    await leaves();
    await expect(menu.panel).toBeHidden();
  }
});

// Shopify/dawn#1852: at 400% zoom a tall panel scrolls in itself, and the page around it.
test("a panel taller than the window has no scroller of its own, and its last link is reached", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 320 });
  const menu = new Menu(page);
  await menu.visit();
  for (const name of PANELS) {
    await menu.opens(name);
    const scrollers = await menu.panel.evaluate((panel) => {
      const isScroller = (element: Element) => ["auto", "scroll"].includes(getComputedStyle(element).overflowY);
      return [panel, ...panel.querySelectorAll("*")].filter(isScroller).map((element) => element.className);
    });
    expect(scrollers).toEqual([]);
    await menu.links().last().focus();
    await expect(menu.links().last()).toBeInViewport({ ratio: 1 });
    await menu.presses("Escape");
  }
});

// uswds#1770: a parent that is no link. ECL shows dead buttons where scripts are off.
test("every item that is a page is a link, with its own way to open what is under it", async ({ page }) => {
  const menu = new Menu(page);
  await menu.visit();
  for (const name of PANELS) {
    await expect(menu.top(name)).toHaveAttribute("href", /^\//);
    await expect(menu.trigger(name)).toHaveCount(1);
  }
  await menu.top("Our work").click();
  await expect(page).toHaveURL(/\/pages\/our-work\/$/);
});

// WCAG 2.4.11; of the peers, all but APG and USWDS leave a panel above the link that has the focus.
test("Tab in the page closes what a resting pointer opened above it", async ({ page }) => {
  const menu = new Menu(page);
  await menu.visit();
  const link = page.locator(".main").getByRole("link").first();
  await link.focus();
  await menu.trigger("Countries").hover();
  await expect(menu.panel).toBeVisible();
  await expect(link).toBeFocused();
  await menu.presses("Tab");
  await expect(menu.panel).toBeHidden();
  await expect(page.locator(".main").getByRole("link").nth(1)).toBeFocused();
});

test("Tab on the item that a pointer rests on goes into its panel", async ({ page }) => {
  const menu = new Menu(page);
  await menu.visit();
  await menu.trigger("Our work").focus();
  await menu.trigger("Our work").hover();
  await expect(menu.panel).toBeVisible();
  await menu.presses("Tab");
  await menu.hasFocusOn("Fields of work");
  await page.mouse.move(640, 710);
  await expect(menu.panel).toBeVisible();
});
