import { createAsync } from "@solidjs/router";
import { Show } from "solid-js";
import { words } from "../../shared/bundle.js";
import { getReleases, KINDS } from "../loading.js";
import { useEntry, useTitle } from "../Site.jsx";
import { Summaries } from "../Summaries.jsx";

/** The page of a country, field or structure. */
export default function Entity(props) {
  const entry = useEntry();
  const entity = () => KINDS[props.params.kind] && entry[props.params.kind].find(({ slug }) => slug === props.params.slug);
  const found = createAsync(async () => entity() && getReleases({ [KINDS[props.params.kind]]: props.params.slug }, 1));
  useTitle(() => words(entity()?.name));
  return (
    <Show when={entity()} fallback={<p>There is no such page.</p>}>
      <h1>{words(entity().name)}</h1>
      <Show when={entity().summary}><p class="lead">{words(entity().summary)}</p></Show>
      <section class="releases" aria-labelledby="releases">
        <h2 id="releases">Releases</h2>
        <Summaries releases={found()?.releases} />
      </section>
    </Show>
  );
}
