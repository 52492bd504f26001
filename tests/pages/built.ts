/**
 * The demo's site as `rostrum build --site` writes it for an address, with feeds and a sitemap, read by
 * Chromium's own parsers. Import `test` and `expect` from here, never from Playwright.
 */
import { execFileSync } from "node:child_process";
import { copyFile, mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, expect } from "@playwright/test";
import { type Reading, readPages } from "./reading.ts";

export { expect };

/** Where the site is said to stand. */
export const ADDRESS = "https://example.org/";

export interface Built {
  readonly folder: string;
  /** The paths of all files in the folder, `/press/index.html`. */
  readonly files: ReadonlySet<string>;
  /** The HTML of every page, by its path, `/press/`. */
  readonly pages: ReadonlyMap<string, string>;
}

interface Fixtures {
  /** Builds the site with the newest few releases as pages, for this test alone. */
  build: (newest: number) => Promise<Built>;
  /** What Chromium's XML parser complains of in a text; nothing if it is well-formed. */
  complaint: (xml: string) => Promise<string | null>;
}

interface Shared {
  /** The whole site, for all tests: none changes it. */
  site: Built;
  /** Reads pages as a browser does that runs no script of theirs. */
  read: (pages: ReadonlyMap<string, string>) => Promise<Map<string, Reading>>;
  /** All pages of the site, read. */
  pages: ReadonlyMap<string, Reading>;
}

export const test = base.extend<Fixtures, Shared>({
  site: [
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), "rostrum-"));
      await use(await buildInto(folder));
      await rm(folder, { recursive: true });
    },
    { scope: "worker" },
  ],

  read: [
    async ({ browser }, use) => {
      const page = await browser.newPage();
      await use(async (pages) => {
        const readings = await page.evaluate(readPages, [...pages.values()]);
        return new Map([...pages.keys()].map((path, index) => [path, readings[index] as Reading]));
      });
      await page.close();
    },
    { scope: "worker" },
  ],

  pages: [async ({ site, read }, use) => use(await read(site.pages)), { scope: "worker" }],

  build: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), "rostrum-"));
    await use((newest) => buildInto(folder, newest));
    await rm(folder, { recursive: true });
  },

  complaint: async ({ page }, use) => {
    await use((xml) =>
      page.evaluate((text) => {
        const document = new DOMParser().parseFromString(text, "application/xml");
        return document.querySelector("parsererror")?.textContent ?? null;
      }, xml),
    );
  },
});

async function buildInto(folder: string, newest?: number): Promise<Built> {
  for (const entry of await readdir("dist", { withFileTypes: true })) {
    if (entry.isFile()) await copyFile(join("dist", entry.name), join(folder, entry.name));
  }
  const limit = newest === undefined ? [] : ["--newest", String(newest)];
  const options = ["build", "content", "--out", join(folder, "bundle"), "--site", "--base", ADDRESS, ...limit];
  execFileSync("target/debug/rostrum", options, { stdio: "pipe" });
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length));
  const found = names.filter((name) => name.endsWith("/index.html")).toSorted();
  const read = found.map(async (name) => [name.slice(0, -"index.html".length), await readFile(folder + name, "utf8")] as const);
  return { folder, files: new Set(names), pages: new Map(await Promise.all(read)) };
}
