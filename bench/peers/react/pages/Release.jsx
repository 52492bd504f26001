import { Link, useLoaderData } from "react-router";
import { loadRelease, words } from "../../shared/bundle.js";
import { dayOf, fullDay, longDay } from "../../shared/dates.js";
import { useEntry } from "../Site.jsx";
import { Blocks } from "../Blocks.jsx";
import "../../../../style/texts.css";

export const loader = ({ params: { year, month, day, slug } }) => loadRelease([year, month, day, slug].join("/"));

export function Component() {
  const { kinds, structures } = useEntry();
  const release = useLoaderData();
  const { address, kind, place, source, versions } = release;
  const version = versions.find(({ language }) => language === "en") ?? versions[0];
  const issuer = structures.find(({ slug }) => slug === source);
  return (
    <article className="release">
      <title>{version.title}</title>
      <header>
        <p className="kind">{words(kinds.find(({ slug }) => slug === kind)?.name)}</p>
        <div lang={version.language}><h1>{version.title}</h1></div>
        <dl className="facts">
          <div><dt>Date</dt><dd><time dateTime={dayOf(address)}>{fullDay(dayOf(address))}</time></dd></div>
          {place && <div><dt>Place</dt><dd>{words(place)}</dd></div>}
          {issuer && <div><dt>Source</dt><dd><Link to={`/structures/${issuer.slug}/`}>{words(issuer.name)}</Link></dd></div>}
        </dl>
      </header>
      <div className="text-column">
        <div className="prose" lang={version.language}><Blocks blocks={version.body} /></div>
      </div>
      <div className="beside"><About release={release} /></div>
      <Neighbours release={release} />
      {release.related && (
        <section className="related" aria-labelledby="related">
          <h2 id="related">Related releases</h2>
          <ul role="list">
            {release.related.map(({ address, title }) => (
              <li key={address}>
                <Link to={`/press/${address}/`}>{words(title)}</Link>
                <p className="meta"><time dateTime={dayOf(address)}>{longDay(dayOf(address))}</time></p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}

function About({ release: { countries = [], fields = [], provenance } }) {
  const entry = useEntry();
  const named = (kind, slugs) => slugs.map((slug) => ({ to: `/${kind}/${slug}/`, name: words(entry[kind].find((one) => one.slug === slug)?.name) }));
  const links = [...named("countries", countries), ...named("fields", fields)];
  return (
    <>
      <section className="about" aria-labelledby="about">
        <h2 id="about">About</h2>
        <ul className="inline">{links.map(({ to, name }) => <li key={to}><Link to={to}>{name}</Link></li>)}</ul>
      </section>
      {provenance?.sources && (
        <footer className="provenance">
          <ul className="inline">{provenance.sources.map(({ name, href }) => <li key={href}><a href={href} rel="noopener">{name}</a></li>)}</ul>
        </footer>
      )}
    </>
  );
}

function Neighbours({ release: { previous, next } }) {
  return (
    <nav className="neighbours" aria-label="Before and after, from the same source">
      {previous && <Link to={`/press/${previous.address}/`} rel="prev"><span className="label">Previous</span> {words(previous.title)}</Link>}
      {next && <Link to={`/press/${next.address}/`} rel="next"><span className="label">Next</span> {words(next.title)}</Link>}
    </nav>
  );
}
