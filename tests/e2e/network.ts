/** A network that is slow where a test wants it to be. */
import type { Page, Route } from "@playwright/test";

/** Holds back what a page asks for under such addresses until it is let go, and then waits until it has come. */
export const holdsBack = async (
  page: Page,
  addresses: RegExp,
  answer = (route: Route): Promise<void> => route.continue(),
): Promise<() => Promise<void>> => {
  let letGo = () => {};
  const isFree = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(addresses, async (route) => {
    await isFree;
    await answer(route);
  });
  return async () => {
    const answered = page.waitForEvent("requestfinished", (request) => addresses.test(request.url()));
    letGo();
    await answered;
  };
};
