/** The pages that were read here last, by address and title, for a list of what was kept. */

const NAME = `rostrum ${ROSTRUM_BASE} visited`;
const MOST = 20;

/** @typedef {{ path: string, title: string }} ReadPage */

/** @returns {ReadPage[]} the last one first */
export function visitedPages() {
  try {
    return JSON.parse(localStorage.getItem(NAME) ?? "[]");
  } catch {
    return [];
  }
}

/** @param {ReadPage} page */
export function noteVisit(page) {
  const others = visitedPages().filter(({ path }) => path !== page.path);
  try {
    localStorage.setItem(NAME, JSON.stringify([page, ...others].slice(0, MOST)));
  } catch {
    // Without storage there is no list.
  }
}
