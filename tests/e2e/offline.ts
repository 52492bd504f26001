/** A server that goes away, and what a visitor has then. */
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Page, type Site, expect } from "./fixtures.ts";
import type { Problems } from "./problems.ts";
import type { Visitor } from "./visitor.ts";

export const AWAY = "Offline – showing what was kept.";
export const MISSING = "This page was not kept. It loads by itself as soon as the server answers.";

/** What a browser says of every request to a server that is away. */
export const complains = (problems: Problems): void => {
  problems.allow(/ERR_CONNECTION_REFUSED|ERR_FAILED|network error response|NetworkError|Failed to load|Failed to fetch/);
};

export const line = (page: Page) => page.locator(".offline");
export const saysNothing = (page: Page) => expect(line(page)).toHaveText("", { useInnerText: true });

/** Waits until all that the page is made of is kept. */
export const isKept = async (page: Page): Promise<void> => {
  const areKept = () =>
    page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
      const kept = await Promise.all(loaded.filter((url) => url.includes("/bundle/")).map((url) => caches.match(url)));
      return navigator.serviceWorker.controller !== null && kept.length > 0 && kept.every(Boolean);
    });
  await expect.poll(areKept, "whether what was loaded is kept").toBe(true);
};

/** Reads pages while there is a server, and then is without one. */
export const isCutOffAfter = async (visitor: Visitor, server: Site, ...paths: string[]): Promise<void> => {
  for (const path of paths) {
    await visitor.visits(new URL(path, server.url).href);
    // A page that was rendered beforehand shows before the piece has asked for what it is made of.
    await expect(visitor.page.locator(".still")).toHaveCount(0);
    await isKept(visitor.page);
  }
  await server.stop();
};

/** Changes a file of the site, and drops its compressed copies. */
export const changes = async (server: Site, name: string, change: (text: string) => string): Promise<void> => {
  const path = join(server.folder, name);
  await Promise.all([`${path}.br`, `${path}.gz`].map((copy) => rm(copy, { force: true })));
  await writeFile(path, change(await readFile(path, "utf8")));
};
