/** The line of time: what the eye sees of the terms, and one stop for the keyboard. */
import { type Page, expect, test } from "./fixtures.ts";

const opens = async (page: Page) => {
  await page.clock.setFixedTime(new Date("2026-11-23T12:00:00+01:00"));
  await page.goto("/chairpersonships/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
};

const bars = (page: Page) => page.getByRole("list", { name: "All terms on a line of time" });
const bar = (page: Page, name: string) => bars(page).getByRole("link", { name, exact: true });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

/** How many times the width of its window the line has. */
const scale = (page: Page) =>
  page.locator(".axis").evaluate((axis) => Math.round((axis.firstElementChild?.clientWidth ?? 0) / axis.clientWidth));

/** How far the middle of a bar is from the middle of the window. */
const fromMiddle = (page: Page, name: string) =>
  bar(page, name).evaluate((link) => {
    const middle = (element: Element) => {
      const { left, width } = element.getBoundingClientRect();
      return left + width / 2;
    };
    const axis = link.closest(".axis");
    return axis ? Math.abs(middle(link) - middle(axis)) : NaN;
  });

test("names every term, the one in the chair marked", { tag: "@main" }, async ({ page }) => {
  await opens(page);
  await expect(bars(page).getByRole("link")).toHaveCount(36);
  await expect(bar(page, "2026 Switzerland")).toHaveAttribute("aria-current", "date");
  await bar(page, "2010 Kazakhstan").click();
  await expect(page.getByRole("heading", { level: 1, name: "2010 Kazakhstan" })).toBeVisible();
});

test("is one stop for Tab, with arrows along it, Home, End and Enter", { tag: "@main" }, async ({ page }) => {
  await opens(page);
  await button(page, "Zoom in").focus();
  await page.keyboard.press("Tab");
  await expect(bar(page, "2026 Switzerland")).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(bar(page, "2025 Finland")).toBeFocused();
  await page.keyboard.press("Home");
  await expect(bar(page, "1991 Germany")).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(bar(page, "1991 Germany")).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(bar(page, "1992 Czechoslovakia")).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(button(page, "Zoom in")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(bar(page, "1992 Czechoslovakia")).toBeFocused();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "2026 Switzerland" })).toBeFocused();
});

test("in a mirrored page Left is the later term", async ({ page }) => {
  await opens(page);
  await page.locator(".rostrum").evaluate((root: HTMLElement) => (root.dir = "rtl"));
  await bar(page, "2026 Switzerland").focus();
  await page.keyboard.press("ArrowRight");
  await expect(bar(page, "2025 Finland")).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(bar(page, "2026 Switzerland")).toBeFocused();
  await button(page, "Zoom in").click();
  await expect.poll(() => scale(page)).toBe(2);
});

test("zooms from all years to one by buttons, and says where it ends", { tag: "@main" }, async ({ page }) => {
  await opens(page);
  await expect(button(page, "Zoom out")).toHaveAttribute("aria-disabled", "true");
  for (const expected of [2, 4, 8, 16, 32, 64]) {
    await button(page, "Zoom in").click();
    await expect.poll(() => scale(page)).toBe(expected);
  }
  await expect(button(page, "Zoom in")).toHaveAttribute("aria-disabled", "true");
  await button(page, "Zoom in").press("Enter");
  await expect.poll(() => scale(page)).toBe(64);
  const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(width).toBeLessThanOrEqual(0);
  await button(page, "Zoom out").click();
  await expect.poll(() => scale(page)).toBe(32);
});

test("what stands in the middle stays there, in a mirrored page too", async ({ page }) => {
  await opens(page);
  for (const direction of ["ltr", "rtl"]) {
    await page.locator(".rostrum").evaluate((root: HTMLElement, dir) => (root.dir = dir), direction);
    const before = await fromMiddle(page, "2008 Finland");
    await button(page, "Zoom in").click();
    await button(page, "Zoom in").click();
    await expect.poll(() => fromMiddle(page, "2008 Finland")).toBeLessThanOrEqual(before * 4 + 2);
    await button(page, "Zoom out").click();
    await button(page, "Zoom out").click();
    await expect.poll(() => scale(page)).toBe(1);
  }
});

test("steps are shown at once by what is drawn, and then drawn anew where they led", async ({ page }) => {
  await opens(page);
  const line = page.locator(".axis > .line");
  const place = () => bar(page, "2026 Switzerland").evaluate((link) => link.getBoundingClientRect().left);
  for (const direction of ["ltr", "rtl"]) {
    await page.locator(".rostrum").evaluate((root: HTMLElement, dir) => (root.dir = dir), direction);
    const press = (name: string): Promise<number> =>
      button(page, name).evaluate((control: HTMLElement) => {
        control.click();
        control.click();
        const shown = (control.getRootNode() as ShadowRoot).querySelector(".bars > .current > a");
        return shown?.getBoundingClientRect().left ?? NaN;
      });
    for (const name of ["Zoom in", "Zoom out"]) {
      const shown = await press(name);
      await expect(line).not.toHaveAttribute("style", /transform/);
      await expect.poll(async () => Math.abs((await place()) - shown)).toBeLessThanOrEqual(2);
    }
    await expect.poll(() => scale(page)).toBe(1);
  }
});

test("the keys + and - zoom where a bar has the focus", async ({ page }) => {
  await opens(page);
  await bar(page, "2026 Switzerland").focus();
  await page.keyboard.press("+");
  await expect.poll(() => scale(page)).toBe(2);
  await page.keyboard.press("-");
  await expect.poll(() => scale(page)).toBe(1);
});

test("the wheel zooms with Control, and without it scrolls the page", async ({ page }) => {
  await opens(page);
  const place = await bar(page, "2010 Kazakhstan").boundingBox();
  if (!place) throw new Error("the bar is not drawn");
  await page.mouse.move(place.x + place.width / 2, place.y + place.height / 2);
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -100);
  await page.keyboard.up("Control");
  await expect.poll(() => scale(page)).toBe(2);
  // What was under the pointer is under it still.
  await expect
    .poll(async () => {
      const now = await bar(page, "2010 Kazakhstan").boundingBox();
      return now ? Math.abs(now.x + now.width / 2 - place.x - place.width / 2) : NaN;
    })
    .toBeLessThan(3);
  await page.mouse.wheel(0, 300);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
  expect(await scale(page)).toBe(2);
});

test("two fingers that move apart zoom in", async ({ page }) => {
  await opens(page);
  await page.locator(".axis").evaluate((axis) => {
    const send = (type: string, pointerId: number, clientX: number) =>
      axis.dispatchEvent(new PointerEvent(type, { pointerId, clientX, bubbles: true, pointerType: "touch" }));
    send("pointerdown", 1, 500);
    send("pointerdown", 2, 560);
    send("pointermove", 2, 620);
    send("pointerup", 1, 500);
    send("pointerup", 2, 620);
    send("pointermove", 2, 900);
  });
  await expect.poll(() => scale(page)).toBe(2);
});

for (const look of [{}, { colorScheme: "dark" }, { forcedColors: "active" }] as const) {
  test(`axe finds nothing to mend in the overview zoomed in, ${JSON.stringify(look)}`, async ({ page, axe }) => {
    await page.emulateMedia(look);
    await opens(page);
    for (let step = 0; step < 4; step++) await button(page, "Zoom in").click();
    await expect.poll(() => scale(page)).toBe(16);
    await axe(page);
  });
}
