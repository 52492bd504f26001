/** What the builds of both peers have in common. */
import { join } from "node:path";

/** Rostrum's style is written for an element's shadow root; a peer is the page itself. */
const forThePage = {
  postcssPlugin: "for-the-page",
  /** @param {{ selector: string }} rule */
  Rule(rule) {
    rule.selector = rule.selector.replaceAll(/:host\(((?:[^()]|\([^()]*\))*)\)/g, ":root$1").replaceAll(":host", ":root");
  },
};

/** By a hash of such digits the server knows what a browser may keep, and what needs no policy of its own. */
const output = /** @type {const} */ ({
  hashCharacters: "hex",
  entryFileNames: "assets/[name]-[hash:12].js",
  chunkFileNames: "assets/[name]-[hash:12].js",
  assetFileNames: "assets/[name]-[hash:12][extname]",
});

/**
 * @param {string} name
 * @param {any} plugin the framework's own
 * @returns {import("vite").UserConfig}
 */
export const peer = (name, plugin) => ({
  root: join(import.meta.dirname, name),
  plugins: [plugin],
  css: { postcss: { plugins: [forThePage] } },
  build: { outDir: `../../../target/peers/${name}`, emptyOutDir: true, rolldownOptions: { output } },
  logLevel: "warn",
});
