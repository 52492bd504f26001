/**
 * Writes the element as a package for npm, and a zip of the same for those without npm: embed.js with
 * every file that it may load, its types, and a manifest for editors and catalogues.
 *
 * `node tools/package.mjs DIST FOLDER`: from what was built in DIST, the package in FOLDER, which is
 * emptied first, and FOLDER.zip.
 *
 * What the element has is said once, in src/embed/element.d.ts, and what its style can be told in
 * docs/theming.md; types and manifest come from there.
 * The analyzer of custom-elements-manifest does not see properties that are defined in a loop.
 * Standard: custom-elements-manifest, schema 1.0.0.
 */
import { cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { argv } from "node:process";
import { zipSync } from "fflate";
import { HASHED } from "./policy.mjs";

const [dist, folder] = argv.slice(2);
if (!dist || !folder) throw new Error("Give the folder of the site, and the one for the package.");

const NAME = "rostrum-app";
const ENTRY = "embed.js";
const DESCRIPTION = "Menu, press releases and timeline of an international organisation, as a custom element";

const { version, license } = JSON.parse(await readFile("package.json", "utf8"));
const source = await readFile("src/embed/element.d.ts", "utf8");
const theming = await readFile("docs/theming.md", "utf8");

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const files = [ENTRY, ...(await namedIn(ENTRY))];
for (const name of files) await cp(join(dist, name), join(folder, name));
for (const name of ["LICENSE-MIT", "LICENSE-APACHE"]) await cp(name, join(folder, name));
await write(`${NAME}.d.ts`, typesOf(source));
await write("react.d.ts", react());
await write("custom-elements.json", JSON.stringify(manifestOf(source), undefined, 2));
await write("package.json", JSON.stringify(description(), undefined, 2));
await write("README.md", readme());
await zip();
console.log(`The package is in ${folder}/, with ${files.length} files to serve, and in ${folder}.zip.`);

/**
 * The files that a file names, and those that they name: a hash in a name tells it from other words.
 * @param {string} name
 * @param {Set<string>} found
 */
async function namedIn(name, found = new Set()) {
  if (!/\.(js|json)$/.test(name)) return found;
  const text = await readFile(join(dist ?? "", name), "utf8");
  for (const [named] of text.matchAll(/[\w-]+-[0-9a-f]{12}\.\w+/g)) {
    if (!HASHED.test(named) || found.has(named)) continue;
    found.add(named);
    await namedIn(named, found);
  }
  return found;
}

/** @param {string} name @param {string} text */
async function write(name, text) {
  await writeFile(join(folder ?? "", name), text.endsWith("\n") ? text : `${text}\n`);
}

/**
 * The declarations of the page as those of a module: what is ours is exported, what is the browser's is
 * added to.
 * @param {string} declarations
 */
function typesOf(declarations) {
  const parts = declarations.trim().split(/\n\n(?=\/\*\*|interface|type)/);
  const isOurs = (/** @type {string} */ part) => /^(interface|type) Rostrum/m.test(part);
  const ours = parts.filter(isOurs).map((part) => part.replace(/^(?=interface|type)/m, "export "));
  const added = parts.filter((part) => !isOurs(part)).join("\n\n").replaceAll(/^(?=.)/gm, "  ");
  return [...ours, `declare global {\n${added}\n}`].join("\n\n");
}

/** @param {string} declarations */
function manifestOf(declarations) {
  const body = /interface RostrumAppElement [^]*?\n}/.exec(declarations)?.[0] ?? "";
  const documented = (/** @type {RegExp} */ pattern) =>
    [...body.matchAll(new RegExp(String.raw`/\*\* (?<description>.*?) \*/\n  ${pattern.source}`, "g"))].map(({ groups = {} }) => groups);
  const fields = documented(/(?<name>\w+): (?<type>[^;]+);/);
  const methods = documented(/(?<name>\w+)\((?<parameters>[^)]*)\): (?<type>[^;]+);/);
  const events = [...declarations.matchAll(/\/\*\* (.*) \*\/\ntype (Rostrum\w+Event) = (.+);/g)].map(([, text, type = "", detail]) => ({
    name: type.replace(/Event$/, "").replaceAll(/\B[A-Z]/g, "-$&").toLowerCase(), description: text, type: { text: detail } }));
  const rows = (/** @type {RegExp} */ name) => [...theming.matchAll(/^\| (`.*?`) \| (.*?) \|/gm)].flatMap(([, names = "", text]) =>
    (names.match(name) ?? []).map((found) => ({ name: found, description: text })));
  const attribute = (/** @type {string} */ name) => name.replaceAll(/[A-Z]/g, "-$&").toLowerCase();
  const declaration = {
    kind: "class", customElement: true, name: "RostrumApp", tagName: NAME, superclass: { name: "HTMLElement" },
    description: DESCRIPTION,
    attributes: [
      ...fields.map(({ name = "", type, description: text }) => ({ name: attribute(name), fieldName: name, type: { text: type }, description: text })),
      { name: "lang", fieldName: "lang", type: { text: "string" }, description: "The language, else that of the element around it." },
    ],
    members: [
      ...fields.map(({ name = "", type, description: text }) => ({ kind: "field", name, attribute: attribute(name), type: { text: type }, description: text })),
      ...methods.map(({ name, parameters = "", type, description: text }) => ({
        kind: "method", name, description: text, return: { type: { text: type } },
        parameters: parameters.split(", ").filter(Boolean).map((parameter) => ({ name: parameter.split(": ")[0], type: { text: parameter.split(": ")[1] } })) })),
    ],
    events,
    cssProperties: rows(/--rostrum-[a-z-]+/g),
    cssParts: rows(/(?<=`)[a-z][a-z-]*(?=`)/g),
    slots: [{ name: "", description: "Shows until the piece is ready, and stays when it cannot be." }],
  };
  const reference = { name: declaration.name, module: ENTRY };
  return {
    schemaVersion: "1.0.0",
    modules: [{ kind: "javascript-module", path: ENTRY, declarations: [declaration],
      exports: [{ kind: "custom-element-definition", name: NAME, declaration: reference }] }],
  };
}

