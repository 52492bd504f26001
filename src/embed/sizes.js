/**
 * The style's sizes in the visitor's own font size. `rem` is the host's to set, and many a host has one
 * that is far from it.
 * @param {HTMLElement} root
 * @returns {(css: string) => string}
 */
export function inSizesOf(root) {
  root.style.fontSize = "medium";
  const size = parseFloat(getComputedStyle(root).fontSize) || 16;
  return (css) => css.replaceAll(/([\d.]*\d)rem/g, (_, number) => `${number * size}px`);
}
