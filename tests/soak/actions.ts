/** What a random visitor does. Each action is drawn by its weight, and says what it did. */
import type { CDPSession, Page } from "@playwright/test";
import type { Dice } from "./dice.ts";
import type { FaultyServer } from "./faults.ts";

export interface World {
  readonly page: Page;
  readonly session: CDPSession;
  readonly server: FaultyServer;
  /** Where a visitor may want to go. */
  readonly places: readonly [string, ...string[]];
}

export interface Action {
  readonly weight: number;
  /** Does it, and says what was done. */
  readonly act: (world: World, dice: Dice) => Promise<string>;
}

type Size = readonly [width: number, height: number];
const SIZES: readonly [Size, ...Size[]] = [[1280, 800], [768, 1024], [375, 700], [320, 560]];
const KEYS = [
  "Tab", "Tab", "Tab", "Shift+Tab", "Enter", "Enter", "Escape", "Space", "ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight",
  "Home", "End", "PageDown", "PageUp", "Control+/", "a", "k", "7", "+", "-",
] as const;
const TYPED = ["kazakhstan", "elections alb", "2010", "human rights", "turkm", "xyzzy", "ministerial council", "é", "  ", "\"", ""] as const;

const CONTROLS = "a[href], button, input, select, summary, textarea, [tabindex='0']";
const BOXES = "input:not([type=checkbox], [type=radio], [type=date])";

/** Middles of what fits and is not covered, in the order of the page, with what it is called. */
const seen = (page: Page, fitting: string): Promise<{ x: number; y: number; name: string }[]> =>
  page.evaluate((fitting) => {
    const root = document.querySelector("rostrum-app")?.shadowRoot;
    return [...(root?.querySelectorAll(fitting) ?? [])].flatMap((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      const isOnTop = element.contains(root?.elementFromPoint(x, y) ?? null);
      const name = element.getAttribute("aria-label") ?? element.textContent?.trim().slice(0, 60) ?? "";
      return isOnTop ? [{ x, y, name: `${element.localName} “${name}”` }] : [];
    });
  }, fitting);

/** Presses one of what is seen. */
const pressOne = async ({ page }: World, dice: Dice, fitting: string): Promise<string> => {
  const all = await seen(page, fitting);
  const one = all[dice.below(all.length)];
  if (one === undefined) return `finds none of ${fitting}`;
  await page.mouse.click(one.x, one.y);
  return `presses ${one.name}`;
};

/** Brings something into sight and presses it. */
const pressFar = async (world: World, dice: Dice, fitting: string): Promise<string> => {
  await world.page.evaluate((fitting) => {
    document.querySelector("rostrum-app")?.shadowRoot?.querySelector(fitting)?.scrollIntoView({ block: "center" });
  }, fitting);
  return pressOne(world, dice, fitting);
};

/** Goes along the history, as far as it is the site's. */
const goAlong = async ({ page }: World, where: "back" | "forward"): Promise<string> => {
  const isPossible = await page.evaluate((where) => {
    const { canGoBack, canGoForward } = Reflect.get(window, "navigation");
    const isPossible = where === "back" ? canGoBack : canGoForward;
    if (isPossible) history[where]();
    return isPossible;
  }, where);
  return isPossible ? `goes ${where}` : `can go no further ${where}`;
};

// Right after a reload the element may not be defined yet.
const STAYING: readonly Action[] = [
  { weight: 30, act: (world, dice) => pressOne(world, dice, CONTROLS) },
  { weight: 8, act: (world, dice) => pressOne(world, dice, ".main a[href], .main button, .main summary, .main input") },
  { weight: 6, act: (world, dice) => pressOne(world, dice, ".menu-bar button, .menu-panel a, .menu-panel button, nav button") },
  { weight: 4, act: (world, dice) => pressFar(world, dice, ".languages button") },
  { weight: 5, act: (world, dice) => pressFar(world, dice, ".keep button") },
  {
    weight: 12,
    act: async (world, dice) => {
      const what = await pressOne(world, dice, BOXES);
      const text = dice.one(TYPED);
      await world.page.keyboard.press("Control+a");
      await world.page.keyboard.press("Delete");
      await world.page.keyboard.type(text);
      return `${what} and types “${text}”`;
    },
  },
  {
    weight: 14,
    act: async ({ page }, dice) => {
      const keys = Array.from({ length: 1 + dice.below(4) }, () => dice.one(KEYS));
      for (const key of keys) await page.keyboard.press(key);
      return `presses the keys ${keys.join(", ")}`;
    },
  },
  {
    weight: 8,
    act: async ({ page }, dice) => {
      const times = 1 + dice.below(20);
      for (let time = 0; time < times; time += 1) await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      return `presses Tab ${times} times, and Enter`;
    },
  },
  {
    weight: 8,
    act: async ({ page }, dice) => {
      const by = dice.below(3000) - 1000;
      await page.evaluate((by) => scrollBy({ top: by, behavior: "instant" }), by);
      return `scrolls by ${by}`;
    },
  },
  {
    weight: 4,
    act: async ({ page }, dice) => {
      const { width, height } = page.viewportSize() ?? { width: 1, height: 1 };
      const [x, y] = [dice.below(width), dice.below(height)];
      await page.mouse.move(x, y, { steps: 4 });
      return `points at ${x}, ${y}`;
    },
  },
  {
    weight: 12,
    act: async ({ page, places }, dice) => {
      const place = dice.one(places);
      await page.evaluate((place) => document.querySelector("rostrum-app")?.navigate?.(place), place);
      return `goes to ${place}`;
    },
  },
  { weight: 9, act: (world) => goAlong(world, "back") },
  { weight: 4, act: (world) => goAlong(world, "forward") },
  {
    weight: 4,
    act: async ({ page }, dice) => {
      const [width, height] = dice.one(SIZES);
      await page.setViewportSize({ width, height });
      return `makes the window ${width} by ${height}`;
    },
  },
  {
    weight: 2,
    act: async ({ page }) => {
      await page.evaluate(() => document.querySelector("rostrum-app")?.refresh?.());
      return "has the bundle read anew";
    },
  },
  {
    weight: 2,
    act: async ({ server }) => {
      server.goAway();
      return "loses the server";
    },
  },
];

/** What a visitor does who does not stay on one page for an hour; memory begins anew with it. */
const LEAVING: readonly Action[] = [
  {
    weight: 5,
    act: async ({ page }) => {
      // Without a server, or a worker that has the page, that is the browser's own page of an error.
      await page.reload({ waitUntil: "commit" }).catch(() => {});
      return "reloads the page";
    },
  },
  {
    weight: 3,
    act: async ({ session, server }, dice) => {
      const quotaSize = dice.one([0, 20_000, 1e6, undefined]);
      await session.send("Storage.overrideQuotaForOrigin", { origin: new URL(server.url).origin, ...(quotaSize !== undefined && { quotaSize }) });
      return quotaSize === undefined ? "has room for what is kept" : `has ${quotaSize} bytes for what is kept`;
    },
  },
];

export const ACTIONS = { stays: STAYING, leaves: [...STAYING, ...LEAVING] };
