/** Releases and listings that a visitor keeps for when there is no network, and gives up again. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { type Page, expect, test } from "./fixtures.ts";
import { AWAY, complains, isKept, line } from "./offline.ts";
import { KAZAKHSTAN, SEED_RELEASE, Visitor } from "./visitor.ts";

test.use({ serviceWorkers: "allow" });

const KEEP = "Keep for offline";
const KEEP_ALL = "Keep the whole list for offline";
const YEAR_2010 = "/press/2010/";

const place = (page: Page) => page.locator(".keep");
const button = (page: Page, name: string) => place(page).getByRole("button", { name, exact: true });

/** The files of releases that are kept for good. */
const keptReleases = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.endsWith(" kept"));
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => url).filter((url) => url.includes("/releases/"));
  });

/** Keeps what the page shows, and waits until it is. */
const keeps = async (page: Page, name: string): Promise<void> => {
  await button(page, name).click();
  await button(page, "Keep").click();
  await expect(place(page).getByRole("status")).toHaveText("Kept");
};

/** Has the page wait before it keeps a file, until it is let go. */
const keepsSlowly = async (page: Page): Promise<() => Promise<void>> => {
  await page.evaluate(() => {
    const put = Cache.prototype.put;
    const isFree = new Promise<void>((resolve) => Object.assign(window, { letGo: resolve }));
    Cache.prototype.put = async function (...what) {
      await isFree;
      await put.apply(this, what);
    };
  });
  return () => page.evaluate(() => (window as unknown as { letGo: () => void }).letGo());
};

test.describe("a visitor keeps", { tag: "@main" }, () => {
  test("a release, and gives it up again", async ({ page, site }) => {
    const server = await site();
    const visitor = new Visitor(page);
    await visitor.visits(new URL(SEED_RELEASE.path, server.url).href);
    await button(page, KEEP).click();
    await expect(place(page).getByRole("status")).toHaveText(/^1 release, about \d+\skB$/);
    await button(page, "Not now").click();
    await expect(button(page, KEEP)).toBeFocused();
    expect(await keptReleases(page)).toEqual([]);

    await keeps(page, KEEP);
    await expect(button(page, "Remove")).toBeFocused();
    expect(await keptReleases(page)).toEqual([expect.stringMatching(/releases\/2007-\w+\.json$/)]);
    await page.reload();
    await expect(place(page).getByRole("status")).toHaveText("Kept");
    await button(page, "Remove").click();
    await expect(button(page, KEEP)).toBeVisible();
    expect(await keptReleases(page)).toEqual([]);
  });

  test("the releases of a country, each of which is there without a server", async ({ page, site, problems }) => {
    complains(problems);
    const server = await site();
    const visitor = new Visitor(page);
    await visitor.visits(new URL(KAZAKHSTAN.path, server.url).href);
    await isKept(page);
    await button(page, KEEP_ALL).click();
    await expect(place(page).getByRole("status")).toHaveText(/^7 releases, about \d+\skB$/);
    await button(page, "Keep").click();
    await expect(place(page).getByRole("status")).toHaveText("Kept");
    await page.evaluate(async () => {
      localStorage.clear();
      const names = (await caches.keys()).filter((name) => name.endsWith(" visited"));
      for (const name of names) {
        const cache = await caches.open(name);
        const urls = (await cache.keys()).map(({ url }) => url).filter((url) => !url.endsWith("/bundle.json"));
        await Promise.all(urls.map((url) => cache.delete(url)));
      }
    });
    await server.stop();
    await page.reload();
    await visitor.isAt(KAZAKHSTAN);
    for (const title of await visitor.main.locator(".summaries h3").allTextContents()) {
      await visitor.link(title).click();
      await expect(visitor.heading).toHaveText(title);
      await page.goBack();
      await visitor.isAt(KAZAKHSTAN);
    }
    await expect(line(page)).toContainText(AWAY);
    await line(page).getByText("What was kept", { exact: true }).click();
    await expect(line(page).getByRole("link", { name: KAZAKHSTAN.title })).toBeVisible();
  });

  test("a year beside a release of it, and giving one up leaves the other", async ({ page, site }) => {
    const server = await site();
    const visitor = new Visitor(page);
    await visitor.visits(new URL("/press/2007/", server.url).href);
    await keeps(page, KEEP_ALL);
    await visitor.link(SEED_RELEASE.heading).click();
    await visitor.isAt(SEED_RELEASE);
    await keeps(page, KEEP);
    await button(page, "Remove").click();
    await expect(button(page, KEEP)).toBeVisible();
    expect(await keptReleases(page)).toHaveLength(1);
  });

  test("sees how far it has come, and stops it", async ({ page, site }) => {
    const server = await site();
    const visitor = new Visitor(page);
    await visitor.visits(new URL(YEAR_2010, server.url).href);
    await button(page, KEEP_ALL).click();
    await expect(button(page, "Keep")).toBeVisible();
    const letGo = await keepsSlowly(page);
    await button(page, "Keep").click();
    await expect(place(page).getByRole("progressbar", { name: "Keeping" })).toBeVisible();
    await button(page, "Cancel").click();
    await letGo();
    await expect(button(page, KEEP_ALL)).toBeFocused();
    await expect(place(page).getByRole("status")).toHaveText("");
    expect(await keptReleases(page)).toEqual([]);
  });
});

