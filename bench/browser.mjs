/** What several measurements in Chromium have in common: a server, a phone, a trace, medians. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { execPath } from "node:process";
import { createInterface } from "node:readline";
import getPort from "get-port";

/** @import { Browser, BrowserContextOptions, CDPSession, Page } from "@playwright/test" */
/**
 * An event of the trace; times are microseconds.
 * @typedef {{
 *   name: string, ph: string, ts: number, dur?: number, tid: number, pid: number,
 *   id2?: { local?: string }, args: { event_latency?: { event_type: string }, frameSeqId?: number },
 * }} Traced
 */

/** How many times the processor is slowed. */
export const SLOWED = 4;
export const PHONE = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true };
/** What Lighthouse takes for slow 4G where it slows the network itself: 150 ms and 1.6 Mbit/s, as the browser feels them. */
export const NETWORK = { offline: false, latency: 562.5, downloadThroughput: (1_474.56 * 1024) / 8, uploadThroughput: (675 * 1024) / 8 };

const TASK = "ThreadControllerImpl::RunTask";
const FRAMES = "disabled-by-default-devtools.timeline.frame";
const CATEGORIES = ["-*", "benchmark", "input", "toplevel", "blink.user_timing", FRAMES];

/**
 * Serves a folder while something is done.
 * @template T
 * @param {string} folder
 * @param {string[]} options of the server
 * @param {(site: string) => Promise<T>} act
 */
export async function serving(folder, options, act) {
  const port = await getPort();
  const server = spawn(execPath, ["tools/serve.mjs", folder, "--port", String(port), "--exact", ...options], { stdio: ["ignore", "pipe", "inherit"] });
  await once(createInterface(server.stdout), "line");
  try {
    return await act(`http://localhost:${port}/`);
  } finally {
    server.kill();
  }
}

/**
 * A phone on slow 4G that has nothing of the site, with the bytes that it loads: all of them, and without the
 * headers of the answers.
 * @param {Browser} browser
 * @param {BrowserContextOptions} [options] more of them
 */
export async function phone(browser, options = {}) {
  const context = await browser.newContext({ ...PHONE, serviceWorkers: "block", ...options });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", NETWORK);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWED });
  const sizes = { bytes: 0, bodies: 0 };
  // What has arrived when a response is told of are its headers.
  session.on("Network.responseReceived", ({ response }) => (sizes.bodies -= response.encodedDataLength));
  session.on("Network.loadingFinished", ({ encodedDataLength }) => {
    sizes.bytes += encodedDataLength;
    sizes.bodies += encodedDataLength;
  });
  return { page, sizes, close: () => context.close() };
}

/** What happened, in order. @param {CDPSession} session @param {() => Promise<void>} act @returns {Promise<Traced[]>} */
export async function trace(session, act) {
  /** @type {Traced[]} */
  const events = [];
  /** @param {{ value: object[] }} data */
  const collect = ({ value }) => events.push(.../** @type {Traced[]} */ (value));
  session.on("Tracing.dataCollected", collect);
  await session.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: CATEGORIES } });
  await act();
  const complete = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
  await session.send("Tracing.end");
  await complete;
  session.off("Tracing.dataCollected", collect);
  return events.toSorted((one, other) => one.ts - other.ts);
}

/**
 * The press that follows a mark, and the moment at which a frame that it asked for was shown.
 * @param {Traced[]} events in order
 * @param {Traced} mark
 */
export function press(events, mark) {
  const latencies = events.filter(({ name, ts }) => name === "EventLatency" && ts > mark.ts);
  const pressed = latencies.find(({ args }) => args.event_latency?.event_type === "KEY_PRESSED");
  const isEnd = (/** @type {Traced} */ { ph, id2, ts }) => ph === "e" && id2?.local === pressed?.id2?.local && ts > (pressed?.ts ?? NaN);
  return { pressed, shown: latencies.find(isEnd) };
}

/**
 * Milliseconds that a page's thread worked.
 * @param {Traced[]} events
 * @param {Traced} mark of that thread
 * @param {number} from
 * @param {number} to
 */
export function worked(events, { tid, pid }, from, to) {
  const isOfPage = (/** @type {Traced} */ event) => event.name === TASK && event.tid === tid && event.pid === pid;
  const tasks = events.filter((event) => isOfPage(event) && event.ts >= from && event.ts < to);
  return tasks.reduce((sum, { dur }) => sum + (dur ?? 0), 0) / 1000;
}

/** Waits until what was done is drawn. @param {Page} page */
export function settle(page) {
  return page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

/** The number at a part of the sorted ones. @param {number[]} numbers @param {number} part */
const at = (numbers, part) => numbers.toSorted((one, other) => one - other)[Math.floor((numbers.length - 1) * part)] ?? NaN;

/** @param {number[]} numbers */
export const median = (numbers) => at(numbers, 0.5);

/** The median, with the middle half. @param {number[]} numbers @param {number} [digits] */
export function spread(numbers, digits = 1) {
  const text = (/** @type {number} */ part) => at(numbers, part).toFixed(digits);
  return `${text(0.5)} (${text(0.25)}–${text(0.75)})`;
}

/** The median with the least and the most. @param {number[]} values @param {number} unit @param {number} digits */
export function range(values, unit, digits) {
  const [middle, least, most] = [median(values), Math.min(...values), Math.max(...values)].map((value) => (value / unit).toFixed(digits));
  return least === most ? middle : `${middle} (${least}–${most})`;
}
