/**
 * What a visitor meets when something is missing, damaged or too new: a plain sentence, a way to try
 * again where that helps, and everything else as it was.
 */
import { rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Page, type Site, expect, test } from "./fixtures.ts";
import { FRONT, KAZAKHSTAN, SEED_RELEASE, Visitor } from "./visitor.ts";

const UNREACHABLE = "This could not be shown It could not be loaded. Check your connection and try again.";
const MALFORMED =
  "This could not be shown Its data is damaged. Try again in a while; if it stays so, tell the publisher of this site.";
const TOO_NEW =
  "This could not be shown It was published for a newer version of this site. Reload the page to get that version.";

const retry = (visitor: Visitor) => visitor.alert.getByRole("button", { name: "Try again" });

/** Notes what the piece tells its host page of failures. */
const hearsFailures = async (page: Page): Promise<string[]> => {
  const heard: string[] = [];
  await page.exposeFunction("noteFailure", (message: string) => heard.push(message));
  await page.addInitScript(() => {
    document.addEventListener("rostrum-error", (event) => {
      const { message } = (event as CustomEvent<{ message: string }>).detail;
      (window as unknown as { noteFailure: (message: string) => void }).noteFailure(message);
    });
  });
  return heard;
};

/** Replaces a file of the site, with its compressed copies. */
const replaces = async (site: Site, file: string, content: string): Promise<void> => {
  const path = join(site.folder, file);
  await Promise.all([`${path}.br`, `${path}.gz`].map((copy) => rm(copy, { force: true })));
  await writeFile(path, content);
};

const RELEASES = /\/bundle\/releases\//;

test.describe("when the server stops", () => {
  test("the last page stays, a sentence says what happened, and another try works once it is back", async ({
    page,
    site,
    problems,
  }) => {
    problems.expect(/ERR_CONNECTION_REFUSED/);
    const server = await site();
    const visitor = new Visitor(page);
    await visitor.visits(`${server.url}countries/kazakhstan/`);
    await server.stop();
    await visitor.link(SEED_RELEASE.heading).click();
    await expect(visitor.alert).toContainText(UNREACHABLE);
    await expect(visitor.heading).toHaveText(KAZAKHSTAN.heading);
    await expect(page).toHaveTitle(KAZAKHSTAN.title);

    await retry(visitor).click();
    await expect(visitor.alert).toContainText(UNREACHABLE);
    await server.resume();
    await retry(visitor).click();
    await visitor.arrivesAt(SEED_RELEASE);
    await expect(visitor.alert).toHaveCount(0);
  });

  test("the menu and everything that was read already still work", async ({ page, site, problems }) => {
    problems.expect(/ERR_CONNECTION_REFUSED/);
    const server = await site();
    const visitor = new Visitor(page);
    await visitor.visits(`${server.url}chairpersonships/`);
    await visitor.menu.opens("Countries");
    await visitor.menu.link("Kazakhstan").click();
    await visitor.isAt(KAZAKHSTAN);
    await visitor.link(SEED_RELEASE.heading).click();
    await visitor.arrivesAt(SEED_RELEASE);
    await server.stop();
    await page.goBack();
    await visitor.isAt(KAZAKHSTAN);
    await page.goForward();
    await visitor.isAt(SEED_RELEASE);
    await visitor.menu.opens("Structures and institutions");
    await visitor.menu.link("Chairpersonship").click();
    await expect(visitor.heading).toHaveText("Chairpersonships");
    await expect(visitor.alert).toHaveCount(0);
    await visitor.menu.opens("Countries");
    await visitor.menu.link("Albania").click();
    await expect(visitor.alert).toContainText(UNREACHABLE);
  });

  test("Back from a page that did not come leads to the one before, without the sentence", async ({
    page,
    site,
    problems,
  }) => {
    problems.expect(/ERR_CONNECTION_REFUSED/);
    const server = await site();
    const visitor = new Visitor(page);
    await visitor.visits(`${server.url}countries/kazakhstan/`);
    await server.stop();
    const link = visitor.link(SEED_RELEASE.heading);
    await link.click();
    await expect(visitor.alert).toBeVisible();
    await page.goBack();
    await expect(visitor.alert).toHaveCount(0);
    await visitor.isAt(KAZAKHSTAN);
    await expect(link).toBeFocused();
  });

  test("axe finds nothing to mend on the page with the sentence", async ({ page, site, problems, axe }) => {
    problems.expect(/ERR_CONNECTION_REFUSED/);
    const server = await site();
    const visitor = new Visitor(page);
    await visitor.visits(server.url);
    await server.stop();
    await visitor.menu.opens("Countries");
    await visitor.menu.link("Kazakhstan").click();
    await expect(visitor.alert).toBeVisible();
    await axe(page);
  });
});

