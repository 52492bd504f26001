import { Link, useLoaderData } from "react-router";
import { loadReleases, words } from "../../shared/bundle.js";
import { holders, inTheChair } from "../../shared/timeline.js";
import { useEntry } from "../Site.jsx";
import { Summaries } from "../Summaries.jsx";

export const loader = () => loadReleases({}, 1);

export function Component() {
  const { organization, timeline } = useEntry();
  const { releases } = useLoaderData();
  const term = inTheChair(timeline.terms, new Date().toISOString().slice(0, 10));
  return (
    <>
      <title>{words(organization.name)}</title>
      <div className="hero">
        <h1>{words(organization.name)}</h1>
        <p className="lead">{words(organization.description)}</p>
        <ul className="ways">
          <li><Link to="/press/">Press releases</Link></li>
          <li><Link to="/chairpersonships/">Chairpersonships</Link></li>
        </ul>
      </div>
      <div className="columns">
        <section className="latest" aria-labelledby="latest">
          <h2 id="latest">Latest releases</h2>
          <Summaries releases={releases.slice(0, 8)} />
          <p><Link to="/press/" className="onward">All releases</Link></p>
        </section>
        {term && (
          <aside className="troika">
            <h2>In the chair</h2>
            <p className="year">{term.label} {holders(term)}</p>
          </aside>
        )}
      </div>
    </>
  );
}
