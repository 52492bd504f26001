/** Places of a host's page that are hidden, small, closed off or within something else. */
import { expect, piece, test } from "./host.ts";

const HEADING = "rostrum-app h1";

test("in a dialog that opens later", async ({ page, opens, isReady, traces, axe }) => {
  await opens({ body: `<aside aria-label="Host"><h1>Host</h1></aside><dialog aria-label="Archive">${piece()}</dialog>` });
  await expect(page.locator(HEADING)).toBeHidden();
  await page.evaluate(() => document.querySelector("dialog")?.showModal());
  await isReady();
  await axe(page);
  await page.keyboard.press("Escape");
  await expect(page.locator(HEADING)).toBeHidden();
  expect((await traces()).listeners).toEqual([]);
});

test("Escape in the drawer leaves the dialog around it open", async ({ page, opens, isReady }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await opens({ body: `<dialog aria-label="Of the host">${piece('routing="none"')}</dialog>` });
  await page.evaluate(() => document.querySelector("dialog")?.showModal());
  await isReady();
  const around = page.getByRole("dialog", { name: "Of the host" });
  const drawer = page.getByRole("dialog", { name: "Menu" });
  await page.getByRole("button", { name: "Menu" }).click();
  await expect(drawer).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(drawer).toBeHidden();
  await expect(around).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(around).toBeHidden();
});

test("in details that are closed", async ({ page, opens, isReady }) => {
  await opens({ body: `<details><summary>Archive</summary>${piece()}</details>` });
  await expect(page.locator(HEADING)).toBeHidden();
  await page.getByText("Archive").click();
  await isReady();
});

test("in the cell of a table it takes the room that there is", async ({ page, opens, isReady }) => {
  await opens({ body: `<table width="100%"><tr><td width="400">${piece()}</td><td>Of the host</td></tr></table>` });
  await isReady();
  const cell = await page.locator("td").first().boundingBox();
  const shown = await page.locator("rostrum-app .rostrum").boundingBox();
  expect(shown?.width).toBeGreaterThan(300);
  expect(shown?.width).toBeLessThanOrEqual(cell?.width ?? 0);
  await expect(page.locator("rostrum-app").getByRole("button", { name: "Menu" })).toBeVisible();
});

test.describe("in a shadow root of the host", { tag: "@main" }, () => {
  test("it speaks the language around that, and is heard outside", async ({ page, opens, isReady }) => {
    await page.addInitScript(() => {
      document.addEventListener("rostrum-ready", () => (document.title = "Heard"));
    });
    await opens({
      root: 'lang="en"',
      head: '<script src="/host.js"></script>',
      body: '<section lang="fr"></section>',
      files: {
        "/host.js": `document.addEventListener("DOMContentLoaded", () => {
          const app = document.createElement("rostrum-app");
          app.setAttribute("bundle", "/bundle/");
          app.setAttribute("routing", "none");
          document.querySelector("section").attachShadow({ mode: "open" }).append(app);
        })`,
      },
    });
    await isReady();
    await expect(page).toHaveTitle("Heard");
    await expect(page.locator("rostrum-app .rostrum")).toHaveAttribute("lang", "fr");
  });
});

test("in a frame without an origin, where storage and history refuse", async ({ page, opens }) => {
  // What has no origin asks as a stranger.
  await page.route(/\.(js|wasm|css|json|txt)$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "access-control-allow-origin": "*" } });
  });
  await page.route("**/framed/", (route) => route.fulfill({
    contentType: "text/html",
    body: `<!doctype html><html lang="en"><title>Framed</title><script type="module" src="/embed.js"></script><body>${piece('routing="hash" manage-title')}`,
  }));
  await opens({ body: '<iframe title="Archive" sandbox="allow-scripts" width="1000" height="600" src="/framed/"></iframe>' });
  const frame = page.frameLocator("iframe");
  await expect(frame.locator(HEADING)).toBeVisible();
  await frame.getByRole("button", { name: "More of Countries" }).click();
  await frame.getByRole("searchbox").fill("kaz");
  await frame.getByRole("link", { name: "Kazakhstan", exact: true }).click();
  await expect(frame.locator(HEADING)).toHaveText("Kazakhstan");
});
