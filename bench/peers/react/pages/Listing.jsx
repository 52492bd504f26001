import { Link, useLoaderData, useParams, useSearchParams } from "react-router";
import { loadReleases, words } from "../../shared/bundle.js";
import { useEntry } from "../Site.jsx";
import { Summaries } from "../Summaries.jsx";

export function loader({ params, request }) {
  const { page = 1, ...wanted } = Object.fromEntries(new URL(request.url).searchParams);
  return loadReleases({ year: params.year, ...wanted }, Number(page));
}

export function Component() {
  const { countries, fields, years } = useEntry();
  const { releases, total, page, pages } = useLoaderData();
  const { year } = useParams();
  const [search, setSearch] = useSearchParams();
  const title = year ? `Press releases of ${year}` : "Press releases";
  const narrow = (name, value) => {
    setSearch((before) => {
      const { page: _, [name]: __, ...rest } = Object.fromEntries(before);
      return value ? { ...rest, [name]: value } : rest;
    }, { preventScrollReset: true });
  };
  const to = (number) => `?${new URLSearchParams({ ...Object.fromEntries(search), page: number })}`;
  return (
    <>
      <title>{title}</title>
      <h1>{title}</h1>
      <form className="narrow" role="search">
        {!year && <Choice label="Year" options={years.toReversed().map(({ year }) => [year, year])} value={search.get("year")} choose={(value) => narrow("year", value)} />}
        <Choice label="Country" options={countries.map(({ slug, name }) => [slug, words(name)])} value={search.get("country")} choose={(value) => narrow("country", value)} />
        <Choice label="Field of work" options={fields.map(({ slug, name }) => [slug, words(name)])} value={search.get("field")} choose={(value) => narrow("field", value)} />
      </form>
      <p className="count" role="status">{total === 1 ? "1 release" : `${total} releases`}</p>
      <Summaries releases={releases} level="h2" />
      {pages > 1 && (
        <nav className="pagination" aria-label="Pages">
          {page > 1 && <Link to={to(page - 1)} rel="prev">Newer</Link>}
          <span>Page {page} of {pages}</span>
          {page < pages && <Link to={to(page + 1)} rel="next">Older</Link>}
        </nav>
      )}
    </>
  );
}

function Choice({ label, options, value, choose }) {
  return (
    <label>
      {label}
      <select value={value ?? ""} onChange={({ target }) => choose(target.value)}>
        <option value="">All</option>
        {options.map(([slug, name]) => <option key={slug} value={slug}>{name}</option>)}
      </select>
    </label>
  );
}
