/**
 * How long the menu takes to answer a key, see answers.mjs. Prints a table and writes it into
 * docs/benchmarks.md.
 *
 * `CHROMIUM=/path/to/chromium node bench/menu.mjs [FOLDER]`
 */
import { answersTable, measureAnswers } from "./answers.mjs";
import { writeSection } from "./report.mjs";

/** @import { Page } from "@playwright/test" */
/** @import { Act } from "./answers.mjs" */

/** @param {Page} page @param {string} name */
const trigger = (page, name) => page.getByRole("button", { name: `More of ${name}`, exact: true });

/** @param {string} name @returns {Act} */
const opens = (name) => ({
  what: `Opening “${name}”`,
  key: () => "Enter",
  async prepare(page) {
    await page.keyboard.press("Escape");
    await trigger(page, name).focus();
  },
});

const WORD = "kazakhstan";

/** @type {Act[]} */
const ACTS = [
  opens("Our work"),
  opens("Countries"),
  opens("Structures and institutions"),
  {
    what: "A key in the filter",
    key: (sample) => WORD.charAt(sample % WORD.length),
    async prepare(page) {
      if (!(await page.getByRole("searchbox").isVisible())) await trigger(page, "Countries").click();
      const box = page.getByRole("searchbox");
      const text = await box.inputValue();
      if (text === WORD) await box.fill("");
      await box.focus();
    },
  },
];

const rows = await measureAnswers(async (page, site) => {
  await page.goto(site);
  await page.locator(".main h1").waitFor();
}, ACTS);
writeSection("The menu", `What opening a panel and a key in its filter take. ${answersTable(rows)}`);
