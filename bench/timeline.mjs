/**
 * How long a timeline of 500 terms and 5,000 marks takes to answer a key, see answers.mjs. The site is
 * the built one; its bundle gets these terms on the way. Prints a table and writes it into
 * docs/benchmarks.md.
 *
 * `CHROMIUM=/path/to/chromium node bench/timeline.mjs [FOLDER]`
 */
import { answersTable, measureAnswers } from "./answers.mjs";
import { writeSection } from "./report.mjs";

/** @import { Page } from "@playwright/test" */
/** @import { Act } from "./answers.mjs" */

const TERMS = 500;
const MARKS_OF_A_TERM = 10;
const STATUSES = ["bid", "blocked", "withdrawn", "decided", "extended"];

/** Half-years up to the end of 2026. @param {{ slug: string, name: object }[]} countries */
function terms(countries) {
  return Array.from({ length: TERMS }, (_, index) => {
    const halves = 2027 * 2 - TERMS + index;
    const year = Math.floor(halves / 2);
    const [from, to] = halves % 2 === 0 ? ["01-01", "06-30"] : ["07-01", "12-31"];
    const country = countries[index % countries.length];
    const history = Array.from({ length: MARKS_OF_A_TERM }, (_, mark) => ({
      status: STATUSES[mark % STATUSES.length],
      date: `${year - 1}-${String(mark + 1).padStart(2, "0")}-15`,
      note: { en: "What happened then, in a sentence of the usual length." },
    }));
    return {
      id: `${year}-${from}`,
      label: `${year}, ${from === "01-01" ? "first" : "second"} half`,
      holders: [{ name: country?.name, country: country?.slug }],
      start: `${year}-${from}`,
      end: `${year}-${to}`,
      chairpersons: [{ name: `Person ${index}` }],
      council: { place: { en: "Vienna" }, start: `${year}-${to}` },
      history,
    };
  });
}

/** @param {Page} page @param {string} site */
async function open(page, site) {
  await page.route("**/bundle/bundle.json", async (route) => {
    const bundle = await (await route.fetch()).json();
    bundle.timeline = { terms: terms(bundle.countries) };
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
