/**
 * The known ways to smuggle a script into a text (OWASP's and others), as each system that can be
 * imported would export them, and the bundle that the command makes of them.
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The vectors, one a line, with escapes as in Rust's strings. */
export const VECTORS: readonly string[] = readFileSync("tests/fixtures/script-injection.txt", "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => line.replace(/\\(x[0-9a-f]{2}|u[0-9a-f]{4}|.)/gi, unescaped));

function unescaped(_: string, code: string): string {
  const plain: Record<string, string> = { n: "\n", t: "\t", r: "\r" };
  return code.length > 1 ? String.fromCharCode(Number.parseInt(code.slice(1), 16)) : (plain[code] ?? "\\");
}

interface Item {
  readonly id: string;
  readonly title: string;
  readonly html: string;
}

const DAY = "2021-05-03";
const MOMENT = `${DAY}T10:00:00Z`;

const xml = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const cdata = (text: string): string => `<![CDATA[${text.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;
const all = (items: Item[], write: (item: Item) => string): string => items.map(write).join("\n");

/** Systems by their names, with the file that each exports. */
const EXPORTS: Record<string, (items: Item[]) => string> = {
  "rss.xml": (items) =>
    `<rss version="2.0"><channel>${all(items, ({ id, title, html }) => `<item><title>${title}</title><guid>${id}</guid><pubDate>Mon, 03 May 2021 10:00:00 GMT</pubDate><description>${xml(html)}</description></item>`)}</channel></rss>`,
  "atom.xml": (items) =>
    `<feed xmlns="http://www.w3.org/2005/Atom">${all(items, ({ id, title, html }) => `<entry><id>${id}</id><title>${title}</title><published>${MOMENT}</published><content type="html">${xml(html)}</content></entry>`)}</feed>`,
  "jsonfeed.json": (items) =>
    JSON.stringify({
      version: "https://jsonfeed.org/version/1.1",
      items: items.map(({ id, title, html }) => ({ id, title, date_published: MOMENT, content_html: html })),
    }),
  "wxr.xml": (items) =>
    `<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>${all(items, ({ id, title, html }) => `<item><title>${title}</title><wp:post_id>${id}</wp:post_id><wp:post_date>${DAY} 10:00:00</wp:post_date><content:encoded>${cdata(html)}</content:encoded></item>`)}</channel></rss>`,
  "wprest.json": (items) =>
    JSON.stringify(
      items.map(({ id, title, html }) => ({
        id,
        date: MOMENT,
        title: { rendered: title },
        content: { rendered: html },
      })),
    ),
  "jsonapi.json": (items) =>
    JSON.stringify({
      data: items.map(({ id, title, html }) => ({
        type: "node--article",
        id,
        attributes: { title, created: MOMENT, body: { processed: html } },
      })),
    }),
  "ninjs.json": (items) =>
    JSON.stringify(
      items.map(({ id, title, html }) => ({ uri: `urn:${id}`, headline: title, versioncreated: MOMENT, body_xhtml: html })),
    ),
  "newsml.xml": (items) =>
    `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>${all(items, ({ id, title, html }) => `<newsItem guid="${id}"><itemMeta><versionCreated>${MOMENT}</versionCreated></itemMeta><contentMeta><headline>${title}</headline></contentMeta><contentSet><inlineData contenttype="text/html">${xml(html)}</inlineData></contentSet></newsItem>`)}</itemSet></newsMessage>`,
  "jsonld.json": (items) =>
    JSON.stringify({
      "@graph": items.map(({ id, title, html }) => ({
        "@type": "NewsArticle",
        "@id": `urn:${id}`,
        headline: title,
        datePublished: MOMENT,
        articleBody: html,
      })),
    }),
  "table.csv": (items) =>
    `id,title,date,body\n${all(items, ({ id, title, html }) => `${id},${title},${DAY},"${html.replaceAll('"', '""')}"`)}\n`,
};

/** What a bundle's files hold, as far as it is looked at here. */
export type Block = { readonly type: string; readonly [name: string]: unknown };

interface Release {
  address: string;
  versions: { language: string; title: string; body: Block[] }[];
}

const SOURCES = {
  "organization.yaml": `name: Sample Organisation
abbreviation: SO
time_zone: Europe/Vienna
languages: {default: en, available: [en]}
kinds: [{slug: press-release, name: Press release}]
country_groups: [{slug: members, name: Members}]
`,
  "menu.yaml": "- {label: Press, to: /press/}\n",
};

/** The systems from which texts come: each export by its name, and texts in Markdown. */
export const SYSTEMS = [...Object.keys(EXPORTS).map((file) => file.split(".")[0] ?? file), "markdown"];

/** The bundle in which each system has one release, with what its importer made of all vectors. */
export class Injection {
  private constructor(
    private readonly folder: string,
    private readonly entry: Record<string, unknown>,
  ) {}

  static async import(): Promise<Injection> {
    const folder = await mkdtemp(join(tmpdir(), "rostrum-injection-"));
    for (const [file, text] of Object.entries(SOURCES)) await write(join(folder, "content", file), text);
    const items = (system: string): Item[] =>
      VECTORS.map((vector, index) => ({
        id: `${system}-${index}`,
        title: `${system} ${index}`,
        html: `<p>Before ${index}.</p>\n\n${vector}\n\n<p>After ${index}.</p>`,
      }));
    for (const [file, text] of Object.entries(EXPORTS)) {
      await write(join(folder, "exports", file), text(items(file.split(".")[0] ?? file)));
    }
    for (const { id, title, html } of items("markdown")) {
      await write(join(folder, "exports", `${id}.md`), `---\ntitle: ${title}\ndate: ${DAY}\n---\n${html}\n`);
    }
    const rostrum = (...words: string[]) =>
      execFileSync("target/debug/rostrum", words, { stdio: "pipe", maxBuffer: 1 << 30 });
    rostrum("import", join(folder, "exports"), "--into", join(folder, "content"));
    rostrum("build", join(folder, "content"), "--out", join(folder, "bundle"));
    return new Injection(folder, JSON.parse(await readFile(join(folder, "bundle/bundle.json"), "utf8")));
  }

  /** All blocks that the importer of a system made. */
  async blocks(system: string): Promise<Block[]> {
    const folder = join(this.folder, "bundle/releases");
    const bodies: [number, Block[]][] = [];
    for (const file of (await readdir(folder)).filter((name) => name.endsWith(".json"))) {
      const pack: { releases?: Release[] } = JSON.parse(await readFile(join(folder, file), "utf8"));
      for (const { address, versions } of pack.releases ?? []) {
        const [, name, number] = /\/([a-z]+)-(\d+)$/.exec(address) ?? [];
        if (name === system) bodies.push([Number(number), versions[0]?.body ?? []]);
      }
    }
    return bodies.sort(([one], [other]) => one - other).flatMap(([, body]) => body);
  }

  /** Writes the bundle anew, with one release of those blocks; tells the folder and the address. */
  async bundle(slug: string, body: Block[], entry: Record<string, unknown> = {}, release: Record<string, unknown> = {}) {
    const address = `2021/05/03/${slug}`;
    const folder = await mkdtemp(join(this.folder, "served-"));
    const whole = {
      address,
      kind: "press-release",
      title: { en: slug },
      provenance: { origin: "synthetic" },
      versions: [{ language: "en", title: slug, body }],
      ...release,
    };
    const years = [{ year: 2021, total: 1, file: "releases.json" }];
    await write(join(folder, "releases.json"), JSON.stringify({ releases: [whole] }));
    await write(join(folder, "bundle.json"), JSON.stringify({ ...this.entry, listings: [], years, ...entry }));
    return { folder, path: `press/${address}/` };
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true });
  }
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(join(path, ".."), { recursive: true });
  await writeFile(path, text);
}
