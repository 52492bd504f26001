/**
 * Without a server: what was read is there, what was not says so, and all goes on by itself when the
 * server answers again. New versions are offered, and nothing broken is kept.
 */
import { cp, mkdir, readdir, rename, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { type Page, type Site, expect, test } from "./fixtures.ts";
import { AWAY, MISSING, changes, complains, isCutOffAfter, isKept, line, saysNothing } from "./offline.ts";
import { FRONT, KAZAKHSTAN, SEED_RELEASE, TIMELINE, Visitor } from "./visitor.ts";

test.use({ serviceWorkers: "allow" });

const READY = "A new version is ready.";

/** Publishes another version of the site, which has no file any more that begins like that. */
const publishesWithout = async (server: Site, gone: string): Promise<void> => {
  for (const name of await readdir(server.folder)) {
    if (name.startsWith(gone)) await rm(join(server.folder, name));
  }
  const list = new RegExp(`"\\./${gone}[^"]*",`, "g");
  await changes(server, "sw.js", (text) => text.replace(/version:"\w+"/, 'version:"next"').replace(list, ""));
};

/** Comes back to a tab, which then looks for a new version. */
const comesBack = (page: Page) => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));

test.describe("when the server is away", { tag: "@main" }, () => {
  for (const isRendered of [false, true]) {
    test(`what was read is there${isRendered ? ", on a site with rendered pages too" : ""}`, async ({ page, site, problems }) => {
      complains(problems);
      const server = await site(isRendered);
      const visitor = new Visitor(page);
      await isCutOffAfter(visitor, server, KAZAKHSTAN.path, TIMELINE.path, SEED_RELEASE.path);
      await page.reload();
      await visitor.isAt(SEED_RELEASE);
      await expect(line(page)).toContainText(AWAY);
      await visitor.menu.opens("Countries");
      await visitor.menu.link("Kazakhstan").click();
      await visitor.isAt(KAZAKHSTAN);
      await visitor.link(SEED_RELEASE.heading).click();
      await visitor.isAt(SEED_RELEASE);
      await visitor.visits(new URL(TIMELINE.path, server.url).href);
      await visitor.isAt(TIMELINE);
      await expect(visitor.alert).toHaveCount(0);
      await expect(line(page)).not.toContainText(MISSING);
    });
  }

  test("a page that was not kept says so, with ways on, and is there once the server is", async ({ page, site, problems, axe }) => {
    complains(problems);
    const server = await site();
    const visitor = new Visitor(page);
    await isCutOffAfter(visitor, server, TIMELINE.path, KAZAKHSTAN.path);
    await visitor.link(SEED_RELEASE.heading).click();
    await expect(visitor.alert).toBeVisible();
    await expect(line(page)).toContainText(`${AWAY} ${MISSING}`);
    await visitor.isAt({ ...KAZAKHSTAN, path: SEED_RELEASE.path });
    await line(page).getByText("What was kept", { exact: true }).click();
    await line(page).getByRole("link", { name: TIMELINE.title }).click();
    await visitor.isAt(TIMELINE);
    await expect(line(page)).not.toContainText(MISSING);

    await page.goto(new URL(SEED_RELEASE.path, server.url).href);
    await expect(line(page)).toContainText(`${AWAY} ${MISSING}`);
    await expect(page.getByRole("main")).toContainText(MISSING);
    await axe(page);
    await server.resume();
    await visitor.isAt(SEED_RELEASE);
    await saysNothing(page);
    await expect(visitor.alert).toHaveCount(0);
  });

  test("a release is found although the bundle was published anew since it was read", async ({ page, site, problems }) => {
    complains(problems);
    const server = await site();
    const visitor = new Visitor(page);
    await visitor.visits(new URL(SEED_RELEASE.path, server.url).href);
    await isKept(page);
    await changes(server, "bundle/bundle.json", (text) => text.replace(/(releases\/2007-)\w{16}/, "$10123456789abcdef"));
    await isCutOffAfter(visitor, server, FRONT.path);
    await visitor.visits(new URL(SEED_RELEASE.path, server.url).href);
    await visitor.isAt(SEED_RELEASE);
  });
});

