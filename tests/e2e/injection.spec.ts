/**
 * Script injection: known vectors through every importer that takes HTML, and in every text of a
 * bundle. In the page nothing runs, nothing is asked for, the policy has nothing to stop, and the
 * words are there to read.
 */
import { type Page, type Site, expect, test } from "./fixtures.ts";
import { type Block, Injection, SYSTEMS, VECTORS } from "./injection.ts";
import { Visitor } from "./visitor.ts";

let injection: Injection;
test.beforeAll(async () => {
  test.setTimeout(300_000);
  expect(VECTORS.length).toBeGreaterThanOrEqual(200);
  injection = await Injection.import();
});
test.afterAll(() => injection.remove());

/** All that a page does beyond showing: dialogs that it opens, addresses that it asks for. */
const watches = async (page: Page, site: Site, pictures: Set<string>) => {
  const dialogs: string[] = [];
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  page.on("popup", (popup) => dialogs.push(popup.url()));
  const usual = /^(|favicon.ico|mark.svg|embed.js|boot.js|[\w-]+\.(js|wasm|css|svg)|bundle\/(bundle|releases).json|press\/2021\/.*)$/;
  page.on("request", (request) => {
    const path = request.url().startsWith(site.url) ? request.url().slice(site.url.length) : undefined;
    const isPicture = request.resourceType() === "image" && pictures.has(`/${path}`);
    if (path === undefined || !(isPicture || usual.test(path))) asked.push(request.url());
  });
  // The pictures that the bundle itself names are shown, and are not there.
  const picture = `<svg xmlns="http://www.w3.org/2000/svg"/>`;
  await page.route(
    (url) => pictures.has(url.pathname),
    (route, request) =>
      request.resourceType() === "image"
        ? route.fulfill({ contentType: "image/svg+xml", body: picture })
        : route.fallback(),
  );
  return { dialogs, asked };
};

/** The addresses of all figures within some blocks. */
const figures = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(figures);
  if (typeof value !== "object" || value === null) return [];
  const block = value as Block;
  return block.type === "figure" ? [String(block["source"])] : Object.values(block).flatMap(figures);
};

/** Elements and attributes in the page that could run or fetch something. */
const suspects = (visitor: Visitor): Promise<string[]> =>
  visitor.page.locator(".main").evaluate((main) => {
    const root = main.getRootNode() as Document | ShadowRoot;
    const able = [..."script iframe frame object embed style link meta base form svg math template".split(" ")];
    return [...root.querySelectorAll<HTMLElement>(".main *, header *, footer *")].flatMap((element) => {
      const name = element.localName;
      const attributes = [...element.attributes].filter(
        ({ name, value }) =>
          name.startsWith("on") ||
          ["style", "srcdoc", "srcset"].includes(name) ||
          (["href", "src"].includes(name) && !/^(https?:|mailto:|tel:|#|\/(?![/\\]))/i.test(value)),
      );
      const isAble = able.includes(name) && element.closest(".prose") !== null;
      return [...attributes.map((attribute) => `${name} ${attribute.name}=${attribute.value}`), ...(isAble ? [name] : [])];
    });
  });

for (const system of SYSTEMS) {
  test(`what ${system} exports runs nothing, asks for nothing and keeps its words`, async ({ page, site }) => {
    const blocks = await injection.blocks(system);
    const { folder, path } = await injection.bundle(system, blocks);
    const server = await site();
    await server.publish(folder);
    const seen = await watches(page, server, new Set(figures(blocks)));
    const visitor = new Visitor(page);
    await visitor.visits(server.url + path);
    await expect(visitor.heading).toHaveText(system);

    const words = await visitor.main.locator(".prose").innerText();
    const isLost = (word: string) => !words.includes(word);
    expect(VECTORS.flatMap((_, index) => [`Before ${index}.`, `After ${index}.`]).filter(isLost)).toEqual([]);
    expect(await suspects(visitor)).toEqual([]);
    expect(seen).toEqual({ dialogs: [], asked: [] });
  });
}

test("in the texts of a bundle, whoever wrote it, every vector is shown letter for letter", async ({ page, site }) => {
  const text = (vector: string) => [{ type: "text", text: vector }];
  const body: Block[] = VECTORS.flatMap((vector) => [
    { type: "paragraph", text: text(vector) },
    { type: "heading", level: 2, text: [{ type: "abbreviation", title: vector, text: text(vector) }] },
    { type: "code", text: vector },
    { type: "quotation", body: [], attribution: text(vector) },
    { type: "figure", source: "/a.jpg", alternative: vector, caption: text(vector) },
    { type: "table", caption: text(vector), rows: [{ cells: [{ text: text(vector), is_header: true }] }] },
  ]);
  const hostile = VECTORS.join(" ");
  const label = { en: hostile };
  const { folder, path } = await injection.bundle(
    "hostile",
    body,
    {
      organization: { name: label, abbreviation: { en: "SO" }, description: label, notice: label, time_zone: hostile },
      menu: [{ label, items: [{ label, to: "/press/" }] }],
      kinds: [{ slug: "press-release", name: label }],
    },
    {
      title: label,
      place: label,
      provenance: { origin: "published", sources: [{ name: hostile }] },
      versions: [
        {
          language: "en",
          title: hostile,
          body,
          attachments: [{ name: hostile, href: "/a.pdf", media_type: hostile }],
        },
      ],
    },
  );
  const server = await site();
  await server.publish(folder);
  const seen = await watches(page, server, new Set(["/a.jpg"]));
  const visitor = new Visitor(page);
  await visitor.visits(server.url + path);

  const shown = (selector: string) =>
    visitor.main.locator(`.prose ${selector}`).evaluateAll((found) => found.map((element) => element.textContent));
  for (const selector of ["> p", "h2", "pre", "th"]) expect(await shown(selector), selector).toEqual(VECTORS);
  expect(await visitor.heading.evaluate((heading) => heading.textContent)).toBe(hostile);
  expect(await suspects(visitor)).toEqual([]);
  expect(seen).toEqual({ dialogs: [], asked: [] });
});

for (const href of ["javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "//evil.example/x"]) {
  test(`a bundle with a link to ${href} is refused as damaged`, async ({ page, site }) => {
    const link = { type: "link", href, text: [{ type: "text", text: "words" }] };
    const { folder, path } = await injection.bundle("link", [{ type: "paragraph", text: [link] }]);
    const server = await site();
    await server.publish(folder);
    const seen = await watches(page, server, new Set());
    const visitor = new Visitor(page);
    await page.goto(server.url + path);
    await expect(visitor.alert).toContainText("Its data is damaged.");
    expect(seen).toEqual({ dialogs: [], asked: [] });
  });
}
