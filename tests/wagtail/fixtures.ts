/**
 * A site of Wagtail for each worker, on its own copy of the database that `make` prepared; and what an
 * editor does in its administration.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFile, rm } from "node:fs/promises";
import { createInterface } from "node:readline";
import getPort from "get-port";
import { type Page, test as base, expect } from "../e2e/fixtures.ts";

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
      const port = await getPort();
      const command = ["tests/wagtail/manage.py", "runserver", "--nostatic", "--noreload", `${port}`];
      const server = spawn(`${MADE}/venv/bin/python`, command, {
        env: { ...process.env, OFFICE_DATABASE: `${process.cwd()}/${database}`, PYTHONUNBUFFERED: "1" },
        stdio: ["ignore", "pipe", "ignore"],
      });
      for await (const line of createInterface(server.stdout)) if (line.startsWith("Quit the server")) break;
      server.stdout.resume();
      await use(`http://localhost:${port}/`);
      const ended = once(server, "exit");
      server.kill();
      await ended;
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
