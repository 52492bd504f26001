import { Link } from "react-router";
import { words } from "../shared/bundle.js";
import { dayOf, longDay } from "../shared/dates.js";
import { useEntry } from "./Site.jsx";

/** A list of releases. */
export function Summaries({ releases, level: Heading = "h3" }) {
  const { kinds, structures } = useEntry();
  return (
    <ol className="summaries" role="list">
      {releases.map(({ address, title, kind, source, place, is_withdrawn: isWithdrawn }) => (
        <li key={address}>
          <time dateTime={dayOf(address)}>{longDay(dayOf(address))}</time>
          <div>
            <Heading><Link to={`/press/${address}/`}>{words(title)}</Link></Heading>
            <p className="meta">
              {isWithdrawn && <strong>Withdrawn</strong>}
              <span className="kind">{words(kinds.find(({ slug }) => slug === kind)?.name)}</span>
              {source && <span>{words(structures.find(({ slug }) => slug === source)?.name)}</span>}
              {place && <span>{words(place)}</span>}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}
