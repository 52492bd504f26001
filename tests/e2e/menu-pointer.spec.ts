/** The menu by mouse and by touch. Time stands still and is moved on by the tests. */
import { expect, test } from "./fixtures.ts";
import { Menu } from "./menu.ts";

/** More than any delay of the menu. */
const LONG = 1000;

/** A menu on a page whose clock only goes on when it is told to. */
async function still(menu: Menu): Promise<void> {
  await menu.page.clock.install({ time: "2026-06-01T12:00:00Z" });
  // The clock numbers timers from 10 to the 12th; browsers use numbers of 32 bits, as WebAssembly does.
  await menu.page.addInitScript((first) => {
    const { setTimeout: start, clearTimeout: stop } = window;
    Object.assign(window, {
      setTimeout: (act: () => void, delay: number) => Number(start(act, delay)) - first,
      clearTimeout: (number: number) => stop(number + first),
    });
  }, 1e12);
  await menu.visit();
  await menu.page.clock.pauseAt("2026-06-01T13:00:00Z");
}

async function middle(menu: Menu, name: string): Promise<{ x: number; y: number }> {
  const box = await menu.top(name).boundingBox();
  if (!box) throw new Error(`${name} is not shown`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function hovers(menu: Menu, name: string): Promise<void> {
  const { x, y } = await middle(menu, name);
  await menu.page.mouse.move(x, y);
}

async function isOpen(menu: Menu, name: string): Promise<void> {
  await expect(menu.trigger(name)).toHaveAttribute("aria-expanded", "true");
}

test("a click opens, a second one closes", { tag: "@main" }, async ({ page }) => {
  const menu = new Menu(page);
  await menu.visit();
  await menu.opens("Our work");
  await menu.trigger("Our work").click();
  await expect(menu.panel).toBeHidden();
});

test("a click beside the menu closes it and lands", { tag: "@main" }, async ({ page }) => {
  const menu = new Menu(page);
  await menu.visit();
  await menu.opens("About us");
  await page.locator(".main").getByRole("link", { name: "Countries" }).click();
  await expect(page).toHaveURL(/\/countries\/$/);
  await expect(menu.panel).toBeHidden();
});

test("resting on an item opens its panel, passing over it does not", async ({ page }) => {
  const menu = new Menu(page);
  await still(menu);
  await hovers(menu, "Countries");
  await page.clock.runFor(50);
  await page.mouse.move(10, 600);
  await page.clock.runFor(LONG);
  await expect(menu.panel).toBeHidden();
  await hovers(menu, "Countries");
  await page.clock.runFor(LONG);
  await isOpen(menu, "Countries");
});

test("leaving closes what a hover opened; leaving and coming back within the delay keeps it", async ({ page }) => {
  const menu = new Menu(page);
  await still(menu);
  await hovers(menu, "About us");
  await page.clock.runFor(LONG);
  await page.mouse.move(10, 10);
  await page.clock.runFor(200);
  await hovers(menu, "About us");
  await page.clock.runFor(LONG);
  await isOpen(menu, "About us");
  await page.mouse.move(10, 10);
  await page.clock.runFor(LONG);
  await expect(menu.panel).toBeHidden();
});

const SWEEPS = [
  { to: "straight down", across: 0 },
  { to: "to the far left", across: -500 },
  { to: "to the left", across: -250 },
  { to: "to the right", across: 250 },
];
for (const { to, across } of SWEEPS) {
  for (const pause of [0, 8, 16, 60, 150]) {
    test(`a sweep ${to} with ${pause} ms between moves does not switch panels`, async ({ page }) => {
      const menu = new Menu(page);
      await still(menu);
      await hovers(menu, "Countries");
      await page.clock.runFor(LONG);
      await isOpen(menu, "Countries");
      const from = await middle(menu, "Countries");
      const panel = await menu.panel.boundingBox();
      const way = (panel?.y ?? 0) + 30 - from.y;
      const steps = 12;
      for (let step = 1; step <= steps; step++) {
        await page.mouse.move(from.x + (across * step) / steps, from.y + (way * step) / steps);
        await page.clock.runFor(pause);
      }
      await page.clock.runFor(LONG);
      await isOpen(menu, "Countries");
    });
  }
}

for (const across of [-500, -250, 250]) {
  test(`in a mirrored page a sweep by ${across} does not switch panels`, async ({ page }) => {
    const menu = new Menu(page);
    await still(menu);
    await menu.mirror();
    await hovers(menu, "Our work");
    await page.clock.runFor(LONG);
    const from = await middle(menu, "Our work");
    const way = ((await menu.panel.boundingBox())?.y ?? 0) + 30 - from.y;
    for (let step = 1; step <= 10; step++) {
      await page.mouse.move(from.x + (across * step) / 10, from.y + (way * step) / 10);
      await page.clock.runFor(40);
    }
    await page.clock.runFor(LONG);
    await isOpen(menu, "Our work");
  });
}

test("resting on a neighbour along the bar does switch", async ({ page }) => {
  const menu = new Menu(page);
  await still(menu);
  await hovers(menu, "Countries");
  await page.clock.runFor(LONG);
  await hovers(menu, "Our work");
  await page.clock.runFor(LONG);
  await isOpen(menu, "Our work");
});

test("a click during a hover never closes what the hover has just opened", async ({ page }) => {
  const menu = new Menu(page);
  await still(menu);
  for (const pause of [0, 100, 149, 151, 300, LONG]) {
    await menu.trigger("Countries").hover();
    await page.clock.runFor(pause);
    await page.mouse.down();
    await page.mouse.up();
    await page.clock.runFor(LONG);
    await isOpen(menu, "Countries");
    // What was clicked open stays when the pointer leaves.
    await page.mouse.move(10, 10);
    await page.clock.runFor(LONG);
    await isOpen(menu, "Countries");
    await menu.trigger("Countries").click();
    await expect(menu.panel).toBeHidden();
    await page.mouse.move(10, 10);
  }
});

test("a hover does not take away what a click opened", async ({ page }) => {
  const menu = new Menu(page);
  await still(menu);
  await menu.opens("Our work");
  await hovers(menu, "Countries");
  await page.clock.runFor(LONG);
  await isOpen(menu, "Our work");
});

test("a visitor who types in a hovered panel keeps it", async ({ page }) => {
  const menu = new Menu(page);
  await still(menu);
  await hovers(menu, "Countries");
  await page.clock.runFor(LONG);
  await menu.filter.click();
  await page.keyboard.type("hol");
  await page.mouse.move(700, 880);
  await page.clock.runFor(LONG);
  await expect(menu.link("The Netherlands")).toBeVisible();
});

test("Escape closes what a hover opened and leaves the focus where it is", async ({ page }) => {
  const menu = new Menu(page);
  await still(menu);
  await hovers(menu, "Countries");
  await page.clock.runFor(LONG);
  const before = await menu.focused();
  await menu.presses("Escape");
  await expect(menu.panel).toBeHidden();
  expect(await menu.focused()).toBe(before);
});

test.describe("by touch", () => {
  test.use({ hasTouch: true });

  test("one tap opens, one more closes", async ({ page }) => {
    const menu = new Menu(page);
    await menu.visit();
    await menu.trigger("Countries").tap();
    await isOpen(menu, "Countries");
    await menu.trigger("Countries").tap();
    await expect(menu.panel).toBeHidden();
  });

  test("a finger and a mouse on the same machine do not cancel each other out", async ({ page }) => {
    const menu = new Menu(page);
    await still(menu);
    await menu.trigger("Countries").tap();
    await isOpen(menu, "Countries");
    await hovers(menu, "Our work");
    await page.clock.runFor(LONG);
    await isOpen(menu, "Countries");
    await menu.trigger("Our work").tap();
    await isOpen(menu, "Our work");
    await menu.trigger("Our work").tap();
    await expect(menu.panel).toBeHidden();
    await page.mouse.move(10, 600);
    await hovers(menu, "About us");
    await page.clock.runFor(LONG);
    await isOpen(menu, "About us");
    await menu.trigger("About us").tap();
    await page.clock.runFor(LONG);
    await isOpen(menu, "About us");
  });

  test("one tap on a link follows it", async ({ page }) => {
    const menu = new Menu(page);
    await menu.visit();
    await menu.top("Countries").tap();
    await expect(page).toHaveURL(/\/countries\/$/);
    await expect(menu.panel).toBeHidden();
  });
});

test("targets are 24 pixels or more, and do not overlap", async ({ page }) => {
  const menu = new Menu(page);
  await menu.visit();
  for (const name of ["Countries", "Structures and institutions"]) {
    await menu.opens(name);
    const boxes = await menu.nav.locator("a:visible, button:visible, input:visible").evaluateAll((found) =>
      found.map((element) => {
        const { width, height } = element.getBoundingClientRect();
        return { name: element.textContent, width, height };
      }),
    );
    expect(boxes.filter(({ width, height }) => height < 24 || width < 24)).toEqual([]);
  }
});
