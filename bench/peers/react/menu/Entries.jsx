import { Link } from "react-router";
import { words } from "../../shared/bundle.js";

/** The items of a panel, with all that is under them. */
export function Entries({ items, className }) {
  return (
    <ul className={className}>
      {items.map((item) => (
        <Entry key={words(item.label)} item={item} />
      ))}
    </ul>
  );
}

function Entry({ item }) {
  if (!item.items) return <li><Name item={item} /></li>;
  return (
    <li className="group">
      <p className="heading"><Name item={item} /></p>
      <Entries items={item.items} />
    </li>
  );
}

export function Name({ item: { to, label } }) {
  if (!to) return <span>{words(label)}</span>;
  return /^https?:/.test(to) ? <a href={to} className="external">{words(label)}</a> : <Link to={to}>{words(label)}</Link>;
}
