import { createMemo, createSignal, createUniqueId, For, Show } from "solid-js";
import { directory, filter } from "../../shared/menu.js";
import { useEntry } from "../Site.jsx";
import { Name } from "./Entries.jsx";

/** A long list, such as the countries, with a filter and a live count. */
export function Directory(props) {
  const { countries } = useEntry();
  const [query, setQuery] = createSignal("");
  const groups = directory(props.items, countries);
  const found = createMemo(() => filter(groups, query()));
  const id = createUniqueId();
  const count = () => found().count;
  return (
    <>
      <div class="menu-finder">
        <label for={id}>Filter</label>
        <input type="search" id={id} autocomplete="off" spellcheck={false} value={query()} onInput={({ target }) => setQuery(target.value)} />
        <p class="menu-hint" hidden={count() !== undefined}>Name, former name or code</p>
        <p class="menu-count" role="status">{count() !== undefined && (count() === 1 ? "1 country" : `${count()} countries`)}</p>
      </div>
      <ul class="menu-entries menu-directory">
        <For each={groups.filter(found().fits)}>{(group) => <Group group={group} fits={found().fits} />}</For>
      </ul>
    </>
  );
}

function Group(props) {
  return (
    <Show when={props.group.items} fallback={<li><Name item={props.group} /></li>}>
      <li class="group">
        <p class="heading"><Name item={props.group} /></p>
        <ul>
          <For each={props.group.items.filter(props.fits)}>{(item) => <li><Name item={item} /></li>}</For>
        </ul>
      </li>
    </Show>
  );
}
