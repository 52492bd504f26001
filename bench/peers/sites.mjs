/** What is compared, where it stands and how it is served. */
import { join } from "node:path";
import { BUILT } from "./build.mjs";

/** @import { Page } from "@playwright/test" */
/**
 * @typedef {{
 *   name: string, folder: string, options: string[],
 *   narrowing: { prepare: (page: Page) => Promise<void>, key: (sample: number) => string },
 * }} Site `narrowing` is how the listing is narrowed to the newest year by a key, and back by the next one
 */

/** The filters of Rostrum: a button for each year. @type {Site["narrowing"]} */
const byButton = {
  key: () => "Enter",
  async prepare(page) {
    const year = page.getByRole("region", { name: "Filters" }).getByRole("button", { name: /^2026/ });
    if (!(await year.isVisible())) {
      await page.getByRole("button", { name: "Filters", exact: true }).click();
      await page.getByRole("button", { name: /^Year/ }).click();
    }
    await year.focus();
  },
};

/** Those of the peers: a select, whose second option is the newest year. @type {Site["narrowing"]} */
const bySelect = {
  key: (sample) => (sample % 2 === 0 ? "ArrowDown" : "ArrowUp"),
  prepare: (page) => page.getByRole("combobox", { name: "Year" }).focus(),
};

/** @param {string} dist @returns {{ rendered: Site, shell: Site, react: Site, solid: Site }} */
export const sites = (dist) => ({
  rendered: { name: "Rostrum", folder: dist, options: [], narrowing: byButton },
  shell: { name: "Rostrum, not rendered beforehand", folder: dist, options: ["--shell"], narrowing: byButton },
  react: { name: "React", folder: join(BUILT, "react"), options: ["--shell"], narrowing: bySelect },
  solid: { name: "Solid", folder: join(BUILT, "solid"), options: ["--shell"], narrowing: bySelect },
});
