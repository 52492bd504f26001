/**
 * The site on common hosts, at the root of one and at a path: `make dist` tells real servers how to
 * answer, and one table says what they must. What stands at the path says its policy in the page too.
 */
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { HASHED, HEADERS, documentHeaders, pagePolicy } from "../../tools/policy.mjs";
import { test as base, expect } from "./fixtures.ts";
import { type Answer, HOSTS, Host } from "./hosts.ts";
import { KAZAKHSTAN, SEED_RELEASE, Visitor } from "./visitor.ts";

type HostName = keyof typeof HOSTS;

const test = base.extend<{ start: (name: HostName, folder: string) => Promise<Host> }>({
  start: async ({ page }, use, testInfo) => {
    const started: Host[] = [];
    await use(async (name, folder) => {
      const host = await Host.start(HOSTS[name], folder, testInfo.outputPath(name));
      started.push(host);
      return host;
    });
    // What the page still loads is given up before its server goes, which it would complain of.
    await page.goto("about:blank");
    for (const host of started) await host.remove();
  },
});

/** What is expected of a file: its type, whether it goes for ever under its name, and whether it says the policy. */
interface Expected {
  readonly type: string;
  readonly isKept: boolean;
  readonly saysPolicy: boolean;
}

const REVALIDATED = "no-cache";
const IMMUTABLE = "public, max-age=31536000, immutable";

/** Files that keep their names, by their path in the site. A page is named by its address. */
const ENTRIES: Record<string, string> = {
  "": "text/html; charset=utf-8",
  "countries/kazakhstan/": "text/html; charset=utf-8",
  "404.html": "text/html; charset=utf-8",
  "bundle/bundle.json": "application/json",
  "embed.js": "text/javascript; charset=utf-8",
  "sw.js": "text/javascript; charset=utf-8",
  "manifest.webmanifest": "application/manifest+json",
  "mark.svg": "image/svg+xml",
  "icon-192.png": "image/png",
  "feeds/all.xml": "application/atom+xml",
  "feeds/country/kazakhstan.xml": "application/atom+xml",
  "sitemap.xml": "application/xml",
};

/** Files with a hash in their name, by what stands before and after it. */
const NAMED: Record<string, RegExp> = {
  "application/wasm": /^(rostrum-app|part-search)-\w+\.wasm$/,
  "text/javascript; charset=utf-8": /^rostrum-app-\w+\.js$/,
  "text/css; charset=utf-8": /^(rostrum|page|part-timeline)-\w+\.css$/,
  "application/json": /^bundle\/(releases\/2007|search\/rows)-.*\.json$/,
  "application/octet-stream": /^bundle\/search\/words-.*\.bin$/,
  "text/csv; charset=utf-8": /^bundle\/timeline\/.*\.csv$/,
  "text/calendar; charset=utf-8": /^bundle\/timeline\/.*\.ics$/,
};

/** What of that is opened by itself, and so says the policy; what a page asks for is under the page's. */
const OPENED = new Set(["text/csv; charset=utf-8", "text/calendar; charset=utf-8"]);

const MISSING = ["press/1875/08/01/none/", "none.txt", "bundle/", "bundle/releases/2007-0123456789abcdef.json", "part-none-0123456789ab.wasm"];

/** Files that tell a host something, and no visitor anything. */
const HIDDEN = [".htaccess", ".nojekyll", "_headers"];

/** How a body is packed, by what a browser, other programs and very old ones say that they take. */
const CLIENTS = [
  { accepts: "gzip, deflate, br", encoding: "br", unpack: brotliDecompressSync },
  { accepts: "gzip, deflate", encoding: "gzip", unpack: gunzipSync },
  { accepts: "identity", encoding: undefined, unpack: (body: Buffer) => body },
];

const filesOf = async (site: string): Promise<string[]> => {
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name).slice(site.length));
};

/** The whole table for a site: every path, with what is expected there. */
const tableOf = (files: string[]): Map<string, Expected> => {
  const table = new Map<string, Expected>(Object.entries(ENTRIES).map(([path, type]) => [path, { type, isKept: false, saysPolicy: true }]));
  for (const [type, name] of Object.entries(NAMED)) {
    const named = files.filter((file) => name.test(file));
    expect(named.length, `files of ${type}`).toBeGreaterThan(0);
    for (const path of named) table.set(path, { type, isKept: true, saysPolicy: OPENED.has(type) });
  }
  return table;
};

const saysPolicy = ({ headers }: Answer, what: string, site: string, isExpected = true): void => {
  const expected = { ...HEADERS, ...documentHeaders(site) };
  for (const [name, value] of Object.entries(expected)) {
    expect(headers[name.toLowerCase()], `${name} of ${what}`).toBe(isExpected || name in HEADERS ? value : undefined);
  }
};

/** Comes to a page that was rendered beforehand, and waits until the piece has taken its place. */
const comesTo = async (visitor: Visitor, address: string): Promise<void> => {
  await visitor.visits(address);
  await expect(visitor.page.locator(".menu-still")).toHaveCount(0);
};

const SITES = { "/": "target/hosted/root", "/archive/": "target/hosted/archive" };

