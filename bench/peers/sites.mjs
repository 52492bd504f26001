/** What is compared, where it stands and how it is served. */
import { join } from "node:path";
import { BUILT } from "./build.mjs";

/** @import { Page } from "@playwright/test" */
/**
 * @typedef {{
 *   name: string, folder: string, options: string[],
 *   narrowing: { prepare: (page: Page) => Promise<void>, key: string },
 * }} Site `narrowing` is how the whole listing is narrowed to the newest year by a key
 */

/** All that a page of a listing holds. @param {Page} page */
const allRows = (page) => page.locator(".main .summaries > li").nth(19).waitFor();

/** The filters of Rostrum: a button for each year. @type {Site["narrowing"]} */
const byButton = {
  key: "Enter",
  async prepare(page) {
    const year = page.getByRole("region", { name: "Filters" }).getByRole("button", { name: /^2026/ });
    if (!(await year.isVisible())) {
      await page.getByRole("button", { name: "Filters", exact: true }).click();
      await page.getByRole("button", { name: /^Year/ }).click();
    }
    if ((await year.getAttribute("aria-pressed")) === "true") await year.click();
    await allRows(page);
    await year.focus();
  },
};

/** Those of the peers: a select, whose second option is the newest year. @type {Site["narrowing"]} */
const bySelect = {
  key: "ArrowDown",
  async prepare(page) {
    const year = page.getByRole("combobox", { name: "Year" });
    await year.selectOption("");
    await allRows(page);
    await year.focus();
  },
};

/** @param {string} dist @returns {Record<"rendered" | "shell" | "react" | "solid" | "still" | "ecl", Site>} */
export const sites = (dist) => ({
  rendered: { name: "Rostrum", folder: dist, options: [], narrowing: byButton },
  shell: { name: "Rostrum, not rendered", folder: dist, options: ["--shell"], narrowing: byButton },
  react: { name: "React", folder: join(BUILT, "react"), options: ["--shell"], narrowing: bySelect },
  solid: { name: "Solid", folder: join(BUILT, "solid"), options: ["--shell"], narrowing: bySelect },
  still: { name: "Rostrum’s pages without scripts", folder: join(BUILT, "static"), options: [], narrowing: byButton },
  ecl: { name: "ECL", folder: join(BUILT, "ecl"), options: [], narrowing: byButton },
});
