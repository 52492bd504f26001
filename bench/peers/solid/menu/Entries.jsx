import { A } from "@solidjs/router";
import { For, Show } from "solid-js";
import { words } from "../../shared/bundle.js";

/** The items of a panel, with all that is under them. */
export function Entries(props) {
  return (
    <ul class={props.class}>
      <For each={props.items}>{(item) => <Entry item={item} />}</For>
    </ul>
  );
}

function Entry(props) {
  return (
    <Show when={props.item.items} fallback={<li><Name item={props.item} /></li>}>
      <li class="group">
        <p class="heading"><Name item={props.item} /></p>
        <Entries items={props.item.items} />
      </li>
    </Show>
  );
}

export function Name(props) {
  const name = words(props.item.label);
  const { to } = props.item;
  if (!to) return <span>{name}</span>;
  return /^https?:/.test(to) ? <a href={to} class="external">{name}</a> : <A href={to}>{name}</A>;
}
