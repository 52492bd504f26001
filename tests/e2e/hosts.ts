/**
 * Real servers, told what `make dist` wrote for them: each in a process of its own on a free port, with
 * all that it writes in a folder of the test's.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmod, cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { expect } from "@playwright/test";
import getPort from "get-port";

/** Where Debian keeps servers, which is not on everybody's path, and the modules of Apache. */
const ENVIRONMENT = { ...process.env, PATH: [process.env["PATH"], "/usr/sbin"].join(delimiter) };
const APACHE_MODULES = "/usr/lib/apache2/modules";

/** Started by root, Apache becomes nobody, who may not be able to read where the tests stand. */
const IS_ROOT = process.getuid?.() === 0;

/** What a server is started with. */
interface Place {
  /** What `make dist` left: `www` and the lines for servers. */
  readonly made: string;
  /** A folder for what the server writes. */
  readonly own: string;
  readonly port: number;
}

/** Writes a server's own configuration; the command that starts it in the foreground. */
type Prepare = (place: Place) => Promise<string[]>;

const nginx: Prepare = async ({ made, own, port }) => {
  const { stderr } = spawnSync("nginx", ["-V"], { env: ENVIRONMENT, encoding: "utf8" });
  const modules = /--modules-path=(\S+)/.exec(stderr)?.[1];
  const folders = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `${kind}_temp_path ${own}/${kind};`);
  await writeFile(join(own, "nginx.conf"), `
    load_module ${modules}/ngx_http_brotli_static_module.so;
    daemon off;
    master_process off;
    pid ${own}/pid;
    events {}
    http {
      access_log off;
      ${folders.join("\n")}
      server {
        listen 127.0.0.1:${port};
        root ${made}/www;
        include ${made}/nginx.conf;
      }
    }`);
  return ["nginx", "-c", join(own, "nginx.conf"), "-e", join(own, "error.log")];
};

/** As Debian has Apache, with what it knows of .gz and .br and with what compresses by itself. */
const apache: Prepare = async ({ made, own, port }) => {
  const modules = ["authz_core", "deflate", "dir", "filter", "headers", "mime", "mpm_event", "rewrite"];
  await writeFile(join(own, "httpd.conf"), `
    ${modules.map((name) => `LoadModule ${name}_module ${APACHE_MODULES}/mod_${name}.so`).join("\n")}
    ServerRoot ${own}
    DefaultRuntimeDir ${own}
    PidFile ${own}/pid
    ErrorLog ${own}/error.log
    ${IS_ROOT ? "User nobody\nGroup nogroup" : ""}
    Listen 127.0.0.1:${port}
    ServerName localhost
    TypesConfig /etc/mime.types
    AddType application/x-gzip .gz .tgz
    AddLanguage br .br
    AddOutputFilterByType DEFLATE text/html text/plain text/xml text/css text/javascript application/xml application/wasm
    <FilesMatch "^\\.ht">
      Require all denied
    </FilesMatch>
    DocumentRoot ${made}/www
    <Directory ${made}/www>
      Options Indexes FollowSymLinks
      AllowOverride All
      Require all granted
    </Directory>`);
  return ["apache2", "-f", join(own, "httpd.conf"), "-DFOREGROUND"];
};

const caddy: Prepare = async ({ made, own, port }) => {
  await writeFile(join(own, "Caddyfile"), `
    {
      admin off
      auto_https off
    }
    http://127.0.0.1:${port} {
      root * ${made}/www
      import ${made}/Caddyfile
    }`);
  return ["caddy", "run", "--adapter", "caddyfile", "--config", join(own, "Caddyfile")];
};

/** The server of the demo, which needs to be told nothing, at the root of a host. */
const demo: Prepare = async ({ made, port }) => [process.execPath, "tools/serve.mjs", `${made}/www`, "--port", `${port}`, "--exact"];

export const HOSTS = { nginx, apache, caddy, demo };

/** A copy of a folder that everybody can read. */
const copyForAll = async (folder: string): Promise<string> => {
  const copy = await mkdtemp(join(tmpdir(), "rostrum-"));
  await chmod(copy, 0o755);
  await cp(folder, copy, { recursive: true, preserveTimestamps: true });
  return copy;
};

/** A server that is running. */
export class Host {
  private constructor(
    readonly url: string,
    /** A copy of what is served, which goes with the server. */
    private readonly copy: string | undefined,
    private readonly process: ChildProcess,
  ) {}

  /** Starts a server for what `make dist` left in a folder, and waits until it answers. */
  static async start(prepare: Prepare, folder: string, own: string): Promise<Host> {
    const copy = prepare === apache && IS_ROOT ? await copyForAll(folder) : undefined;
    await mkdir(own, { recursive: true });
    const port = await getPort();
    const [program = "", ...options] = await prepare({ made: copy ?? resolve(folder), own: resolve(own), port });
    const server = spawn(program, options, { env: { ...ENVIRONMENT, HOME: resolve(own) }, stdio: ["ignore", "pipe", "pipe"] });
    const host = new Host(`http://127.0.0.1:${port}/`, copy, server);
    try {
      await host.#answers();
    } catch (error) {
      await host.remove();
      throw error;
    }
    return host;
  }

  /** Ends the server. */
  async remove(): Promise<void> {
    if (this.process.pid !== undefined && this.process.exitCode === null) {
      const ended = once(this.process, "exit");
      this.process.kill();
      await ended;
    }
    if (this.copy) await rm(this.copy, { recursive: true });
  }

  /** Asks for a path as a program that takes such encodings does. */
  async ask(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    const asked = request(new URL(path, this.url), { headers, agent: false });
    asked.end();
    const [response] = await once(asked, "response");
    const chunks = await response.toArray();
    return { status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) };
  }

  /** Asks until there is an answer; a server that ended says why. */
  async #answers(): Promise<void> {
    let said = "";
    this.process.stdout?.on("data", (text) => (said += text));
    this.process.stderr?.on("data", (text) => (said += text));
    this.process.on("error", (error) => (said += error.message));
    const hasEnded = () => this.process.pid === undefined || this.process.exitCode !== null;
    await expect.poll(() => this.ask("/").then(() => true, hasEnded), "whether the server answers").toBe(true);
    if (hasEnded()) throw new Error(`The server ended: ${said}`);
  }
}

export interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | undefined>;
  readonly body: Buffer;
}
