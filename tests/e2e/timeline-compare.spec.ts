/** Two terms side by side, the releases about a term, and the timeline in files for other programs. */
import { readFile } from "node:fs/promises";
import ICAL from "ical.js";
import { type Page, expect, test } from "./fixtures.ts";

const opens = async (page: Page, path: string) => {
  await page.clock.setFixedTime(new Date("2026-11-23T12:00:00+01:00"));
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
};

const COMPARED = "/chairpersonships/?compare=2010,2024";
const table = (page: Page) => page.getByRole("table", { name: "Compare two terms" });

test.describe("two terms", { tag: "@main" }, () => {
  test("are chosen from a term's page and a list, by the keyboard, and stand in the address", async ({ page }) => {
    await opens(page, "/chairpersonships/2010/");
    await page.getByRole("link", { name: "Compare with another term" }).press("Enter");
    await expect(page).toHaveURL(/\?compare=2010,$/);
    await expect(page.getByLabel("First term")).toHaveValue("2010");
    await expect(table(page)).toHaveCount(0);
    await page.getByLabel("Second term").focus();
    await page.keyboard.type("2024");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\?compare=2010,2024$/);
    await expect(table(page).getByRole("columnheader")).toHaveText(["2010", "2024"]);
    await page.reload();
    await expect(table(page).getByRole("row", { name: /^State / })).toHaveText("StateKazakhstanMalta");
    await page.getByLabel("First term").selectOption({ label: "2009 Greece" });
    await expect(table(page).getByRole("columnheader")).toHaveText(["2009", "2024"]);
    await page.getByLabel("Second term").selectOption({ label: "–" });
    await expect(table(page)).toHaveCount(0);
    await expect(page).toHaveURL(/\?compare=2009,$/);
  });

  test("say State, period, people, Troika, councils, what led there and the year's releases", async ({ page }) => {
    await opens(page, COMPARED);
    await expect(table(page)).toMatchAriaSnapshot(`
      - table "Compare two terms":
        - rowgroup:
          - row "2010 2024":
            - cell
            - columnheader "2010":
              - link "2010"
            - columnheader "2024":
              - link "2024"
        - rowgroup:
          - row /State/:
            - rowheader "State"
            - cell "Kazakhstan"
            - cell "Malta"
          - row /Period/:
            - rowheader "Period"
            - cell /1 January – 31 December 2010/
            - cell /1 January – 31 December 2024/
          - row /Chairperson-in-Office/
          - row /Troika/
          - row /Ministerial Council/
          - row /Summit/
          - row /How it came about/
          - row /Press releases/
    `);
    await table(page).getByRole("link", { name: "Releases of 2010" }).click();
    await expect(page).toHaveURL(/\/press\/2010\/$/);
  });

  test("come back with Back as they were chosen", async ({ page }) => {
    await opens(page, COMPARED);
    await table(page).getByRole("link", { name: "2009", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: "2009 Greece" })).toBeVisible();
    await page.goBack();
    await expect(table(page).getByRole("columnheader")).toHaveText(["2010", "2024"]);
  });
});

test("the release about the bid for 2009 leads to the term that Kazakhstan got, and back", async ({ page }) => {
  await opens(page, "/press/2007/04/30/kazakhstan-focused-on-2009-osce-chairmanship/");
  const about = page.getByRole("region", { name: "About" });
  await expect(about.getByRole("link", { name: "Greece, chair of 2009" })).toBeVisible();
  await about.getByRole("link", { name: "Kazakhstan, chair of 2010" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "2010 Kazakhstan" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 2, name: "Releases about this chair" })).toBeVisible();
  await page.getByRole("link", { name: /^Kazakhstan focused on 2009/ }).click();
  await expect(page).toHaveURL(/\/press\/2007\/04\/30\//);
});

const exported = async (page: Page, format: string) => {
  const downloading = page.waitForEvent("download");
  await page.getByRole("region", { name: "Download" }).getByRole("link", { name: format }).click();
  const download = await downloading;
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
};

test("another calendar program reads all terms from the calendar", async ({ page }) => {
  await opens(page, "/chairpersonships/");
  const { name, text } = await exported(page, "iCalendar");
  expect(name).toMatch(/^chairpersonships-en-[0-9a-f]{16}\.ics$/);
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const events = calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
  expect(events).toHaveLength(36);
  expect(new Set(events.map((event) => event.uid)).size).toBe(36);
  const kazakhstan = events.find((event) => event.summary === "OSCE: Kazakhstan, 2010");
  expect(kazakhstan?.startDate.toString()).toBe("2010-01-01");
  expect(kazakhstan?.endDate.toString()).toBe("2011-01-01");
  expect(kazakhstan?.startDate.isDate).toBe(true);
  expect(kazakhstan?.description).toContain("Kanat Saudabayev");
  expect(Math.max(...text.split("\r\n").map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
});

test("spreadsheets and programs get the terms too, with the size said before", async ({ page }) => {
  await opens(page, "/chairpersonships/");
  await expect(page.getByRole("region", { name: "Download" }).getByRole("listitem")).toHaveText([
    /^CSV \d+ kB$/,
    /^iCalendar \d+ kB$/,
    /^JSON \d+ kB$/,
  ]);
  const table = await exported(page, "CSV");
  expect(table.text.trimEnd().split("\r\n")).toHaveLength(37);
  const json = await exported(page, "JSON");
  expect((JSON.parse(json.text) as { terms: unknown[] }).terms).toHaveLength(36);
});

for (const look of [{}, { colorScheme: "dark" }, { forcedColors: "active" }] as const) {
  test(`axe finds nothing to mend in a comparison, ${JSON.stringify(look)}`, async ({ page, axe }) => {
    await page.emulateMedia(look);
    await opens(page, COMPARED);
    await axe(page);
    await page.locator(".rostrum").evaluate((root: HTMLElement) => (root.dir = "rtl"));
    await axe(page);
    // 1280 pixels at 400%.
    await page.setViewportSize({ width: 320, height: 256 });
    await axe(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
}
