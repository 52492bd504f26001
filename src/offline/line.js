/**
 * The quiet line at the end of the window: that the server does not answer, what was kept, and that a
 * new version is ready. It stands in the shadow root of the site's element, whose tokens it uses, and
 * is there from the start, empty, so that what it says is announced (ARIA `status`).
 */
import { keptThings } from "./kept.js";
import { textsFor } from "./texts.js";
import { visitedPages } from "./visited.js";

/** @typedef {{ isAway: boolean, isMissing: boolean, isReady: boolean }} State */
/** @typedef {(news: Partial<State>) => void} Show */

/**
 * @param {HTMLElement} app
 * @param {() => void} accept what is done when the visitor wants the new version
 * @returns {Show}
 */
export function drawLine(app, accept) {
  const [away, ready] = [element("span"), element("span")];
  const [reload, summary, pages] = [element("button"), element("summary"), element("ul")];
  const kept = element("details", summary, pages);
  const line = element("div", away, kept, ready, reload);
  line.className = "offline";
  line.role = "status";
  // Opening the list announces nothing.
  kept.ariaLive = "off";
  adoptStyle(app, line);

  const state = { isAway: false, isMissing: false, isReady: false };
  const draw = () => {
    const texts = textsFor(app, draw);
    const { isAway, isMissing, isReady } = state;
    Object.assign(line, { lang: texts.lang, dir: texts.dir });
    away.textContent = isAway ? `${texts.away} ${isMissing ? texts.missing : ""}` : "";
    ready.textContent = isReady ? texts.ready : "";
    summary.textContent = texts.kept;
    reload.textContent = texts.reload;
    kept.hidden = !isAway || visitedPages().length === 0;
    reload.hidden = !isReady;
    if (isAway && isMissing) sayInFallback(app, texts.missing);
    keepFocusClear(line);
  };
  kept.addEventListener("toggle", async () => {
    const known = new Map([...visitedPages(), ...(await keptThings())].map((page) => [page.path, page]));
    pages.replaceChildren(...[...known.values()].map(item));
    keepFocusClear(line);
  });
  reload.addEventListener("click", accept);
  new MutationObserver(draw).observe(document, { attributeFilter: ["lang"], subtree: true });
  let drawn = "";
  return (news) => {
    Object.assign(state, news);
    const next = JSON.stringify(state);
    // Every page tells, mostly nothing new, and to draw has browsers lay out the page. While the server
    // is away, what was kept grows.
    if (next !== drawn || state.isAway) draw();
    drawn = next;
  };
}

/**
 * What has the focus is never to stand behind the line.
 * @param {HTMLElement} line
 */
function keepFocusClear(line) {
  document.documentElement.style.scrollPaddingBlockEnd = `${line.offsetHeight}px`;
}

/**
 * What stands in the place of a first page says that it is loading, which is not so.
 * @param {HTMLElement} app
 * @param {string} text
 */
function sayInFallback(app, text) {
  const loading = app.querySelector(".fallback p");
  if (loading) loading.textContent = text;
}

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Node[]} content
 */
function element(name, ...content) {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}

/** @param {import("./visited.js").ReadPage} page */
function item({ path, title }) {
  const link = element("a", new Text(title));
  link.href = path;
  return element("li", link);
}

/**
 * @param {HTMLElement} app
 * @param {HTMLElement} line
 */
function adoptStyle({ shadowRoot }, line) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(ROSTRUM_OFFLINE_STYLE);
  shadowRoot?.adoptedStyleSheets.push(sheet);
  shadowRoot?.append(line);
}