test.describe("a new version", { tag: "@main" }, () => {
  test("is offered and not forced, and an old page goes on while another shows the new one", async ({ page, context, site }) => {
    const server = await site();
    const [visitor, other] = [new Visitor(page), new Visitor(await context.newPage())];
    await visitor.visits(new URL(KAZAKHSTAN.path, server.url).href);
    await isKept(page);
    await other.visits(new URL(KAZAKHSTAN.path, server.url).href);
    await publishesWithout(server, "part-timeline");
    await comesBack(page);
    await expect(line(page)).toContainText(READY);
    await visitor.isAt(KAZAKHSTAN);
    await line(page).getByRole("button", { name: "Reload" }).click();
    await saysNothing(page);
    await visitor.isAt(KAZAKHSTAN);

    await expect(line(other.page)).toContainText(READY);
    await other.menu.opens("Structures and institutions");
    await other.menu.link("Chairpersonship").click();
    await other.isAt(TIMELINE);
  });

  test("has the files of the old one dropped when nobody needs them any more", async ({ page, context, site }) => {
    const server = await site();
    const visitor = new Visitor(page);
    await visitor.visits(server.url);
    await isKept(page);
    const other = await context.newPage();
    await other.goto(server.url);
    await publishesWithout(server, "part-timeline");
    await comesBack(page);
    await line(page).getByRole("button", { name: "Reload" }).click();
    await saysNothing(page);
    const versions = () => page.evaluate(async () => (await caches.keys()).filter((name) => !name.endsWith(" visited")).length);
    expect(await versions()).toBe(2);
    await other.close();
    await page.reload();
    await expect.poll(versions).toBe(1);
  });
});

test.describe("what is kept", { tag: "@main" }, () => {
  test("is fetched again when its bytes are not what its name says", async ({ page, site, problems }) => {
    complains(problems);
    const server = await site();
    const visitor = new Visitor(page);
    await visitor.visits(new URL(SEED_RELEASE.path, server.url).href);
    await isKept(page);
    const spoilt = () =>
      page.evaluate(async () => {
        const kept = (await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).matchAll()))).flat();
        const texts = await Promise.all(kept.map((answer) => answer.text()));
        return texts.filter((text) => text === "spoilt").length;
      });
    await page.evaluate(async () => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        const found = (await cache.keys()).filter(({ url }) => /\/bundle\/releases\/|rostrum-app-\w+\.wasm/.test(url));
        await Promise.all(found.map((request) => cache.put(request, new Response("spoilt"))));
      }
    });
    expect(await spoilt()).toBe(2);
    await page.reload();
    await visitor.isAt(SEED_RELEASE);
    await isKept(page);
    await expect.poll(spoilt).toBe(0);
    await server.stop();
    await page.reload();
    await visitor.isAt(SEED_RELEASE);
    await expect(line(page)).toContainText(AWAY);
  });

  test("is never an error", async ({ page, site, problems }) => {
    complains(problems);
    problems.allow(/404/);
    const server = await site();
    const visitor = new Visitor(page);
    await visitor.visits(new URL(KAZAKHSTAN.path, server.url).href);
    await isKept(page);
    const [there, away] = ["bundle/releases", "away"].map((name) => join(server.folder, name)) as [string, string];
    await rename(there, away);
    await visitor.link(SEED_RELEASE.heading).click();
    await expect(visitor.alert).toBeVisible();
    await saysNothing(page);
    await rename(away, there);
    await visitor.alert.getByRole("button", { name: "Try again" }).click();
    await visitor.isAt(SEED_RELEASE);
    await isKept(page);
    await server.stop();
    await page.reload();
    await visitor.isAt(SEED_RELEASE);
  });

  test("may be nothing more where there is no room, and reading goes on", async ({ page, site }) => {
    const server = await site();
    const full = 'Cache.prototype.put = () => Promise.reject(new DOMException("full", "QuotaExceededError"));';
    await changes(server, "sw.js", (text) => full + text);
    const visitor = new Visitor(page);
    await visitor.visits(new URL(KAZAKHSTAN.path, server.url).href);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await page.reload();
    await visitor.link(SEED_RELEASE.heading).click();
    await visitor.isAt(SEED_RELEASE);
    await page.reload();
    await visitor.isAt(SEED_RELEASE);
    await saysNothing(page);
  });
});

