/**
 * Pages that were rendered beforehand: whole without scripts, and taken over by the piece without a
 * visitor noticing.
 */
import { POLICY } from "../../tools/policy.mjs";
import { type Page, expect, test } from "./fixtures.ts";
import { SlowServer, holdsBack } from "./network.ts";
import type { Problems } from "./problems.ts";
import { KAZAKHSTAN, SEED_RELEASE, TIMELINE, Visitor } from "./visitor.ts";

/** Holds WebAssembly back until it is let go. What it will ask for is there by then, unused. */
const holdsPieceBack = (page: Page, problems: Problems): Promise<() => Promise<void>> => {
  problems.allow(/was preloaded using link preload but not used/);
  return holdsBack(page, /\.wasm$/);
};

/** Waits until the piece has taken the page's place. */
const isTakenOver = async (page: Page): Promise<void> => {
  await expect(page.locator("nav.menu dialog")).toHaveCount(1);
  await expect(page.locator(".menu-still")).toHaveCount(0);
};

/** Notes by how much what is shown moves, from the first paint on. */
const watchesShifts = async (page: Page): Promise<() => Promise<number[]>> => {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: "layout-shift", buffered: true });
  });
  return () => page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
};

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  // What the piece would ask for comes all the same.
  test.beforeEach(({ problems }) => problems.allow(/was preloaded using link preload but not used/));

  test("a page is read and the menu opens", async ({ page, site }) => {
    const { url } = await site(true);
    await page.goto(new URL(SEED_RELEASE.path, url).href);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(SEED_RELEASE.heading);
    await expect(page).toHaveTitle(SEED_RELEASE.title);
    // It would lead nowhere: a fragment does not reach into a shadow root.
    await expect(page.locator(".skip")).toBeHidden();
    const panel = page.locator(".menu-panel:visible");
    await expect(panel).toHaveCount(0);
    await page.locator(".menu-bar summary[aria-label='More of Countries']").click();
    await expect(panel).toHaveCount(1);
    await expect(panel.getByRole("searchbox")).toBeHidden();
    await panel.getByRole("link", { name: "Kazakhstan", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(KAZAKHSTAN.heading);
  });

  test("in a small window the menu opens level by level", async ({ page, site }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    const { url } = await site(true);
    await page.goto(url);
    await page.locator("summary.menu-button").click();
    const link = page.locator(".menu-still").getByRole("link", { name: "Kazakhstan", exact: true });
    await expect(link).toBeHidden();
    await page.locator(".menu-still .deeper", { hasText: "Countries" }).click();
    await link.click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(KAZAKHSTAN.heading);
  });

  test("a listing is read page by page, and a release in its other languages", async ({ page, site }) => {
    const { url } = await site(true);
    await page.goto(new URL("/press/", url).href);
    const pages = page.getByRole("navigation", { name: "Pages" });
    await pages.getByRole("link", { name: "Older" }).click();
    await expect(pages).toContainText(/Page 2 of \d/);
    await pages.getByRole("link", { name: "Newer" }).click();
    await page.locator(".summaries").getByRole("link", { name: /^Switzerland takes the chair/ }).click();
    await page.getByRole("navigation", { name: "Language of the text" }).getByRole("link", { name: "Français" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Suisse");
  });

  test("the timeline is its list", async ({ page, site }) => {
    const { url } = await site(true);
    await page.goto(new URL(TIMELINE.path, url).href);
    await page.locator(".main").getByRole("link", { name: /Kazakhstan/ }).first().click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Kazakhstan");
  });
});

/** The typeface of titles, which the style of the site chooses. */
const TITLES = /Iowan Old Style/;

test("a page is painted in its style before any other file has come", async ({ page, site }) => {
  const { url } = await site(true);
  const letGo = await holdsBack(page, /\.(css|js|json|wasm)$/);
  await page.goto(new URL(KAZAKHSTAN.path, url).href, { waitUntil: "commit" });
  await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
  await expect(new Visitor(page).heading).toHaveCSS("font-family", TITLES);
  await letGo();
  await isTakenOver(page);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(`where a host says the hashes of another version, scripts ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });

    test("the style comes all the same", async ({ page, site, problems }) => {
      problems.expect(/Content Security Policy/);
      if (javaScriptEnabled) {
        problems.expect(/style-src-elem inline/);
        problems.expect(/ERR_FAILED|Failed to fetch/);
      }
      problems.allow(/was preloaded using link preload but not used/);
      const { url } = await site(true);
      await page.route(/\.wasm$/, (route) => route.abort());
      await page.route(new URL(KAZAKHSTAN.path, url).href, async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": POLICY } });
      });
      await page.goto(new URL(KAZAKHSTAN.path, url).href);
      await expect(new Visitor(page).heading).toHaveCSS("font-family", TITLES);
      if (!javaScriptEnabled) await expect(page.locator("body")).toHaveCSS("margin", "0px");
    });
  });
}

test("all that the piece needs is asked for at once, but not the style, which the page holds", async ({ page, site, problems }) => {
  const { url } = await site(true);
  const letGo = await holdsPieceBack(page, problems);
  const sheets: string[] = [];
  page.on("request", (request) => { if (/(rostrum|texts)-[^/]*\.css$/.test(request.url())) sheets.push(request.url()); });
  const files = [/\/bundle\.json$/, /\/bundle\/releases\//, /\/part-texts-[^/]*\.wasm$/];
  const asked = Promise.all(files.map((file) => page.waitForRequest(file)));
  await page.goto(new URL(SEED_RELEASE.path, url).href);
  await asked;
  await letGo();
  await isTakenOver(page);
  await expect(new Visitor(page).heading).toHaveCSS("font-family", TITLES);
  expect(sheets).toEqual([]);
});

test("who is sent elsewhere before a page is painted arrives there", async ({ page, site }) => {
  await page.addInitScript(async () => {
    await customElements.whenDefined("rostrum-app");
    document.querySelector<HTMLElement & { navigate(route: string): void }>("rostrum-app")?.navigate("/countries/kazakhstan/");
  });
  const { url } = await site(true);
  await page.goto(new URL(TIMELINE.path, url).href);
  await expect(new Visitor(page).heading).toHaveText(KAZAKHSTAN.heading);
  await isTakenOver(page);
});

test("a page that is taken out before it is painted, and put back, is taken over once", async ({ page, site }) => {
  await page.addInitScript(async () => {
    await customElements.whenDefined("rostrum-app");
    const piece = document.querySelector("rostrum-app");
    piece?.remove();
    await new Promise((resolve) => setTimeout(resolve));
    if (piece) document.body.append(piece);
  });
  const { url } = await site(true);
  await page.goto(new URL(KAZAKHSTAN.path, url).href);
  await isTakenOver(page);
  await expect(page.locator("rostrum-app .piece")).toHaveCount(1);
  await expect(new Visitor(page).heading).toHaveText(KAZAKHSTAN.heading);
});

test("nothing moves while a page comes in pieces", async ({ page, site }) => {
  const shifts = await watchesShifts(page);
  const { url } = await site(true);
  const slow = await SlowServer.before(url, "More of Structures");
  await page.goto(new URL(KAZAKHSTAN.path, slow.url).href, { waitUntil: "commit" });
  await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
  slow.letGo();
  await isTakenOver(page);
  await expect(new Visitor(page).heading).toHaveText(KAZAKHSTAN.heading);
  expect(await shifts()).toEqual([]);
  await page.goto("about:blank");
  await slow.stop();
});

test.describe("the piece takes the page's place", () => {
  for (const { path } of [SEED_RELEASE, KAZAKHSTAN, TIMELINE]) {
    test(`nothing moves: ${path}`, async ({ page, site, problems }) => {
      const { url } = await site(true);
      const letGo = await holdsPieceBack(page, problems);
      const shifts = await watchesShifts(page);
      await page.goto(new URL(path, url).href);
      const visitor = new Visitor(page);
      await expect(visitor.heading).toBeVisible();
      // The day of the Troika is that of the build, until the piece knows better.
      const shown = page.locator(".main :is(h1, h2:not(#troika), h3, a):visible");
      const before = await shown.allTextContents();
      await page.evaluate(() => scrollTo(0, 300));
      await letGo();
      await isTakenOver(page);
      expect(await shown.allTextContents()).toEqual(expect.arrayContaining(before));
      await visitor.isScrolledTo(300);
      expect(await shifts()).toEqual([]);
    });
  }

  test("the menu that was opened stays open, and the focus where it was @main", async ({ page, site, problems }) => {
    const { url } = await site(true);
    const letGo = await holdsPieceBack(page, problems);
    await page.goto(new URL(KAZAKHSTAN.path, url).href);
    await page.locator(".menu-bar summary[aria-label='More of Countries']").click();
    await page.locator(".menu-bar").getByRole("link", { name: "Austria", exact: true }).focus();
    await letGo();
    await isTakenOver(page);
    const { menu } = new Visitor(page);
    await expect(menu.trigger("Countries")).toHaveAttribute("aria-expanded", "true");
    await menu.hasFocusOn("Austria");
    await menu.presses("Escape");
    await menu.hasFocusOn("More of Countries");
  });

  test("what was typed in the filter is kept", async ({ page, site, problems }) => {
    const { url } = await site(true);
    const letGo = await holdsPieceBack(page, problems);
    await page.goto(url);
    await page.locator(".menu-bar summary[aria-label='More of Countries']").click();
    await page.locator(".menu-bar").getByRole("searchbox").fill("turk");
    await letGo();
    await isTakenOver(page);
    const { menu } = new Visitor(page);
    await expect(menu.filter).toHaveValue("turk");
    await expect(menu.link("Turkmenistan")).toBeVisible();
    await expect(menu.link("Austria")).toBeHidden();
  });

  test("where WebAssembly never comes, the page stays", async ({ page, site, problems }) => {
    problems.expect(/ERR_FAILED|could not|Failed to fetch/);
    problems.allow(/was preloaded using link preload but not used/);
    await page.route(/\.wasm$/, (route) => route.abort());
    const { url } = await site(true);
    await page.goto(new URL(SEED_RELEASE.path, url).href);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(SEED_RELEASE.heading);
    await page.getByRole("link", { name: "Kazakhstan", exact: true }).last().click();
    await expect(page).toHaveTitle(KAZAKHSTAN.title);
  });

  test("where what it shows cannot be had, the page stays, and is taken over once it can @main", async ({ page, site, problems }) => {
    problems.allow(/ERR_FAILED|Failed to load|NetworkError/);
    problems.allow(/was preloaded using link preload but not used/);
    const packs = /\/bundle\/releases\//;
    await page.route(packs, (route) => route.abort());
    await page.addInitScript(() => {
      document.addEventListener("rostrum-error", () => document.documentElement.classList.add("failed"));
    });
    const { url } = await site(true);
    await page.goto(new URL(SEED_RELEASE.path, url).href);
    await expect(page.locator("html.failed")).toHaveCount(1);
    await expect(page.getByRole("banner")).toHaveCount(1);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(SEED_RELEASE.heading);
    await page.unroute(packs);
    await page.locator("rostrum-app").evaluate((piece) => piece.setAttribute("route", "/countries/kazakhstan/"));
    await isTakenOver(page);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(KAZAKHSTAN.heading);
  });

  test("axe finds nothing in a page that is not taken over yet", async ({ page, site, axe, problems }) => {
    const { url } = await site(true);
    const letGo = await holdsPieceBack(page, problems);
    await page.goto(url);
    await page.locator(".menu-bar summary[aria-label='More of Countries']").click();
    await axe(page);
    await letGo();
    await isTakenOver(page);
  });
});
