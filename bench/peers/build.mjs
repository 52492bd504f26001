/**
 * Builds the peers into target/peers, each as a site that stands at the root of a host, with the bundle of
 * `dist`; and the floor: Rostrum's rendered pages without their scripts. `node bench/peers/build.mjs [FOLDER]`
 */
import { execFileSync } from "node:child_process";
import { cp, mkdir, readFile, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { argv } from "node:process";
import { pathToFileURL } from "node:url";
import { compressFolder } from "../../tools/compress.mjs";
import { writeEcl } from "./ecl.mjs";

export const BUILT = "target/peers";
/** What is compared, by its address. */
export const PLACES = {
  "Front page": "",
  "A release": "press/2007/04/30/kazakhstan-focused-on-2009-osce-chairmanship/",
  "The listing": "press/",
  "The timeline": "chairpersonships/",
};
/** What a page asks for in its first moment and only scripts use. */
const SCRIPTED = /<script\b[^>]*>[^]*?<\/script>|<link rel="(modulepreload|preload|manifest)"[^>]*>/g;

/** @param {string} dist what `make build` made */
export async function buildPeers(dist) {
  execFileSync("npm", ["run", "--silent", "build"], { cwd: import.meta.dirname, stdio: "inherit" });
  for (const name of ["react", "solid"]) await finish(join(BUILT, name), dist);
  await writeStatic(join(BUILT, "static"), dist);
  await writeEcl(join(BUILT, "ecl"), dist);
}

/**
 * As single-page apps are hosted: any address gets the one page.
 * @param {string} folder
 * @param {string} dist
 */
async function finish(folder, dist) {
  await cp(join(folder, "index.html"), join(folder, "404.html"));
  await symlink(relative(folder, join(dist, "bundle")), join(folder, "bundle"));
  await compressFolder(folder);
}

/** @param {string} folder @param {string} dist */
async function writeStatic(folder, dist) {
  await rm(folder, { recursive: true, force: true });
  for (const path of Object.values(PLACES)) {
    const page = await readFile(join(dist, path, "index.html"), "utf8");
    const file = join(folder, path, "index.html");
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, page.replaceAll(SCRIPTED, ""));
  }
  const needed = (await readdir(dist)).filter((name) => /\.(css|svg)$/.test(name));
  await Promise.all(needed.map((name) => cp(join(dist, name), join(folder, name))));
  await compressFolder(folder);
}

if (import.meta.url === pathToFileURL(argv[1] ?? "").href) await buildPeers(argv[2] ?? "dist");
