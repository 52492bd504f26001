/** A network that is slow where a test wants it to be. */
import { once } from "node:events";
import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page, Route } from "@playwright/test";

/** Holds back what a page asks for under such addresses until it is let go, and then waits until it has come. */
export const holdsBack = async (
  page: Page,
  addresses: RegExp,
  answer = (route: Route): Promise<void> => route.continue(),
): Promise<() => Promise<void>> => {
  let letGo = () => {};
  const isFree = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(addresses, async (route) => {
    await isFree;
    await answer(route);
  });
  return async () => {
    const answered = page.waitForEvent("requestfinished", (request) => addresses.test(request.url()));
    letGo();
    await answered;
  };
};

/** What a server says. */
export interface Said {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

/** A server before another one, which passes on what that one says, each in its way. */
export abstract class ServerBefore {
  readonly #server = createServer((request, response) => {
    this.answer(request, response).catch(() => response.destroy());
  });

  protected constructor(readonly origin: string) {}

  protected abstract answer(request: IncomingMessage, response: ServerResponse): Promise<void>;

  /** What the other server says to a request, not compressed. */
  protected async asks({ method = "GET", url = "/", headers }: IncomingMessage): Promise<Said> {
    const { accept = "*/*", "if-none-match": tag } = headers;
    const asked = { accept, "accept-encoding": "identity", ...(tag && { "if-none-match": tag }) };
    const response = await fetch(new URL(url, this.origin), { method, headers: asked });
    const { "transfer-encoding": _, ...kept } = Object.fromEntries(response.headers);
    return { status: response.status, headers: kept, body: Buffer.from(await response.arrayBuffer()) };
  }

  protected async starts(): Promise<this> {
    await once(this.#server.listen(0, "localhost"), "listening");
    return this;
  }

  get url(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}/`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** Holds back the rest of each page of HTML until it is let go. */
export class SlowServer extends ServerBefore {
  letGo = (): void => {};
  readonly #isFree = new Promise<void>((resolve) => (this.letGo = resolve));

  private constructor(origin: string, readonly lastSent: string) {
    super(origin);
  }

  /** The pages of `origin` come up to and with the first `lastSent`, until they are let go. */
  static before(origin: string, lastSent: string): Promise<SlowServer> {
    return new SlowServer(origin, lastSent).starts();
  }

  protected async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { status, headers, body } = await this.asks(request);
    response.writeHead(status, headers);
    const end = headers["content-type"]?.startsWith("text/html") ? body.indexOf(this.lastSent) + this.lastSent.length : body.length;
    response.write(body.subarray(0, end));
    if (end < body.length) await this.#isFree;
    response.end(body.subarray(end));
  }
}
