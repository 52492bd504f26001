/**
 * How long a page takes to answer a key: from the press to the frame that shows what it did, and what the
 * page's own thread worked for it, with the CPU slowed 4 times. Read from Chromium's trace (the events
 * `EventLatency` and `RunTask`), since a page cannot see when a frame is presented.
 */
import { argv, env, stdout } from "node:process";
import { chromium } from "@playwright/test";
import { SLOWED, press as pressAfter, serving, settle, spread, trace, worked } from "./browser.mjs";

/** @import { Page } from "@playwright/test" */
/** @import { Traced } from "./browser.mjs" */
/**
 * Something that a visitor does by one key, again and again.
 * @typedef {{ what: string, prepare: (page: Page) => Promise<void>, key: (sample: number) => string }} Act
 */

const SAMPLES = 50;
/** Presses before the first that counts: one whole word of the filter. */
const WARMING = 10;
const MARK = "pressed";
const NEXT = "in the next frame";

/**
 * Milliseconds to the shown frame, and of work on the page's thread; frames of the screen that were let
 * pass before it: 0 if the next one showed what the key did.
 * @typedef {{ frame: number, work: number, missed: number }} Sample
 */

/** @type {Act} */
const FLOOR = {
  what: "Floor: a letter in an empty page",
  key: () => "a",
  prepare: (page) => page.locator("input").focus(),
};

/**
 * From each key event that follows a mark to the presented frame that holds its effect, and the work
 * between them on the thread that handled it.
 * @param {Traced[]} events
 * @returns {Sample[]}
 */
function measure(events) {
  return events.filter(({ name }) => name === MARK).flatMap((mark) => {
    const { pressed, shown } = pressAfter(events, mark);
    if (!pressed || !shown) return [];
    const frames = events.filter(({ pid, ts }) => pid === mark.pid && ts > pressed.ts && ts < shown.ts);
    const next = frames.find(({ name }) => name === "BeginFrame")?.args.frameSeqId ?? NaN;
    const drawn = frames.findLast(({ name }) => name === "DrawFrame")?.args.frameSeqId ?? NaN;
    return [{ frame: (shown.ts - pressed.ts) / 1000, work: worked(events, mark, pressed.ts, shown.ts), missed: drawn - next }];
  });
}

/** @param {Page} page @param {Act} act */
async function sample(page, { prepare, key }) {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWED });
  const press = async (/** @type {number} */ number) => {
    await prepare(page);
    await settle(page);
    await page.evaluate((name) => performance.mark(name), MARK);
    await page.keyboard.press(key(number));
    await settle(page);
  };
  for (let number = 0; number < WARMING; number++) await press(number);
  const events = await trace(session, async () => {
    for (let number = 0; number < SAMPLES; number++) await press(number);
  });
  await session.detach();
  return measure(events);
}

/** @param {string} what @param {Sample[]} samples */
function medians(what, samples) {
  if (samples.length < SAMPLES / 2) {
    throw new Error(`${what}: ${samples.length} of ${SAMPLES} presses are in the trace. Run it on a calmer machine.`);
  }
  const frame = spread(samples.map(({ frame }) => frame));
  const next = `${samples.filter(({ missed }) => missed <= 0).length} of ${samples.length}`;
  return { what, work: spread(samples.map(({ work }) => work)), frame, next };
}

/** The rows as a table in Markdown. @param {Awaited<ReturnType<typeof measureAnswers>>} rows */
export function answersTable(rows) {
  const lines = rows.map(({ what, work, frame, next }) => `| ${what} | ${work} | ${frame} | ${next} |`);
  return `Milliseconds, median (middle half) of ${SAMPLES} presses, in Chromium with the CPU slowed ${SLOWED} times: what the
page's thread works, and what passes until the frame that shows it; and how often that was the screen's
next frame after the press. The floor is the browser's own.

| | work of the page | to the shown frame | ${NEXT} |
| --- | ---: | ---: | ---: |
${lines.join("\n")}`;
}

/**
 * Serves the built site, opens a page of it and does everything in turn; prints each median with the
 * middle half of the samples, after the floor: what a letter in an empty page takes is the browser's.
 * `CHROMIUM` names the browser, the first argument the folder of the site.
 * @param {(page: Page, site: string) => Promise<void>} open
 * @param {Act[]} acts
 */
export async function measureAnswers(open, acts) {
  const executablePath = env["CHROMIUM"] ?? "chromium";
  const browser = await chromium.launch({ executablePath, args: ["--disable-quic"] });
  /** @type {ReturnType<typeof medians>[]} */
  const rows = [];
  try {
    stdout.write(`Milliseconds, CPU slowed ${SLOWED} times, ${SAMPLES} samples: median (middle half)\n`);
    stdout.write(`${"".padEnd(42)}${"work of the page".padStart(20)}${"to the shown frame".padStart(22)}${NEXT.padStart(20)}\n`);
    const empty = await browser.newPage({ serviceWorkers: "block" });
    await empty.setContent("<!doctype html><title>Floor</title><input>");
    const page = await browser.newPage({ serviceWorkers: "block", viewport: { width: 1280, height: 800 } });
    await serving(argv[2] ?? "dist", [], async (site) => {
      await open(page, site);
      for (const act of [FLOOR, ...acts]) {
        const shown = act === FLOOR ? empty : page;
        await shown.bringToFront();
        const row = medians(act.what, await sample(shown, act));
        stdout.write(`${row.what.padEnd(42)}${row.work.padStart(20)}${row.frame.padStart(22)}${row.next.padStart(20)}\n`);
        rows.push(row);
      }
    });
  } finally {
    await browser.close();
  }
  return rows;
}
