/**
 * Draws the icons of the installed site from `public/mark.svg` into `public/`, where they are kept:
 * a build needs no browser. `CHROMIUM=… node tools/icons.mjs`
 */
import { readFile } from "node:fs/promises";
import { env } from "node:process";
import { chromium } from "playwright-core";

/** Each icon: its size in pixels, and how much of it the mark takes. A mask may cut a fifth off (W3C, "safe zone"). */
const ICONS = { "icon-192": [192, 0.8], "icon-512": [512, 0.8], "icon-maskable-512": [512, 0.55] };

const mark = (await readFile("public/mark.svg")).toString("base64");
const browser = await chromium.launch({ ...(env["CHROMIUM"] && { executablePath: env["CHROMIUM"] }) });
const page = await browser.newPage();
for (const [name, [size = 0, part = 0]] of Object.entries(ICONS)) {
  await page.setViewportSize({ width: size, height: size });
  const image = `<img width="${size * part}" src="data:image/svg+xml;base64,${mark}">`;
  await page.setContent(`<body style="margin: 0; block-size: 100vb; display: grid; place-content: center">${image}`);
  await page.screenshot({ path: `public/${name}.png` });
}
await browser.close();
