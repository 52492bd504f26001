/** A network that is slow where a test wants it to be. */
import { once } from "node:events";
import { type Server, createServer } from "node:http";
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

/** A server before another one, which holds back the rest of each page of HTML until it is let go. */
export class SlowServer {
  readonly #server: Server;
  letGo = (): void => {};

  private constructor(origin: string, lastSent: string) {
    const isFree = new Promise<void>((resolve) => (this.letGo = resolve));
    this.#server = createServer(async (request, response) => {
      const headers = { accept: request.headers.accept ?? "*/*", "accept-encoding": "identity" };
      const answer = await fetch(new URL(request.url ?? "/", origin), { headers });
      const body = Buffer.from(await answer.arrayBuffer());
      const { "transfer-encoding": _, ...kept } = Object.fromEntries(answer.headers);
      response.writeHead(answer.status, kept);
      const end = kept["content-type"]?.startsWith("text/html") ? body.indexOf(lastSent) + lastSent.length : body.length;
      response.write(body.subarray(0, end));
      if (end < body.length) await isFree;
      response.end(body.subarray(end));
    });
  }

  /** The pages of `origin` come up to and with the first `lastSent`, until they are let go. */
  static async before(origin: string, lastSent: string): Promise<SlowServer> {
    const slow = new SlowServer(origin, lastSent);
    await once(slow.#server.listen(0, "localhost"), "listening");
    return slow;
  }

  get url(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}/`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
