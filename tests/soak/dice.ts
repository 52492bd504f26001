/**
 * Chance that can be had again: mulberry32 (Tommy Ettinger, public domain), begun from a hash (FNV-1a)
 * of what it is for. So each draw depends on its seed and its purpose alone, and never on how often
 * something else was drawn before.
 */
export class Dice {
  #state = 0x811c9dc5;

  constructor(...purpose: (number | string)[]) {
    for (const character of purpose.join(" ")) this.#state = Math.imul(this.#state ^ character.charCodeAt(0), 0x01000193);
  }

  /** At least 0, less than 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 up to, and not with, `limit`. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  one<T>(of: readonly [T, ...T[]]): T {
    return of[this.below(of.length)] ?? of[0];
  }

  /** One of several, each as likely as its weight says. */
  weighted<T extends { readonly weight: number }>(of: readonly T[]): T | undefined {
    let left = this.next() * of.reduce((sum, { weight }) => sum + weight, 0);
    return of.find(({ weight }) => (left -= weight) < 0);
  }
}
