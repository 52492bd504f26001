/** Style of a host that would reach into anything: inside, the piece looks as in a bare page. */
import { type Page, expect, piece, test } from "./host.ts";

const HOSTILE = `* { all: unset !important; font-size: 40px }
  html { letter-spacing: 4px !important; line-height: 3 !important; text-transform: uppercase !important; text-indent: 30px !important;
    color: red !important; word-spacing: 9px !important; cursor: wait !important; white-space: pre !important }`;

/**
 * What computed styles within the piece are others when the host's last style sheet is turned off: of
 * all elements, and of what is generated before and after them.
 */
const differences = (page: Page): Promise<{ compared: number; found: string[] }> =>
  page.locator("rostrum-app").evaluate((app) => {
    const sheet = [...document.styleSheets].at(-1);
    const all = [...(app.shadowRoot?.querySelectorAll("*") ?? [])];
    const looks = () => all.map((element) => [undefined, "::before", "::after"].map((pseudo) => {
      const style = getComputedStyle(element, pseudo);
      if (pseudo !== undefined && style.content === "none") return [];
      return Array.from(style, (name) => `${name}: ${style.getPropertyValue(name)}`);
    }).flat());
    const under = looks();
    if (sheet) sheet.disabled = true;
    const found = looks().flatMap((bare, index) => {
      const other = under[index] ?? [];
      return bare.filter((line, place) => line !== other[place]).map((line) => `${all[index]?.className} ${line}`);
    });
    return { compared: all.length, found: found.slice(0, 20) };
  });

for (const view of ["site", "press", "menu"]) {
  test(`the view ${view} looks the same under a style that resets everything`, async ({ page, opens, isReady }) => {
    await opens({
      body: piece(`routing="none" view="${view}"`),
      head: '<link rel="stylesheet" href="/bare.css"><link rel="stylesheet" href="/hostile.css">',
      files: { "/bare.css": "body { margin: 0 }", "/hostile.css": HOSTILE },
    });
    await isReady();
    const { compared, found } = await differences(page);
    expect(compared).toBeGreaterThan(30);
    expect(found).toEqual([]);
  });
}

test("sizes are the visitor's, not the host's", { tag: "@main" }, async ({ page, opens, isReady }) => {
  await opens({ body: piece(), head: '<link rel="stylesheet" href="/host.css">', files: { "/host.css": "html { font-size: 62.5% }" } });
  await isReady();
  await expect(page.locator("rostrum-app .rostrum")).toHaveCSS("font-size", "17px");
});

test("a piece in what the host hides is hidden", async ({ page, opens, isReady }) => {
  await opens({
    body: `<div>${piece()}</div>`,
    head: '<link rel="stylesheet" href="/host.css">',
    files: { "/host.css": "div.away { visibility: hidden }" },
  });
  await isReady();
  await page.locator("body > div").evaluate((element) => element.classList.add("away"));
  await expect(page.locator("rostrum-app h1")).toBeHidden();
});

test("what has the focus is outlined, and not the piece", { tag: "@main" }, async ({ page, opens, isReady }) => {
  await opens({
    body: piece('routing="none" view="press"'),
    head: '<link rel="stylesheet" href="/host.css">',
    files: { "/host.css": "*:focus { outline: 3px solid }" },
  });
  await isReady();
  await page.keyboard.press("Tab");
  await expect(page.locator("rostrum-app a:focus-visible")).toHaveCSS("outline-style", "solid");
  await expect(page.locator("rostrum-app")).toHaveCSS("outline-style", "none");
});

test("the theme holds where the host resets the element's colours", async ({ page, opens, isReady }) => {
  await opens({
    body: piece('routing="none" theme="dark"'),
    head: '<link rel="stylesheet" href="/host.css">',
    files: { "/host.css": HOSTILE },
  });
  await isReady();
  await expect(page.locator("rostrum-app .rostrum")).toHaveCSS("background-color", "rgb(17, 22, 26)");
});

test("in a page from right to left the piece is as its language says", { tag: "@main" }, async ({ page, opens, isReady, axe }) => {
  await opens({ root: 'lang="ar" dir="rtl"', body: `${piece()}<aside aria-label="Archive">${piece('routing="none" view="press" lang="fr"')}</aside>` });
  await isReady(1);
  await expect(page.locator("rostrum-app .rostrum").first()).toHaveAttribute("dir", "rtl");
  await expect(page.locator("rostrum-app .rostrum").last()).toHaveAttribute("dir", "ltr");
  await expect(page.locator("rostrum-app .rostrum").last()).toHaveCSS("text-align", "start");
  await expect(page.locator("rostrum-app .rostrum").last()).toHaveCSS("direction", "ltr");
  await axe(page);
});
