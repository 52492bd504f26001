/**
 * `<rostrum-app>`: the one module a page includes. It defines the element, loads WebAssembly and
 * style once per page when the first element needs them, and hands each element to the SPA.
 *
 * It runs under a policy without inline code: the style arrives as an adopted sheet, the WebAssembly
 * by `fetch`. It writes nothing outside its elements. Their light-DOM children show until the piece
 * says that it is ready, and go on showing when it cannot be.
 *
 * Standards: HTML "Custom elements", CSSOM `adoptedStyleSheets`, Subresource Integrity.
 */

import { address } from "./asset.js";
import { load } from "./load.js";
import { takeOver } from "./takeover.js";

const ATTRIBUTES = ["bundle", "view", "route", "routing", "base", "home", "lang", "theme", "manage-title", "shortcut", "loading"];

/** How far from sight an element with `loading="lazy"` loads: as far as the window is large. */
const NEAR = { rootMargin: "100%" };

/** When the next frame has been drawn; nothing is drawn in a tab that is not seen. */
const painted = () => new Promise((resolve) => (document.hidden ? resolve(0) : requestAnimationFrame(() => setTimeout(resolve))));

/** @implements {Pick<RostrumAppElement, "navigate" | "refresh">} */
class RostrumApp extends HTMLElement {
  static observedAttributes = ATTRIBUTES;

  #shadow = this.attachInternals?.().shadowRoot ?? this.attachShadow({ mode: "open" });
  #isRendered = this.#shadow.hasChildNodes();
  /** What shows until the piece is ready: the page as it was rendered beforehand, else the light DOM. */
  #fallback = this.#isRendered ? [...this.#shadow.children] : [document.createElement("slot")];
  #root = Object.assign(document.createElement("div"), { hidden: true });
  /** @type {Mounted | undefined} */
  #mounted;
  #isLoading = false;
  /** The style of the piece. @type {CSSStyleSheet[]} */
  #sheets = [];
  /** @type {IntersectionObserver | undefined} */
  #sight;
  /** @type {string | undefined} */
  #wanted;
  /** @type {Set<string>} */
  #changed = new Set();

  constructor() {
    super();
    // What stands there already stays: a style sheet that moves is gone until it is loaded again.
    if (!this.#isRendered) this.#shadow.append(...this.#fallback);
    for (const name of ["rostrum-ready", "rostrum-error"]) this.addEventListener(name, (event) => this.#show(event));
  }

  connectedCallback() {
    this.#adoptEarlyProperties();
    const kept = this.#keptLanguage();
    if (kept && !this.hasAttribute("lang")) this.setAttribute("lang", kept);
    this.#await();
  }

  /** Loads at once, or when the element comes near to what is seen. */
  #await() {
    if (this.#mounted || this.#isLoading || this.#sight) return;
    if (this.getAttribute("loading") !== "lazy") return void this.#start();
    this.#sight = new IntersectionObserver((seen) => {
      if (seen.some(({ isIntersecting }) => isIntersecting)) void this.#start();
    }, NEAR);
    this.#sight.observe(this);
  }

