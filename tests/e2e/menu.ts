/** The menu as a visitor speaks of it. */
import { type Locator, type Page, expect } from "@playwright/test";

export class Menu {
  readonly nav: Locator;
  readonly bar: Locator;
  /** The panel that is open. */
  readonly panel: Locator;
  readonly drawer: Locator;
  readonly menuButton: Locator;
  readonly filter: Locator;

  constructor(readonly page: Page) {
    this.nav = page.getByRole("navigation", { name: "Main menu" });
    this.bar = this.nav.locator(".menu-bar");
    this.panel = this.nav.locator(".menu-panel:not([hidden])");
    this.drawer = page.getByRole("dialog", { name: "Main menu" });
    this.menuButton = this.nav.getByRole("button", { name: "Menu", exact: true });
    this.filter = page.getByRole("searchbox", { name: "Filter" });
  }

  /** Visits a page of the site and waits until it stands. */
  async visit(path = "/"): Promise<void> {
    await this.page.goto(path);
    // Where the page was rendered beforehand, the piece is drawn beside it before it takes its place.
    await expect(this.page.locator(".main h1:visible")).toBeVisible();
  }

  top(name: string): Locator {
    return this.bar.locator(":scope > li > a", { hasText: new RegExp(`^${name}$`) });
  }

  trigger(name: string): Locator {
    return this.nav.getByRole("button", { name: `More of ${name}`, exact: true });
  }

  async opens(name: string): Promise<void> {
    await this.trigger(name).click();
    await expect(this.trigger(name)).toHaveAttribute("aria-expanded", "true");
  }

  link(name: string): Locator {
    return this.panel.getByRole("link", { name, exact: true });
  }

  /** The links that a visitor sees in the open panel's lists. */
  links(): Locator {
    return this.panel.locator(".menu-entries a:visible");
  }

  /** The text of what has the focus, in the piece's shadow root. */
  focused(): Promise<string> {
    return this.page.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active?.getAttribute("aria-label") ?? active?.textContent?.trim() ?? "";
    });
  }

  async hasFocusOn(name: string): Promise<void> {
    await expect.poll(() => this.focused()).toBe(name);
  }

  async presses(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  scroll(): Promise<number> {
    return this.page.evaluate(() => scrollY);
  }

  /** Shows the menu as a page in a right-to-left language has it. */
  async mirror(): Promise<void> {
    await this.page.locator(".rostrum").evaluate((root: HTMLElement) => (root.dir = "rtl"));
  }

  /** Has the site served with another menu than the demo's. */
  async replaceWith(menu: unknown[], more: object = {}): Promise<void> {
    await this.page.route("**/bundle.json", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...(await response.json()), menu, ...more } });
    });
  }
}

/** The tops of the demo's menu that have a panel. */
export const PANELS = ["Our work", "Countries", "Structures and institutions", "About us"];
