import { useLoaderData, useParams } from "react-router";
import { loadEntry, loadReleases, words } from "../../shared/bundle.js";
import { useEntry } from "../Site.jsx";
import { Summaries } from "../Summaries.jsx";

const KINDS = { countries: "country", fields: "field", structures: "structure" };

export async function loader({ params: { kind, slug } }) {
  const entry = await loadEntry();
  if (!KINDS[kind] || !entry[kind].some((one) => one.slug === slug)) throw new Response(null, { status: 404 });
  return loadReleases({ [KINDS[kind]]: slug }, 1);
}

/** The page of a country, field or structure. */
export function Component() {
  const entry = useEntry();
  const { kind, slug } = useParams();
  const { releases } = useLoaderData();
  const { name, summary } = entry[kind].find((one) => one.slug === slug);
  return (
    <>
      <title>{words(name)}</title>
      <h1>{words(name)}</h1>
      {summary && <p className="lead">{words(summary)}</p>}
      <section className="releases" aria-labelledby="releases">
        <h2 id="releases">Releases</h2>
        <Summaries releases={releases} />
      </section>
    </>
  );
}
