import { Link } from "react-router";
import { words } from "../../shared/bundle.js";
import { known } from "../../shared/dates.js";
import { decades, inTheChair, line } from "../../shared/timeline.js";
import { useEntry } from "../Site.jsx";
import "../../shared/timeline.css";

export function Component() {
  const { timeline: { terms }, countries } = useEntry();
  const current = inTheChair(terms, new Date().toISOString().slice(0, 10));
  return (
    <>
      <title>Chairpersonships</title>
      <h1>Chairpersonships</h1>
      <div className="timeline">
        <div className="overview"><Axis terms={terms} countries={countries} current={current} /></div>
        <div className="found-terms decades">
          {decades(terms).map(({ year, terms }) => (
            <section key={year} className="decade" aria-labelledby={`decade-${year}`} style={{ "--terms": terms.length }}>
              <h2 id={`decade-${year}`}>{year}s</h2>
              <ol className="terms" reversed role="list">
                {terms.map((term) => <Term key={term.id} term={term} isCurrent={term === current} />)}
              </ol>
            </section>
          ))}
        </div>
      </div>
    </>
  );
}

function Axis({ terms, countries, current }) {
  const { days, bars, ticks } = line(terms, countries);
  return (
    <div className="axis" style={{ "--scale": 1 }}>
      <div className="ruler" />
      <div className="line" style={{ "--days": days }}>
        <div className="ticks" aria-hidden="true">
          {ticks.map(({ year, at }) => <span key={year} className="tick" style={{ "--at": at }}>{year}</span>)}
        </div>
        <ol className="bars" role="list" aria-label="All terms on a line of time">
          {bars.map(({ id, name, code, at, length }) => (
            <li key={id} className={id === current?.id ? "bar current" : "bar"} data-room="code" style={{ "--at": at, "--length": length }}>
              <a href={`#term-${id}`} aria-label={name} data-code={code} />
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}

function Term({ term, isCurrent }) {
  const { label, id, start, end, note, history, sources } = term;
  return (
    <li className={isCurrent ? "term current" : "term"} id={`term-${id}`} aria-current={isCurrent ? "date" : undefined}>
      <h3><span className="year">{label}</span> <span className="name"><Holders of={term} /></span></h3>
      <div className="about-term">
        {isCurrent && <p className="mark">In the chair</p>}
        <p className="period"><time dateTime={start}>{known(start)}</time>{end && <> – <time dateTime={end}>{known(end)}</time></>}</p>
        <Facts term={term} />
        {note && <p className="note">{words(note)}</p>}
        {(history || sources) && (
          <details>
            <summary>{history ? "How it came about" : "Sources"}</summary>
            {history && <History steps={history} />}
            <Sources of={sources} />
          </details>
        )}
      </div>
    </li>
  );
}

function Holders({ of: { holders: all } }) {
  return all.map(({ name, country }, index) => (
    <span key={words(name)}>{index > 0 && " and "}{country ? <Link to={`/countries/${country}/`}>{words(name)}</Link> : words(name)}</span>
  ));
}

function Facts({ term: { chairpersons = [], council } }) {
  return (
    <dl className="term-facts">
      <div><dt>Chairperson-in-Office</dt><dd><ul role="list">{chairpersons.map(({ name }) => <li key={name}>{name}</li>)}</ul></dd></div>
      {council && <div><dt>Ministerial Council</dt><dd>{words(council.place)}{council.start && `, ${known(council.start)}`}</dd></div>}
    </dl>
  );
}

function History({ steps }) {
  return (
    <ol className="history" role="list">
      {steps.map(({ status, date, note, sources }, index) => (
        <li key={index}>
          <p className="step"><strong>{status}</strong>, <time dateTime={date}>{known(date)}</time></p>
          {note && <p>{words(note)}</p>}
          <Sources of={sources} />
        </li>
      ))}
    </ol>
  );
}

function Sources({ of = [] }) {
  return of.length > 0 && <ul className="term-sources" role="list">{of.map(({ name, href }) => <li key={href}><a href={href} rel="noopener">{name}</a></li>)}</ul>;
}
