/**
 * What Lighthouse gives a page of Wagtail with three pieces in it, and the same page without them. Prints
 * a table and writes it into docs/benchmarks.md.
 *
 * `CHROMIUM=/path/to/chromium node bench/wagtail.mjs`, after `make target/wagtail/ready`
 */
import { startOffice } from "../tests/wagtail/server.mjs";
import { RUNS, inChromium, scores } from "./lighthouse.mjs";
import { writeSection } from "./report.mjs";

const PAGES = { "Without pieces": "without/", "With menu, press releases and timeline": "with/" };

const office = await startOffice();
try {
  await inChromium(async (browser, port) => {
    const given = await scores(port, office.address, PAGES);
    const text = `What Lighthouse gives, on its mobile phone and of 100, a page of Wagtail with three pieces in it and the same
without them: the median of ${RUNS} runs (least–most). Files are served by WhiteNoise, as they are packed.

${given}`;
    console.log(text);
    writeSection("In a page of Wagtail", text, browser.version());
  });
} finally {
  await office.stop();
}
