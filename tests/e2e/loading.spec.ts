/** How the site arrives: its fallback, the first requests, addresses of its own, and failure. */
import { expect, test } from "./fixtures.ts";

test.describe("the site of its own", { tag: "@main" }, () => {
  test("opens and takes the fallback's place", async ({ page }) => {
    await page.goto("/");
    await expect(page.getByText("The page is loading.")).toBeHidden();
    await expect(page.getByRole("main")).toBeVisible();
  });
});

test("without scripts, the fallback says that they are needed", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? "" });
  const page = await context.newPage();
  await page.goto("/");
  await expect(page.locator("noscript p")).toBeVisible();
  await expect(page.locator("noscript p")).toContainText("needs scripts");
  await context.close();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing to mend on the first page in ${colorScheme}`, async ({ page, axe }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto("/");
    await expect(page.getByText("The page is loading.")).toBeHidden();
    await axe(page);
  });
}

test("no file is asked for twice", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto("/", { waitUntil: "networkidle" });
  await expect(page.getByText("The page is loading.")).toBeHidden();
  expect(asked.filter((url, index) => asked.indexOf(url) !== index)).toEqual([]);
});

test("an address of the site answers with its page, a missing file with 404", async ({ request }) => {
  const headers = { Accept: "text/html" };
  expect((await request.get("/press/2010/", { headers })).status()).toBe(200);
  expect((await request.get("/bundle/none.json")).status()).toBe(404);
  expect((await request.get("/bundle/none.json", { headers })).status()).toBe(404);
});

test("names with a hash are kept for ever, the entry files never without asking", async ({ request }) => {
  const entry = await request.get("/embed.js");
  const [wasm = ""] = /\/rostrum-app-\w+\.wasm/.exec(await entry.text()) ?? [];
  const kept = async (path: string) => (await request.get(path)).headers()["cache-control"];
  expect(await kept(wasm)).toContain("immutable");
  for (const path of ["/", "/embed.js", "/bundle/bundle.json"]) expect(await kept(path)).toBe("no-cache");
});

test("a visit while the server is away fails, the next one works", async ({ page, site }) => {
  const server = await site();
  await server.stop();
  await expect(page.goto(server.url)).rejects.toThrow(/ERR_CONNECTION_REFUSED/);
  await server.resume();
  await page.goto(server.url);
  await expect(page.getByText("The page is loading.")).toBeHidden();
});
