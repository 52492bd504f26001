/**
 * A static server for the demo and the tests: stored brotli and gzip, ETags, the strict policy of
 * `policy.mjs`. It does nothing that a common static host cannot do.
 *
 * `node tools/serve.mjs [FOLDER] [--port 8080] [--exact] [--shell]`
 * Takes the next free port when that one is taken; with `--exact` it says so and ends. With `--shell`
 * every visit gets the page of the SPA, as on a host that has no rendered pages.
 */
import { createServer } from "node:http";
import { extname } from "node:path";
import { argv, exit } from "node:process";
import { parseArgs } from "node:util";
import getPort, { portNumbers } from "get-port";
import sirv from "sirv";
import { HEADERS, SUBORDINATE, caching, documentHeaders, typeOf } from "./policy.mjs";

/** How many ports after the wanted one are tried. */
const PORTS_TRIED = 100;

const { values, positionals } = parseArgs({
  args: argv.slice(2),
  allowPositionals: true,
  options: {
    port: { type: "string", default: "8080" },
    exact: { type: "boolean", default: false },
    shell: { type: "boolean", default: false },
  },
});
const folder = positionals[0] ?? "dist";
const wanted = Number(values.port);

// `dev` reads the folder at every request, so that a new bundle shows without a restart.
const files = sirv(folder, { dev: true, etag: true, brotli: true, gzip: true, setHeaders });

const server = createServer((request, response) => {
  say(response, isSubordinate(request) ? HEADERS : { ...HEADERS, ...documentHeaders(folder) });
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.setHeader("Allow", "GET, HEAD");
    answer(response, 405, "Only GET and HEAD are answered here.");
    return;
  }
  if (values.shell && isVisit(request)) {
    answerPage(request, response);
    return;
  }
  files(request, response, () => answerPage(request, response));
});

server.on("error", (error) => {
  console.error(`The server could not start: ${error.message}. Give another port with --port.`);
  exit(1);
});
const port = values.exact ? wanted : await getPort({ port: portNumbers(wanted, wanted + PORTS_TRIED) });
server.listen(port, "localhost", () => {
  console.log(`Rostrum is at http://localhost:${port}/`);
  console.log("Press Ctrl+C to stop.");
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => exit(0));

/**
 * An address without a file: a visit gets the page of the SPA, as not found where there are rendered
 * pages; anything else a plain 404.
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
function answerPage(request, response) {
  const missing = () => answer(response, 404, "There is no such file.");
  if (!isVisit(request)) {
    missing();
    return;
  }
  request.url = "/404.html";
  if (!values.shell) {
    const { writeHead } = response;
    response.writeHead = (status, ...rest) => Reflect.apply(writeHead, response, [status === 200 ? 404 : status, ...rest]);
  }
  files(request, response, missing);
}

/** @param {import("node:http").IncomingMessage} request */
const pathOf = ({ url }) => new URL(url ?? "/", "http://localhost").pathname;

/** @param {import("node:http").IncomingMessage} request */
const isSubordinate = (request) => SUBORDINATE.test(pathOf(request));

/** @param {import("node:http").IncomingMessage} request */
function isVisit(request) {
  const pathname = pathOf(request);
  return Boolean(request.headers.accept?.includes("text/html")) && extname(pathname) === "";
}

/**
 * @param {import("node:http").ServerResponse} response
 * @param {string} pathname
 */
function setHeaders(response, pathname) {
  response.setHeader("Cache-Control", caching(pathname));
  const type = typeOf(pathname.endsWith("/") ? "index.html" : pathname.slice(1));
  if (type) response.setHeader("Content-Type", type);
}

/**
 * @param {import("node:http").ServerResponse} response
 * @param {number} status
 * @param {string} text
 */
function answer(response, status, text) {
  say(response, documentHeaders(folder));
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" });
  response.end(`${text}\n`);
}

/**
 * @param {import("node:http").ServerResponse} response
 * @param {Record<string, string>} headers
 */
function say(response, headers) {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}
