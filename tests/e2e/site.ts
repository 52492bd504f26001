/** A server of a test's own, in its own process, on its own copy of the built site. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import getPort from "get-port";

export class Site {
  readonly #port: number;
  #server: ChildProcess | undefined;

  private constructor(
    /** The copy that is served; files changed here show at the next request. */
    readonly folder: string,
    port: number,
    /** Whether the pages that were rendered beforehand are served, or the SPA's alone. */
    readonly isRendered: boolean,
  ) {
    this.#port = port;
  }

  static async start(isRendered = false): Promise<Site> {
    const folder = await mkdtemp(join(tmpdir(), "rostrum-"));
    await cp("dist", folder, { recursive: true, preserveTimestamps: true });
    const site = new Site(folder, await getPort(), isRendered);
    await site.resume();
    return site;
  }

  get url(): string {
    return `http://localhost:${this.#port}/`;
  }

  /** Cuts the visitor off: nothing answers at the address any more. */
  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (server === undefined || server.exitCode !== null) return;
    const ended = once(server, "exit");
    server.kill();
    await ended;
  }

  /** Answers again, at the same address. */
  async resume(): Promise<void> {
    const options = ["tools/serve.mjs", this.folder, "--port", String(this.#port), "--exact", ...(this.isRendered ? [] : ["--shell"])];
    const server = spawn(process.execPath, options, { stdio: ["ignore", "pipe", "inherit"] });
    this.#server = server;
    await once(createInterface(server.stdout), "line");
  }

  /** Publishes another bundle in the place of the one that is served. */
  async publish(bundle: string): Promise<void> {
    await rm(join(this.folder, "bundle"), { recursive: true });
    await cp(bundle, join(this.folder, "bundle"), { recursive: true });
  }

  async remove(): Promise<void> {
    await this.stop();
    await rm(this.folder, { recursive: true });
  }
}