for (const name of Object.keys(HOSTS) as HostName[]) {
  for (const [path, folder] of Object.entries(SITES)) {
    // What shows a demo serves it at the root.
    if (name === "demo" && path !== "/") continue;
    const site = join(folder, "www", path, "/");

    test.describe(`${name}, the site at ${path}`, () => {
      test("sends each file as what it is, packed for whoever takes it, under the policy", async ({ start }) => {
        const files = await filesOf(site);
        const host = await start(name, folder);
        const asks = [...tableOf(files)].flatMap(([file, expected]) => CLIENTS.map(async ({ accepts, encoding, unpack }) => {
          const what = `${file} for who takes ${accepts}`;
          const stored = /(^|\/)$/.test(file) ? `${file}index.html` : file;
          const isPacked = encoding !== undefined && files.includes(`${stored}.gz`);
          const answer = await host.ask(path + file, { "Accept-Encoding": accepts });
          const { status, headers, body } = answer;
          expect(status, what).toBe(200);
          expect(headers["content-type"], what).toBe(expected.type);
          expect(headers["content-encoding"], what).toBe(isPacked ? encoding : undefined);
          expect(headers["content-language"], what).toBeUndefined();
          expect(headers["cache-control"], what).toBe(expected.isKept ? IMMUTABLE : REVALIDATED);
          const original = await readFile(join(site, stored));
          expect((isPacked ? unpack(body) : body).equals(original), `${what}, byte by byte`).toBe(true);
          if (isPacked) expect(headers["vary"], what).toMatch(/accept-encoding/i);
          saysPolicy(answer, what, site, expected.saysPolicy);
          const again = await host.ask(path + file, { "Accept-Encoding": accepts, "If-None-Match": headers["etag"] ?? "" });
          expect(again.status, `${what}, asked for again`).toBe(304);
        }));
        await Promise.all(asks);
      });

      test("says 404 where there is nothing, with the page of the site", async ({ start }) => {
        const page = await readFile(join(site, "404.html"));
        const host = await start(name, folder);
        for (const file of MISSING) {
          for (const { accepts, encoding, unpack } of CLIENTS) {
            const answer = await host.ask(path + file, { Accept: "text/html", "Accept-Encoding": accepts });
            expect(answer.status, file).toBe(404);
            expect(answer.headers["cache-control"], file).not.toMatch(/max-age=[1-9]/);
            saysPolicy(answer, file, site);
            // The server of the demo gives the page to visits alone.
            if (name === "demo" && !file.endsWith("/")) continue;
            expect(answer.headers["content-type"], file).toBe("text/html; charset=utf-8");
            expect(answer.headers["content-encoding"], file).toBe(encoding);
            expect(unpack(answer.body).equals(page), file).toBe(true);
          }
        }
        for (const file of name === "demo" ? [] : HIDDEN) expect((await host.ask(path + file)).status, file).toBeGreaterThanOrEqual(400);
      });

      // The server of the demo shows such a page at once.
      if (name !== "demo") test("leads to a page whose address lacks its slash", async ({ start }) => {
        const host = await start(name, folder);
        for (const page of ["countries", "countries/kazakhstan", ...(path === "/" ? [] : [""])]) {
          const address = new URL(path + page, host.url).href.replace(/\/$/, "");
          const { status, headers } = await host.ask(address);
          expect([301, 308], address).toContain(status);
          expect(new URL(headers["location"] ?? "", address).href).toBe(`${address}/`);
        }
      });

      test("a visitor reads a release, opens the menu and searches", { tag: "@main" }, async ({ page, start }) => {
        const host = await start(name, folder);
        const at = (place: string) => new URL(path + place.slice(1), host.url).href;
        const visitor = new Visitor(page);
        await comesTo(visitor, at(SEED_RELEASE.path));
        await visitor.isAt({ ...SEED_RELEASE, path: new URL(at(SEED_RELEASE.path)).pathname });
        await visitor.menu.opens("Countries");
        await visitor.menu.link("Kazakhstan").click();
        await visitor.arrivesAt({ ...KAZAKHSTAN, path: new URL(at(KAZAKHSTAN.path)).pathname });
        await comesTo(visitor, at("/press/"));
        await page.getByRole("searchbox", { name: "Search the releases" }).fill("kazakhstan");
        await expect(page.locator(".main mark").first()).toHaveText(/kazakhstan/i);
      });
    });
  }
}

test("where a host sends no headers, every page says the policy itself", async () => {
  const site = join(SITES["/archive/"], "www/archive/");
  const pages = (await filesOf(site)).filter((file) => file.endsWith(".html") && !file.startsWith("fragments/"));
  expect(pages.length).toBeGreaterThan(200);
  const policy = `"Content-Security-Policy" content="${pagePolicy(site)}"`;
  for (const page of pages) expect(await readFile(join(site, page), "utf8"), page).toContain(policy);
});

test("what Netlify and Cloudflare Pages are told keeps for ever what carries a hash, and nothing else", async () => {
  for (const [path, folder] of Object.entries(SITES)) {
    const lines = (await readFile(join(folder, "www/_headers"), "utf8")).split("\n");
    const kept = lines.filter((_, index) => lines[index + 1]?.includes("immutable")).map((line) => line.replace(/\*$/, ""));
    for (const file of (await filesOf(join(folder, "www", path, "/"))).filter((name) => !/\.(br|gz)$/.test(name))) {
      expect(kept.some((beginning) => `${path}${file}`.startsWith(beginning)), file).toBe(HASHED.test(file));
    }
    for (const [name, value] of Object.entries({ ...HEADERS, ...documentHeaders(join(folder, "www", path)) })) expect(lines).toContain(`  ${name}: ${value}`);
  }
});
