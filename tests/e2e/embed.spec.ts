/** The custom element in a page of another system: one load, fallback, moving, removal, return. */
import { type Page, expect, test } from "./fixtures.ts";

const PIECE = '<rostrum-app bundle="/bundle/" routing="none"><p>The host\'s own words.</p></rostrum-app>';
const FALLBACK = "The host's own words.";

const wasmRequests = (page: Page) => {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes(".wasm")) asked.push(request.url());
  });
  return asked;
};

test.describe("a piece in a host page", { tag: "@main" }, () => {
  test("shows the host's own words only until it is ready", async ({ page, hostPage }) => {
    await hostPage(PIECE);
    await expect(page.getByText(FALLBACK)).toBeHidden();
    await expect(page.locator("rostrum-app").getByRole("heading", { level: 1 })).toBeVisible();
  });
});

test("two pieces load the WebAssembly once", async ({ page, hostPage }) => {
  const asked = wasmRequests(page);
  await hostPage(PIECE + PIECE);
  await expect(page.getByText(FALLBACK).first()).toBeHidden();
  await expect(page.getByText(FALLBACK).last()).toBeHidden();
  expect(asked).toHaveLength(1);
});

test("a page without a piece loads no WebAssembly", async ({ page, hostPage }) => {
  const asked = wasmRequests(page);
  await hostPage("<p>Nothing here.</p>");
  await page.evaluate(() => customElements.whenDefined("rostrum-app"));
  expect(asked).toEqual([]);
});

test("when the WebAssembly cannot be had, the host's words stay and an event says why", async ({
  page,
  hostPage,
  problems,
}) => {
  problems.expect(/Failed to load resource|\.wasm/);
  await page.route("**/*.wasm", (route) => route.fulfill({ status: 503, body: "busy" }));
  await page.addInitScript(() => {
    document.addEventListener("rostrum-error", (event) => {
      document.title = (event as CustomEvent<{ message: string }>).detail.message;
    });
  });
  await hostPage(PIECE);
  await expect(page).toHaveTitle(/^Rostrum could not start: /);
  await expect(page.getByText(FALLBACK)).toBeVisible();
});

test("when the bundle cannot be had, the host's words stay beside what the piece says", async ({
  page,
  hostPage,
  problems,
}) => {
  problems.expect(/Failed to load resource/);
  await page.route("**/bundle.json", (route) => route.fulfill({ status: 503, body: "busy" }));
  await hostPage(PIECE);
  await expect(page.locator("rostrum-app").getByRole("button")).toBeVisible();
  await expect(page.getByText(FALLBACK)).toBeVisible();
});

test("after a failure, the next piece tries again", async ({ page, hostPage, problems }) => {
  problems.expect(/Failed to load resource|\.js/);
  await page.route(/rostrum-app-\w+\.js$/, (route) => route.abort());
  await page.addInitScript(() => {
    document.addEventListener("rostrum-error", () => (document.title = "failed"));
  });
  await hostPage(PIECE);
  await expect(page).toHaveTitle("failed");
  await page.unroute(/rostrum-app-\w+\.js$/);
  await page.evaluate(() => {
    const piece = document.querySelector("rostrum-app");
    piece?.replaceWith(piece.cloneNode(true));
  });
  await expect(page.getByText(FALLBACK)).toBeHidden();
});

test("a piece that is moved keeps its nodes", async ({ page, hostPage }) => {
  await hostPage(`${PIECE}<section></section>`);
  await expect(page.getByText(FALLBACK)).toBeHidden();
  const isKept = await page.evaluate(async () => {
    const piece = document.querySelector("rostrum-app");
    const root = piece?.shadowRoot?.firstElementChild;
    if (piece) document.querySelector("section")?.append(piece);
    await Promise.resolve();
    return root !== undefined && piece?.shadowRoot?.firstElementChild === root;
  });
  expect(isKept).toBe(true);
});

test("a piece that is removed and added again works again", async ({ page, hostPage }) => {
  await hostPage(PIECE);
  const piece = await page.locator("rostrum-app").elementHandle();
  await expect(page.getByText(FALLBACK)).toBeHidden();
  await piece?.evaluate((element) => element.remove());
  const left = await piece?.evaluate((element) => element.shadowRoot?.innerHTML);
  expect(left, "what a removed piece holds").toBe("<slot></slot>");
  await piece?.evaluate((element) => document.body.append(element));
  await expect(page.getByText(FALLBACK)).toBeHidden();
  await expect(page.locator("rostrum-app").getByRole("heading", { level: 1 })).toBeVisible();
});

test("properties mirror the attributes", async ({ page, hostPage }) => {
  await hostPage("");
  const mirrored = await page.evaluate(async () => {
    await customElements.whenDefined("rostrum-app");
    const piece = document.createElement("rostrum-app");
    Object.assign(piece, { view: "press", manageTitle: true });
    return [piece.getAttribute("view"), piece.hasAttribute("manage-title"), Reflect.get(piece, "route")];
  });
  expect(mirrored).toEqual(["press", true, null]);
});

test("a property set before the element was defined counts", async ({ page, hostPage }) => {
  await hostPage("");
  const view = await page.evaluate(async () => {
    await customElements.whenDefined("rostrum-app");
    const elsewhere = document.implementation.createHTMLDocument();
    const piece = Object.assign(elsewhere.createElement("rostrum-app"), { view: "press", bundle: "/bundle/" });
    document.body.append(piece);
    return piece.getAttribute("view");
  });
  expect(view).toBe("press");
});

test("an older copy of the element keeps its name", async ({ page, hostPage }) => {
  await page.addInitScript(() => customElements.define("rostrum-app", class extends HTMLElement {}));
  await hostPage(PIECE);
  await page.waitForLoadState("networkidle");
  await expect(page.getByText(FALLBACK)).toBeVisible();
});
