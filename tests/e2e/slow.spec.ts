/** Pages that are late, and visitors who do not wait for them. */
import type { Page, Route } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { holdsBack } from "./network.ts";
import { KAZAKHSTAN, SEED_RELEASE, TIMELINE, Visitor } from "./visitor.ts";

const RELEASES = /\/bundle\/releases\//;

/** A visitor who asks for a release, goes to a term instead and is there when the answer comes. */
const turnsAway = async (page: Page, answer?: (route: Route) => Promise<void>): Promise<Visitor> => {
  const letGo = await holdsBack(page, RELEASES, answer);
  const visitor = new Visitor(page);
  await visitor.visits(KAZAKHSTAN.path);
  await visitor.link(SEED_RELEASE.heading).click();
  await visitor.link("2010").click();
  await expect(visitor.heading).toHaveText("2010 Kazakhstan");
  await letGo();
  await visitor.seesNextFrame();
  return visitor;
};

test("the page before stays under a sign of progress until the next one is there", async ({ page }) => {
  const letGo = await holdsBack(page, RELEASES);
  const visitor = new Visitor(page);
  await visitor.visits(KAZAKHSTAN.path);
  const progress = page.getByRole("status").filter({ hasText: "Loading" });
  await expect(progress).toHaveCount(0);
  await visitor.link(SEED_RELEASE.heading).click();
  await expect(progress).toBeVisible();
  await expect(visitor.heading).toHaveText(KAZAKHSTAN.heading);
  await expect(page).toHaveTitle(KAZAKHSTAN.title);
  await letGo();
  await visitor.arrivesAt(SEED_RELEASE);
  await expect(progress).toHaveCount(0);
});

test("a slow answer never takes the place of a newer page", async ({ page }) => {
  const visitor = await turnsAway(page);
  await expect(visitor.heading).toHaveText("2010 Kazakhstan");
  await expect(page).toHaveTitle("Kazakhstan, chair of 2010 – OSCE");
  await expect(page).toHaveURL(/\/chairpersonships\/2010\/$/);
});

test("a failure that comes late says nothing on a newer page", async ({ page, problems }) => {
  problems.expect(/503/);
  const visitor = await turnsAway(page, (route) => route.fulfill({ status: 503, body: "busy" }));
  await expect(visitor.alert).toHaveCount(0);
});

test("Back while a page is on its way leads to the page before, and the late one stays away", async ({ page }) => {
  const letGo = await holdsBack(page, RELEASES);
  const visitor = new Visitor(page);
  await visitor.visits();
  await visitor.menu.opens("Countries");
  await visitor.menu.link("Kazakhstan").click();
  await visitor.arrivesAt(KAZAKHSTAN);
  await visitor.link(SEED_RELEASE.heading).click();
  await page.goBack();
  await expect(page).toHaveURL(/\/countries\/kazakhstan\/$/);
  await letGo();
  await visitor.seesNextFrame();
  await visitor.isAt(KAZAKHSTAN);
  await expect(page.locator(".progress.active")).toHaveCount(0);
});

test("who goes on before a page has come to rest has the focus on the next one", async ({ page }) => {
  const letGo = await holdsBack(page, /\/part-timeline-\w+\.wasm$/);
  const visitor = new Visitor(page);
  await visitor.visits();
  await page.evaluate(([country, heading, timeline]) => {
    const app = document.querySelector("rostrum-app");
    const root = app?.shadowRoot;
    if (!app || !root) throw new Error("The site does not stand.");
    const goesOn = new MutationObserver(() => {
      if (root.querySelector(".main h1")?.textContent !== heading) return;
      goesOn.disconnect();
      app.navigate(timeline);
    });
    goesOn.observe(root, { childList: true, subtree: true });
    app.navigate(country);
  }, [KAZAKHSTAN.path, KAZAKHSTAN.heading, TIMELINE.path] as const);
  await expect(visitor.heading).toHaveText(KAZAKHSTAN.heading);
  await visitor.seesNextFrame();
  await letGo();
  await visitor.arrivesAt(TIMELINE);
});
