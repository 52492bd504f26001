import { A, createAsync } from "@solidjs/router";
import { For, Show } from "solid-js";
import { words } from "../../shared/bundle.js";
import { dayOf, fullDay, longDay } from "../../shared/dates.js";
import { Blocks } from "../Blocks.jsx";
import { getRelease } from "../loading.js";
import { useEntry, useTitle } from "../Site.jsx";
import "../../../../style/texts.css";

export default function Release(props) {
  const release = createAsync(() => getRelease({ ...props.params }));
  useTitle(() => release()?.versions[0].title);
  return <Show when={release()} keyed>{(release) => <Article release={release} />}</Show>;
}

function Article(props) {
  const { kinds, structures } = useEntry();
  const { address, kind, place, source, versions, related } = props.release;
  const version = versions.find(({ language }) => language === "en") ?? versions[0];
  const issuer = structures.find(({ slug }) => slug === source);
  return (
    <article class="release">
      <header>
        <p class="kind">{words(kinds.find(({ slug }) => slug === kind)?.name)}</p>
        <div lang={version.language}><h1>{version.title}</h1></div>
        <dl class="facts">
          <div><dt>Date</dt><dd><time datetime={dayOf(address)}>{fullDay(dayOf(address))}</time></dd></div>
          <Show when={place}><div><dt>Place</dt><dd>{words(place)}</dd></div></Show>
          <Show when={issuer}><div><dt>Source</dt><dd><A href={`/structures/${source}/`}>{words(issuer.name)}</A></dd></div></Show>
        </dl>
      </header>
      <div class="text-column">
        <div class="prose" lang={version.language}><Blocks blocks={version.body} /></div>
      </div>
      <div class="beside"><About release={props.release} /></div>
      <Neighbours previous={props.release.previous} next={props.release.next} />
      <Show when={related}>
        <section class="related" aria-labelledby="related">
          <h2 id="related">Related releases</h2>
          <ul role="list">
            <For each={related}>
              {({ address, title }) => (
                <li>
                  <A href={`/press/${address}/`}>{words(title)}</A>
                  <p class="meta"><time datetime={dayOf(address)}>{longDay(dayOf(address))}</time></p>
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>
    </article>
  );
}

function About(props) {
  const entry = useEntry();
  const { countries = [], fields = [], provenance } = props.release;
  const named = (kind, slugs) => slugs.map((slug) => ({ to: `/${kind}/${slug}/`, name: words(entry[kind].find((one) => one.slug === slug)?.name) }));
  const links = [...named("countries", countries), ...named("fields", fields)];
  return (
    <>
      <section class="about" aria-labelledby="about">
        <h2 id="about">About</h2>
        <ul class="inline"><For each={links}>{({ to, name }) => <li><A href={to}>{name}</A></li>}</For></ul>
      </section>
      <Show when={provenance?.sources}>
        <footer class="provenance">
          <ul class="inline"><For each={provenance.sources}>{({ name, href }) => <li><a href={href} rel="noopener">{name}</a></li>}</For></ul>
        </footer>
      </Show>
    </>
  );
}

function Neighbours(props) {
  return (
    <nav class="neighbours" aria-label="Before and after, from the same source">
      <Show when={props.previous}>
        {(previous) => <A href={`/press/${previous().address}/`} rel="prev"><span class="label">Previous</span> {words(previous().title)}</A>}
      </Show>
      <Show when={props.next}>
        {(next) => <A href={`/press/${next().address}/`} rel="next"><span class="label">Next</span> {words(next().title)}</A>}
      </Show>
    </nav>
  );
}
