import { join } from "node:path";
import { env } from "node:process";
import * as pagefindWriter from "pagefind";

/** @import { Engine } from "./engines.mjs" */

/** @type {Engine} */
export const pagefind = {
  name: "Pagefind",
  largest: Number(env["PAGEFIND_LARGEST"] ?? 10_000),
  code: /\/pagefind\/(pagefind[^/]*\.js|wasm\.)/,
  rows: /\/pagefind\/fragment\//,
  index: /\/pagefind\//,
  async write(documents, site) {
    const { index, errors } = await pagefindWriter.createIndex({ forceLanguage: "en" });
    if (!index) throw new Error(errors.join("\n"));
    for (const { address, title, texts } of documents) {
      await index.addCustomRecord({ url: `/${address}`, content: texts.join(" "), language: "en", meta: { title } });
    }
    await index.writeFiles({ outputPath: join(site, "pagefind") });
    await pagefindWriter.close();
  },
  search: (page, text, first) =>
    page.evaluate(
      async ([text, first]) => {
        const address = "/pagefind/pagefind.js";
        const { search } = await import(address);
        const { results } = await search(text);
        const rows = await Promise.all(results.slice(0, first).map((/** @type {any} */ result) => result.data()));
        return rows.map(({ url }) => url.replace(/^\//, ""));
      },
      /** @type {const} */ ([text, first]),
    ),
};
