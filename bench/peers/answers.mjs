/**
 * How long a page takes to answer a key with the CPU slowed: from the press to the frame that shows its
 * answer, whether that is drawn at once or after something else.
 */
import { SLOWED, press as pressAfter, settle, trace, worked } from "../browser.mjs";
import { longTimeline } from "../long-timeline.mjs";

/** @import { Browser, Page } from "@playwright/test" */
/** @import { Traced } from "../browser.mjs" */
/** @import { Site } from "./sites.mjs" */
/** Milliseconds. @typedef {{ frame: number, work: number }} Answer */
/**
 * What a visitor does by a key. `state` says in the page what is to be seen of its answer: it is there as
 * soon as that is something else than before, and something at all.
 * @typedef {{
 *   what: string, path?: string, key: string, prepare: (page: Page) => Promise<void>, state: (root: ParentNode) => string,
 * }} Act
 */

const WARMING = 5;
const MARK = "pressed";
const DRAWN = "drawn";
const WIDE = { width: 1280, height: 800 };

/** @param {Page} page @param {string} name */
const trigger = (page, name) => page.getByRole("button", { name: `More of ${name}`, exact: true });

/** Back to the front page, without being measured. @param {Page} page */
async function atTheFront(page) {
  if (!(await page.locator(".latest .onward").isVisible())) await page.locator("a.brand").click();
  await page.locator(".latest .onward").waitFor();
}

/** What is done in each of the sites that are compared. @param {Site} site @returns {Act[]} */
export const acts = ({ narrowing }) => [
  {
    what: "Opening the panel of the countries",
    key: "Enter",
    async prepare(page) {
      await page.keyboard.press("Escape");
      await trigger(page, "Countries").focus();
    },
    state: (root) => root.querySelector(".menu-panel:not([hidden]) .group a")?.textContent ?? "",
  },
  {
    what: "A key in its filter",
    key: "k",
    async prepare(page) {
      const box = page.getByRole("searchbox", { name: "Filter", exact: true });
      if (!(await box.isVisible())) await trigger(page, "Countries").click();
      await box.fill("");
      await box.focus();
    },
    state: (root) => String(root.querySelectorAll(".menu-panel:not([hidden]) .group li:not([hidden])").length || ""),
  },
  {
    what: "Narrowing the listing to a year",
    path: "press/",
    ...narrowing,
    state: (root) => String(root.querySelectorAll(".main .summaries > li").length || ""),
  },
  {
    what: "From the front page to the listing",
    key: "Enter",
    async prepare(page) {
      await atTheFront(page);
      await page.locator(".latest .onward").focus();
    },
    state: (root) => (root.querySelector(".main .summaries li") && root.querySelector(".main h1")?.textContent) || "",
  },
  {
    what: "From the front page to a timeline of 500 terms",
    key: "Enter",
    async prepare(page) {
      await atTheFront(page);
      await page.locator(".main").getByRole("link", { name: "Chairpersonships", exact: true }).focus();
    },
    state: (root) => (root.querySelectorAll(".terms > li").length === 500 ? "all" : ""),
  },
];

/** What is done in the mega menu of ECL: its first panel lists the groups, whose countries a second one has. @type {Act} */
export const ECL_ACT = {
  what: "Opening the panel of the countries",
  key: "Enter",
  async prepare(page) {
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Countries", exact: true }).focus();
  },
  state: (root) => root.querySelector(".ecl-mega-menu__item--expanded .ecl-mega-menu__sublink")?.textContent ?? "",
};

/**
 * What each answer takes.
 * @param {Browser} browser
 * @param {string} address
 * @param {Act[]} asked
 * @param {number} samples
 */
export async function answers(browser, address, asked, samples) {
  const context = await browser.newContext({ serviceWorkers: "block", bypassCSP: true, viewport: WIDE, locale: "en-GB" });
  const page = await context.newPage();
  await page.route("**/bundle/bundle.json", async (route) => {
    const bundle = await (await route.fetch()).json();
    await route.fulfill({ json: { ...bundle, timeline: longTimeline(bundle.countries) } });
  });
  /** @type {Map<string, Answer[]>} */
  const measured = new Map();
  for (const act of asked) measured.set(act.what, await sample(page, address, act, samples));
  await context.close();
  return measured;
}

/**
 * @param {Page} page
 * @param {string} address
 * @param {Act} act
 * @param {number} samples
 * @returns {Promise<Answer[]>}
 */
async function sample(page, address, { what, path = "", prepare, key, state }, samples) {
  await page.goto(address + path, { waitUntil: "networkidle" });
  const session = await page.context().newCDPSession(page);
  const slow = (/** @type {number} */ rate) => session.send("Emulation.setCPUThrottlingRate", { rate });
  const press = async () => {
    await slow(1);
    await prepare(page);
    await settle(page);
    await slow(SLOWED);
    await page.evaluate(`(${arm})(${state}, "${MARK}", "${DRAWN}")`);
    await page.keyboard.press(key);
    await page.waitForFunction(() => Reflect.get(window, "isDrawn"), undefined, { polling: 50 });
    await settle(page);
  };
  for (let number = 0; number < WARMING; number++) await press();
  const events = await trace(session, async () => {
    for (let number = 0; number < samples; number++) await press();
  });
  await session.detach();
  const answered = measure(events);
  if (answered.length < samples / 2) throw new Error(`${what}: ${answered.length} of ${samples} presses are in the trace. Run it on a calmer machine.`);
  return answered;
}

/**
 * Marks in the page the press that comes next, and the frame that shows its answer.
 * @param {Act["state"]} state
 * @param {string} pressed
 * @param {string} drawn
 */
function arm(state, pressed, drawn) {
  const root = document.querySelector("rostrum-app")?.shadowRoot ?? document;
  const before = state(root);
  Object.assign(window, { isDrawn: false });
  const observer = new MutationObserver(() => {
    const now = state(root);
    if (!now || now === before) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      performance.mark(drawn);
      Object.assign(window, { isDrawn: true });
    });
  });
  observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
  performance.mark(pressed);
}

/** @param {Traced[]} events @returns {Answer[]} */
function measure(events) {
  const marks = events.filter(({ name }) => name === MARK || name === DRAWN);
  return marks.flatMap((mark, index) => {
    const drawn = marks[index + 1];
    if (mark.name !== MARK || drawn?.name !== DRAWN) return [];
    const { pressed, shown } = pressAfter(events, mark);
    const frame = events.find(({ name, pid, ts }) => name === "DrawFrame" && pid === mark.pid && ts > drawn.ts);
    // What is drawn at once is shown in the frame that the press itself waited for.
    const end = shown && shown.ts > drawn.ts ? shown : frame;
    return pressed && end ? [{ frame: (end.ts - pressed.ts) / 1000, work: worked(events, mark, pressed.ts, end.ts) }] : [];
  });
}
