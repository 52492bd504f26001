/**
 * What Lighthouse gives a page of Wagtail with three pieces in it, and the same page without them. Prints
 * a table and writes it into docs/benchmarks.md.
 *
 * `CHROMIUM=/path/to/chromium node bench/wagtail.mjs`, after `make target/wagtail/ready`
 */
import { spawn } from "node:child_process";
import { env } from "node:process";
import { createInterface } from "node:readline";
import getPort from "get-port";
import { RUNS, inChromium, scores } from "./lighthouse.mjs";
import { writeSection } from "./report.mjs";

const PAGES = { "Without pieces": "without/", "With menu, press releases and timeline": "with/" };

const office = await getPort();
const server = spawn("target/wagtail/venv/bin/python", ["tests/wagtail/manage.py", "runserver", "--nostatic", "--noreload", `${office}`], {
  env: { ...env, PYTHONUNBUFFERED: "1" },
  stdio: ["ignore", "pipe", "ignore"],
});
for await (const line of createInterface(server.stdout)) if (line.startsWith("Quit the server")) break;
try {
  await inChromium(async (browser, port) => {
    const given = await scores(port, `http://localhost:${office}/`, PAGES);
    const text = `What Lighthouse gives, on its mobile phone and of 100, a page of Wagtail with three pieces in it and the same
without them: the median of ${RUNS} runs (least–most). Files are served by WhiteNoise, as they are packed.

${given}`;
    console.log(text);
    writeSection("In a page of Wagtail", text, browser.version());
  });
} finally {
  server.kill();
}
