/**
 * Whether memory is flat. It is measured again and again in the same place, after what nobody holds was
 * collected.
 *
 * What is kept on purpose has an end: panels are drawn when they are first opened, parts of the program
 * come once, some dozens of files stay at hand. So the first half may grow. What leaks grows for ever:
 * then the middle of the second half lies above all of the first. It may
 * have some more all the same: nodes of the list of pages that were kept, which has twenty at most, and a
 * part of the heap and of the memory of the WebAssembly, which never shrinks and has holes. A page has a
 * thousand nodes, so one that stays behind now and then is more than that.
 */
import { type Page, expect } from "@playwright/test";
import { type Held as Found, held } from "../../bench/memory.mjs";

/** What there was at a step; memory in megabytes. */
export interface Held extends Found {
  readonly step: number;
}

/** What the middle of the second half may have more than the most of the first. */
const MORE = { nodes: 100, listeners: 20, heap: 1, wasm: 1 };
const NAMES = ["nodes", "listeners", "heap", "wasm"] as const;
/** Fewer say nothing. */
const FEWEST = 8;

export const measure = async (page: Page, step: number): Promise<Held> => {
  const found = await held(page);
  return { ...found, step, heap: found.heap / 1e6, wasm: found.wasm / 1e6 };
};

/** The measurements as a table. */
export const table = (all: readonly Held[]): string => {
  const row = ({ step, nodes, listeners, heap, wasm }: Held) => `| ${step} | ${nodes} | ${listeners} | ${heap.toFixed(2)} | ${wasm.toFixed(2)} |`;
  const head = "| step | nodes | listeners | heap of JavaScript, MB | WebAssembly, MB |\n| ---: | ---: | ---: | ---: | ---: |";
  return [head, ...all.map(row)].join("\n");
};

/** Expects that nothing grows for ever. */
export const isFlat = (all: readonly Held[]): void => {
  if (all.length < FEWEST) return;
  const half = all.length >> 1;
  for (const name of NAMES) {
    const of = (held: readonly Held[]) => held.map((one) => one[name]).sort((one, other) => one - other);
    const most = of(all.slice(0, half)).at(-1) ?? 0;
    const later = of(all.slice(half));
    const middle = later[later.length >> 1] ?? 0;
    expect(middle, `${name} in the middle of the second half, beside the most of the first\n${table(all)}`).toBeLessThanOrEqual(most + MORE[name]);
  }
};
