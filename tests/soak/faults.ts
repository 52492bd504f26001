/**
 * A server before another one, on whose way answers are delayed, overtaken, replaced, cut short, spoilt
 * or lost. Which fault meets an answer is drawn from the seed, the file and how often it was asked for,
 * and never from time; so it is the same one in the next run.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { ServerBefore } from "../e2e/network.ts";
import { Dice } from "./dice.ts";

/** What may meet an answer. One that is held comes some steps later, and others overtake it. */
const FAULTS = ["held", "slow", "404", "500", "503", "cut short", "spoilt", "dropped"] as const;
type Fault = (typeof FAULTS)[number];

/** How many answers of a hundred are met by a fault while there are faults. */
const PERCENT = 40;
const MOST_STEPS_HELD = 4;
const MOST_MILLISECONDS = 400;

/** What a visitor gets after the first screen: the files of the bundle, and the parts of the program. */
const AT_RISK = /^\/(bundle\/|part-)/;

export class FaultyServer extends ServerBefore {
  readonly #asked = new Map<string, number>();
  #held: { until: number; letGo: () => void }[] = [];
  #step = 0;
  #isCalm = true;
  #isAway = false;
  #underWay = 0;
  /** The faults that there were, in their order. */
  readonly met: string[] = [];

  private constructor(origin: string, readonly seed: number) {
    super(origin);
  }

  static before(origin: string, seed: number): Promise<FaultyServer> {
    return new FaultyServer(origin, seed).starts();
  }

  /** Whether something was asked for and is not answered, but for what is held. */
  get isBusy(): boolean {
    return this.#underWay > this.#held.length;
  }

  /** From now on there are faults; what was held long enough comes. */
  begin(step: number): void {
    this.#isCalm = false;
    this.#step = step;
    this.#letGo(({ until }) => until <= step);
  }

  /** From now on there are none, and what was held comes. */
  calm(): void {
    this.#isCalm = true;
    this.#isAway = false;
    this.#letGo(() => true);
  }

  /** From now on, until it is calm, nothing is answered. */
  goAway(): void {
    this.#isAway = true;
  }

  #letGo(isDue: (held: { until: number }) => boolean): void {
    const due = this.#held.filter(isDue);
    this.#held = this.#held.filter((held) => !due.includes(held));
    // The last one first.
    for (const { letGo } of due.reverse()) letGo();
  }

  protected async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.#underWay += 1;
    response.on("close", () => (this.#underWay -= 1));
    if (this.#isAway) return void response.destroy();
    const { fault, dice } = this.#draw(request.method ?? "GET", request.url ?? "/");
    const { status, headers, body } = await this.asks(request);
    if (fault === "held") await this.#hold(dice);
    if (fault === "slow") await new Promise((resolve) => setTimeout(resolve, dice.below(MOST_MILLISECONDS)));
    if (fault === "dropped") return void response.destroy();
    if (/^\d+$/.test(fault ?? "")) return void response.writeHead(Number(fault), { "cache-control": "no-store" }).end();
    const isSpoilt = fault === "spoilt" || fault === "cut short";
    response.writeHead(status, isSpoilt ? { ...headers, "cache-control": "no-store" } : headers);
    if (fault === "spoilt") spoil(body, dice);
    if (fault !== "cut short" || body.length < 2) return void response.end(body);
    response.write(body.subarray(0, body.length / 2), () => response.destroy());
  }

  #draw(method: string, path: string): { fault: Fault | undefined; dice: Dice } {
    const asking = `${method} ${path}`;
    const time = (this.#asked.get(asking) ?? 0) + 1;
    this.#asked.set(asking, time);
    const dice = new Dice(this.seed, asking, time);
    const fault = AT_RISK.test(path) && !this.#isCalm && dice.below(100) < PERCENT ? dice.one(FAULTS) : undefined;
    if (fault) this.met.push(`${this.#step}: ${fault}: ${asking}`);
    return { fault, dice };
  }

  #hold(dice: Dice): Promise<void> {
    return new Promise((letGo) => this.#held.push({ until: this.#step + 1 + dice.below(MOST_STEPS_HELD), letGo }));
  }
}

/** Writes over some bytes what no text has. */
function spoil(body: Buffer, dice: Dice): void {
  const start = dice.below(Math.max(1, body.length - 16));
  body.fill(0, start, start + 16);
}
