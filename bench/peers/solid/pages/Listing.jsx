import { A, createAsync, useSearchParams } from "@solidjs/router";
import { createSelector, For, Show } from "solid-js";
import { words } from "../../shared/bundle.js";
import { getReleases, wantedOf } from "../loading.js";
import { useEntry, useTitle } from "../Site.jsx";
import { Summaries } from "../Summaries.jsx";

export default function Listing(props) {
  const { countries, fields, years } = useEntry();
  const [search, setSearch] = useSearchParams();
  const found = createAsync(() => getReleases(...wantedOf(props.params, search)));
  const title = () => (props.params.year ? `Press releases of ${props.params.year}` : "Press releases");
  const narrow = (name) => (value) => setSearch({ [name]: value, page: undefined }, { scroll: false });
  useTitle(title);
  return (
    <>
      <h1>{title()}</h1>
      <form class="narrow" role="search">
        <Show when={!props.params.year}>
          <Choice label="Year" options={years.toReversed().map(({ year }) => [String(year), year])} value={search.year} choose={narrow("year")} />
        </Show>
        <Choice label="Country" options={countries.map(({ slug, name }) => [slug, words(name)])} value={search.country} choose={narrow("country")} />
        <Choice label="Field of work" options={fields.map(({ slug, name }) => [slug, words(name)])} value={search.field} choose={narrow("field")} />
      </form>
      <p class="count" role="status">{found()?.total === 1 ? "1 release" : `${found()?.total} releases`}</p>
      <Summaries releases={found()?.releases} level="h2" />
      <Show when={found()?.pages > 1}>
        <nav class="pagination" aria-label="Pages">
          <Pages page={found().page} pages={found().pages} />
        </nav>
      </Show>
    </>
  );
}

function Pages(props) {
  const [search] = useSearchParams();
  const to = (number) => `?${new URLSearchParams({ ...search, page: number })}`;
  return (
    <>
      <Show when={props.page > 1}><A href={to(props.page - 1)} rel="prev">Newer</A></Show>
      <span>Page {props.page} of {props.pages}</span>
      <Show when={props.page < props.pages}><A href={to(props.page + 1)} rel="next">Older</A></Show>
    </>
  );
}

function Choice(props) {
  const isChosen = createSelector(() => props.value ?? "");
  return (
    <label>
      {props.label}
      <select onChange={({ target }) => props.choose(target.value)}>
        <option value="" selected={isChosen("")}>All</option>
        <For each={props.options}>{([slug, name]) => <option value={slug} selected={isChosen(slug)}>{name}</option>}</For>
      </select>
    </label>
  );
}