test("a long listing is kept with all its packs, at most four files at a time", async ({ page, site, problems }) => {
  complains(problems);
  await page.addInitScript(() => {
    const count = { now: 0, most: 0 };
    Object.assign(window, { count });
    const { fetch } = window;
    window.fetch = async (...what) => {
      if (what[1]?.cache !== "no-store") return fetch(...what);
      count.most = Math.max(count.most, (count.now += 1));
      return fetch(...what).finally(() => (count.now -= 1));
    };
  });
  const server = await site();
  const [sources, bundle] = ["sources", "next"].map((name) => join(server.folder, name)) as [string, string];
  const rostrum = (...options: string[]) => execFileSync("target/debug/rostrum", options, { stdio: "pipe" });
  rostrum("generate", "--releases", "1500", "--like", "content", "--out", sources);
  rostrum("build", sources, "--out", bundle);
  await server.publish(bundle);
  const visitor = new Visitor(page);
  await visitor.visits(`${server.url}countries/armenia/`);
  await isKept(page);
  await keeps(page, KEEP_ALL);
  const { most } = await page.evaluate(() => (window as unknown as { count: { most: number } }).count);
  expect(most).toBe(4);

  await server.stop();
  await visitor.visits(`${server.url}countries/armenia/page/7/`);
  const titles = await visitor.main.locator(".summaries h3").allTextContents();
  expect(titles.length).toBeGreaterThan(5);
  await visitor.link(titles.at(-1) ?? "").click();
  await expect(visitor.heading).toHaveText(titles.at(-1) ?? "");
});

test("the browser is asked to keep it, and where there is no room that is said", async ({ page, site }) => {
  await page.addInitScript(() => {
    if (!isSecureContext) return;
    const asked: true[] = [];
    Object.assign(window, { asked });
    StorageManager.prototype.persist = async () => asked.push(true) > 0;
    StorageManager.prototype.estimate = async () => ({ quota: 1000, usage: 900 });
  });
  const server = await site();
  await new Visitor(page).visits(new URL(YEAR_2010, server.url).href);
  await button(page, KEEP_ALL).click();
  await button(page, "Keep").click();
  await expect(place(page).getByRole("status")).toHaveText("There is not enough room on this device.");
  await expect(button(page, KEEP_ALL)).toBeFocused();
  expect(await page.evaluate(() => (window as unknown as { asked: true[] }).asked)).toEqual([true]);
});

test("a quota that is used up on the way leaves nothing half kept", async ({ page, site }) => {
  const server = await site();
  await new Visitor(page).visits(new URL(YEAR_2010, server.url).href);
  await button(page, KEEP_ALL).click();
  await expect(button(page, "Keep")).toBeVisible();
  await page.evaluate(() => {
    const put = Cache.prototype.put;
    let puts = 0;
    Cache.prototype.put = async function (...what) {
      if (++puts > 1) throw new DOMException("full", "QuotaExceededError");
      await put.apply(this, what);
    };
  });
  await button(page, "Keep").click();
  await expect(place(page).getByRole("status")).toHaveText("There is not enough room on this device.");
  expect(await keptReleases(page)).toEqual([]);
});

test("without a server a visitor who wants to keep something is told", async ({ page, site, problems }) => {
  complains(problems);
  const server = await site();
  const visitor = new Visitor(page);
  await visitor.visits(new URL(KAZAKHSTAN.path, server.url).href);
  await isKept(page);
  await server.stop();
  await button(page, KEEP_ALL).click();
  await expect(place(page).getByRole("status")).toHaveText("It could not be loaded. Check your connection and try again.");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing to mend in the button in ${colorScheme}`, async ({ page, site, axe }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 320, height: 640 });
    const server = await site();
    const visitor = new Visitor(page);
    await visitor.visits(new URL(SEED_RELEASE.path, server.url).href);
    await button(page, KEEP).click();
    await expect(button(page, "Keep")).toBeVisible();
    await axe(page);
    expect(await visitor.sidewaysScroll()).toBe(0);
    await button(page, "Keep").click();
    await expect(button(page, "Remove")).toBeVisible();
    await axe(page);
  });
}

test("the button speaks French where the site does", async ({ page, site }) => {
  const server = await site();
  const visitor = new Visitor(page);
  await visitor.visits(new URL(YEAR_2010, server.url).href);
  await visitor.chooses("Français");
  await button(page, "Garder toute la liste hors ligne").click();
  await expect(place(page).getByRole("status")).toHaveText(/^3 communiqués, environ \d+\sko$/);
});

test.describe("without a service worker", () => {
  test.use({ serviceWorkers: "block" });

  test("there is no button", async ({ page }) => {
    await page.goto(YEAR_2010, { waitUntil: "networkidle" });
    await expect(place(page)).toHaveCount(1);
    await expect(place(page).getByRole("button")).toHaveCount(0);
  });
});
