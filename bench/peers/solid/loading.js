/** What pages show, asked for by their routes and taken up by the pages. */
import { query } from "@solidjs/router";
import { loadRelease, loadReleases } from "../shared/bundle.js";

/** The listings of what has a page of its own. */
export const KINDS = { countries: "country", fields: "field", structures: "structure" };

export const getReleases = query(loadReleases, "releases");

export const getRelease = query(({ year, month, day, slug }) => loadRelease([year, month, day, slug].join("/")), "release");

/** What an address asks for of the releases, and which page of it. */
export function wantedOf({ year }, { year: chosen, country, field, page }) {
  return [{ year: year ?? chosen, country, field }, Number(page ?? 1)];
}
