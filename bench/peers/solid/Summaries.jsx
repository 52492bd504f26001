import { A } from "@solidjs/router";
import { For, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import { words } from "../shared/bundle.js";
import { dayOf, longDay } from "../shared/dates.js";
import { useEntry } from "./Site.jsx";

/** A list of releases. */
export function Summaries(props) {
  const { kinds, structures } = useEntry();
  return (
    <ol class="summaries" role="list">
      <For each={props.releases}>
        {({ address, title, kind, source, place, is_withdrawn: isWithdrawn }) => (
          <li>
            <time datetime={dayOf(address)}>{longDay(dayOf(address))}</time>
            <div>
              <Dynamic component={props.level ?? "h3"}><A href={`/press/${address}/`}>{words(title)}</A></Dynamic>
              <p class="meta">
                <Show when={isWithdrawn}><strong>Withdrawn</strong></Show>
                <span class="kind">{words(kinds.find(({ slug }) => slug === kind)?.name)}</span>
                <Show when={source}><span>{words(structures.find(({ slug }) => slug === source)?.name)}</span></Show>
                <Show when={place}><span>{words(place)}</span></Show>
              </p>
            </div>
          </li>
        )}
      </For>
    </ol>
  );
}
