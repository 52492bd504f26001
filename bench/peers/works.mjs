/**
 * Whether a site does what is compared, before it is measured: a menu that opens, filters and closes, a
 * drawer, a release, a listing that is narrowed and leafed through, a timeline.
 */
import { expect } from "@playwright/test";
import { PLACES } from "./build.mjs";

/** @import { Browser, Page } from "@playwright/test" */
/** @import { Site } from "./sites.mjs" */

const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 360, height: 740 };

/**
 * Makes the journeys, and throws where one does not lead on.
 * @param {Browser} browser
 * @param {string} address
 * @param {Site} site
 */
export async function expectItWorks(browser, address, { narrowing }) {
  const context = await browser.newContext({ serviceWorkers: "block", bypassCSP: true, viewport: WIDE, locale: "en-GB" });
  const page = await context.newPage();
  /** @type {string[]} */
  const errors = [];
  page.on("pageerror", ({ message }) => errors.push(message));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await usesMenu(page, address);
  await readsRelease(page, address);
  await page.goto(address + PLACES["The listing"]);
  await expect(page.locator(".summaries > li")).toHaveCount(20);
  await page.getByRole("link", { name: "Older" }).click();
  await expect(page.getByText("Page 2 of 3")).toBeVisible();
  await narrowing.prepare(page);
  await page.keyboard.press(narrowing.key);
  await expect(page.locator("p.count", { hasText: "release" })).toHaveText("1 release");
  await page.goto(address + PLACES["The timeline"]);
  await expect(page.locator(".terms > li")).toHaveCount(36);
  await expect(page.locator(".bars > li")).toHaveCount(36);
  expect(errors).toEqual([]);
  await context.close();
}

/** @param {Page} page @param {string} address */
async function usesMenu(page, address) {
  await page.goto(address);
  const trigger = page.getByRole("button", { name: "More of Countries", exact: true });
  const names = page.locator(".menu-panel:not([hidden]) .group li:visible");
  await trigger.click();
  await expect(names).toHaveCount(68);
  await page.getByRole("searchbox", { name: "Filter" }).fill("kaz");
  await expect(names).toHaveText(["Kazakhstan"]);
  await page.keyboard.press("Escape");
  await expect(trigger).toHaveAttribute("aria-expanded", "false");
  await expect(trigger).toBeFocused();
  await trigger.click();
  await page.getByRole("link", { name: "Mongolia", exact: true }).click();
  await expect(page.locator(".main h1")).toHaveText("Mongolia");
  await expect(names).toHaveCount(0);
  await page.setViewportSize(NARROW);
  await page.getByRole("button", { name: "Menu", exact: true }).click();
  const drawer = page.getByRole("dialog", { name: "Main menu" });
  await drawer.getByRole("button", { name: "Structures and institutions" }).click();
  await expect(drawer.getByRole("link", { name: "Chairpersonship", exact: true })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(drawer).toBeHidden();
  await page.setViewportSize(WIDE);
}

/** @param {Page} page @param {string} address */
async function readsRelease(page, address) {
  await page.goto(address);
  await page.getByRole("link", { name: "All releases" }).click();
  await expect(page.locator(".main h1")).toHaveText("Press releases");
  await page.locator(".summaries a").first().click();
  await expect(page.locator(".prose p").first()).toBeVisible();
  await page.goto(address + PLACES["A release"]);
  await expect(page.locator(".prose p")).toHaveCount(8);
  await expect(page.locator(".related li")).toHaveCount(3);
}
