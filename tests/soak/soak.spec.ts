/** Random visitors for a moment, always the same ones; `make soak` has others, for an hour. */
import { test } from "../e2e/fixtures.ts";
import { PLACES, publishArchive } from "./archive.ts";
import { sit } from "./sitting.ts";

for (const [kind, what] of [["stays", "stays on one page"], ["leaves", "reloads it as well"]] as const) {
  test(`a random visitor who ${what} meets faults, and finds the site whole after them`, async ({ browser, site }) => {
    const server = await site();
    await publishArchive(server, 1000);
    await sit(browser, { seed: 1, kind, origin: server.url, places: PLACES, goesOn: (step) => step <= 40 });
  });
}
