import { A, createAsync } from "@solidjs/router";
import { Show } from "solid-js";
import { words } from "../../shared/bundle.js";
import { holders, inTheChair } from "../../shared/timeline.js";
import { getReleases } from "../loading.js";
import { useEntry, useTitle } from "../Site.jsx";
import { Summaries } from "../Summaries.jsx";

export default function Front() {
  const { organization, timeline } = useEntry();
  const found = createAsync(() => getReleases({}, 1));
  const term = inTheChair(timeline.terms, new Date().toISOString().slice(0, 10));
  useTitle(() => words(organization.name));
  return (
    <>
      <div class="hero">
        <h1>{words(organization.name)}</h1>
        <p class="lead">{words(organization.description)}</p>
        <ul class="ways">
          <li><A href="/press/">Press releases</A></li>
          <li><A href="/chairpersonships/">Chairpersonships</A></li>
        </ul>
      </div>
      <div class="columns">
        <section class="latest" aria-labelledby="latest">
          <h2 id="latest">Latest releases</h2>
          <Summaries releases={found()?.releases.slice(0, 8)} />
          <p><A href="/press/" class="onward">All releases</A></p>
        </section>
        <Show when={term}>
          <aside class="troika">
            <h2>In the chair</h2>
            <p class="year">{term.label} {holders(term)}</p>
          </aside>
        </Show>
      </div>
    </>
  );
}
