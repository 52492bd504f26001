/** What a reader does with a release: copies its link, cites it, prints it. */
import { readFile } from "node:fs/promises";
import { expect, test } from "./fixtures.ts";
import { SEED_RELEASE, Visitor } from "./visitor.ts";

test("the link is copied whole, and that is said", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const visitor = new Visitor(page);
  await visitor.visits(SEED_RELEASE.path);
  await visitor.main.getByRole("button", { name: "Copy link" }).click();
  await expect(visitor.main.getByRole("status")).toHaveText("Copied.");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
});

test("where the browser does not let anything be copied, that is said", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  const visitor = new Visitor(page);
  await visitor.visits(SEED_RELEASE.path);
  await visitor.main.getByRole("button", { name: "Copy link" }).click();
  await expect(visitor.main.getByRole("status")).toContainText("does not let this be copied");
});

test("sharing is offered where the platform can, with the title and the address", async ({ page }) => {
  const visitor = new Visitor(page);
  await page.addInitScript(() => {
    const share = async (shared: ShareData) => void document.documentElement.setAttribute("data-shared", JSON.stringify(shared));
    Object.defineProperty(navigator, "share", { value: share });
  });
  await visitor.visits(SEED_RELEASE.path);
  await visitor.main.getByRole("button", { name: "Share" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-shared", JSON.stringify({ title: SEED_RELEASE.heading, url: page.url() }));
});

test("sharing is not offered where the platform cannot", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "share", { value: undefined }));
  const visitor = new Visitor(page);
  await visitor.visits(SEED_RELEASE.path);
  await expect(visitor.main.getByRole("button", { name: "Copy link" })).toBeVisible();
  await expect(visitor.main.getByRole("button", { name: "Share" })).toBeHidden();
});

test("a release is cited in four forms, to be copied or saved", { tag: "@main" }, async ({ page, axe }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const visitor = new Visitor(page);
  await visitor.visits(SEED_RELEASE.path);
  const cite = visitor.main.getByRole("button", { name: "Cite" });
  expect(asked.filter((file) => file.includes("part-tools"))).toEqual([]);
  await cite.click();
  await expect(cite).toHaveAttribute("aria-expanded", "true");
  const forms = visitor.main.locator(".citations");
  await expect(forms.locator("dt")).toHaveText(["Text", "BibTeX", "RIS", "CSL-JSON"]);
  await expect(forms.locator("pre").nth(1)).toContainText(`url = {${page.url()}}`);
  await axe(page);
  const saving = page.waitForEvent("download");
  await forms.getByRole("link", { name: "Download: CSL-JSON" }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe("2007-04-30-kazakhstan-focused-on-2009-osce-chairmanship.json");
  const [item] = JSON.parse(await readFile(await saved.path(), "utf8"));
  expect(item.title).toBe(SEED_RELEASE.heading);
  expect(item.URL).toBe(page.url());
  await cite.click();
  await expect(forms).toBeHidden();
});

test("where the forms cannot be loaded, that is said, and the next try brings them", async ({ page, problems }) => {
  problems.expect(/part-tools|Failed to load resource/);
  await page.route(/part-tools/, (route) => route.abort());
  const visitor = new Visitor(page);
  await visitor.visits(SEED_RELEASE.path);
  const cite = visitor.main.getByRole("button", { name: "Cite" });
  await cite.click();
  await expect(visitor.main.getByRole("status")).toContainText("could not be loaded");
  await page.unroute(/part-tools/);
  await cite.click();
  await expect(visitor.main.locator(".citations dt")).toHaveCount(4);
});

test("on paper stand the text and its address, and none of the buttons", async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.visits(SEED_RELEASE.path);
  await expect(visitor.main.getByText("Address:")).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(visitor.main.getByText(page.url())).toBeVisible();
  await expect(visitor.main.getByRole("button", { name: "Copy link" })).toBeHidden();
  await expect(visitor.main.getByRole("navigation")).toBeHidden();
  await expect(visitor.main.locator(".prose > p")).toHaveCount(8);
});
