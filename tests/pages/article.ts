/**
 * What schema.org says of a `NewsArticle`, and Google of one that it shows (developers.google.com,
 * "Article (Article, NewsArticle, BlogPosting) structured data"), as far as a site without pictures can.
 */
import { ADDRESS } from "./built.ts";

const DAY = /^\d{4}-\d\d-\d\d$/;
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$/;
const KNOWN = [
  "@context", "@type", "headline", "datePublished", "dateModified", "inLanguage", "description",
  "mainEntityOfPage", "author", "publisher", "creditText",
];

type Fields = Record<string, unknown>;

/** What is wrong with a block of JSON-LD, in sentences. */
export function objections(json: string): string[] {
  const article = JSON.parse(json) as Fields;
  const found: string[] = [];
  const wants = (name: string, is: (text: string) => boolean, isNeeded = true) => {
    const value = article[name];
    if (value === undefined ? isNeeded : typeof value !== "string" || !is(value)) found.push(`${name} is ${JSON.stringify(value)}`);
  };
  wants("@context", (text) => text === "https://schema.org");
  wants("@type", (text) => text === "NewsArticle");
  wants("headline", (text) => text.trim() !== "");
  wants("datePublished", (text) => DAY.test(text));
  wants("dateModified", (text) => DAY.test(text) && text >= String(article["datePublished"]), false);
  wants("inLanguage", (text) => LANGUAGE.test(text));
  wants("description", (text) => text.trim() !== "", false);
  wants("mainEntityOfPage", (text) => text.startsWith(ADDRESS));
  // What the organisation did not publish has no author of the organisation's, and says what it is.
  if (article["creditText"] === undefined) found.push(...["author", "publisher"].filter((name) => !isOrganization(article[name])));
  else wants("creditText", (text) => text.trim() !== "");
  found.push(...Object.keys(article).filter((name) => !KNOWN.includes(name)).map((name) => `${name} is not known`));
  return found;
}

function isOrganization(value: unknown): boolean {
  const { "@type": type, name, url } = (value ?? {}) as Fields;
  return type === "Organization" && typeof name === "string" && name !== "" && (url === undefined || /^https?:/.test(String(url)));
}
