/** Policies of a host, and what cannot load under them or at all: the host's own words stay. */
import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { type Page, FALLBACK, NOTHING, expect, piece, test } from "./host.ts";

const NONCE = "bm9uY2U";
const GLUE = /rostrum-app-\w+\.js/;

/** Writes what `rostrum-error` says into the title. */
const toldErrors = (page: Page) =>
  page.addInitScript(() => {
    document.addEventListener("rostrum-error", ({ detail }) => (document.title = detail.message));
  });

test.describe("under a policy", { tag: "@main" }, () => {
  const policies = {
    "with a nonce and nothing inline": {
      policy: `default-src 'none'; img-src 'self'; connect-src 'self'; script-src 'nonce-${NONCE}' 'strict-dynamic' 'wasm-unsafe-eval'`,
      script: `type="module" nonce="${NONCE}" src="/embed.js"`,
    },
    "without any policy of Trusted Types": {
      policy: "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'; trusted-types 'none'",
      script: 'type="module" src="/embed.js"',
    },
  };
  for (const [name, host] of Object.entries(policies)) {
    test(`${name} a piece works and leaves nothing outside`, async ({ page, opens, isReady, traces }) => {
      await opens({ ...host, body: piece() });
      await isReady();
      const countries = page.locator("rostrum-app").getByRole("button", { name: "More of Countries" });
      await countries.click();
      await page.locator("rostrum-app").getByRole("searchbox").fill("kaz");
      await page.locator("rostrum-app").getByRole("link", { name: "Kazakhstan", exact: true }).click();
      await expect(page.locator("rostrum-app h1")).toHaveText("Kazakhstan");
      expect(await traces()).toEqual(NOTHING);
    });
  }
});

test.describe("JavaScript whose bytes are others", { tag: "@main" }, () => {
  test("is refused, and the host's words stay", async ({ page, opens, problems }) => {
    problems.expect(/integrity|\.js/);
    await toldErrors(page);
    await page.route(GLUE, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `${await response.text()}\ndocument.title = "Taken over";` });
    });
    await opens({ body: piece() });
    await expect(page).toHaveTitle(/^Rostrum could not start: /);
    await expect(page.getByText(FALLBACK)).toBeVisible();
  });
});

test("every file beside embed.js is loaded under the hash of its bytes", async ({ page, opens, isReady }) => {
  const names: string[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (!pathname.startsWith("/bundle/") && !pathname.startsWith("/host/") && pathname !== "/embed.js") names.push(pathname.slice(1));
  });
  await opens({ body: piece('routing="none" view="timeline" lang="fr"') });
  await isReady();
  expect(names.length).toBeGreaterThan(4);
  expect(await readdir("dist")).toEqual(expect.arrayContaining(names));
  for (const name of names) {
    const hash = createHash("sha256").update(await readFile(`dist/${name}`)).digest("hex");
    expect(name).toContain(hash.slice(0, 12));
  }
});

const LACKS = {
  "WebAssembly": () => Reflect.deleteProperty(window, "WebAssembly"),
  "style sheets made by scripts": () => Reflect.deleteProperty(window, "CSSStyleSheet"),
  "what an element keeps to itself": () => Reflect.deleteProperty(HTMLElement.prototype, "attachInternals"),
};
test.describe("in a browser that has no", () => {
  for (const [what, lack] of Object.entries(LACKS).slice(0, 2)) {
    test(`${what} the host's words stay, and an event says so`, async ({ page, opens }) => {
      await page.addInitScript(lack);
      await toldErrors(page);
      await opens({ body: piece() });
      await expect(page).toHaveTitle(/^Rostrum could not start: /);
      await expect(page.getByText(FALLBACK)).toBeVisible();
    });
  }

  test("way for an element to keep something to itself the piece works", async ({ page, opens, isReady }) => {
    await page.addInitScript(LACKS["what an element keeps to itself"]);
    await opens({ body: piece() });
    await isReady();
  });

  test("scripts the host's words stay", async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? "" });
    const page = await context.newPage();
    await page.route("**/host/", (route) => route.fulfill({ contentType: "text/html", body: `<!doctype html><script type="module" src="/embed.js"></script>${piece()}` }));
    await page.goto("/host/");
    await expect(page.getByText(FALLBACK)).toBeVisible();
    await context.close();
  });
});
