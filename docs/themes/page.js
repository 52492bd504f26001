/** Shows every property of the piece at work; docs/theming.md tells what each is for. */

const COLOURS = {
  accent: "Links, buttons",
  "accent-soft": "Ground of what is chosen",
  "on-accent": "Text on the accent",
  paper: "Ground",
  "paper-raised": "Ground of panels",
  ink: "Text",
  "ink-quiet": "Quiet text",
  line: "Lines",
  "line-strong": "Edges of controls",
  warning: "Warnings",
  "warning-soft": "Ground of warnings",
};
const MEASURES = {
  "font-text": ["Typeface", "Verdana, sans-serif"],
  "font-title": ["Typeface of titles", "Georgia, serif"],
  radius: ["Corners", "0.375rem"],
  space: ["Space", "1rem"],
  gutter: ["Space at the sides", "1rem"],
  measure: ["Length of lines", "38rem"],
};

const form = document.forms[0];
const piece = document.querySelector("rostrum-app");
const file = document.querySelector("#theme-file");
const output = document.querySelector("output");

/** @param {string} into @param {string} property @param {string} text @param {{ type?: string, placeholder?: string }} options */
function control(into, property, text, { type = "text", placeholder = "" }) {
  const label = document.createElement("label");
  const input = document.createElement("input");
  input.type = type;
  input.name = property;
  input.placeholder = placeholder;
  label.append(text, input);
  document.querySelector(into)?.append(label);
}

for (const [name, text] of Object.entries(COLOURS)) control("#colours", `--rostrum-${name}`, text, { type: "color" });
for (const [name, [text = "", placeholder = ""]] of Object.entries(MEASURES)) control("#measures", `--rostrum-${name}`, text, { placeholder });

/** A colour as the piece has it now, for the field that changes it. @param {string} property */
function colourOf(property) {
  if (!piece) return "";
  piece.style.setProperty("outline-color", `var(${property})`);
  const channels = getComputedStyle(piece).outlineColor.match(/\d+/g) ?? [];
  piece.style.removeProperty("outline-color");
  return `#${channels.slice(0, 3).map((channel) => Number(channel).toString(16).padStart(2, "0")).join("")}`;
}

function fill() {
  for (const input of document.querySelectorAll("input")) if (input.type === "color") input.value = colourOf(input.name);
}

file?.addEventListener("load", fill);
piece?.addEventListener("rostrum-ready", fill);

form?.addEventListener("input", ({ target }) => {
  if (!piece || !(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
  if (target.name === "file") wear(target.value);
  else if (target instanceof HTMLInputElement) piece.style.setProperty(target.name, target.value);
  else piece.setAttribute(target.name, target.value);
  if (target.name === "theme") fill();
  say();
});

form?.addEventListener("reset", () => {
  piece?.removeAttribute("style");
  piece?.setAttribute("view", "press");
  piece?.removeAttribute("theme");
  wear("organisation.css");
  say();
});

/** @param {string} name of a theme's file, or nothing */
function wear(name) {
  file?.toggleAttribute("disabled", name === "");
  if (name) file?.setAttribute("href", name);
}

function say() {
  const set = [...(piece?.style ?? [])].map((name) => `  ${name}: ${piece?.style.getPropertyValue(name).trim()};`);
  if (output) output.value = `rostrum-app {\n${set.join("\n")}\n}`;
}

say();
