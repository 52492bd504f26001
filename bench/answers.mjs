/**
 * How long a page takes to answer a key: from the press to the frame that shows what it did, and what the
 * page's own thread worked for it, with the CPU slowed 4 times. Read from Chromium's trace (the events
 * `EventLatency` and `RunTask`), since a page cannot see when a frame is presented.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { argv, env, execPath, stdout } from "node:process";
import { createInterface } from "node:readline";
import { chromium } from "@playwright/test";
import getPort from "get-port";

/** @import { CDPSession, Page } from "@playwright/test" */
/**
 * An event of the trace; times are microseconds.
 * @typedef {{
 *   name: string, ph: string, ts: number, dur?: number, tid: number, pid: number,
 *   id2?: { local?: string }, args: { event_latency?: { event_type: string }, frameSeqId?: number },
 * }} Traced
 */
/**
 * Something that a visitor does by one key, again and again.
 * @typedef {{ what: string, prepare: (page: Page) => Promise<void>, key: (sample: number) => string }} Act
 */

const SAMPLES = 50;
const SLOWED = 4;
/** Presses before the first that counts: one whole word of the filter. */
const WARMING = 10;
const MARK = "pressed";
const NEXT = "in the next frame";
const TASK = "ThreadControllerImpl::RunTask";
const FRAMES = "disabled-by-default-devtools.timeline.frame";
const CATEGORIES = ["-*", "benchmark", "input", "toplevel", "blink.user_timing", FRAMES];

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

/** @param {CDPSession} session @param {() => Promise<void>} act @returns {Promise<Traced[]>} */
async function trace(session, act) {
  /** @type {Traced[]} */
  const events = [];
  /** @param {{ value: object[] }} data */
  const collect = ({ value }) => events.push(.../** @type {Traced[]} */ (value));
  session.on("Tracing.dataCollected", collect);
  const traceConfig = { includedCategories: CATEGORIES };
  await session.send("Tracing.start", { transferMode: "ReportEvents", traceConfig });
  await act();
  const complete = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
  await session.send("Tracing.end");
  await complete;
  session.off("Tracing.dataCollected", collect);
  return events;
}

/**
 * From each key event that follows a mark to the presented frame that holds its effect, and the work
 * between them on the thread that handled it.
 * @param {Traced[]} events
 * @returns {Sample[]}
 */
function measure(events) {
  const inOrder = events.toSorted((one, other) => one.ts - other.ts);
  const latencies = inOrder.filter(({ name }) => name === "EventLatency");
  const marks = inOrder.filter(({ name }) => name === MARK);
  return marks.flatMap((mark) => {
    const pressed = latencies.find(({ ts, args }) => ts > mark.ts && args.event_latency?.event_type === "KEY_PRESSED");
    const isSame = (/** @type {Traced} */ { ph, id2 }) => ph === "e" && id2?.local === pressed?.id2?.local;
    const shown = latencies.find((event) => pressed && event.ts > pressed.ts && isSame(event));
    if (!pressed || !shown) return [];
    const frames = inOrder.filter(({ pid, ts }) => pid === mark.pid && ts > pressed.ts && ts < shown.ts);
    const next = frames.find(({ name }) => name === "BeginFrame")?.args.frameSeqId ?? NaN;
    const drawn = frames.findLast(({ name }) => name === "DrawFrame")?.args.frameSeqId ?? NaN;
    const isOfPage = (/** @type {Traced} */ { tid, pid }) => tid === mark.tid && pid === mark.pid;
    const tasks = inOrder.filter(
      (event) => event.name === TASK && isOfPage(event) && event.ts >= pressed.ts && event.ts < shown.ts,
    );
    const work = tasks.reduce((sum, { dur }) => sum + (dur ?? 0), 0);
    return [{ frame: (shown.ts - pressed.ts) / 1000, work: work / 1000, missed: drawn - next }];
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

/** Waits until what was done is drawn. @param {Page} page */
function settle(page) {
  return page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

/** @param {number[]} numbers */
function spread(numbers) {
  const sorted = numbers.toSorted((one, other) => one - other);
  const at = (/** @type {number} */ part) => (sorted[Math.floor((sorted.length - 1) * part)] ?? NaN).toFixed(1);
  return `${at(0.5)} (${at(0.25)}–${at(0.75)})`;
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
  const port = String(await getPort());
  const serve = ["tools/serve.mjs", argv[2] ?? "dist", "--port", port, "--exact"];
  const server = spawn(execPath, serve, { stdio: ["ignore", "pipe", "inherit"] });
  await once(createInterface(server.stdout), "line");
  const executablePath = env["CHROMIUM"] ?? "chromium";
  const browser = await chromium.launch({ executablePath, args: ["--disable-quic"] });
  const rows = [];
  try {
    stdout.write(`Milliseconds, CPU slowed ${SLOWED} times, ${SAMPLES} samples: median (middle half)\n`);
    stdout.write(`${"".padEnd(42)}${"work of the page".padStart(20)}${"to the shown frame".padStart(22)}${NEXT.padStart(20)}\n`);
    const empty = await browser.newPage({ serviceWorkers: "block" });
    await empty.setContent("<!doctype html><title>Floor</title><input>");
    const page = await browser.newPage({ serviceWorkers: "block", viewport: { width: 1280, height: 800 } });
    await open(page, `http://localhost:${port}/`);
    for (const act of [FLOOR, ...acts]) {
      const shown = act === FLOOR ? empty : page;
      await shown.bringToFront();
      const row = medians(act.what, await sample(shown, act));
      stdout.write(`${row.what.padEnd(42)}${row.work.padStart(20)}${row.frame.padStart(22)}${row.next.padStart(20)}\n`);
      rows.push(row);
    }
  } finally {
    await browser.close();
    server.kill();
  }
  return rows;
}
