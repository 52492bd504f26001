/** What a host's script asks of an element: a route, what is new, and to load when it is needed. */
import { readFile } from "node:fs/promises";
import { FALLBACK, expect, piece, test } from "./host.ts";

test.describe("navigate()", { tag: "@main" }, () => {
  test("leads to a route, also before the piece is ready", async ({ page, opens, isReady }) => {
    await opens({ body: piece('routing="hash"') });
    await page.evaluate(async () => {
      await customElements.whenDefined("rostrum-app");
      document.querySelector("rostrum-app")?.navigate("/countries/kazakhstan/");
    });
    await isReady();
    await expect(page.locator("rostrum-app h1")).toHaveText("Kazakhstan");
    await expect(page).toHaveURL(/#\/countries\/kazakhstan\/$/);
    await page.evaluate(() => document.querySelector("rostrum-app")?.navigate("/countries/albania/"));
    await expect(page.locator("rostrum-app h1")).toHaveText("Albania");
    await page.goBack();
    await expect(page.locator("rostrum-app h1")).toHaveText("Kazakhstan");
  });
});

test("a listener to rostrum-navigate keeps the visitor, or leads elsewhere", async ({ page, opens, isReady }) => {
  await page.addInitScript(() => {
    document.addEventListener("rostrum-navigate", (event) => {
      document.title = event.detail.route;
      if (event.detail.route !== "/countries/kazakhstan/") return;
      event.preventDefault();
      document.querySelector("rostrum-app")?.navigate("/countries/albania/");
    });
  });
  await opens({ body: piece() });
  await isReady();
  await page.evaluate(() => document.querySelector("rostrum-app")?.navigate("/countries/kazakhstan/"));
  await expect(page.locator("rostrum-app h1")).toHaveText("Albania");
  await expect(page).toHaveTitle("/countries/albania/");
});

test.describe("refresh()", { tag: "@main" }, () => {
  test("shows what is new in all pieces, and the focus stays", async ({ page, opens, isReady }) => {
    const entry = await readFile("dist/bundle/bundle.json", "utf8");
    let name = "Kazakhstan";
    await page.route("**/bundle/bundle.json", (route) => route.fulfill({ contentType: "application/json", body: entry.replaceAll("Kazakhstan", name) }));
    await opens({ body: piece('routing="none" route="/countries/kazakhstan/"') + piece('routing="none" view="press" route="/countries/kazakhstan/"') });
    await isReady(0);
    await isReady(1);
    const heading = page.locator("rostrum-app h1");
    await expect(heading).toHaveText(["Kazakhstan", "Kazakhstan"]);
    const link = page.locator("rostrum-app").first().locator(".main").getByRole("link", { name: /Foreign Minister/ }).first();
    await link.focus();
    const before = await page.evaluate(() => [scrollY, history.length]);
    name = "Qazaqstan";
    await page.evaluate(() => document.querySelector("rostrum-app")?.refresh());
    await expect(heading).toHaveText(["Qazaqstan", "Qazaqstan"]);
    await expect(link).toBeFocused();
    expect(await page.evaluate(() => [scrollY, history.length])).toEqual(before);
  });
});

test("refresh() of what is the same draws nothing anew", async ({ page, opens, isReady }) => {
  await opens({ body: piece() });
  await isReady();
  await page.locator("rostrum-app h1").evaluate((element) => element.setAttribute("data-same", ""));
  const again = page.waitForResponse("**/bundle/bundle.json");
  await page.evaluate(() => document.querySelector("rostrum-app")?.refresh());
  await again;
  await page.waitForLoadState("networkidle");
  await expect(page.locator("rostrum-app h1[data-same]")).toBeVisible();
  await expect(page.locator("rostrum-app .progress.active")).toHaveCount(0);
});

test("refresh() that fails says so, and what is shown stays", async ({ page, opens, isReady, problems }) => {
  problems.expect(/Failed to load resource/);
  await page.addInitScript(() => {
    document.addEventListener("rostrum-error", ({ detail }) => (document.title = detail.message));
  });
  await opens({ body: piece() });
  await isReady();
  await page.route("**/bundle/bundle.json", (route) => route.fulfill({ status: 503, body: "busy" }));
  await page.evaluate(() => document.querySelector("rostrum-app")?.refresh());
  await expect(page).toHaveTitle(/bundle\.json.*503/);
  await expect(page.locator("rostrum-app h1")).toBeVisible();
});

test.describe('loading="lazy"', { tag: "@main" }, () => {
  const css = { "/host.css": "div { block-size: 500vh }" };
  const head = '<link rel="stylesheet" href="/host.css">';

  test("loads nothing until the visitor comes near", async ({ page, opens, isReady }) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await opens({ head, files: css, body: `<div></div>${piece('routing="none" loading="lazy"')}` });
    await page.evaluate(() => customElements.whenDefined("rostrum-app"));
    await page.waitForLoadState("networkidle");
    expect(asked.filter((url) => /wasm|bundle\.json/.test(url))).toEqual([]);
    await expect(page.getByText(FALLBACK)).toBeAttached();
    await page.evaluate(() => scrollTo(0, innerHeight * 3.5));
    await isReady();
  });

  test("loads at once when the host says so, or has it near", async ({ page, opens, isReady }) => {
    await opens({ head, files: css, body: `${piece('routing="none" loading="lazy"')}<div></div>${piece('routing="none" loading="lazy"')}` });
    await isReady(0);
    await expect(page.getByText(FALLBACK).last()).toBeAttached();
    await page.evaluate(() => {
      const last = [...document.querySelectorAll("rostrum-app")].at(-1);
      if (last) last.loading = null;
    });
    await isReady(1);
  });

  test("is not waited for by what was removed", async ({ page, opens }) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await opens({ head, files: css, body: `<div></div>${piece('routing="none" loading="lazy"')}` });
    await page.locator("rostrum-app").evaluate(async (element) => {
      element.remove();
      await Promise.resolve();
      document.querySelector("div")?.remove();
    });
    await page.waitForLoadState("networkidle");
    expect(asked.filter((url) => url.includes(".wasm"))).toEqual([]);
  });
});
