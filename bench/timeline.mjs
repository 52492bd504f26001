/**
 * How long a timeline of 500 terms and 5,000 marks takes to answer a key, see answers.mjs. The site is
 * the built one; its bundle gets these terms on the way. Prints a table and writes it into
 * docs/benchmarks.md.
 *
 * `CHROMIUM=/path/to/chromium node bench/timeline.mjs [FOLDER]`
 */
import { answersTable, measureAnswers } from "./answers.mjs";
import { MARKS_OF_A_TERM, TERMS, longTimeline } from "./long-timeline.mjs";
import { writeSection } from "./report.mjs";

/** @import { Page } from "@playwright/test" */
/** @import { Act } from "./answers.mjs" */

/** @param {Page} page @param {string} site */
async function open(page, site) {
  await page.route("**/bundle/bundle.json", async (route) => {
    const bundle = await (await route.fetch()).json();
    bundle.timeline = longTimeline(bundle.countries);
    await route.fulfill({ json: bundle });
  });
  await page.goto(`${site}chairpersonships/`);
  await page.locator(".main .bars").waitFor();
}

/** @param {Page} page */
const bar = (page) => page.locator(".bars a[tabindex='0']");
/** @param {Page} page */
const box = (page) => page.getByRole("searchbox");
const WORD = "kazakhstan";

/** @type {Act[]} */
const ACTS = [
  { what: "An arrow key on the line", prepare: (page) => bar(page).focus(), key: () => "ArrowLeft" },
  { what: "A zoom step", prepare: (page) => bar(page).focus(), key: (sample) => (sample % 2 === 0 ? "+" : "-") },
  {
    what: "A key in the finder",
    key: (sample) => WORD.charAt(sample % WORD.length),
    async prepare(page) {
      if ((await box(page).inputValue()) === WORD) await box(page).fill("");
      await box(page).focus();
    },
  },
];

const rows = await measureAnswers(open, ACTS);
const about = `What a key takes in a timeline of ${TERMS} terms with ${MARKS_OF_A_TERM} marks each.`;
writeSection("The timeline", `${about} ${answersTable(rows)}`);
