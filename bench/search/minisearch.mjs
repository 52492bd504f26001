import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { env } from "node:process";
import { build } from "esbuild";
import MiniSearch from "minisearch";

/** @import { Engine } from "./engines.mjs" */

/** What its guide advises: what is stored is what a row shows. */
const OPTIONS = {
  fields: ["title", "body"],
  storeFields: ["title", "url", "date"],
  searchOptions: { prefix: true, fuzzy: 0.2 },
};

/** Its index is one file, which is loaded whole before the first search. @type {Engine} */
export const minisearch = {
  name: "MiniSearch",
  largest: Number(env["MINISEARCH_LARGEST"] ?? 10_000),
  code: /\/minisearch\/code\.js/,
  rows: /^$/,
  index: /\/minisearch\/index\.json/,
  async write(documents, site) {
    const folder = join(site, "minisearch");
    mkdirSync(folder);
    const index = new MiniSearch(OPTIONS);
    index.addAll(documents.map(({ address, title, texts }, id) => {
      const date = address.split("/").slice(0, 3).join("-");
      return { id, title, body: texts.join(" "), url: address, date };
    }));
    writeFileSync(join(folder, "index.json"), JSON.stringify(index));
    const stdin = { contents: 'export { default } from "minisearch";', resolveDir: import.meta.dirname };
    await build({ stdin, bundle: true, minify: true, format: "esm", outfile: join(folder, "code.js") });
    return folder;
  },
  search: (page, text, first) =>
    page.evaluate(
      async ([text, first, options]) => {
        const address = "/minisearch/code.js";
        const [{ default: MiniSearch }, json] = await Promise.all([
          import(address),
          fetch("/minisearch/index.json").then((response) => response.text()),
        ]);
        const found = MiniSearch.loadJSON(json, options).search(text);
        return found.slice(0, first).map((/** @type {any} */ { url }) => url);
      },
      /** @type {const} */ ([text, first, OPTIONS]),
    ),
};
