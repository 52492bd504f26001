/** An editor puts pieces into a page, in Wagtail's own administration. */
import { type Page, expect, test } from "./fixtures.ts";

/** Begins a page below the site's first one. */
const begins = async (page: Page, title: string) => {
  await page.goto("/admin/pages/");
  await page.getByRole("link", { name: "Explore child pages of 'Press office'" }).click();
  await page.getByRole("link", { name: "Add child page" }).first().click();
  await page.getByRole("textbox", { name: "Title" }).fill(title);
};

/** Adds a piece at the end of one of the page's fields. */
const adds = async (page: Page, field: "Header" | "Body", view: string, routing: string) => {
  const panel = page.getByRole("region", { name: field, exact: true });
  const pieces = panel.getByLabel("What it shows");
  const before = await pieces.count();
  await panel.getByRole("button", { name: "Insert a block" }).last().click();
  const choice = page.getByRole("option", { name: "Rostrum" });
  await expect(choice.or(pieces.nth(before))).toBeVisible();
  // A field that takes one kind of block offers no choice.
  if (await choice.isVisible()) await choice.click();
  await pieces.nth(before).selectOption({ label: view });
  await panel.getByLabel("Where its place stands").nth(before).selectOption({ label: routing });
};

test("an editor publishes a page with the menu, press releases and the timeline", async ({ page, signIn }) => {
  const inAddress = "After # in the address: a visitor can share and go back";
  await signIn();
  await begins(page, "Newsroom");
  await adds(page, "Header", "Menu", inAddress);
  await adds(page, "Body", "Press releases", inAddress);
  await adds(page, "Body", "Timeline of chairpersonships", "Not in the address");
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText("Page 'Newsroom' created and published.")).toBeVisible();

  await page.goto("/newsroom/");
  await expect(page.getByRole("navigation", { name: "Main menu" }).getByRole("button", { name: "Countries" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Press releases" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Chairpersonships" })).toBeVisible();
  await expect(page).toHaveTitle("Newsroom – Press office");
});

test("an editor who gives an address of another host is told what is expected", async ({ page, signIn }) => {
  await signIn();
  await begins(page, "Elsewhere");
  await adds(page, "Body", "Press releases", "Not in the address");
  await page.getByLabel("Where it begins").fill("//example.org/");
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(page.getByText("Give a path that begins with one slash, such as /press/.")).toBeVisible();
});
