/** A host that moves its nodes about, copies them, takes them away too early and has far too many. */
import { cp, rm } from "node:fs/promises";
import { NOTHING, expect, piece, test } from "./host.ts";

test("moved about while it loads and afterwards, it works", async ({ page, opens, isReady }) => {
  await opens({ body: `<section></section>${piece()}<section></section>` });
  await page.evaluate(async () => {
    const app = document.querySelector("rostrum-app");
    const places = [...document.querySelectorAll("section")];
    for (let turn = 0; turn < 20; turn++) {
      if (app) places[turn % 2]?.append(app);
      await new Promise(requestAnimationFrame);
    }
  });
  await isReady();
  await page.locator("rostrum-app").getByRole("button", { name: "More of Countries" }).click();
  await expect(page.locator("rostrum-app").getByRole("searchbox")).toBeVisible();
});

test.describe("removed while it loads", { tag: "@main" }, () => {
  test("it leaves nothing, and added again it works", async ({ page, opens, isReady, traces }) => {
    let answer = () => {};
    const held = new Promise<void>((resolve) => (answer = resolve));
    await page.route("**/*.wasm", async (route) => {
      await held;
      await route.continue();
    });
    await opens({ body: piece('routing="hash"') });
    const app = await page.locator("rostrum-app").elementHandle();
    await app?.evaluate((element) => element.remove());
    answer();
    await page.waitForLoadState("networkidle");
    expect(await app?.evaluate((element) => element.shadowRoot?.innerHTML)).toBe("<slot></slot>");
    expect((await traces()).listeners).toEqual([]);
    await app?.evaluate((element) => document.body.append(element));
    await isReady();
  });

  test("and added again before that, it works", async ({ page, opens, isReady }) => {
    let answer = () => {};
    const held = new Promise<void>((resolve) => (answer = resolve));
    await page.route("**/*.wasm", async (route) => {
      await held;
      await route.continue();
    });
    await opens({ body: piece() });
    await page.locator("rostrum-app").evaluate(async (element) => {
      element.remove();
      await new Promise(requestAnimationFrame);
      document.body.append(element);
    });
    answer();
    await isReady();
  });
});

test("a copy is a piece of its own", async ({ page, opens, isReady }) => {
  await opens({ body: piece() });
  await isReady();
  await page.locator("rostrum-app").evaluate((element) => document.body.append(element.cloneNode(true)));
  await isReady(1);
  const countries = page.locator("rostrum-app").getByRole("button", { name: "More of Countries" });
  await countries.last().click();
  await expect(countries.last()).toHaveAttribute("aria-expanded", "true");
  await expect(countries.first()).toHaveAttribute("aria-expanded", "false");
});

test("a hundred pieces ask once for what they share", async ({ page, opens, isReady, traces }) => {
  const asked = new Map<string, number>();
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    asked.set(pathname, (asked.get(pathname) ?? 0) + 1);
  });
  await opens({ body: "<div></div>" });
  const { changes } = await traces();
  await page.locator("body > div").evaluate((element) => {
    const made = () => Object.assign(document.createElement("rostrum-app"), { bundle: "/bundle/", routing: "hash", view: "press" });
    element.append(...Array.from({ length: 100 }, made));
  });
  await expect(page.locator("rostrum-app h1")).toHaveCount(100);
  await isReady(99);
  const often = [...asked].filter(([, times]) => times > 1);
  expect(often, "what was asked for more than once").toEqual([]);
  expect([...asked.keys()].filter((name) => name.startsWith("/bundle/")).length).toBeGreaterThan(1);
  await page.locator("body > div").evaluate((element) => element.replaceChildren());
  await expect.poll(async () => (await traces()).listeners).toEqual([]);
  const after = await traces();
  expect(after.changes.slice(changes.length), "the host's own two changes").toEqual(["childList DIV", "childList DIV"]);
  expect(after.globals).toEqual(NOTHING.globals);
});

test.describe("an older copy and a newer one on one page", { tag: "@main" }, () => {
  for (const order of [["/older/", "/"], ["/", "/older/"]]) {
    test(`with ${order[0]} first work as the first one`, async ({ page, opens, isReady, site }) => {
      const { folder, url } = await site();
      await cp("dist", `${folder}/older`, { recursive: true, filter: (from) => !from.startsWith("dist/bundle") });
      await rm(`${folder}/older/index.html`);
      const asked: string[] = [];
      page.on("request", (request) => {
        if (request.url().endsWith(".wasm")) asked.push(new URL(request.url()).pathname.replace(/[^/]*$/, ""));
      });
      await opens({
        path: `${url}host/`,
        script: `type="module" src="${order[0]}embed.js"`,
        head: `<link rel="preload" as="fetch" href="/bundle/bundle.json" crossorigin>`,
        body: `<script type="module" src="${order[1]}embed.js"></script>${piece()}${piece('routing="none" view="press"')}`,
      });
      await isReady(0);
      await isReady(1);
      expect(new Set(asked)).toEqual(new Set([order[0]]));
    });
  }
});
