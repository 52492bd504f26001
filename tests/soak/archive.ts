/** A site with a generated archive, for visitors who do not know what they want. */
import { execFileSync } from "node:child_process";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Site } from "../e2e/site.ts";
import type { World } from "./actions.ts";

/** Places that are there in every archive like the demo's; others are found from them. */
export const PLACES: World["places"] = [
  "/", "/press/", "/press/page/3/", "/press/page/40/", "/press/2010/", "/press/?q=elections", "/countries/", "/countries/kazakhstan/",
  "/countries/armenia/", "/countries/armenia/page/2/", "/fields/", "/structures/", "/chairpersonships/", "/chairpersonships/2010/",
];

/** Publishes an archive of so many releases in the place of the demo's. */
export async function publishArchive(site: Site, releases: number): Promise<void> {
  const [sources, bundle] = ["sources", "bundle"].map((name) => join(site.folder, name)) as [string, string];
  await rm(bundle, { recursive: true });
  const rostrum = (...options: string[]) => execFileSync("target/debug/rostrum", options, { stdio: "pipe" });
  rostrum("generate", "--releases", String(releases), "--like", "content", "--out", sources);
  rostrum("build", sources, "--out", bundle);
  await rm(sources, { recursive: true });
}