function description() {
  const types = `./${NAME}.d.ts`;
  return {
    name: NAME, version, description: DESCRIPTION, license, type: "module", keywords: ["web-component", "custom-element", "press", "timeline"],
    exports: { ".": { types, default: `./${ENTRY}` }, "./react": { types: "./react.d.ts" }, "./*": "./*" },
    types, customElements: "custom-elements.json", sideEffects: [`./${ENTRY}`],
    files: ["*.js", "*.wasm", "*.css", "*.json", "*.txt", "*.d.ts", "LICENSE-*"],
  };
}

/** For JSX: React 19 knows custom elements, and asks for their types in a namespace of its own. */
function react() {
  return `import type { HTMLAttributes, Ref } from "react";
import type { RostrumAppElement } from "./${NAME}.d.ts";

type Attributes = Partial<Omit<RostrumAppElement, keyof HTMLElement>>;

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "${NAME}": HTMLAttributes<RostrumAppElement> & Attributes & { ref?: Ref<RostrumAppElement> };
    }
  }
}`;
}

function readme() {
  return `# ${NAME}

${DESCRIPTION}. Version ${version}.

Serve the files of this package from one folder, under the names that they have, and paste:

\`\`\`html
<script type="module" src="/rostrum/${ENTRY}"></script>
<${NAME} bundle="/rostrum/bundle/" view="press"><a href="/press/">Press releases</a></${NAME}>
\`\`\`

\`${ENTRY}\` loads the others from beside it, so a bundler leaves it as it is: copy the folder (\`cp -r node_modules/${NAME} public/rostrum\`) and include it by its address. \`import type {} from "${NAME}"\` gives TypeScript the types of the element and its events, \`import type {} from "${NAME}/react"\` those of JSX in React 19. \`custom-elements.json\` tells editors what can be set.

The data is a bundle, which the command \`rostrum\` builds.
`;
}

/** @returns {Promise<void>} */
async function zip() {
  const names = await readdir(folder ?? "");
  const entries = await Promise.all(names.map(async (name) => [`${NAME}/${name}`, await readFile(join(folder ?? "", name))]));
  await writeFile(`${folder}.zip`, zipSync(Object.fromEntries(entries), { mtime: "1980-01-01" }));
}
