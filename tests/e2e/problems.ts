/**
 * Listens for everything a browser complains about: errors and warnings in the console, uncaught
 * exceptions, violations of the content security policy and of Trusted Types. A journey on which the
 * browser complains has failed, whatever it showed.
 */
import { type BrowserContext, expect } from "@playwright/test";

const VIOLATION = "Policy violation";

export class Problems {
  #seen: string[] = [];
  #expected: RegExp[] = [];
  #allowed: RegExp[] = [];

  async watch(context: BrowserContext): Promise<void> {
    context.on("weberror", (error) => this.#seen.push(`Uncaught: ${error.error().message}`));
    context.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") this.#seen.push(message.text());
    });
    await context.addInitScript((label) => {
      document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) =>
        console.error(`${label}: ${violatedDirective} ${blockedURI} ${sample}`),
      );
    }, VIOLATION);
  }

  /** Declares a complaint that the test provokes. It must come, at least once. */
  expect(complaint: RegExp): void {
    this.#expected.push(complaint);
  }

  /** Declares a complaint that depends on how fast the machine is, and means nothing here. */
  allow(complaint: RegExp): void {
    this.#allowed.push(complaint);
  }

  /** Ends the watch: every complaint was declared, and every declared one came. */
  settle(): void {
    const declared = [...this.#expected, ...this.#allowed];
    const undeclared = this.#seen.filter((text) => !declared.some((complaint) => complaint.test(text)));
    expect(undeclared, "complaints of the browser").toEqual([]);
    const absent = this.#expected.filter((complaint) => !this.#seen.some((text) => complaint.test(text)));
    expect(absent.map(String), "declared complaints that did not come").toEqual([]);
  }
}
