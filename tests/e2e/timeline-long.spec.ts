/** The line of time of 500 terms: as much of it is drawn as can be told apart, and all can be reached. */
import { TERMS, longTimeline } from "../../bench/long-timeline.mjs";
import { type Page, expect, test } from "./fixtures.ts";

interface Entry {
  timeline: unknown;
  countries: { slug: string; name: object }[];
}

// Playwright keeps the whole page for each step of a trace: seconds where it has so many elements.
test.use({ trace: "off" });

const opens = async (page: Page, direction: "ltr" | "rtl" = "ltr") => {
  await page.clock.setFixedTime(new Date("2026-11-23T12:00:00+01:00"));
  await page.route("**/bundle/bundle.json", async (route) => {
    const entry = (await (await route.fetch()).json()) as Entry;
    await route.fulfill({ json: { ...entry, timeline: longTimeline(entry.countries) } });
  });
  await page.goto("/chairpersonships/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.locator(".rostrum").evaluate((root: HTMLElement, dir) => (root.dir = dir), direction);
};

// By their classes: to ask 500 terms for their roles again and again takes Playwright long.
const bars = (page: Page) => page.locator(".bars");
const stop = (page: Page) => bars(page).locator("a[tabindex='0']");
const focused = (page: Page, name: RegExp) => expect(bars(page).locator("a:focus")).toHaveAccessibleName(name);

const zoomsIn = async (page: Page, steps: number) => {
  const button = page.locator(".zoom button[aria-label='Zoom in']");
  for (let step = 0; step < steps; step++) await button.click();
};

/** What is drawn in the window: the places of the bars from one end to the other, and what is left bare. */
const inSight = (page: Page) =>
  bars(page).evaluate((list) => {
    const box = (element: Element) => element.getBoundingClientRect();
    const sight = box(list.closest(".axis") ?? list);
    const drawn = [...list.children].filter((bar) => box(bar).right > sight.left && box(bar).left < sight.right);
    const places = drawn.map((bar) => Number(bar.getAttribute("aria-posinset")));
    const first = places[0] ?? NaN;
    const left = Math.min(...drawn.map((bar) => box(bar).left)) - sight.left;
    const right = sight.right - Math.max(...drawn.map((bar) => box(bar).right));
    const isWhole = places.every((place, index) => place === first + index) && Math.max(left, right) < 2;
    return { isWhole, count: places.length };
  });

/** Whether the link that has the focus is seen in the window of the line. */
const focusIsInSight = (page: Page) =>
  bars(page).evaluate((list) => {
    const link = list.querySelector("a:focus")?.getBoundingClientRect();
    const sight = list.closest(".axis")?.getBoundingClientRect();
    return link && sight ? link.left >= sight.left - 1 && link.right <= sight.right + 1 : false;
  });

const drawnElements = (page: Page) => page.locator(".overview").evaluate((line) => line.querySelectorAll("*").length);

for (const direction of ["ltr", "rtl"] as const) {
  const [later, earlier] = direction === "ltr" ? ["ArrowRight", "ArrowLeft"] : ["ArrowLeft", "ArrowRight"];

  test.describe(`from ${direction === "ltr" ? "left to right" : "right to left"}`, { tag: "@main" }, () => {
    for (const steps of [0, 5]) {
      test(`keys lead to the ends and along, zoomed in ${String(steps)} times`, async ({ page }) => {
        await opens(page, direction);
        await zoomsIn(page, steps);
        await stop(page).focus();
        await focused(page, /^2026, second half /);
        await page.keyboard.press(earlier);
        await focused(page, /^2026, first half /);
        await expect.poll(() => focusIsInSight(page)).toBe(true);
        await page.keyboard.press("Home");
        await focused(page, /^1777, first half /);
        await expect.poll(() => focusIsInSight(page)).toBe(true);
        await page.keyboard.press(earlier);
        await focused(page, /^1777, first half /);
        await page.keyboard.press(later);
        await focused(page, /^1777, second half /);
        await page.keyboard.press("End");
        await focused(page, /^2026, second half /);
        await expect.poll(() => focusIsInSight(page)).toBe(true);
        await expect(stop(page)).toHaveCount(1);
      });
    }

    test("arrows reach every term, one after the other", async ({ page }) => {
      await opens(page, direction);
      await stop(page).focus();
      await page.keyboard.press("Home");
      const places = await bars(page).evaluate((list, key) => {
        const reached: (string | null | undefined)[] = [];
        for (let link = list.querySelector("a:focus"); link && reached.at(-1) !== link.ariaLabel; ) {
          reached.push(link.ariaLabel);
          link.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
          link = list.querySelector("a:focus");
        }
        return reached;
      }, later);
      expect(places).toHaveLength(TERMS);
      expect(new Set(places).size).toBe(TERMS);
    });

    test("what is in the window is drawn, wherever it is scrolled to", async ({ page }) => {
      await opens(page, direction);
      await zoomsIn(page, 5);
      await expect.poll(async () => (await inSight(page)).isWhole).toBe(true);
      for (const part of [0, 0.3, 0.32, 0.9, 1]) {
        await page.locator(".axis").evaluate(
          (axis, to) => (axis.scrollLeft = to * (axis.scrollWidth - axis.clientWidth)),
          direction === "ltr" ? part : -part,
        );
        await expect.poll(async () => (await inSight(page)).isWhole).toBe(true);
        expect((await inSight(page)).count).toBeGreaterThan(10);
      }
    });
  });
}

test("as much is drawn as can be told apart, however near", async ({ page }) => {
  await opens(page);
  await expect(page.locator(".steps > .step").first()).toHaveText(/^\d+$/);
  for (let step = 1; step <= 8; step++) {
    expect(await drawnElements(page), `before step ${String(step)}`).toBeLessThan(800);
    await zoomsIn(page, 1);
  }
  // Both terms of a year have theirs on the same days.
  await expect(page.locator(".steps > .step").first()).toHaveText("2");
});

test("a term too narrow for a link gets one under the pointer", async ({ page }) => {
  await opens(page);
  await expect(page.locator(".steps > .step").first()).toBeVisible();
  const pointed = bars(page).locator("a:hover");
  await expect(async () => {
    const shape = await page.locator(".band").boundingBox();
    if (!shape) throw new Error("the shape is not drawn");
    const [x, y] = [shape.x + shape.width / 2, shape.y + shape.height / 2];
    await page.mouse.move(x + 1, y);
    await page.mouse.move(x, y);
    await expect(pointed).toHaveAccessibleName(/^190[12], /, { timeout: 1000 });
  }).toPass();
  await page.mouse.down();
  await page.mouse.up();
  await expect(page.getByRole("heading", { level: 1, name: /^190[12], / })).toBeVisible();
});

test("screen readers hear how many terms there are, drawn or not", async ({ page }) => {
  await opens(page);
  await expect(bars(page).locator("li").last()).toHaveAttribute("aria-setsize", String(TERMS));
  await expect(bars(page).locator("li").last()).toHaveAttribute("aria-posinset", String(TERMS));
});
