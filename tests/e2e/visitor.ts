/** A visitor's way through the site: where they stand, what has their attention, what they remember. */
import { type Locator, type Page, expect } from "@playwright/test";
import { Menu } from "./menu.ts";

/** A page of the site as a visitor knows it: its address, the window's title and the heading. */
export interface Place {
  readonly path: string;
  readonly title: string;
  readonly heading: string;
}

const NAME = "Organization for Security and Co-operation in Europe";
const RELEASE =
  "Kazakhstan focused on 2009 OSCE Chairmanship, on course with democratic reforms, says Foreign Minister";

export const FRONT: Place = { path: "/", title: NAME, heading: NAME };
export const KAZAKHSTAN: Place = {
  path: "/countries/kazakhstan/",
  title: "Kazakhstan – OSCE",
  heading: "Kazakhstan",
};
export const SEED_RELEASE: Place = {
  path: "/press/2007/04/30/kazakhstan-focused-on-2009-osce-chairmanship/",
  title: `${RELEASE} – OSCE`,
  heading: RELEASE,
};
export const TIMELINE: Place = {
  path: "/chairpersonships/",
  title: "Chairpersonships – OSCE",
  heading: "Chairpersonships",
};
export const TERM_2010: Place = {
  path: "/chairpersonships/2010/",
  title: "Kazakhstan, chair of 2010 – OSCE",
  heading: "2010 Kazakhstan",
};

export class Visitor {
  readonly menu: Menu;
  readonly main: Locator;
  readonly heading: Locator;
  readonly alert: Locator;

  constructor(readonly page: Page) {
    this.menu = new Menu(page);
    this.main = page.locator(".main");
    this.heading = this.main.getByRole("heading", { level: 1 });
    this.alert = page.getByRole("alert");
  }

  /** Comes by an address and waits until the page stands. */
  async visits(path = "/"): Promise<void> {
    await this.menu.visit(path);
  }

  /** A link of the page itself, not of the menu around it. */
  link(name: string): Locator {
    return this.main.getByRole("link", { name, exact: true });
  }

  /** What the page says of something, such as a place or a capital. */
  fact(name: string): Locator {
    const named = this.page.getByRole("term").filter({ hasText: new RegExp(`^${name}$`) });
    return this.main.locator(".facts > div").filter({ has: named }).getByRole("definition");
  }

  /** Address, window title and heading are those of the place. */
  async isAt({ path, title, heading }: Place): Promise<void> {
    await expect(this.heading).toHaveText(heading);
    await expect(this.page).toHaveTitle(title);
    expect(new URL(this.page.url()).pathname).toBe(path);
  }

  /** A link led here: the heading has the focus, and the page is at its top. */
  async arrivesAt(place: Place): Promise<void> {
    await this.isAt(place);
    await expect(this.heading).toBeFocused();
    await this.isScrolledTo(0);
  }

  /** Back led here: what had the focus has it again, and the page is scrolled as it was. */
  async returnsTo(place: Place, focus: Locator, scroll: number): Promise<void> {
    await this.isAt(place);
    await expect(focus).toBeFocused();
    await this.isScrolledTo(scroll);
  }

  async isScrolledTo(scroll: number): Promise<void> {
    await expect.poll(() => this.menu.scroll(), "how far the page is scrolled").toBe(scroll);
  }

  /** Brings a link into sight, and says how far the page is scrolled then. */
  async reaches(link: Locator): Promise<number> {
    await link.scrollIntoViewIfNeeded();
    return this.menu.scroll();
  }

  /** Presses Tab until the element has the focus; a keyboard has no other way through a page. */
  async tabsTo(target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
    const isThere = () => target.evaluate((element) => element.matches(":focus"));
    for (let press = 0; press < 100 && !(await isThere()); press++) await this.page.keyboard.press(key);
    await expect(target).toBeFocused();
  }

  /** Chooses the language of the interface in the footer. */
  async chooses(language: string): Promise<void> {
    const button = this.page.getByRole("button", { name: language, exact: true });
    await button.click();
    await expect(button).toHaveAttribute("aria-pressed", "true");
  }

  /** How many pixels the document can be scrolled sideways. */
  sidewaysScroll(): Promise<number> {
    return this.page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
  }

  /** Waits until the browser has drawn everything that was set before. */
  async seesNextFrame(): Promise<void> {
    await this.page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
  }
}
