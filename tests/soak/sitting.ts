/**
 * A random visitor before the site: step by step under faults, and after some steps at rest, without
 * them. Everything follows from the seed.
 */
import { type Browser, type Page, expect } from "@playwright/test";
import { keepMemories } from "../../bench/memory.mjs";
import { Problems } from "../e2e/problems.ts";
import { ACTIONS, type World } from "./actions.ts";
import { Dice } from "./dice.ts";
import { FaultyServer } from "./faults.ts";
import { type Held, isFlat, measure, table } from "./memory.ts";
import { type State, comes, stateOf } from "./state.ts";

export interface Sitting {
  readonly seed: number;
  /** Whether the visitor stays on one page, whose memory is watched, or reloads it too. */
  readonly kind: keyof typeof ACTIONS;
  /** Where the site is served without faults, and some places of it. */
  readonly origin: string;
  readonly places: World["places"];
  readonly goesOn: (step: number) => boolean;
}

/** After so many steps comes a rest, and after so many rests memory is measured. */
const STEPS = 10;
const RESTS = 4;

/** What a browser says of requests that faults have met; it says it on its own account. */
const OF_FAULTS =
  /^Failed to load resource|net::ERR_|network error response|integrity|modulepreload|was preloaded using link preload/;

/**
 * Keeps to the site: links that lead elsewhere, and printing, would end the sitting. Those in the line
 * about what was kept load the page anew.
 */
const staysHere = (isOnePage: boolean): void => {
  window.print = () => {};
  const hold = (event: Event): void => {
    const link = event.composedPath().find((one) => one instanceof HTMLAnchorElement);
    if (link && ((isOnePage && link.closest(".offline")) || link.target || link.protocol !== location.protocol || link.origin !== location.origin)) event.preventDefault();
  };
  addEventListener("click", hold, true);
};

/** Sits before the site as long as it goes on; gives what memory held. */
export async function sit(browser: Browser, { seed, kind, origin, places, goesOn }: Sitting): Promise<Held[]> {
  const server = await FaultyServer.before(origin, seed);
  const context = await browser.newContext({ baseURL: server.url, serviceWorkers: "allow", permissions: ["clipboard-read", "clipboard-write"] });
  const problems = new Problems();
  const done: string[] = [];
  const held: Held[] = [];
  try {
    await problems.watch(context);
    problems.allow(OF_FAULTS);
    await keepMemories(context);
    await context.addInitScript(staysHere, kind === "stays");
    const page = await context.newPage();
    const world: World = { page, server, places, session: await context.newCDPSession(page) };
    const known = new Map<string, string>();
    await page.goto("/");
    await rest(world, known);
    for (let step = 1; goesOn(step); step += 1) {
      const dice = new Dice(seed, "step", step);
      server.begin(step);
      const before = kind === "stays" ? await stateOf(page) : undefined;
      const what = String(await dice.weighted(ACTIONS[kind])?.act(world, dice));
      done.push(`${step}: ${what}`);
      await settles(world);
      if (before) holdsUnderFaults(before, await stateOf(page), what.endsWith("Enter"));
      if (step % STEPS === 0) await rest(world, known);
      problems.settle();
      if (kind === "stays" && step % (STEPS * RESTS) === 0) held.push(await measureAtFront(world, step));
    }
    await rest(world, known);
    problems.settle();
    isFlat(held);
  } catch (error) {
    const log = [`The visitor of the seed ${seed} (${kind}) did:`, ...done.slice(-40), "What met the faults:", ...server.met.slice(-40)];
    throw new Error(`${log.join("\n")}\n\n${error instanceof Error ? error.message : String(error)}`, { cause: error });
  } finally {
    await context.close();
    await server.stop();
  }
  console.log(`${kind}, seed ${seed}: ${done.length} steps, ${server.met.length} faults`);
  if (held.length > 0) console.log(table(held));
  return held;
}

/** Waits until nothing is under way but what is held. */
async function settles({ page, server }: World): Promise<void> {
  const twoFrames = () =>
    page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))).catch(() => {});
  do await twoFrames();
  while (server.isBusy);
}

/** Whatever the network does, there is something to see; and the keyboard is somewhere when another page came by it. */
function holdsUnderFaults(before: State, { address, heading, title, hasFocus, isLoading }: State, isByKeyboard: boolean): void {
  expect(heading, "a heading that is seen").not.toBe("");
  expect(title, "the title of the window").not.toBe("");
  const hasCome = heading !== before.heading && !before.isLoading && !isLoading;
  if (isByKeyboard && hasCome) expect(hasFocus, `whether something has the focus, on the way from ${before.address} to ${address}`).toBe(true);
}

/**
 * Without faults the page comes, and is the one that anybody gets at this address: with the same title
 * and the same heading.
 */
async function rest(world: World, known: Map<string, string>): Promise<void> {
  const { page, server } = world;
  server.calm();
  // A drawer or a panel may stand before what is to be pressed.
  for (let time = 0; time < 2; time += 1) await page.keyboard.press("Escape");
  if (!(await stateOf(page).catch(() => undefined))?.isShown) await page.reload();
  const { address, title, heading, language } = await comes(page);
  const place = `${language} ${address}`;
  const shown = `${title} / ${heading}`;
  if (!known.has(place)) known.set(place, await asAnybodySees(page, address));
  expect(shown, `title and heading at ${place}, as another page shows them`).toBe(known.get(place));
}

async function asAnybodySees(page: Page, address: string): Promise<string> {
  const other = await page.context().newPage();
  await other.goto(address);
  const { title, heading } = await comes(other);
  await other.close();
  return `${title} / ${heading}`;
}

/** Always in the same place, in the same language and size. */
async function measureAtFront(world: World, step: number): Promise<Held> {
  const { page } = world;
  const size = page.viewportSize();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.evaluate(() => {
    const app = document.querySelector("rostrum-app");
    app?.setAttribute("lang", "en");
    app?.navigate("/");
  });
  await expect.poll(async () => (await stateOf(page)).address, "where memory is measured").toBe("/");
  await comes(page);
  await settles(world);
  const held = await measure(page, step);
  if (size) await page.setViewportSize(size);
  return held;
}
