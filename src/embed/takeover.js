/**
 * The piece takes the place of the page as it was rendered beforehand (`rostrum build --site`). Both
 * are drawn by the same views, so nothing moves; what the visitor did meanwhile is done again: the
 * menu that they opened, what they typed, the focus.
 */

/** What a visitor can be at. In a small container the menu of a page without scripts has links that
 * the piece draws only when they are asked for. */
const CONTROLS = ":is(a, button, summary, input, select):not(.menu-still ul *)";

const OPENED = ":is(.menu-still, .menu-top > details)[open] > summary";

/**
 * @param {ShadowRoot} shadow
 * @param {Element[]} before what was shown until now
 * @param {HTMLElement} root the piece, which is shown from now on
 */
export function takeOver(shadow, before, root) {
  const opened = counterpart(shadow.querySelector(OPENED), shadow, root);
  const { activeElement } = shadow;
  const focused = counterpart(activeElement, shadow, root);
  for (const element of before) element.remove();
  opened?.click();
  if (activeElement instanceof HTMLInputElement && focused instanceof HTMLInputElement) {
    focused.value = activeElement.value;
    focused.dispatchEvent(new Event("input", { bubbles: true }));
  }
  // What was opened takes the focus only once it is drawn.
  requestAnimationFrame(() => focused?.focus({ preventScroll: true }));
}

/**
 * The control of the piece that says the same as one of the page before it.
 * @param {Element | null} control
 * @param {ShadowRoot} shadow
 * @param {HTMLElement} root
 */
function counterpart(control, shadow, root) {
  if (!control) return undefined;
  const same = [...shadow.querySelectorAll(CONTROLS)].filter((other) => saying(other) === saying(control));
  const after = same.filter((other) => root.contains(other));
  const found = after[same.indexOf(control)];
  return found instanceof HTMLElement ? found : undefined;
}

/** @param {Element} control */
function saying(control) {
  const attributes = ["href", "id", "aria-label"].map((name) => control.getAttribute(name));
  return [...attributes, control.textContent].join("\n");
}
