/**
 * The whole way of a visitor: from the menu to a country, to its release, to who was in the chair,
 * and back by the browser's own button; by mouse, by keyboard alone and by touch.
 */
import { expect, test } from "./fixtures.ts";
import { FRONT, KAZAKHSTAN, SEED_RELEASE, TERM_2010, TIMELINE, Visitor } from "./visitor.ts";

test.describe("by mouse", { tag: "@main" }, () => {
  test.use({ viewport: { width: 1200, height: 500 } });

  test("a visitor goes from the menu to a release and its term, and Back leads to each link again", async ({
    page,
  }) => {
    const visitor = new Visitor(page);
    await visitor.visits();
    await visitor.isAt(FRONT);
    await visitor.menu.opens("Countries");
    const scrolledOnFront = await visitor.reaches(visitor.menu.link("Kazakhstan"));
    await visitor.menu.link("Kazakhstan").click();
    await visitor.arrivesAt(KAZAKHSTAN);

    const release = visitor.link(SEED_RELEASE.heading);
    const scrolledInCountry = await visitor.reaches(release);
    expect(scrolledInCountry, "the country's page is scrolled").toBeGreaterThan(0);
    await release.click();
    await visitor.arrivesAt(SEED_RELEASE);

    const term = visitor.link("Kazakhstan, chair of 2010");
    const scrolledInRelease = await visitor.reaches(term);
    expect(scrolledInRelease, "the release is scrolled").toBeGreaterThan(0);
    await term.click();
    await visitor.arrivesAt(TERM_2010);

    await page.goBack();
    await visitor.returnsTo(SEED_RELEASE, term, scrolledInRelease);
    await page.goBack();
    await visitor.returnsTo(KAZAKHSTAN, release, scrolledInCountry);
    await page.goBack();
    // The link stood in a panel of the menu, which is closed by now.
    await visitor.returnsTo(FRONT, visitor.heading, scrolledOnFront);
    await expect(visitor.menu.panel).toBeHidden();

    await page.goForward();
    await visitor.isAt(KAZAKHSTAN);
    await visitor.isScrolledTo(scrolledInCountry);
  });
});

test.describe("by keyboard alone", () => {
  test.use({ viewport: { width: 1200, height: 500 } });

  test("a visitor goes from the menu to a release and the timeline, and Back leads to each again", async ({
    page,
  }) => {
    const visitor = new Visitor(page);
    await visitor.visits();
    await visitor.tabsTo(visitor.menu.trigger("Countries"));
    await page.keyboard.press("ArrowDown");
    await expect(visitor.menu.filter).toBeFocused();
    await page.keyboard.type("kaz");
    await visitor.tabsTo(visitor.menu.link("Kazakhstan"));
    await page.keyboard.press("Enter");
    await visitor.arrivesAt(KAZAKHSTAN);

    const release = visitor.link(SEED_RELEASE.heading);
    await visitor.tabsTo(release);
    const scrolledInCountry = await visitor.menu.scroll();
    expect(scrolledInCountry, "the country's page is scrolled").toBeGreaterThan(0);
    await page.keyboard.press("Enter");
    await visitor.arrivesAt(SEED_RELEASE);

    await visitor.tabsTo(visitor.menu.trigger("Structures and institutions"), "Shift+Tab");
    await page.keyboard.press("ArrowDown");
    await expect(visitor.menu.link("Chairpersonship")).toBeFocused();
    await page.keyboard.press("Enter");
    await visitor.arrivesAt(TIMELINE);

    // A browser without a window has no Alt with Left; its Back is called by itself.
    await page.goBack();
    // The link stood in a panel of the menu, which is closed by now.
    await visitor.returnsTo(SEED_RELEASE, visitor.heading, 0);
    await page.goBack();
    await visitor.returnsTo(KAZAKHSTAN, release, scrolledInCountry);
    await page.goBack();
    await visitor.returnsTo(FRONT, visitor.heading, 0);
  });

  test("the first Tab offers a way past the menu, and the page takes the focus", async ({ page }) => {
    const visitor = new Visitor(page);
    await visitor.visits(KAZAKHSTAN.path);
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: "Skip to content" });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press("Enter");
    await expect(visitor.main).toBeFocused();
    await visitor.isAt(KAZAKHSTAN);
  });
});

test.describe("by touch", () => {
  test.use({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true });

  test("a visitor goes through the drawer to a release and the timeline, and Back leads to each again", async ({
    page,
  }) => {
    const visitor = new Visitor(page);
    const { menu } = visitor;
    const deeper = (name: string) => menu.drawer.getByRole("button", { name, exact: true });
    const leads = (name: string) => menu.drawer.getByRole("link", { name, exact: true });
    await visitor.visits();
    await menu.menuButton.tap();
    await deeper("Countries").tap();
    await leads("Kazakhstan").tap();
    await visitor.arrivesAt(KAZAKHSTAN);
    await expect(menu.drawer).toBeHidden();

    const release = visitor.link(SEED_RELEASE.heading);
    const scrolledInCountry = await visitor.reaches(release);
    expect(scrolledInCountry, "the country's page is scrolled").toBeGreaterThan(0);
    await release.tap();
    await visitor.arrivesAt(SEED_RELEASE);

    await menu.menuButton.tap();
    await deeper("Structures and institutions").tap();
    await leads("Chairpersonship").tap();
    await visitor.arrivesAt(TIMELINE);
    await expect(menu.drawer).toBeHidden();

    await page.goBack();
    // The link stood in the drawer, which is closed by now.
    await visitor.returnsTo(SEED_RELEASE, visitor.heading, 0);
    await page.goBack();
    await visitor.returnsTo(KAZAKHSTAN, release, scrolledInCountry);
    await page.goBack();
    await visitor.returnsTo(FRONT, visitor.heading, 0);
  });
});

test("a link keeps what links can do: another tab opens it by its address", async ({ page, context }) => {
  const visitor = new Visitor(page);
  await visitor.visits(KAZAKHSTAN.path);
  const opened = context.waitForEvent("page");
  await visitor.link(SEED_RELEASE.heading).click({ modifiers: ["ControlOrMeta"] });
  await new Visitor(await opened).isAt(SEED_RELEASE);
  await visitor.isAt(KAZAKHSTAN);
});

test("an address of a release, typed or sent, opens that release", async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.visits(SEED_RELEASE.path);
  await visitor.isAt(SEED_RELEASE);
  await page.reload();
  await visitor.isAt(SEED_RELEASE);
});

test("a link to the page where the visitor is adds nothing to go Back through", async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.visits(KAZAKHSTAN.path);
  await visitor.link(SEED_RELEASE.heading).click();
  await visitor.arrivesAt(SEED_RELEASE);
  const before = await page.evaluate(() => history.length);
  await page.getByRole("link", { name: "OSCE Organization" }).click();
  await visitor.arrivesAt(FRONT);
  await page.getByRole("link", { name: "OSCE Organization" }).click();
  await visitor.isAt(FRONT);
  expect(await page.evaluate(() => history.length)).toBe(before + 1);
  await page.goBack();
  await visitor.isAt(SEED_RELEASE);
});

test("a page that is loaded again stands where it stood", async ({ page }) => {
  await page.goto("/countries/");
  await expect(page.locator("rostrum-app").getByRole("heading", { level: 1 })).toHaveText("Countries");
  await page.evaluate(() => window.scrollTo(0, 300));
  await page.reload();
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(300);
});
