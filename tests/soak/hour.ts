/**
 * Random visitors over 10,000 releases, as long as `MINUTES` says, the first of the seed `SEED`. One stays
 * on a page for the first half, its memory watched; those after it reload it as well, each for a while.
 * With `KIND` (`stays`, `leaves`) all of them are of one kind.
 */
import { env } from "node:process";
import { test } from "../e2e/fixtures.ts";
import { PLACES, publishArchive } from "./archive.ts";
import { sit } from "./sitting.ts";

const MINUTES = Number(env["MINUTES"] || 60);
const SEED = Number(env["SEED"] || Date.now() % 1e6);
const KIND = env["KIND"] || "both";
/** How long a visitor of the second half stays. */
const STEPS = 200;

test("random visitors meet faults, and find the site whole after them", async ({ browser, site }) => {
  test.setTimeout(0);
  console.log(`SEED=${SEED} makes these visitors again.`);
  const server = await site();
  await publishArchive(server, 10_000);
  const visitor = { origin: server.url, places: PLACES };
  const start = Date.now();
  const isBefore = (part: number) => Date.now() < start + part * MINUTES * 60_000;
  if (KIND !== "leaves") await sit(browser, { ...visitor, seed: SEED, kind: "stays", goesOn: () => isBefore(KIND === "stays" ? 1 : 0.5) });
  for (let seed = SEED; isBefore(1); seed += 1) {
    await sit(browser, { ...visitor, seed, kind: "leaves", goesOn: (step) => step <= STEPS && isBefore(1) });
  }
});
