/** The package: installed into an empty folder from its tarball, compiled against, and shown in a page. */
import { execFileSync } from "node:child_process";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { unzipSync } from "fflate";
import { expect, test } from "./fixtures.ts";

const PACKAGE = "rostrum-app";

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title><link rel="icon" href="/mark.svg">
  <script type="module" src="/host/node_modules/rostrum-app/embed.js"></script></head>
  <body><rostrum-app bundle="/bundle/" view="press" routing="hash"><p>The host's own words.</p></rostrum-app></body></html>`;

/** What a page written in TypeScript would say, and what it must not get away with. */
const SCRIPT = `import type {} from "rostrum-app";
import type { RostrumAppElement } from "rostrum-app";

const piece: RostrumAppElement = document.createElement("rostrum-app");
piece.view = "press";
piece.manageTitle = false;
document.addEventListener("rostrum-navigate", ({ detail }) => console.log(detail.route.length));
document.querySelector("rostrum-app")?.addEventListener("rostrum-error", ({ detail }) => console.log(detail.message.length));
piece.navigate("/press/");
// @ts-expect-error: a flag is no text
piece.manageTitle = "yes";
`;

const OPTIONS = { module: "NodeNext", target: "ES2023", lib: ["ES2023", "DOM"], strict: true, noEmit: true, types: [] };

/** Installs the package as its users do, without a network. */
const install = async (folder: string) => {
  const run = (program: string, ...options: string[]) => execFileSync(program, options, { cwd: folder, encoding: "utf8", shell: false });
  const [{ filename }] = JSON.parse(run("npm", "pack", "--json", resolve(PACKAGE)));
  await writeFile(join(folder, "package.json"), '{ "private": true, "type": "module" }');
  run("npm", "install", "--offline", "--no-audit", "--no-fund", `./${filename}`);
  return run;
};

test("the package gives a page the element and TypeScript its types", async ({ page, site }) => {
  const { url, folder } = await site();
  const host = join(folder, "host");
  await mkdir(host);
  const run = await install(host);
  await writeFile(join(host, "page.ts"), SCRIPT);
  await writeFile(join(host, "tsconfig.json"), JSON.stringify({ compilerOptions: OPTIONS, files: ["page.ts"] }));
  run(resolve("node_modules/.bin/tsc"), "--project", ".");

  await writeFile(join(host, "page.html"), PAGE);
  await page.goto(`${url}host/page.html`);
  await expect(page.getByRole("heading", { name: "Press releases" })).toBeVisible();
  await page.getByRole("link", { name: "Switzerland takes the chair for the third time" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Switzerland takes the chair" })).toBeVisible();
});

test("the manifest names what the element knows, and the zip has what the package has", async () => {
  const { modules } = JSON.parse(await readFile(join(PACKAGE, "custom-elements.json"), "utf8"));
  const { tagName, attributes, members, events, cssProperties, cssParts } = modules[0].declarations[0];
  const names = (entries: { name: string }[]) => entries.map(({ name }) => name);
  expect(tagName).toBe("rostrum-app");
  const observed = /ATTRIBUTES = \[(.*)\]/.exec(await readFile("src/embed/embed.js", "utf8"))?.[1];
  expect(names(attributes).sort()).toEqual(observed?.replaceAll('"', "").split(", ").sort());
  expect(names(members)).toEqual(expect.arrayContaining(["view", "manageTitle", "navigate", "refresh"]));
  expect(names(events).sort()).toEqual(["rostrum-error", "rostrum-navigate", "rostrum-ready"]);
  expect(names(cssProperties)).toEqual(expect.arrayContaining(["--rostrum-accent", "--rostrum-warning-soft"]));
  expect(names(cssParts)).toEqual(expect.arrayContaining(["header", "menu-panel", "title"]));
  const zipped = Object.keys(unzipSync(await readFile(`${PACKAGE}.zip`))).map((name) => name.replace("rostrum-app/", ""));
  expect(zipped.sort()).toEqual((await readdir(PACKAGE)).sort());
});