  #forgetSight() {
    this.#sight?.disconnect();
    this.#sight = undefined;
  }

  /** A node that is only moved is connected again before the microtask runs, and stays as it is. */
  disconnectedCallback() {
    queueMicrotask(() => {
      if (!this.isConnected) this.#stop();
    });
  }

  /**
   * Changes are told in a microtask, all at once: an attribute set by a listener must not call into
   * the SPA while it is still running.
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} after
   */
  attributeChangedCallback(name, before, after) {
    if (name === "loading" && this.#sight) {
      this.#forgetSight();
      this.#await();
    }
    if (!this.#mounted || before === after) return;
    if (name === "lang") this.#keptLanguage(after);
    if (this.#changed.size === 0) queueMicrotask(() => this.#tellChanges());
    this.#changed.add(name);
  }

  #tellChanges() {
    const names = [...this.#changed];
    this.#changed.clear();
    for (const name of names) this.#mounted?.attributeChanged(name);
  }

  /**
   * Goes to a route, as a link of the piece would, as soon as the piece is ready.
   * @param {string} route
   */
  navigate(route) {
    this.#wanted = route;
    queueMicrotask(() => this.#go());
  }

  /** Reads the bundle anew, for all elements that show it; the visitor stays where they are. */
  refresh() {
    queueMicrotask(() => this.#mounted?.refresh());
  }

  #go() {
    const wanted = this.#wanted;
    if (wanted === undefined || this.#root.hidden) return;
    this.#wanted = undefined;
    this.#mounted?.navigate(wanted);
  }

  /**
   * What a rendered page needs to answer is not to stand in the way of what it shows; then all of it is
   * asked for at once. Its style is refused where the host says the hashes of another version; sheets
   * that are constructed are not.
   */
  async #showFirst() {
    const styles = [...this.#shadow.querySelectorAll("style")];
    if (styles.some(({ sheet }) => !sheet))
      this.#shadow.adoptedStyleSheets = await Promise.all(styles.map(({ textContent }) => new CSSStyleSheet().replace(textContent ?? "")));
    await painted();
    for (const link of this.#shadow.querySelectorAll("link")) link.media = "all";
  }

  async #start() {
    this.#forgetSight();
    this.#isLoading = true;
    try {
      if (this.#isRendered) await this.#showFirst();
      if (!this.isConnected) return;
      this.#root = Object.assign(document.createElement("div"), { className: "piece", hidden: true });
      this.#shadow.append(this.#root);
      const { mount, sheets } = await load(this.#root);
      if (!this.isConnected) return;
      // It may have been away meanwhile.
      this.#shadow.append(this.#root);
      this.#sheets = sheets;
      this.#mounted = mount(this, this.#root);
    } catch (error) {
      this.#stop();
      this.#fail(error);
    } finally {
      this.#isLoading = false;
    }
  }

  /**
   * The piece stays hidden until it has something to show, so that nothing shifts while it loads.
   * When it is ready it takes the fallback's place; what it says of a failure stands below, but not
   * below a page that was rendered beforehand, which says all there is. What a stand-alone site does
   * for visitors without a network is loaded only now.
   * @param {Event} event
   */
  #show(event) {
    if (event.target !== this) return;
    const isReady = event.type === "rostrum-ready";
    if (this.#root.hidden && (isReady || !this.#isRendered)) {
      this.#shadow.adoptedStyleSheets = this.#sheets;
      this.#root.hidden = false;
    }
    const offline = this.getAttribute("offline");
    if (offline) import(address(offline)).catch(() => {});
    if (isReady) takeOver(this.#shadow, this.#fallback, this.#root);
    queueMicrotask(() => this.#go());
  }

  #stop() {
    const mounted = this.#mounted;
    this.#mounted = undefined;
    this.#changed.clear();
    this.#wanted = undefined;
    this.#forgetSight();
    mounted?.unmount();
    mounted?.free();
    this.#root.hidden = true;
    this.#shadow.replaceChildren(...this.#fallback);
  }

  /** @param {unknown} error */
  #fail(error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `Rostrum could not start: ${reason}. The page's own content is shown.`;
    this.dispatchEvent(new CustomEvent("rostrum-error", { bubbles: true, composed: true, detail: { message } }));
  }

  /**
   * A piece that owns its page is shown in the language that was chosen there last.
   * @param {string | null} [chosen] what is kept from now on
   */
  #keptLanguage(chosen) {
    const key = `rostrum ${this.getAttribute("base")} language`;
    try {
      if (!this.hasAttribute("manage-title")) return null;
      if (chosen) localStorage.setItem(key, chosen);
      return localStorage.getItem(key);
    } catch {
      // Without storage the page's own language is shown.
      return null;
    }
  }

  /** Properties that a script set before the element was defined hide the accessors: set them anew. */
  #adoptEarlyProperties() {
    for (const name of ATTRIBUTES.map(propertyName)) {
      if (!Object.hasOwn(this, name)) continue;
      const value = Reflect.get(this, name);
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, value);
    }
  }
}

/** @param {string} attribute */
function propertyName(attribute) {
  return attribute === "manage-title" ? "manageTitle" : attribute;
}

/** Each attribute has a property; `lang` every element has already. */
for (const attribute of ATTRIBUTES.filter((name) => name !== "lang")) {
  const isFlag = attribute === "manage-title";
  Object.defineProperty(RostrumApp.prototype, propertyName(attribute), {
    configurable: true,
    enumerable: true,
    /** @this {RostrumApp} */
    get() {
      return isFlag ? this.hasAttribute(attribute) : this.getAttribute(attribute);
    },
    /**
     * @this {RostrumApp}
     * @param {string | boolean | null | undefined} value
     */
    set(value) {
      if (isFlag) this.toggleAttribute(attribute, Boolean(value));
      else if (value === null || value === undefined) this.removeAttribute(attribute);
      else this.setAttribute(attribute, String(value));
    },
  });
}

// An older copy on the page keeps the name.
if (!customElements.get("rostrum-app")) customElements.define("rostrum-app", RostrumApp);

export {};
