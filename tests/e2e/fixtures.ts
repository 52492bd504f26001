/**
 * What every journey starts from: a page whose troubles fail the test, axe, a server of one's own and
 * a host page to embed in. Import `test` and `expect` from here, never from Playwright.
 */
import AxeBuilder from "@axe-core/playwright";
import type { RunOptions } from "axe-core";
import { type Page, test as base, expect } from "@playwright/test";
import { POLICY } from "../../tools/policy.mjs";
import { Problems } from "./problems.ts";
import { Site } from "./site.ts";

export { expect };
export type { Page, Site };

interface Fixtures {
  /** Errors, warnings and policy violations on any page; a test declares those that it provokes. */
  problems: Problems;
  /** Runs axe on the page as it stands, shadow roots included, and expects no violation. */
  axe: (page: Page) => Promise<void>;
  /**
   * Starts a server of the test's own, on a copy of the built site, to be stopped and changed at will;
   * with the pages that were rendered beforehand, or with the SPA's alone.
   */
  site: (isRendered?: boolean) => Promise<Site>;
  /** Opens a page of some other system, under the strict policy, with `body` in it and embed.js. */
  hostPage: (body: string) => Promise<void>;
}

export const test = base.extend<Fixtures>({
  problems: [
    async ({ context, serviceWorkers }, use) => {
      // Firefox does not know that option of Playwright's.
      if (serviceWorkers === "block") await context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, "serviceWorker"));
      const problems = new Problems();
      await problems.watch(context);
      await use(problems);
      problems.settle();
    },
    { auto: true },
  ],

  axe: async ({}, use) => {
    await use(async (page) => {
      // Fetching style sheets again is for rules about orientation alone, and breaks the policy. Only what fails
      // is described, and in the page itself, in a quarter of the time; frames of other origins, which no test
      // looks at with axe, are left out so.
      const options: RunOptions = { preload: false, resultTypes: ["violations"] };
      const { violations } = await new AxeBuilder({ page }).options(options).setLegacyMode().analyze();
      const found = violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map((node) => node.target) }));
      expect(found, "violations that axe finds").toEqual([]);
    });
  },

  site: async ({ page }, use) => {
    const started: Site[] = [];
    await use(async (isRendered) => {
      const site = await Site.start(isRendered);
      started.push(site);
      return site;
    });
    // What the page still loads is given up before its server goes, which it would complain of.
    await page.goto("about:blank");
    for (const site of started) await site.remove();
  },

  hostPage: async ({ page }, use) => {
    await use(async (body) => {
      const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
        <script type="module" src="/embed.js"></script></head><body>${body}</body></html>`;
      const headers = { "Content-Security-Policy": POLICY };
      await page.route("/host/", (route) => route.fulfill({ contentType: "text/html", headers, body: html }));
      await page.goto("/host/");
    });
  },
});
