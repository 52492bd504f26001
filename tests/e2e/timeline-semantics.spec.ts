/** What a screen reader gets of the timeline, all terms against the facts, and the page on paper. */
import { readFile } from "node:fs/promises";
import { type Page, expect, test } from "./fixtures.ts";

interface Fact {
  year: number;
  country: string;
  chairpersons: { name: string }[];
  council?: { city: string };
  summit?: { city: string };
}

const opens = async (page: Page, path = "/chairpersonships/") => {
  await page.clock.setFixedTime(new Date("2026-11-23T12:00:00+01:00"));
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
};

test("all 36 terms say what the facts say", async ({ page }) => {
  const facts = JSON.parse(await readFile("tests/fixtures/chairs.json", "utf8")) as Fact[];
  await opens(page, "/chairpersonships/?table");
  const rows = page.getByRole("region", { name: "Chairpersonships" }).locator("tbody tr");
  await expect(rows).toHaveCount(36);
  const cells = await rows.evaluateAll((rows) =>
    rows.map((row) => [...row.children].map((cell) => cell.textContent ?? "")),
  );
  for (const [place, fact] of facts.toReversed().entries()) {
    const [term, state, , people, council, summit] = cells[place] ?? [];
    expect([term, state]).toEqual([String(fact.year), fact.country]);
    for (const { name } of fact.chairpersons) expect(people).toContain(name);
    for (const [cell, meeting] of [[council, fact.council], [summit, fact.summit]] as const) {
      if (meeting) expect(cell).toContain(meeting.city);
      else expect(cell).toBe("");
    }
  }
});

test.describe("a screen reader gets", { tag: "@main" }, () => {
  test("the list of terms under the headings of their decades", async ({ page }) => {
    await opens(page);
    await expect(page.getByRole("main")).toMatchAriaSnapshot(`
      - heading "Chairpersonships" [level=1]
      - region "The Troika on 23 November 2026":
        - heading "The Troika on 23 November 2026" [level=2]
        - list:
          - listitem:
            - heading "Outgoing chair Finland" [level=3]
            - paragraph:
              - link "2025"
          - listitem:
            - heading "In the chair Switzerland" [level=3]
            - paragraph:
              - link "2026"
          - listitem:
            - heading "Incoming chair Not decided yet" [level=3]
      - region "Compare two terms":
        - heading "Compare two terms" [level=2]
      - search "Find terms"
      - status: 36 of 36 terms
      - region "2020s":
        - heading "2020s" [level=2]
        - list:
          - listitem:
            - heading "2026 Switzerland" [level=3]:
              - link "2026"
              - link "Switzerland"
            - paragraph: In the chair
            - paragraph:
              - time: 1 January
              - time: 31 December 2026
    `);
  });

  test("what the finder finds, with how much that is", async ({ page }) => {
    await opens(page, "/chairpersonships/?search=genscher");
    await expect(page.locator(".found-terms")).toMatchAriaSnapshot(`
      - search "Find terms":
        - text: State or person
        - searchbox "State or person": genscher
        - text: Decade
        - combobox "Decade"
        - checkbox "Chaired more than once"
        - text: Chaired more than once
        - group "View":
          - button "List" [pressed]
          - button "Table"
      - status: 1 of 36 terms
      - region "1990s":
        - heading "1990s" [level=2]
        - list:
          - listitem:
            - heading "1991 Germany" [level=3]
    `);
  });

  test("the table with the heads of its rows and columns", async ({ page }) => {
    await opens(page, "/chairpersonships/?search=kazakhstan&table");
    await expect(page.getByRole("region", { name: "Chairpersonships" })).toMatchAriaSnapshot(`
      - region "Chairpersonships":
        - table:
          - rowgroup:
            - row:
              - columnheader "Term"
              - columnheader "State"
              - columnheader "Period"
              - columnheader "Chairperson-in-Office"
              - columnheader "Ministerial Council"
              - columnheader "Summit"
          - rowgroup:
            - row:
              - rowheader "2010":
                - link "2010"
              - cell "Kazakhstan":
                - link "Kazakhstan"
              - cell
              - cell "Kanat Saudabayev":
                - list:
                  - listitem: Kanat Saudabayev
              - cell
              - cell
    `);
  });

  test("a term's page with its facts, its Troika and what led to it", async ({ page }) => {
    await opens(page, "/chairpersonships/2010/");
    await expect(page.getByRole("main")).toMatchAriaSnapshot(`
      - article:
        - paragraph:
          - link "Chairpersonships"
        - heading "2010 Kazakhstan" [level=1]:
          - link "Kazakhstan"
        - paragraph:
          - time: 1 January
          - time: 31 December 2010
        - term: Chairperson-in-Office
        - definition:
          - list:
            - listitem: Kanat Saudabayev
        - paragraph:
          - link "Releases of 2010"
        - paragraph:
          - link "Compare with another term"
        - heading "Troika" [level=2]
        - list:
          - listitem:
            - heading "Outgoing chair Greece" [level=3]
          - listitem:
            - heading "In the chair Kazakhstan" [level=3]
          - listitem:
            - heading "Incoming chair Lithuania" [level=3]
        - heading "How it came about" [level=2]
        - list
        - heading "Releases about this chair" [level=2]
        - heading "Sources" [level=2]
    `);
  });
});

/** How many pages a document has, by its page objects (ISO 32000-1, 7.7.3.3). */
const pages = async (page: Page) => {
  const margin = { top: "1cm", right: "1cm", bottom: "1cm", left: "1cm" };
  const document = await page.pdf({ format: "A4", margin });
  return document.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length;
};

test("all terms go on one sheet of paper, as a list and as a table, and so do two side by side", async ({ page }) => {
  for (const query of ["", "?table", "?compare=1992,2010"]) {
    await opens(page, `/chairpersonships/${query}`);
    expect(await pages(page), query).toBe(1);
  }
});

for (const look of [{ reducedMotion: "reduce" }, { forcedColors: "active" }, { colorScheme: "dark" }] as const) {
  for (const path of ["/chairpersonships/", "/chairpersonships/2010/"]) {
    test(`axe finds nothing to mend on ${path} mirrored and at 400%, ${JSON.stringify(look)}`, async ({ page, axe }) => {
      await page.emulateMedia(look);
      await opens(page, path);
      await page.locator(".rostrum").evaluate((root: HTMLElement) => (root.dir = "rtl"));
      await axe(page);
      // 1280 pixels at 400%.
      await page.setViewportSize({ width: 320, height: 256 });
      await axe(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    });
  }
}
