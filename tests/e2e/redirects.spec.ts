/** Old addresses: a release whose title or day has changed is still found by whoever kept a link to it. */
import { execFileSync } from "node:child_process";
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Site, expect, test } from "./fixtures.ts";
import { KAZAKHSTAN, SEED_RELEASE, Visitor } from "./visitor.ts";

/** Of the year before, which has no other address of that release. */
const OLD = "press/2006/12/31/a-bid-for-the-chair/";
const RELEASE = "content/releases/2007/2007-04-30-kazakhstan-focused-on-2009-osce-chairmanship.md";
const LINKING = "content/pages/about-us.md";

/** Publishes the demo with an old address of the release, and a link to it on a page. */
async function redirects(site: Site): Promise<void> {
  const content = join(site.folder, "sources");
  await cp("content", content, { recursive: true });
  const change = async (file: string, to: (text: string) => string) => {
    const path = join(site.folder, file.replace("content", "sources"));
    await writeFile(path, to(await readFile(path, "utf8")));
  };
  await change(RELEASE, (text) => text.replace("origin:", `redirects: [${OLD.slice("press/".length, -1)}]\norigin:`));
  await change(LINKING, (text) => `${text}\n[The bid](/${OLD})\n`);
  execFileSync("target/debug/rostrum", ["build", content, "--out", join(site.folder, "next")], { stdio: "pipe" });
  await site.publish(join(site.folder, "next"));
}

test.describe("an old address of a release", { tag: "@main" }, () => {
  test("shows the release and becomes its address, also when the page is loaded again", async ({ page, site, axe }) => {
    const server = await site();
    await redirects(server);
    const visitor = new Visitor(page);
    await visitor.visits(server.url + OLD);
    await visitor.isAt(SEED_RELEASE);
    await axe(page);
    await page.reload();
    await visitor.isAt(SEED_RELEASE);
  });

  test("is followed from a page, and Back leaves the release at once", async ({ page, site }) => {
    const server = await site();
    await redirects(server);
    const visitor = new Visitor(page);
    await visitor.visits(`${server.url}pages/about-us/`);
    const before = await visitor.heading.textContent();
    await visitor.link("The bid").click();
    await visitor.arrivesAt(SEED_RELEASE);
    await page.goBack();
    await expect(visitor.heading).toHaveText(before ?? "");
    await expect(visitor.link("The bid")).toBeFocused();
    await page.goForward();
    await visitor.isAt(SEED_RELEASE);
  });
});

test("Back leads from an old address to the document before it", async ({ page, site }) => {
  const server = await site();
  await redirects(server);
  const visitor = new Visitor(page);
  await visitor.visits(`${server.url}countries/kazakhstan/`);
  await page.goto(server.url + OLD);
  await visitor.isAt(SEED_RELEASE);
  await page.goBack();
  await visitor.isAt(KAZAKHSTAN);
});

test("an address that nothing had is still not found", async ({ page, site }) => {
  const server = await site();
  await redirects(server);
  const visitor = new Visitor(page);
  await visitor.visits(`${server.url}press/2006/12/31/a-bid-for-the/`);
  await expect(visitor.heading).toHaveText("Page not found");
});