test.describe("on the first visit", () => {
  test("a bundle that is missing leaves a sentence, and another try works once it is there", async ({
    page,
    site,
    problems,
  }) => {
    problems.expect(/404/);
    const server = await site();
    const failures = await hearsFailures(page);
    const visitor = new Visitor(page);
    const [there, away] = ["bundle", "away"].map((name) => join(server.folder, name)) as [string, string];
    await rename(there, away);
    await page.goto(server.url);
    await expect(visitor.alert).toContainText(UNREACHABLE);
    await expect(page.getByRole("heading", { name: "Rostrum" })).toBeVisible();
    expect(failures).toEqual([expect.stringMatching(/^bundle\.json: could not be fetched \(404\)/)]);

    await rename(away, there);
    await retry(visitor).click();
    await visitor.isAt(FRONT);
    await expect(visitor.alert).toHaveCount(0);
    await expect(page.getByRole("heading", { name: "Rostrum" })).toBeHidden();
  });

  test("a bundle that is not JSON is called damaged, and another try works once it is mended", async ({
    page,
    site,
  }) => {
    const server = await site();
    const failures = await hearsFailures(page);
    const visitor = new Visitor(page);
    const bundle = await (await page.request.get("/bundle/bundle.json")).text();
    await replaces(server, "bundle/bundle.json", "<!doctype html><title>Sign in</title>");
    await page.goto(server.url);
    await expect(visitor.alert).toContainText(MALFORMED);
    await expect(page.getByRole("heading", { name: "Rostrum" })).toBeVisible();
    expect(failures).toEqual([expect.stringMatching(/^bundle\.json: \$/)]);

    await replaces(server, "bundle/bundle.json", bundle);
    await retry(visitor).click();
    await visitor.isAt(FRONT);
  });

  test("a bundle of a newer version is refused with what to do", async ({ page, site }) => {
    const server = await site();
    const failures = await hearsFailures(page);
    const visitor = new Visitor(page);
    await replaces(server, "bundle/bundle.json", '{"version": "2.0", "menu": "of another kind"}');
    await page.goto(server.url);
    await expect(visitor.alert).toContainText(TOO_NEW);
    await expect(page.getByRole("heading", { name: "Rostrum" })).toBeVisible();
    expect(failures).toEqual([expect.stringContaining("the bundle has version 2.0")]);
  });

  test("axe finds nothing to mend on what a visitor sees then", async ({ page, site, problems, axe }) => {
    problems.expect(/404/);
    const server = await site();
    await rm(join(server.folder, "bundle"), { recursive: true });
    await page.goto(server.url);
    await expect(new Visitor(page).alert).toBeVisible();
    await axe(page);
  });
});

test("a release whose file is damaged is told of, and the rest of the site goes on", async ({ page }) => {
  const failures = await hearsFailures(page);
  await page.route(RELEASES, (route) => route.fulfill({ contentType: "application/json", body: '{"releases":' }));
  const visitor = new Visitor(page);
  await visitor.visits(KAZAKHSTAN.path);
  await visitor.link(SEED_RELEASE.heading).click();
  await expect(visitor.alert).toContainText(MALFORMED);
  expect(failures).toEqual([expect.stringMatching(/^releases\/2007-\w+\.json: /)]);
  await visitor.link("2010").click();
  await expect(visitor.heading).toHaveText("2010 Kazakhstan");
  await expect(visitor.alert).toHaveCount(0);
});

test("a file that came damaged once is asked for again by another try", async ({ page }) => {
  await page.route(RELEASES, (route) => route.fulfill({ contentType: "application/json", body: '{"releases":' }), { times: 1 });
  const visitor = new Visitor(page);
  await visitor.visits(KAZAKHSTAN.path);
  await visitor.link(SEED_RELEASE.heading).click();
  await expect(visitor.alert).toContainText(MALFORMED);
  await retry(visitor).click();
  await visitor.arrivesAt(SEED_RELEASE);
  await expect(visitor.alert).toHaveCount(0);
});

test("an entry of a newer version is asked for again by another try", async ({ page }) => {
  await page.route("**/bundle/bundle.json", (route) => route.fulfill({ json: { version: "2.0" } }), { times: 1 });
  const visitor = new Visitor(page);
  await page.goto(KAZAKHSTAN.path);
  await expect(visitor.alert).toContainText(TOO_NEW);
  await retry(visitor).click();
  await visitor.isAt(KAZAKHSTAN);
});

const NOWHERE = [
  { what: "a release that does not exist", path: "/press/2007/04/30/nothing-of-that-name/" },
  { what: "a release in a language that it was not issued in", path: `${SEED_RELEASE.path}de/` },
  { what: "a release of a year without any", path: "/press/1980/01/01/nothing-of-that-name/" },
  { what: "a page of the releases past the last one", path: "/press/page/99/" },
  { what: "a page of a country's releases past the last one", path: "/countries/kazakhstan/page/99/" },
  { what: "a country that does not exist", path: "/countries/atlantis/" },
  { what: "an address of nothing at all", path: "/nothing/here/" },
];

for (const { what, path } of NOWHERE) {
  test(`${what} is not found, with ways on`, async ({ page }) => {
    const visitor = new Visitor(page);
    await visitor.visits(path);
    await expect(visitor.heading).toHaveText("Page not found");
    await expect(page).toHaveTitle("Page not found – OSCE");
    await expect(visitor.main).toContainText("There is no page at this address.");
    await expect(visitor.alert).toHaveCount(0);
    await visitor.link("Press releases").click();
    await visitor.arrivesAt({ path: "/press/", title: "Press releases – OSCE", heading: "Press releases" });
    await page.goBack();
    await expect(visitor.heading).toHaveText("Page not found");
  });
}
