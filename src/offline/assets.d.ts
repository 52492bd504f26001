/** What tools/finish.mjs writes into the worker and the page's side when it bundles them. */
declare const ROSTRUM_SHELL: {
  /** The same for the same files. */
  readonly version: string;
  /** The page of the SPA that stands for every page; all names are addresses from the worker. */
  readonly page: string;
  readonly embed: Asset;
  /** The bundle's entry. */
  readonly entry: string;
  readonly files: readonly string[];
};

/** The path at which the site begins. */
declare const ROSTRUM_BASE: string;

/** The style of the line, and of what keeps releases. */
declare const ROSTRUM_OFFLINE_STYLE: string;

/** The modules with what is said in other languages than English, by their tags. */
declare const ROSTRUM_OFFLINE_WORDS: Readonly<Record<string, string>>;

/** The module that keeps releases, from the page's side. */
declare const ROSTRUM_KEEPING: string;

/** What the worker uses of its own world, of which TypeScript's types exclude those of a page. */
interface ServiceWorkerScope {
  readonly location: WorkerLocation;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { type: "window"; includeUncontrolled?: boolean }): Promise<readonly OpenPage[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: LastingEvent) => void): void;
  addEventListener(type: "message", listener: (event: PageMessageEvent) => void): void;
  addEventListener(type: "fetch", listener: (event: AskingEvent) => void): void;
}

/** A page of the site that is open. */
interface OpenPage {
  readonly id: string;
  postMessage(message: FromWorker): void;
}

/** An event that lasts until what was begun is done. */
interface LastingEvent {
  waitUntil(work: Promise<unknown>): void;
}

interface PageMessageEvent extends LastingEvent {
  readonly data: ToWorker;
  readonly source: OpenPage | null;
}

interface AskingEvent extends LastingEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

/** That the visitor accepts the new version, or the addresses that a page loaded when it began. */
type ToWorker = "take over" | readonly string[];

interface FromWorker {
  readonly isAway: boolean;
}

/** Trusted Types (W3C), where a browser has them. */
interface Window {
  readonly trustedTypes?: {
    createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): { createScriptURL(url: string): string };
  };
}
