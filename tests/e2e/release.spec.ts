/** A release: the organisation's own words, whole, and what is not theirs marked as such. */
import { expect, test } from "./fixtures.ts";
import { seedParagraphs, seedTitle } from "./seed.ts";
import { KAZAKHSTAN, SEED_RELEASE, TERM_2010, Visitor } from "./visitor.ts";

test.describe("the release of 30 April 2007", { tag: "@main" }, () => {
  test("is there word for word, in eight paragraphs", async ({ page }) => {
    const visitor = new Visitor(page);
    await visitor.visits(SEED_RELEASE.path);
    await expect(visitor.heading).toHaveText(seedTitle);
    expect(seedParagraphs).toHaveLength(8);
    const shown = await visitor.main.locator(".prose > p").evaluateAll((found) => found.map((p) => p.textContent));
    expect(shown).toEqual(seedParagraphs);
  });
});

test("a release says when, where and by whom, for people and for machines", async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.visits(SEED_RELEASE.path);
  const day = visitor.fact("Date").getByRole("time");
  await expect(day).toHaveCount(1);
  await expect(day).toHaveAttribute("datetime", "2007-04-30");
  await expect(day).toHaveText("Monday, 30 April 2007");
  await expect(visitor.fact("Place")).toHaveText("Vienna");
  await expect(visitor.fact("Source")).toHaveText("Permanent Council");
  await visitor.fact("Source").getByRole("link").click();
  await visitor.arrivesAt({
    path: "/structures/permanent-council/",
    title: "Permanent Council – OSCE",
    heading: "Permanent Council",
  });
});

test("a release leads to its country", async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.visits(SEED_RELEASE.path);
  await visitor.link("Kazakhstan").click();
  await visitor.arrivesAt(KAZAKHSTAN);
});

test("a release leads to the terms that it speaks of: the one asked for and the one held", async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.visits(SEED_RELEASE.path);
  await expect(visitor.link("Greece, chair of 2009")).toBeVisible();
  await visitor.link("Kazakhstan, chair of 2010").click();
  await visitor.arrivesAt(TERM_2010);
});

test("the organisation's words are marked as theirs, with where they can be checked", async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.visits(SEED_RELEASE.path);
  await expect(visitor.main.getByText("As published by the organisation.", { exact: true })).toBeVisible();
  await expect(visitor.link("osce.org")).toHaveAttribute("href", "https://www.osce.org/pc/48484");
  await expect(visitor.main.getByText("written for this demonstration")).toBeHidden();
});

test("a summary is marked as written for the demonstration, not by the organisation", async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.visits("/press/2007/");
  await visitor.main.getByRole("listitem").filter({ hasText: "Summary" }).getByRole("link").first().click();
  await expect(visitor.main.locator("article")).toBeVisible();
  await expect(
    visitor.main.getByText("A summary written for this demonstration, not the organisation’s own words."),
  ).toBeVisible();
  await expect(visitor.main.getByText("As published by the organisation.")).toBeHidden();
});

test("the release is found in the lists of its country, its source, its year and its subjects", async ({ page }) => {
  const visitor = new Visitor(page);
  for (const path of ["countries/kazakhstan", "structures/permanent-council", "press/2007", "fields/elections"]) {
    await visitor.visits(`/${path}/`);
    await expect(visitor.link(seedTitle)).toHaveAttribute("href", SEED_RELEASE.path);
  }
});
