/** @import { Engine } from "./engines.mjs" */

/** @type {Engine} */
export const rostrum = {
  name: "Rostrum",
  code: /\/part-/,
  rows: /\/search\/rows-|\/listings\//,
  index: /\/search\//,
  /** As a visitor does: into the box, until the page says how much it found. */
  async search(page, text) {
    await page.getByRole("searchbox", { name: "Search the releases" }).fill(text);
    await page.locator(".main").getByRole("status").filter({ hasText: /\d|^Nothing/ }).waitFor();
    const links = await page.locator(".main .results .summaries a").all();
    const addresses = await Promise.all(links.map((link) => link.getAttribute("href")));
    return addresses.map((address) => String(address).replace(/^\/press\/|\/$/g, ""));
  },
};
