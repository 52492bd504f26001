/** The site of Wagtail on this machine, as the tests and `make bench-wagtail` ask it. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { env } from "node:process";
import { createInterface } from "node:readline";
import getPort from "get-port";

/**
 * Starts it on the database that `make` prepared, or on another one. Its files are WhiteNoise's to serve.
 * @param {Record<string, string>} [settings] more variables of its environment, such as OFFICE_DATABASE
 * @returns {Promise<{ address: string, stop: () => Promise<void> }>} once it answers
 */
export async function startOffice(settings = {}) {
  const port = await getPort();
  const command = ["tests/wagtail/manage.py", "runserver", "--nostatic", "--noreload", `${port}`];
  const server = spawn("target/wagtail/venv/bin/python", command, {
    env: { ...env, ...settings, PYTHONUNBUFFERED: "1" },
    stdio: ["ignore", "pipe", "ignore"],
  });
  for await (const line of createInterface(server.stdout)) if (line.startsWith("Quit the server")) break;
  server.stdout.resume();
  const stop = async () => {
    const ended = once(server, "exit");
    server.kill();
    await ended;
  };
  return { address: `http://localhost:${port}/`, stop };
}
