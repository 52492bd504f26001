/** Whether HTML is valid, by another than us; `<rostrum-app>` is the one element that it is told of. */
import { HtmlValidate, StaticConfigLoader } from "html-validate";

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ["html-validate:standard"],
    elements: ["html5", { "rostrum-app": { flow: true, permittedContent: ["@flow"] } }],
  }),
);

/** What the validator objects to in a page. */
export async function invalid(path: string, html: string): Promise<string[]> {
  const { results } = await validator.validateString(html, path);
  return results.flatMap(({ messages }) => messages.map(({ message, line, column }) => `${path}:${line}:${column}: ${message}`));
}
