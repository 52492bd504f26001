/**
 * A page of another system that makes it hard for what is embedded in it, and what is left outside the
 * element afterwards: changes of the host's nodes, listeners on them, globals.
 */
import { type Page, test as base, expect } from "../e2e/fixtures.ts";
import { POLICY } from "../../tools/policy.mjs";

export { expect };
export type { Page };

export const FALLBACK = "The host's own words.";

/** An element with words of the host in it. */
export const piece = (attributes = 'routing="none"'): string =>
  `<rostrum-app bundle="/bundle/" ${attributes}><p>${FALLBACK}</p></rostrum-app>`;

/** What a page is made of. */
export interface HostPage {
  readonly body: string;
  readonly head?: string;
  /** The attributes of `html`. */
  readonly root?: string;
  readonly policy?: string;
  readonly path?: string;
  /** The attributes of the script element that loads the module. */
  readonly script?: string;
  /** Files of the host, by their paths. */
  readonly files?: Readonly<Record<string, string>>;
}

/** What was changed outside of the elements. */
interface Traces {
  readonly changes: readonly string[];
  readonly listeners: readonly string[];
  readonly globals: readonly string[];
}

export const NOTHING: Traces = { changes: [], listeners: [], globals: [] };

declare global {
  interface Window {
    traces(): Traces;
  }
}

interface Hosts {
  /** Opens a page of a host, and waits for it to be loaded. */
  opens: (host: HostPage) => Promise<void>;
  /** What is outside of the elements that the host has not put there. */
  traces: () => Promise<Traces>;
  /** Waits until an element shows its page. */
  isReady: (index?: number) => Promise<void>;
}

export const test = base.extend<Hosts>({
  opens: async ({ page }, use) => {
    await page.addInitScript(watch);
    await use(async (host) => {
      const { path = "/host/", policy = POLICY } = host;
      await page.route(`**${path}*`, (route) =>
        route.fulfill({ contentType: "text/html", headers: { "Content-Security-Policy": policy }, body: document(host) }),
      );
      for (const [file, body] of Object.entries(host.files ?? {})) {
        await page.route(`**${file}`, (route) => route.fulfill({ contentType: file.endsWith(".css") ? "text/css" : "text/javascript", body }));
      }
      await page.goto(path);
    });
  },

  traces: async ({ page }, use) => {
    await use(() => page.evaluate(() => window.traces()));
  },

  isReady: async ({ page }, use) => {
    await use(async (index = 0) => {
      await expect(page.locator("rostrum-app").nth(index).locator(".rostrum h1, nav.menu").first()).toBeVisible();
    });
  },
});

function document({ root = 'lang="en"', head = "", body, script = 'type="module" src="/embed.js"' }: HostPage): string {
  return `<!doctype html><html ${root}><head><meta charset="utf-8"><title>Host</title>${head}
    <script ${script}></script></head><body>${body}</body></html>`;
}

/** Runs in the page before anything else of it. */
function watch(): void {
  const changes: string[] = [];
  const observer = new MutationObserver((records) => note(records));
  const note = (records: MutationRecord[]) => {
    for (const { type, target, attributeName } of records) changes.push(`${type} ${target.nodeName} ${attributeName ?? ""}`.trim());
  };
  // Modules run once the page is parsed, which this event tells before them.
  window.document.addEventListener("readystatechange", () => {
    observer.observe(window.document, { subtree: true, childList: true, attributes: true, characterData: true });
  }, { once: true });

  const listeners: [EventTarget, string, unknown, boolean][] = [];
  const isOfHost = (target: EventTarget) => target === window || target instanceof Document || target instanceof HTMLHtmlElement || target instanceof HTMLBodyElement;
  const isCapturing = (options: unknown) => options === true || (typeof options === "object" && options !== null && "capture" in options && options.capture === true);
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const target = this ?? window;
    // Others listen too, such as what drives the browser here.
    const isOfPiece = /embed\.js|rostrum-app/.test(new Error().stack ?? "");
    if (isOfPiece && isOfHost(target)) listeners.push([target, type, listener, isCapturing(options)]);
    Reflect.apply(addEventListener, target, [type, listener, options]);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    const target = this ?? window;
    const index = listeners.findIndex((one) =>
      one[0] === target && one[1] === type && one[2] === listener && one[3] === isCapturing(options));
    if (index >= 0) listeners.splice(index, 1);
    Reflect.apply(removeEventListener, target, [type, listener, options]);
  };

  window.traces = () => {
    note(observer.takeRecords());
    // Frames have numbers; what drives the browser has names of its own.
    const globals = Object.getOwnPropertyNames(window).filter((name) => !before.has(name) && !/^(\d+$|__p)/.test(name));
    return { changes, listeners: listeners.map(([target, type]) => `${type} on ${target.constructor.name}`), globals };
  };
  const before = new Set(Object.getOwnPropertyNames(window));
}
