/** The page that shows every property of the theme, and the three themes that come with it. */
import { cp, readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Page, type Site, expect, test } from "./fixtures.ts";

const HOST = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title><link rel="icon" href="mark.svg">
  <link rel="stylesheet" href="host.css"><script type="module" src="embed.js"></script></head>
  <body><rostrum-app bundle="bundle/" routing="none"></rostrum-app></body></html>`;

/** Opens the page on a server of its own. */
const opens = async (page: Page, { url, folder }: Site) => {
  await cp("docs/themes", join(folder, "themes"), { recursive: true });
  await page.goto(`${url}themes/index.html`);
  await expect(page.getByRole("heading", { name: "Press releases" })).toBeVisible();
};

for (const theme of ["Organisation", "Government", "High contrast"])
  for (const scheme of ["light", "dark"])
    test(`axe finds nothing in the theme ${theme}, ${scheme}`, async ({ page, site, axe }) => {
      test.slow();
      await opens(page, await site());
      await page.getByLabel("Theme").selectOption(theme);
      await page.getByLabel("Light or dark").selectOption(scheme);
      await axe(page);
      await page.getByLabel("Piece").selectOption("timeline");
      await expect(page.locator("rostrum-app").getByRole("heading", { name: "Chairpersonships" })).toBeVisible();
      await axe(page);
    });

test("what is set shows at once, and stands there to be copied", async ({ page, site }) => {
  await opens(page, await site());
  await page.getByLabel("Typeface of titles").fill("monospace");
  await page.getByLabel("Links, buttons").fill("#a00000");
  await expect(page.locator("rostrum-app").getByRole("heading", { name: "Press releases" })).toHaveCSS("font-family", "monospace");
  await expect(page.locator("rostrum-app").getByRole("link", { name: "2026", exact: true })).toHaveCSS("color", "rgb(160, 0, 0)");
  await expect(page.getByLabel("Your style")).toContainText("--rostrum-font-title: monospace;");
});

test("what is a part in the document is one in the piece, and takes the style of the page", async ({ page, site }) => {
  const { url, folder } = await site();
  const said = (await readFile("docs/theming.md", "utf8")).match(/(?<=^\| `)[a-z][a-z-]*(?=` \|)/gm) ?? [];
  await writeFile(join(folder, "host.css"), said.map((name) => `rostrum-app::part(${name}) { outline: 3px solid rgb(160, 0, 0) }`).join("\n"));
  await writeFile(join(folder, "host.html"), HOST);
  await page.goto(`${url}host.html`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const parts = await page.locator("rostrum-app [part]").evaluateAll((elements) =>
    elements.map((element) => [element.getAttribute("part"), getComputedStyle(element).outlineColor]));
  expect(new Map(parts.map(([name, colour]) => [name, colour]))).toEqual(new Map(said.map((name) => [name, "rgb(160, 0, 0)"])));
});

test("every property of the style is on the page and in the document", async ({ page, site }) => {
  const sheets = await readdir("style", { recursive: true });
  const texts = await Promise.all(sheets.filter((name) => name.endsWith(".css")).map((name) => readFile(join("style", name), "utf8")));
  const used = new Set(texts.join("").match(/(?<=var\()--rostrum-[a-z-]+/g));
  await opens(page, await site());
  const fields = await page.locator("form[aria-label] input[name^=--]").evaluateAll((inputs) => inputs.map((input) => input.getAttribute("name")));
  expect(new Set(fields)).toEqual(used);
  const said = (await readFile("docs/theming.md", "utf8")).match(/(?<=`)--rostrum-[a-z-]+(?=`)/g);
  expect(new Set(said)).toEqual(used);
});
