/** Scripts of a host that change what everybody uses, and its own router: neither disturbs the other. */
import { type Page, NOTHING, expect, piece, test } from "./host.ts";

const goesTo = async (page: Page, name: string): Promise<void> => {
  const app = page.locator("rostrum-app").first();
  await app.getByRole("button", { name: "More of Countries" }).click();
  await app.getByRole("searchbox").fill(name.slice(0, 3));
  await app.getByRole("link", { name, exact: true }).click();
  await expect(app.locator("h1")).toHaveText(name);
};

const host = (script: string, attributes = "", head = "") => ({
  head: `${head}<script src="/host.js"></script>`,
  body: piece(attributes),
  files: { "/host.js": script },
});

test("arrays with enumerable additions", async ({ page, opens, isReady }) => {
  await opens(host(`
    Array.prototype.last = function () { return this[this.length - 1]; };
  `));
  await isReady();
  await goesTo(page, "Kazakhstan");
});

test("objects with enumerable additions", async ({ page, opens, isReady }) => {
  await opens(host(`
    Object.prototype.extend = function (other) { return Object.assign(this, other); };
  `));
  await isReady();
  await goesTo(page, "Kazakhstan");
});

test("a fetch that goes through the host", async ({ page, opens, isReady }) => {
  await opens(host(`
    const original = window.fetch;
    window.asked = [];
    window.fetch = async function (...parameters) { window.asked.push(String(parameters[0])); return Reflect.apply(original, window, parameters); };
  `));
  await isReady();
  await goesTo(page, "Kazakhstan");
  expect(await page.evaluate(() => Reflect.get(window, "asked").length)).toBeGreaterThan(2);
});

test("a history that tells of each new entry as if the visitor had gone back", async ({ page, opens, isReady }) => {
  await opens(host(`
    for (const name of ["pushState", "replaceState"]) {
      const original = history[name];
      history[name] = function (...parameters) {
        Reflect.apply(original, history, parameters);
        window.dispatchEvent(new PopStateEvent("popstate", { state: history.state }));
      };
    }
  `, 'routing="hash"'));
  await isReady();
  await goesTo(page, "Kazakhstan");
  await expect(page).toHaveURL(/#\/countries\/kazakhstan\/$/);
  await goesTo(page, "Albania");
  await page.goBack();
  await expect(page.locator("rostrum-app h1")).toHaveText("Kazakhstan");
});

test.describe("a base element of the host", { tag: "@main" }, () => {
  test("does not lead the piece's fragments to another page", async ({ page, opens, isReady }) => {
    await opens({ head: '<base href="/elsewhere/">', body: piece('routing="hash"') });
    await isReady();
    const { origin } = new URL(page.url());
    await goesTo(page, "Kazakhstan");
    await expect(page).toHaveURL(`${origin}/host/#/countries/kazakhstan/`);
    const link = page.locator("rostrum-app .main a").first();
    expect(await link.evaluate((element) => element instanceof HTMLAnchorElement && element.href)).toContain(`${origin}/host/#/`);
    await page.reload();
    await isReady();
    await expect(page.locator("rostrum-app h1")).toHaveText("Kazakhstan");
  });
});

test.describe("a host with anchors of its own", { tag: "@main" }, () => {
  test("keeps them, and Back leads through both", async ({ page, opens, isReady, traces }) => {
    await opens({
      head: '<link rel="stylesheet" href="/host.css">',
      body: `<a href="#section">To the section</a> <a href="#">To the top</a>${piece('routing="hash"')}<h2 id="section">Section</h2><div></div>`,
      files: { "/host.css": "div { block-size: 200vh }" },
    });
    await isReady();
    const start = await page.locator("rostrum-app h1").textContent();
    await goesTo(page, "Kazakhstan");
    await page.getByRole("link", { name: "To the section" }).click();
    await expect(page).toHaveURL(/#section$/);
    await expect(page.getByRole("heading", { name: "Section", exact: true })).toBeInViewport();
    await expect(page.locator("rostrum-app h1")).toHaveText("Kazakhstan");
    await page.getByRole("link", { name: "To the top" }).click();
    await expect(page).toHaveURL(/#$/);
    await expect(page.locator("rostrum-app h1")).toHaveText("Kazakhstan");
    // What drives Firefox waits for a page to load, where only the fragment changes.
    const goBack = () => page.evaluate(() => history.back());
    for (const url of [/#section$/, /#\/countries\/kazakhstan\/$/]) {
      await goBack();
      await expect(page).toHaveURL(url);
      await expect(page.locator("rostrum-app h1")).toHaveText("Kazakhstan");
    }
    await goBack();
    await expect(page.locator("rostrum-app h1")).toHaveText(start ?? "");
    await expect(page).toHaveTitle("Host");
    expect(await page.evaluate(() => history.scrollRestoration)).toBe("auto");
    const left = await traces();
    expect({ ...left, listeners: [] }).toEqual(NOTHING);
    expect(left.listeners.toSorted()).toEqual(["pagehide on Window", "popstate on Window"]);
    await page.locator("rostrum-app").evaluate((element) => element.remove());
    await expect.poll(async () => (await traces()).listeners).toEqual([]);
  });
});

/** An application with a router: it shows where it is, and says in each entry which one it is. */
const ROUTER = `
  const show = () => document.querySelector("output").textContent = location.pathname + " " + JSON.stringify(history.state?.router ?? null);
  document.addEventListener("DOMContentLoaded", () => {
    history.replaceState({ router: 0 }, "");
    show();
    document.querySelector("nav").addEventListener("click", (event) => {
      event.preventDefault();
      history.pushState({ router: history.state.router + 1 }, "", event.target.href);
      show();
    });
  });
  addEventListener("popstate", show);
`;

test.describe("a host application with a router of its own", { tag: "@main" }, () => {
  test("and a piece under a base go their ways", async ({ page, opens, isReady }) => {
    await opens({
      head: '<script src="/host.js"></script>',
      body: `<nav><a href="/host/other">Other</a></nav><output></output>${piece('routing="path" base="/host/archive/"')}`,
      files: { "/host.js": ROUTER },
    });
    await isReady();
    const { origin } = new URL(page.url());
    const router = page.locator("output");
    await goesTo(page, "Kazakhstan");
    await expect(page).toHaveURL(`${origin}/host/archive/countries/kazakhstan/`);
    expect(await page.evaluate(() => history.state.router), "what the host says of its entry").toBe(0);
    await page.getByRole("link", { name: "Other" }).click();
    await expect(router).toHaveText("/host/other 1");
    await expect(page.locator("rostrum-app h1")).toHaveText("Kazakhstan");
    await goesTo(page, "Albania");
    await expect(page).toHaveURL(`${origin}/host/archive/countries/albania/`);
    await page.goBack();
    await expect(router).toHaveText("/host/other 1");
    await page.goBack();
    await expect(router).toHaveText("/host/archive/countries/kazakhstan/ 0");
    await expect(page.locator("rostrum-app h1")).toHaveText("Kazakhstan");
    await page.goBack();
    await expect(router).toHaveText("/host/ 0");
    await expect(page.locator("rostrum-app h1")).not.toHaveText("Kazakhstan");
  });
});

test("without routing the address and the history stay as they are", async ({ page, opens, isReady, traces }) => {
  await opens({ body: piece() });
  await isReady();
  const before = await page.evaluate(() => [location.href, history.length]);
  await goesTo(page, "Kazakhstan");
  expect(await page.evaluate(() => [location.href, history.length])).toEqual(before);
  expect(await traces()).toEqual(NOTHING);
});
