/**
 * The mega menu of the Europa Component Library with the menu of the bundle, as a page of its own: its script
 * and style as they are shipped, its markup as the templates of `@ecl/mega-menu` write it.
 */
import { execFileSync } from "node:child_process";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** @typedef {{ label: Record<string, string>, to: string, items?: Item[] }} Item */

export const VERSION = "5.3.1";
/**
 * What that version is. It is not among the dependencies, since npm cannot install it: it asks for
 * `@ecl/accordion` of the same version, which npm does not find. Its script and style have all in them that they need.
 */
const INTEGRITY = "sha512-GKJqzoidZdabWTAGeZsVuvQbkhQ+Dm+HPNHenNAoAqeUwXH0T2NjfoV9hfIiVwFsfA5LW7lOncQNE2zGbAmmGA==";

const START = "ECL.autoInit();\n";

/**
 * Writes the page and what it needs.
 * @param {string} folder
 * @param {string} dist
 */
export async function writeEcl(folder, dist) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const said = execFileSync("npm", ["pack", "--json", "--pack-destination", folder, `@ecl/preset-ec@${VERSION}`], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  const [{ filename, integrity }] = JSON.parse(said);
  if (integrity !== INTEGRITY) throw new Error(`@ecl/preset-ec ${VERSION} is ${integrity}, and ${INTEGRITY} was expected. See what it is before it is measured.`);
  execFileSync("tar", ["-xzf", filename], { cwd: folder });
  for (const name of ["fonts", "scripts", "styles"]) await cp(join(folder, "package/dist", name), join(folder, name), { recursive: true });
  const { menu } = JSON.parse(await readFile(join(dist, "bundle/bundle.json"), "utf8"));
  await writeFile(join(folder, "start.js"), START);
  await writeFile(join(folder, "index.html"), page(menu));
}

/** @param {Item[]} menu */
const page = (menu) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>ECL</title>
<link rel="stylesheet" href="styles/optional/ecl-reset.css">
<link rel="stylesheet" href="styles/ecl-ec.css">
<script defer src="scripts/ecl-ec.js"></script>
<script defer src="start.js"></script>
<nav class="ecl-mega-menu" data-ecl-mega-menu data-ecl-auto-init="MegaMenu" data-ecl-mega-menu-label-open="Menu" data-ecl-mega-menu-label-close="Close" role="navigation" id="menu" aria-label="Main menu">
<div class="ecl-mega-menu__overlay">&nbsp;</div>
<div class="ecl-container ecl-mega-menu__container">
${button("Menu", "ecl-button--tertiary ecl-mega-menu__open", 'data-ecl-mega-menu-open aria-expanded="false"', icon("hamburger s") + icon("close s"))}
<section class="ecl-mega-menu__inner" data-ecl-mega-menu-inner>
<header class="ecl-mega-menu__inner-header">${button("Back", "ecl-button--tertiary ecl-mega-menu__back", "data-ecl-mega-menu-back", icon("corner-arrow xs rotate-270"))}</header>
<ul class="ecl-mega-menu__list">${menu.map(item).join("")}</ul>
</section>
</div>
</nav>
`;

/** An item of the first level, with its panel. @param {Item} item @param {number} index */
function item({ label, to, items = [] }, index) {
  const id = `ecl-mega-menu-item-menu-${index}`;
  const link = `data-ecl-mega-menu-link id="${id}-link"`;
  if (items.length === 0) {
    return `<li class="ecl-mega-menu__item" data-ecl-mega-menu-item id="${id}">${anchor(label, to, "ecl-mega-menu__link", link)}</li>`;
  }
  const icons = icon("corner-arrow 2xs rotate-90") + icon("arrow-left s flip-horizontal");
  return `<li class="ecl-mega-menu__item ecl-mega-menu__item--has-children" data-ecl-mega-menu-item data-ecl-has-children aria-haspopup="true" id="${id}">
${button(text(label), "ecl-button--primary ecl-mega-menu__link", `${link} aria-expanded="false"`, icons)}
<div class="ecl-mega-menu__wrapper"><div class="ecl-container">
<div class="ecl-mega-menu__mega ecl-mega-menu__mega--no-info" data-ecl-mega-menu-mega><ul class="ecl-mega-menu__sublist">${items.map(subitem).join("")}</ul></div>
</div></div></li>`;
}

/** An item of a panel, with the next panel. @param {Item} item @param {number} index @param {Item[]} all @returns {string} */
function subitem({ label, to, items = [] }, index, all) {
  const name = `ecl-mega-menu__sublink${index === all.length - 1 ? " ecl-mega-menu__sublink--last" : ""}`;
  const link = "data-ecl-mega-menu-sublink";
  const shown = items.length === 0 ? anchor(label, to, name, link) : `${button(text(label), `ecl-button--primary ${name}`, `${link} aria-expanded="false"`, icon("corner-arrow 2xs rotate-90"))}
<div class="ecl-mega-menu__mega ecl-mega-menu__mega--no-info ecl-mega-menu__mega--level-2" data-ecl-mega-menu-mega><ul class="ecl-mega-menu__sublist">${items.map(subitem).join("")}</ul></div>`;
  return `<li class="ecl-mega-menu__subitem" data-ecl-mega-menu-subitem>${shown}</li>`;
}

/** @param {string} label @param {string} names @param {string} attributes @param {string} icons */
const button = (label, names, attributes, icons) =>
  `<button class="ecl-button ${names}" type="button" ${attributes}><span class="ecl-button__container"><span class="ecl-button__label" data-ecl-label="true">${label}</span>${icons}</span></button>`;

/** @param {Item["label"]} label @param {string} to @param {string} names @param {string} attributes */
const anchor = (label, to, names, attributes) => `<a href="${to}" class="ecl-link ecl-link--standalone ${names}" ${attributes}>${text(label)}</a>`;

/** @param {string} told its name and how it looks */
function icon(told) {
  const [name, ...looks] = told.split(" ");
  return `<span class="wt-icon--${name} ecl-icon ${looks.map((look) => `ecl-icon--${look}`).join(" ")} ecl-button__icon ecl-icon--${name}" aria-hidden="true" data-ecl-icon></span>`;
}

/** @param {Item["label"]} label */
const text = ({ en = "" }) => en.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
