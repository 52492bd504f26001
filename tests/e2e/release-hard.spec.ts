/** Releases that are hard to show: withdrawn, corrected, very long, very wide, in other scripts. */
import { expect, test } from "./fixtures.ts";
import { path, publishHardReleases } from "./releases.ts";
import { Visitor } from "./visitor.ts";

test("a withdrawn release says so before anything else, and keeps its text", async ({ page, site, axe }) => {
  const server = await site();
  await publishHardReleases(server);
  const visitor = new Visitor(page);
  await visitor.visits(server.url + path("withdrawn"));
  const notice = visitor.main.getByRole("note");
  await expect(notice).toHaveText("Withdrawn on 4 March 2026. It was issued by mistake.");
  const isAbove = (await notice.boundingBox())?.y ?? Infinity;
  expect(isAbove).toBeLessThan((await visitor.heading.boundingBox())?.y ?? 0);
  await expect(visitor.main.getByText("What it said.")).toBeVisible();
  await axe(page);
});

test("a release that was corrected twice tells both, whom to ask, and what goes with it", async ({ page, site, axe }) => {
  const server = await site();
  await publishHardReleases(server);
  const visitor = new Visitor(page);
  await visitor.visits(server.url + path("corrected"));
  const changes = visitor.main.getByRole("region", { name: "Updates and corrections" });
  await expect(changes.getByRole("listitem")).toHaveText([
    "Correction, 5 March 2026So was the place.",
    "Correction, 3 March 2026The name was misspelt.",
  ]);
  const contacts = visitor.main.getByRole("region", { name: "Contact" });
  await expect(contacts.getByRole("link", { name: "+43 1 514 36 0" })).toHaveAttribute("href", "tel:+431514360");
  await expect(contacts.getByRole("link", { name: "press@example.org" })).toHaveAttribute("href", "mailto:press@example.org");
  await expect(visitor.main.getByRole("region", { name: "Files" })).toContainText("PDF, 21 kB");
  await axe(page);
});

test("the next, the previous and related releases are a click away and say why", async ({ page, site, axe }) => {
  const server = await site();
  await publishHardReleases(server);
  const visitor = new Visitor(page);
  await visitor.visits(server.url + path("short"));
  const related = visitor.main.getByRole("region", { name: "Related releases" });
  await expect(related.getByRole("listitem").first()).toContainText("Also on Kazakhstan and Elections");
  const neighbours = visitor.main.getByRole("navigation", { name: "Before and after, from the same source" });
  await axe(page);
  await neighbours.getByRole("link", { name: "Next The translated release" }).click();
  await expect(visitor.heading).toHaveText("The translated release");
  await neighbours.getByRole("link", { name: "Previous The short release" }).click();
  await expect(visitor.heading).toHaveText("The short release");
  await expect(visitor.heading).toBeFocused();
});

test("a release of 40,000 words is all there, and does not scroll sideways", async ({ page, site }) => {
  const server = await site();
  await publishHardReleases(server);
  const visitor = new Visitor(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await visitor.visits(server.url + path("long"));
  await expect(visitor.main.locator(".prose > p")).toHaveCount(400);
  expect(await visitor.sidewaysScroll()).toBe(0);
});

test("a table of 30 columns scrolls by itself, by the keyboard too", async ({ page, site, axe }) => {
  const server = await site();
  await publishHardReleases(server);
  const visitor = new Visitor(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await visitor.visits(server.url + path("wide"));
  expect(await visitor.sidewaysScroll()).toBe(0);
  const table = visitor.main.getByRole("region", { name: "Table: Column 1, Column 2, Column 3, Column 4" });
  await table.focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => table.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
  await axe(page);
});

test("another language is read at an address of its own, in its own direction", { tag: "@main" }, async ({ page, site, axe }) => {
  const server = await site();
  await publishHardReleases(server);
  const visitor = new Visitor(page);
  await visitor.visits(server.url + path("translated"));
  const languages = visitor.main.getByRole("navigation", { name: "Language of the text" });
  await languages.getByRole("link", { name: "العربية" }).click();
  await expect(visitor.heading).toHaveText("بيان صحفي");
  await expect(visitor.heading).toBeFocused();
  await expect(languages.getByRole("link", { name: "العربية" })).toHaveAttribute("aria-current", "true");
  await expect(page).toHaveURL(/\/translated\/ar\/$/);
  await expect(page).toHaveTitle("بيان صحفي – OSCE");
  const prose = visitor.main.locator(".prose");
  await expect(prose).toHaveCSS("direction", "rtl");
  await expect(prose.getByText("Kanat Saudabayev")).toHaveAttribute("lang", "en");
  await axe(page);
  await page.reload();
  await expect(visitor.heading).toHaveText("بيان صحفي");
  await languages.getByRole("link", { name: "Русский" }).click();
  await expect(prose).toHaveAttribute("lang", "ru");
  await expect(prose).toHaveCSS("direction", "ltr");
  await expect(prose).toHaveCSS("hyphens", "auto");
});
