/** The site that is one file (`make single`): opened from a folder, whole, and without a word to any network. */
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { type Page, expect, test } from "./fixtures.ts";
import { KAZAKHSTAN, SEED_RELEASE, TERM_2010, TIMELINE, Visitor } from "./visitor.ts";

const FILE = pathToFileURL("rostrum.html").href;

/** Notes all that the page asks for beside itself. */
const watchesNetwork = (page: Page): string[] => {
  const asked: string[] = [];
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(FILE) && !/^(data|blob):/.test(url)) asked.push(url);
  });
  return asked;
};

const isAt = async (visitor: Visitor, { path, title, heading }: typeof KAZAKHSTAN): Promise<void> => {
  await expect(visitor.heading).toHaveText(heading);
  await expect(visitor.page).toHaveTitle(title);
  expect(new URL(visitor.page.url()).hash).toBe(`#${path}`);
};

test.describe("the site as one file", { tag: "@main" }, () => {
  test("has the menu, releases, listings and the search, and asks no network", async ({ page }) => {
    const asked = watchesNetwork(page);
    const visitor = new Visitor(page);
    await visitor.visits(FILE);
    await visitor.menu.opens("Countries");
    await visitor.menu.filter.fill("kaz");
    await visitor.menu.link("Kazakhstan").click();
    await isAt(visitor, KAZAKHSTAN);
    await visitor.link(SEED_RELEASE.heading).click();
    await isAt(visitor, SEED_RELEASE);
    await page.goBack();
    await isAt(visitor, KAZAKHSTAN);
    await page.goForward();
    await page.reload();
    await isAt(visitor, SEED_RELEASE);

    await visitor.visits(`${FILE}#/press/`);
    await page.getByRole("searchbox", { name: "Search the releases" }).fill("kazakhstan");
    await expect(page.locator(".main mark").first()).toHaveText(/kazakhstan/i);
    await page.locator(".main .summaries").getByRole("link", { name: SEED_RELEASE.heading }).click();
    await isAt(visitor, SEED_RELEASE);
    expect(asked).toEqual([]);
  });

  test("has the timeline, and the other languages of the interface", async ({ page }) => {
    const asked = watchesNetwork(page);
    const visitor = new Visitor(page);
    await visitor.visits(`${FILE}#${TIMELINE.path}`);
    await isAt(visitor, TIMELINE);
    await visitor.main.locator("#term-2010").getByRole("link", { name: "2010", exact: true }).click();
    await isAt(visitor, TERM_2010);
    await visitor.chooses("Français");
    await expect(page.locator(".rostrum")).toHaveAttribute("lang", "fr");
    await expect(visitor.alert).toHaveCount(0);
    expect(asked).toEqual([]);
  });
});

test("files of the timeline are saved from the site as one file", { tag: "@main" }, async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.visits(`${FILE}#${TIMELINE.path}`);
  const saved = page.waitForEvent("download");
  await visitor.main.getByRole("link", { name: "CSV", exact: true }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toMatch(/^chairpersonships-en-\w+\.csv$/);
  expect(await readFile(await download.path(), "utf8")).toContain("Kazakhstan");
});

test("axe finds nothing to mend in the site as one file", async ({ page, axe }) => {
  await new Visitor(page).visits(FILE);
  await axe(page);
});

test("of the site as one file nothing runs but its own script, which its policy names", async ({ page, problems }) => {
  problems.expect(/Content Security Policy|Policy violation|requires 'TrustedScript'/);
  await new Visitor(page).visits(FILE);
  const ran = await page.evaluate(async () => {
    const script = document.createElement("script");
    const write = (say: () => void): boolean => {
      try {
        say();
        return true;
      } catch {
        return false;
      }
    };
    const isTextTaken = write(() => (script.text = "window.foreign = true"));
    // A text node is no text that Trusted Types see before the script runs.
    script.append("window.foreign = true");
    document.head.append(script);
    const answer = await fetch("https://example.org/").then(() => "answered", () => "refused");
    return { answer, isTextTaken, isForeign: "foreign" in window };
  });
  expect(ran).toEqual({ answer: "refused", isTextTaken: false, isForeign: false });
});
