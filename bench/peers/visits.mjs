/** First visits on a slowed phone: what they load, when they show something, and when the menu answers. */
import { phone } from "../browser.mjs";

/** @import { Browser } from "@playwright/test" */
/**
 * Milliseconds from the start of the navigation; how long tasks held the page up after the first paint;
 * bytes with and without the headers of the answers.
 * @typedef {{ first: number, largest: number, content: number, blocked: number, bytes: number, bodies: number }} Visit
 */

/** What the visitor came for, by the address. @type {Record<string, string>} */
const CONTENT = { "": ".main .summaries li", "press/": ".main .summaries li", "chairpersonships/": ".terms > li" };
const OF_A_RELEASE = ".prose p";
/** A phone's button of the menu, and what it opens; the second ones stand in pages that were rendered beforehand. */
const MENU = { button: ".menu-button, .menu-still > summary", opened: ".menu-drawer[open], .menu-still[open]" };

/**
 * A first visit, until nothing more is on its way.
 * @param {Browser} browser
 * @param {string} site
 * @param {string} path
 * @returns {Promise<Visit>}
 */
export async function visit(browser, site, path) {
  const { page, sizes, close } = await phone(browser, { bypassCSP: true });
  await page.addInitScript(watch, CONTENT[path] ?? OF_A_RELEASE);
  await page.goto(site + path);
  await page.locator(CONTENT[path] ?? OF_A_RELEASE).first().waitFor();
  await page.waitForLoadState("networkidle");
  const seen = await page.evaluate(() => Reflect.get(window, "seen"));
  await close();
  return { ...seen, content: Math.max(seen.content, seen.first), ...sizes };
}

/**
 * How long the menu of the front page takes to answer: it is pressed until it opens.
 * @param {Browser} browser
 * @param {string} site
 * @returns {Promise<number>} milliseconds from the start of the navigation, not before the first paint
 */
export async function menuAnswers(browser, site) {
  const { page, close } = await phone(browser, { bypassCSP: true });
  await page.addInitScript(pressUntilOpen, MENU);
  await page.goto(site);
  await page.waitForFunction(() => Reflect.get(window, "answered"));
  const { answered, first } = await page.evaluate(() => ({
    answered: Reflect.get(window, "answered"),
    first: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN,
  }));
  await close();
  return Math.max(answered, first);
}

/** Notes in the page what it shows, and when. @param {string} content */
function watch(content) {
  const seen = { first: 0, largest: 0, content: 0, blocked: 0 };
  Object.assign(window, { seen });
  /** @param {string} type @param {(entry: any) => void} note */
  const observe = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  observe("paint", ({ name, startTime }) => (seen.first = name === "first-contentful-paint" ? startTime : seen.first));
  observe("largest-contentful-paint", ({ startTime }) => (seen.largest = startTime));
  observe("longtask", ({ startTime, duration }) => (seen.blocked += seen.first > 0 && startTime > seen.first ? duration - 50 : 0));
  const look = () => {
    const root = document.querySelector("rostrum-app")?.shadowRoot ?? document;
    if (root.querySelector(content)) seen.content = performance.now();
    else setTimeout(look, 20);
  };
  look();
}

/** Presses the menu's button every 20 ms. @param {{ button: string, opened: string }} menu */
function pressUntilOpen({ button, opened }) {
  const press = () => {
    const root = document.querySelector("rostrum-app")?.shadowRoot ?? document;
    const shown = [...root.querySelectorAll(button)].find((one) => one.checkVisibility());
    if (shown instanceof HTMLElement) shown.click();
    if (root.querySelector(opened)) Object.assign(window, { answered: performance.now() });
    else setTimeout(press, 20);
  };
  press();
}
