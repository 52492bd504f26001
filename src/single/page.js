/** The one script of a site that is one file: the element, and the files that a visitor can save. */
import "../embed/embed.js";
import { fetch, isStored } from "./files.js";

document.addEventListener("click", (event) => {
  const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
  if (!link || event.defaultPrevented || !isStored(link.href)) return;
  event.preventDefault();
  void save(link.href);
});

/**
 * Gives a file to the visitor, under its own name: as an address that is the file, since nothing has
 * to be given up afterwards then.
 * @param {string} address
 */
async function save(address) {
  const reader = new FileReader();
  reader.readAsDataURL(await (await fetch(address)).blob());
  await new Promise((resolve) => reader.addEventListener("load", resolve));
  const link = document.createElement("a");
  link.href = String(reader.result);
  link.download = address.slice(address.lastIndexOf("/") + 1);
  link.click();
}