for (const { what, answer } of [
  { what: "never answers", answer: undefined },
  { what: "says that it is busy", answer: 503 },
]) {
  test(`a server that ${what} counts as one that is away`, async ({ page, site, problems }) => {
    complains(problems);
    problems.allow(/503/);
    const server = await site();
    const visitor = new Visitor(page);
    await isCutOffAfter(visitor, server, SEED_RELEASE.path, KAZAKHSTAN.path);
    const other = createServer((_, response) => answer && response.writeHead(answer).end());
    await new Promise<void>((resolve) => other.listen(Number(new URL(server.url).port), "localhost", resolve));
    await page.reload();
    await visitor.isAt(KAZAKHSTAN);
    await expect(line(page)).toContainText(AWAY);
    await visitor.link(SEED_RELEASE.heading).click();
    await visitor.isAt(SEED_RELEASE);
    other.closeAllConnections();
    other.close();
  });
}

test("of what was visited, the files that were used longest ago go first", async ({ page, site }) => {
  const server = await site();
  const visitor = new Visitor(page);
  await visitor.visits(new URL(KAZAKHSTAN.path, server.url).href);
  await isKept(page);
  const visited = () =>
    page.evaluate(async () => {
      const name = (await caches.keys()).find((name) => name.endsWith(" visited")) ?? "";
      return (await (await caches.open(name)).keys()).map(({ url }) => url);
    });
  await page.evaluate(async () => {
    const name = (await caches.keys()).find((name) => name.endsWith(" visited")) ?? "";
    const cache = await caches.open(name);
    for (let number = 0; number < 300; number += 1) await cache.put(`/bundle/old-${number}`, new Response(""));
  });
  await page.reload();
  await visitor.link(SEED_RELEASE.heading).click();
  await visitor.isAt(SEED_RELEASE);
  await isKept(page);
  await expect.poll(async () => (await visited()).length).toBe(200);
  expect(await visited()).toEqual(expect.arrayContaining([expect.stringContaining("/bundle/listings/country/kazakhstan-")]));
  expect(await visited()).not.toContain(`${server.url}bundle/old-0`);
});

test("all of it works at a path of its own", async ({ page, site, problems }) => {
  complains(problems);
  const server = await site();
  const names = await readdir(server.folder);
  await mkdir(join(server.folder, "sub"));
  for (const name of names) await rename(join(server.folder, name), join(server.folder, "sub", name));
  // The server makes the policy of the sheets that it finds beside the page.
  for (const name of names.filter((name) => name.endsWith(".css"))) await cp(join(server.folder, "sub", name), join(server.folder, name));
  const pages = names.filter((name) => /^(404|page-\w+)\.html$/.test(name)).map((name) => `sub/${name}`);
  for (const name of pages) await changes(server, name, (text) => text.replaceAll(/\b(href|src|bundle|base|offline)="\//g, '$1="/sub/'));
  await cp(join(server.folder, "sub/404.html"), join(server.folder, "404.html"));
  const visitor = new Visitor(page);
  await isCutOffAfter(visitor, server, `/sub${SEED_RELEASE.path}`, `/sub${KAZAKHSTAN.path}`);
  await page.reload();
  await visitor.isAt({ ...KAZAKHSTAN, path: `/sub${KAZAKHSTAN.path}` });
  await visitor.link(SEED_RELEASE.heading).click();
  await visitor.isAt({ ...SEED_RELEASE, path: `/sub${SEED_RELEASE.path}` });
});

test("a piece in another page has no worker", async ({ page, hostPage }) => {
  await hostPage('<rostrum-app bundle="/bundle/" view="press" routing="none"></rostrum-app>');
  await expect(new Visitor(page).heading).toHaveText("Press releases");
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});

test("the site can be installed, with a mark and ways into it", async ({ request }) => {
  const page = await (await request.get("/")).text();
  expect(page).toContain('<link rel="manifest" href="/manifest.webmanifest">');
  const answer = await request.get("/manifest.webmanifest");
  expect(answer.headers()["content-type"]).toContain("application/manifest+json");
  const { icons, shortcuts } = (await answer.json()) as { icons: { src: string; type: string }[]; shortcuts: { name: string; url: string }[] };
  for (const { src, type } of icons) expect((await request.get(`/${src}`)).headers()["content-type"]).toBe(type);
  expect(shortcuts.map(({ name }) => name)).toEqual(["Press releases", "Countries", "Chairpersonships"]);
  expect((await request.get("/sw.js")).headers()["cache-control"]).toBe("no-cache");
});
