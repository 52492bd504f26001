/** Whose turn it is on a day, wherever the visitor is: the organisation's clock counts. */
import { type Page, expect, test } from "./fixtures.ts";

/** Who was outgoing, in the chair and incoming. */
const troika = (page: Page) => page.locator(".seats h3 .name");

const shows = async (page: Page, day: string, names: string[]) => {
  await expect(page.getByRole("heading", { level: 2, name: `The Troika on ${day}` })).toBeVisible();
  await expect(troika(page)).toHaveText(names);
};

/** The organisation is in Vienna: UTC+1 in winter. */
for (const timezoneId of ["Pacific/Kiritimati", "America/Los_Angeles", "Europe/Vienna"]) {
  test.describe(`to a visitor in ${timezoneId}`, () => {
    test.use({ timezoneId });

    for (const [moment, day, names] of [
      ["2009-12-31T22:59:00Z", "31 December 2009", ["Finland", "Greece", "Kazakhstan"]],
      ["2009-12-31T23:01:00Z", "1 January 2010", ["Greece", "Kazakhstan", "Lithuania"]],
      ["2026-12-31T22:59:00Z", "31 December 2026", ["Finland", "Switzerland", "Not decided yet"]],
      ["2026-12-31T23:01:00Z", "1 January 2027", ["Switzerland", "Not decided yet", "Not decided yet"]],
    ] as const) {
      test(`it is ${day} at ${moment}`, async ({ page }) => {
        await page.clock.setFixedTime(new Date(moment));
        await page.goto("/chairpersonships/");
        await shows(page, day, [...names]);
      });
    }

    for (const [on, day, names] of [
      ["2010-12-31", "31 December 2010", ["Greece", "Kazakhstan", "Lithuania"]],
      ["2011-01-01", "1 January 2011", ["Kazakhstan", "Lithuania", "Ireland"]],
      ["1990-11-21", "21 November 1990", ["Nobody", "Nobody", "Germany"]],
      ["2031-06-01", "1 June 2031", ["Switzerland", "Not decided yet", "Not decided yet"]],
    ] as const) {
      test(`the address says ${on}`, async ({ page }) => {
        await page.clock.setFixedTime(new Date("2026-11-23T12:00:00Z"));
        await page.goto(`/chairpersonships/?on=${on}`);
        await shows(page, day, [...names]);
        await expect(page.getByLabel("Another day")).toHaveValue(on);
      });
    }

    test("the chair is handed over on an open page at midnight in Vienna", async ({ page }) => {
      await page.clock.install({ time: new Date("2009-12-31T22:59:30Z") });
      await page.goto("/chairpersonships/");
      await shows(page, "31 December 2009", ["Finland", "Greece", "Kazakhstan"]);
      await page.clock.fastForward(60_000);
      await shows(page, "1 January 2010", ["Greece", "Kazakhstan", "Lithuania"]);
    });
  });
}
