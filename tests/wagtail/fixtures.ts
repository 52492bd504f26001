/**
 * A site of Wagtail for each worker, on its own copy of the database that `make` prepared; and what an
 * editor does in its administration.
 */
import { copyFile, rm } from "node:fs/promises";
import { type Page, test as base, expect } from "../e2e/fixtures.ts";
import { startOffice } from "./server.mjs";

export { expect };
export type { Page };

const MADE = "target/wagtail";

/** As furnish.py makes them. */
const EDITOR = { name: "editor", password: "make test-wagtail" };

export const test = base.extend<{ signIn: () => Promise<void> }, { office: string }>({
  office: [
    async ({}, use, { workerIndex }) => {
      const database = `${MADE}/office-${workerIndex}.sqlite3`;
      await copyFile(`${MADE}/office.sqlite3`, database);
      const office = await startOffice({ OFFICE_DATABASE: `${process.cwd()}/${database}` });
      await use(office.address);
      await office.stop();
      await rm(database);
    },
    { scope: "worker" },
  ],

  baseURL: async ({ office }, use) => use(office),

  signIn: async ({ page }, use) => {
    await use(async () => {
      await page.goto("/admin/");
      await page.getByLabel("Username").fill(EDITOR.name);
      await page.getByRole("textbox", { name: "Password" }).fill(EDITOR.password);
      await page.getByRole("button", { name: "Sign in" }).click();
    });
  },
});
