/**
 * The visitors' journeys, in the browsers installed on this machine: Chromium for all of them,
 * Firefox for the main ones (tag `@main`). Firefox is driven by WebDriver BiDi, which the installed
 * release speaks; Playwright 1.65 sends commands that the current extended-support release lacks.
 */
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { type Project, defineConfig } from "@playwright/test";
import getPort from "get-port";

/** The workers read the configuration again, in their own processes: the port is chosen once. */
process.env["ROSTRUM_PORT"] ??= String(await getPort());
const baseURL = `http://localhost:${process.env["ROSTRUM_PORT"]}/`;

const CHROMIUM: Project["use"] = {
  browserName: "chromium",
  launchOptions: { ...installed("chromium", "chromium-browser", "google-chrome"), args: ["--disable-quic"] },
};
const FIREFOX: Project["use"] = { browserName: "firefox", channel: "moz-firefox", launchOptions: installed("firefox-esr", "firefox") };

export default defineConfig({
  testDir: "tests",
  testMatch: "**/{e2e,hosts,soak}/*.spec.ts",
  outputDir: "test-results/files",
  fullyParallel: true,
  forbidOnly: Boolean(process.env["CI"]),
  // On a machine that nobody watches, a browser's hiccup is told by name and fails nothing.
  retries: process.env["CI"] ? 1 : 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [["list"], ["json", { outputFile: "test-results/journeys.json" }]],
  use: {
    baseURL,
    trace: process.env["CI"] ? "on-first-retry" : "retain-on-failure",
    locale: "en-GB",
    timezoneId: "Europe/Vienna",
    // What is kept from journey to journey would hide what the server does; the journeys about that have them on.
    serviceWorkers: "block",
  },
  webServer: {
    command: `node tools/serve.mjs dist --port ${process.env["ROSTRUM_PORT"]} --exact --shell`,
    url: baseURL,
  },
  projects: [
    {
      // Pages as files: Chromium parses them, and shows none.
      name: "pages",
      testMatch: "**/pages/*.spec.ts",
      timeout: 180_000,
      use: CHROMIUM,
    },
    { name: "chromium", use: CHROMIUM },
    { name: "firefox", grep: /@main/, use: FIREFOX },
    // In the pages of another system, which starts by itself.
    { name: "wagtail-chromium", testMatch: "**/wagtail/*.spec.ts", timeout: 120_000, use: CHROMIUM },
    { name: "wagtail-firefox", testMatch: "**/wagtail/*.spec.ts", timeout: 120_000, grep: /@main/, use: FIREFOX },
    // Random visitors, for as long as they are told; they write what they did when something fails.
    { name: "soak", testMatch: "**/soak/hour.ts", use: { ...CHROMIUM, trace: "off" } },
  ],
});

/** The first of these programs on the PATH; without one Playwright says what is missing. */
function installed(...names: string[]): { executablePath?: string } {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const found = names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
  return found === undefined ? {} : { executablePath: found };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
