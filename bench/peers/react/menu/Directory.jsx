import { useId, useMemo, useState } from "react";
import { directory, filter } from "../../shared/menu.js";
import { useEntry } from "../Site.jsx";
import { Entries } from "./Entries.jsx";

/** A long list, such as the countries, with a filter and a live count. */
export function Directory({ items }) {
  const { countries } = useEntry();
  const [query, setQuery] = useState("");
  const groups = useMemo(() => directory(items, countries), [items, countries]);
  const { fits, count } = useMemo(() => filter(groups, query), [groups, query]);
  const found = groups.filter(fits).map((group) => ({ ...group, items: group.items?.filter(fits) }));
  const id = useId();
  return (
    <>
      <div className="menu-finder">
        <label htmlFor={id}>Filter</label>
        <input type="search" id={id} autoComplete="off" spellCheck={false} value={query} onChange={({ target }) => setQuery(target.value)} />
        <p className="menu-hint" hidden={count !== undefined}>Name, former name or code</p>
        <p className="menu-count" role="status">{count !== undefined && (count === 1 ? "1 country" : `${count} countries`)}</p>
      </div>
      <Entries items={found} className="menu-entries menu-directory" />
    </>
  );
}
