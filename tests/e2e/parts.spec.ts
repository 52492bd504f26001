/** The parts of the WebAssembly that are loaded later: when, how often, and what happens if one does not come. */
import { type Page, expect, test } from "./fixtures.ts";
import { SEED_RELEASE, Visitor } from "./visitor.ts";

const TIMELINE = /\/part-timeline-\w+\.wasm$/;
const FRENCH = /\/part-words-fr-\w+\.txt$/;

/** Notes which parts are asked for, by their names; not what they have in common with others. */
const partsAsked = (page: Page): string[] => {
  const asked: string[] = [];
  page.on("request", (request) => {
    const [, part] = /\/part-(?!chunk_)(\w+)-\w+\.wasm$/.exec(request.url()) ?? [];
    if (part) asked.push(part);
  });
  return asked;
};

const retry = (visitor: Visitor) => visitor.alert.getByRole("button", { name: "Try again" });

for (const path of ["/", "/press/", "/countries/kazakhstan/"]) {
  test(`a first visit to ${path} loads no part`, async ({ page }) => {
    const asked = partsAsked(page);
    const visitor = new Visitor(page);
    await visitor.visits(path);
    await page.waitForLoadState("networkidle");
    expect(asked).toEqual([]);
  });
}

test("a release loads what shows texts, while its first file is on its way, and nothing else", async ({ page }) => {
  const asked = partsAsked(page);
  const texts = page.waitForResponse(/\/part-texts-/);
  await page.route(/\/bundle\/releases\//, async (route) => {
    await texts;
    await route.continue();
  });
  await page.goto(SEED_RELEASE.path);
  await expect(new Visitor(page).heading).toHaveText(SEED_RELEASE.heading);
  await page.waitForLoadState("networkidle");
  expect(asked).toEqual(["texts"]);
});

test.describe("the parts", { tag: "@main" }, () => {
  test("the timeline's part comes with its style at the first of its pages, and once", async ({ page }) => {
    const asked = partsAsked(page);
    const visitor = new Visitor(page);
    await visitor.visits("/chairpersonships/2010/");
    await expect(page.locator(".term-page > .period")).toHaveCSS("margin-block-start", /[1-9]/);
    await visitor.main.getByRole("link", { name: "Chairpersonships" }).first().click();
    await expect(visitor.heading).toHaveText("Chairpersonships");
    expect(asked).toEqual(["timeline"]);
  });

  test("a language's part comes when it is chosen, and the focus stays on the choice", async ({ page }) => {
    const asked = partsAsked(page);
    const visitor = new Visitor(page);
    await visitor.visits();
    await visitor.chooses("Français");
    await expect(page.getByRole("button", { name: "Français" })).toBeFocused();
    await visitor.chooses("English");
    await visitor.chooses("Français");
    expect(asked).toEqual(["languages"]);
  });
});

test("a part that does not come is told of, and another try works", async ({ page, problems }) => {
  problems.expect(/Failed to load resource|integrity/i);
  const visitor = new Visitor(page);
  await visitor.visits();
  await page.route(TIMELINE, (route) => route.fulfill({ status: 503, body: "busy" }));
  await visitor.main.getByRole("link", { name: "Chairpersonships" }).click();
  await expect(visitor.alert).toContainText("It could not be loaded.");
  await page.unroute(TIMELINE);
  await retry(visitor).click();
  await expect(visitor.heading).toHaveText("Chairpersonships");
  await expect(visitor.alert).toBeHidden();
});

test("a language that does not come leaves the one before, and another try works", async ({ page, problems }) => {
  problems.expect(/Failed to load resource|integrity/i);
  const visitor = new Visitor(page);
  await visitor.visits();
  await page.route(FRENCH, (route) => route.fulfill({ status: 503, body: "busy" }));
  await page.getByRole("button", { name: "Français" }).click();
  await expect(visitor.alert).toContainText("It could not be loaded.");
  await page.unroute(FRENCH);
  await retry(visitor).click();
  await expect(page.locator(".rostrum")).toHaveAttribute("lang", "fr");
  await expect(visitor.alert).toBeHidden();
});

test("a part whose bytes were changed is not run", async ({ page, problems }) => {
  problems.expect(/integrity/i);
  await page.route(TIMELINE, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: Buffer.concat([await response.body(), Buffer.from([0, 1, 0])]) });
  });
  const visitor = new Visitor(page);
  await visitor.visits();
  await visitor.main.getByRole("link", { name: "Chairpersonships" }).click();
  await expect(visitor.alert).toContainText("It could not be loaded.");
});

test("a server that does not say what WebAssembly is serves it all the same", async ({ page }) => {
  await page.route(/\.wasm$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-type": "application/octet-stream" } });
  });
  const visitor = new Visitor(page);
  await visitor.visits("/chairpersonships/");
  await expect(visitor.heading).toHaveText("Chairpersonships");
});

test("pieces on one page share the parts, found beside embed.js", async ({ page, hostPage }) => {
  const asked = partsAsked(page);
  const piece = '<rostrum-app bundle="/bundle/" routing="none" view="timeline" lang="fr"></rostrum-app>';
  await hostPage(piece + piece);
  for (const heading of await page.getByRole("heading", { level: 1 }).all()) await expect(heading).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(2);
  expect(asked.toSorted()).toEqual(["languages", "timeline"]);
});
