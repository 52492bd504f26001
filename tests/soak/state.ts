/** What a visitor sees of a page, and what must hold of it at any time and at rest. */
import { type Page, expect } from "@playwright/test";

export interface State {
  /** Path and query. */
  readonly address: string;
  readonly title: string;
  readonly language: string;
  /** The first heading that is seen, and whether it is that of a page of the site. */
  readonly heading: string;
  readonly isShown: boolean;
  /** Whether something of the piece has the focus. */
  readonly hasFocus: boolean;
  /** Whether something says that it is on its way. */
  readonly isLoading: boolean;
  /** What is said to have failed. */
  readonly failures: readonly string[];
}

/** As it is once drawn: the title follows the heading by a frame. */
export const stateOf = (page: Page): Promise<State> =>
  page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const app = document.querySelector("rostrum-app");
    const root = app?.shadowRoot;
    const isSeen = (element: Element) => element.checkVisibility();
    const shown = [...(root?.querySelectorAll(".main h1") ?? [])].find(isSeen);
    const heading = shown ?? [...(app?.querySelectorAll("h1") ?? [])].find(isSeen);
    const said = [...(root?.querySelectorAll("[role=status]") ?? [])].filter(isSeen).map((status) => status.textContent?.trim() ?? "");
    return {
      address: location.pathname + location.search,
      title: document.title,
      language: document.querySelector("rostrum-app")?.getAttribute("lang") ?? "",
      heading: heading?.textContent?.trim() ?? "",
      isShown: shown !== undefined,
      hasFocus: root?.activeElement != null,
      isLoading: root?.querySelector(".progress.active") !== null || said.some((text) => /^(Loading|Searching)/.test(text)),
      failures: [...(root?.querySelectorAll(".failure") ?? [])].map((failure) => failure.textContent?.trim() ?? ""),
    };
  });

/** Waits until the page is there, pressing “Try again” where that is offered, as often as a patient visitor does. */
export const comes = async (page: Page): Promise<State> => {
  let state = await stateOf(page);
  const isThere = async () => {
    state = await stateOf(page);
    const retry = page.locator(".failure button:visible").first();
    if (state.failures.length > 0 && !state.isLoading) await retry.click({ timeout: 1000 }).catch(() => {});
    return state.isShown && !state.isLoading && state.failures.length === 0 ? "there" : JSON.stringify(state);
  };
  await expect.poll(isThere, { message: "the page, without faults", timeout: 20_000 }).toBe("there");
  return state;
};
