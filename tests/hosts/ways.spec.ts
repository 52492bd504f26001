/** Several pieces on one page: one way for each routing, one bundle fetched once, and two that stay apart. */
import { cp, readFile, writeFile } from "node:fs/promises";
import { type Page, expect, piece, test } from "./host.ts";

const menu = (attributes: string) => `<header>${piece(`view="menu" ${attributes}`)}</header>`;
const list = (attributes: string) => `<main>${piece(`view="press" ${attributes}`)}</main>`;

/** Follows a link in the directory of countries of a piece. */
const chooses = async (page: Page, index: number, name: string): Promise<void> => {
  const app = page.locator("rostrum-app").nth(index);
  await app.getByRole("button", { name: "More of Countries" }).click();
  await app.getByRole("searchbox").fill(name.slice(0, 3));
  await app.getByRole("link", { name, exact: true }).click();
};

/** What drives Firefox waits for a page to load, where only the fragment changes. */
const goes = (page: Page, by: number): Promise<void> => page.evaluate((by) => history.go(by), by);

test.describe("a menu in the header and the releases in the middle", { tag: "@main" }, () => {
  for (const [routing, address] of Object.entries({
    'routing="hash"': "/host/#/countries/kazakhstan/",
    'routing="path" base="/host/archive/"': "/host/archive/countries/kazakhstan/",
  })) {
    test(`go one way with ${routing}, Back too`, async ({ page, opens, isReady }) => {
      await opens({ body: menu(routing) + list(routing) });
      await isReady(0);
      await isReady(1);
      const heading = page.locator("main h1");
      await expect(heading).toHaveText("Press releases");
      await chooses(page, 0, "Kazakhstan");
      await expect(heading).toHaveText("Kazakhstan");
      await expect(heading).toBeFocused();
      await expect(page).toHaveURL((url) => url.href.endsWith(address));
      await expect(page.locator("header nav [aria-current]").first()).toBeAttached();
      await chooses(page, 0, "Albania");
      await expect(heading).toHaveText("Albania");
      await goes(page, -1);
      await expect(heading).toHaveText("Kazakhstan");
      await goes(page, -1);
      await expect(heading).toHaveText("Press releases");
      await goes(page, 1);
      await expect(heading).toHaveText("Kazakhstan");
      await page.locator("main").getByRole("link", { name: /Foreign Minister/ }).first().click();
      await expect(heading).toContainText("Foreign Minister");
      await goes(page, -1);
      await expect(heading).toHaveText("Kazakhstan");
    });
  }
});

test("a menu that drives nothing on the page leads to where its links do", async ({ page, opens, isReady }) => {
  await opens({ body: menu('routing="none" home="/"') });
  await isReady();
  await chooses(page, 0, "Kazakhstan");
  await expect(page).toHaveURL(/\/countries\/kazakhstan\/$/);
  await expect(page.locator("rostrum-app .main h1")).toHaveText("Kazakhstan");
});

test("a menu that drives nothing asks the host first", async ({ page, opens, isReady }) => {
  await page.addInitScript(() => {
    document.addEventListener("rostrum-navigate", (event) => {
      event.preventDefault();
      document.title = event.detail.route;
    });
  });
  await opens({ body: menu('routing="none" home="/"') });
  await isReady();
  await chooses(page, 0, "Kazakhstan");
  await expect(page).toHaveTitle("/countries/kazakhstan/");
  await expect(page).toHaveURL(/\/host\/$/);
});

test("two pieces ask for the bundle and its listings once", async ({ page, opens, isReady }) => {
  const asked: string[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith("/bundle/")) asked.push(pathname);
  });
  await opens({ body: list('routing="none"') + list('routing="hash"') });
  await isReady(0);
  await isReady(1);
  await page.waitForLoadState("networkidle");
  expect(asked).toContain("/bundle/bundle.json");
  expect(asked.toSorted()).toEqual([...new Set(asked)].toSorted());
});

test("without routing each piece goes its own way", async ({ page, opens, isReady }) => {
  await opens({ body: piece() + piece() });
  await isReady(0);
  await isReady(1);
  const second = await page.locator("rostrum-app").nth(1).locator("h1").textContent();
  await chooses(page, 0, "Kazakhstan");
  await expect(page.locator("rostrum-app").nth(0).locator("h1")).toHaveText("Kazakhstan");
  await expect(page.locator("rostrum-app").nth(1).locator("h1")).toHaveText(second ?? "");
});

test("two bundles on one page stay apart, with Back too", async ({ page, opens, isReady, site }) => {
  const { folder, url } = await site();
  await cp(`${folder}/bundle`, `${folder}/other`, { recursive: true });
  for (const end of ["", ".br", ".gz"]) await writeFile(`${folder}/other/bundle.json${end}`, "");
  const entry = await readFile("dist/bundle/bundle.json", "utf8");
  await page.route("**/other/bundle.json", (route) => route.fulfill({ contentType: "application/json", body: entry.replaceAll("Kazakhstan", "Elsewhere") }));
  const of = (bundle: string, view: string) => `<rostrum-app bundle="/${bundle}/" view="${view}" routing="hash"></rostrum-app>`;
  await opens({ path: `${url}host/`, body: of("bundle", "menu") + of("bundle", "press") + of("other", "menu") + of("other", "press") });
  for (const index of [0, 1, 2, 3]) await isReady(index);
  const [one, other] = [1, 3].map((index) => page.locator("rostrum-app").nth(index).locator("h1"));
  if (!one || !other) throw new Error("There are four pieces.");
  await chooses(page, 0, "Kazakhstan");
  await expect(one).toHaveText("Kazakhstan");
  await expect(other).toHaveText("Press releases");
  await chooses(page, 2, "Elsewhere");
  await expect(other).toHaveText("Elsewhere");
  await expect(one).toHaveText("Kazakhstan");
  await chooses(page, 0, "Albania");
  await page.goBack();
  await expect(one).toHaveText("Kazakhstan");
  await expect(other).toHaveText("Elsewhere");
  await page.goBack();
  await expect(other).toHaveText("Press releases");
  await expect(one).toHaveText("Kazakhstan");
  await page.goBack();
  await expect(one).toHaveText("Press releases");
});
