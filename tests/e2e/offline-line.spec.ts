/** How the line looks and speaks that says that the server is away. */
import { expect, test } from "./fixtures.ts";
import { AWAY, MISSING, complains, isCutOffAfter, line } from "./offline.ts";
import { FRONT, KAZAKHSTAN, SEED_RELEASE, TIMELINE, Visitor } from "./visitor.ts";

test.use({ serviceWorkers: "allow" });

test.describe("the line", () => {
  test("speaks French where the site does", async ({ page, site, problems }) => {
    complains(problems);
    const server = await site();
    const visitor = new Visitor(page);
    await isCutOffAfter(visitor, server, FRONT.path);
    await page.reload();
    await expect(line(page)).toContainText(AWAY);
    await visitor.chooses("Français");
    await expect(line(page)).toContainText("Hors ligne – voici ce qui a été gardé.");
    await expect(line(page)).toHaveAttribute("lang", "fr");
  });

  for (const colorScheme of ["light", "dark"] as const) {
    test(`has nothing that axe would mend in a narrow window in ${colorScheme}`, async ({ page, site, problems, axe }) => {
      complains(problems);
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 320, height: 640 });
      const server = await site();
      const visitor = new Visitor(page);
      await isCutOffAfter(visitor, server, TIMELINE.path, KAZAKHSTAN.path);
      await visitor.link(SEED_RELEASE.heading).click();
      await expect(line(page)).toContainText(MISSING);
      await line(page).getByText("What was kept", { exact: true }).click();
      await expect(line(page).getByRole("link", { name: TIMELINE.title })).toBeVisible();
      await axe(page);
      expect(await visitor.sidewaysScroll()).toBe(0);
    });
  }

  test("never covers what has the focus", async ({ page, site, problems }) => {
    complains(problems);
    const server = await site();
    const visitor = new Visitor(page);
    await isCutOffAfter(visitor, server, KAZAKHSTAN.path);
    await page.reload();
    await expect(line(page)).toContainText(AWAY);
    const link = visitor.main.getByRole("link").last();
    await visitor.tabsTo(link);
    const [top, bottom] = await Promise.all([line(page).boundingBox(), link.boundingBox()]);
    expect((bottom?.y ?? 0) + (bottom?.height ?? 0)).toBeLessThanOrEqual(top?.y ?? 0);
  });
});
