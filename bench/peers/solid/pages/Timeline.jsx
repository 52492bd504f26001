import { A } from "@solidjs/router";
import { For, Show } from "solid-js";
import { words } from "../../shared/bundle.js";
import { known } from "../../shared/dates.js";
import { decades, inTheChair, line } from "../../shared/timeline.js";
import { useEntry, useTitle } from "../Site.jsx";
import "../../shared/timeline.css";

export default function Timeline() {
  const { timeline: { terms }, countries } = useEntry();
  const current = inTheChair(terms, new Date().toISOString().slice(0, 10));
  useTitle(() => "Chairpersonships");
  return (
    <>
      <h1>Chairpersonships</h1>
      <div class="timeline">
        <div class="overview"><Axis terms={terms} countries={countries} current={current} /></div>
        <div class="found-terms decades">
          <For each={decades(terms)}>
            {({ year, terms }) => (
              <section class="decade" aria-labelledby={`decade-${year}`} style={{ "--terms": terms.length }}>
                <h2 id={`decade-${year}`}>{year}s</h2>
                <ol class="terms" reversed role="list">
                  <For each={terms}>{(term) => <Term term={term} isCurrent={term === current} />}</For>
                </ol>
              </section>
            )}
          </For>
        </div>
      </div>
    </>
  );
}

function Axis(props) {
  const { days, bars, ticks } = line(props.terms, props.countries);
  return (
    <div class="axis" style={{ "--scale": 1 }}>
      <div class="ruler" />
      <div class="line" style={{ "--days": days }}>
        <div class="ticks" aria-hidden="true">
          <For each={ticks}>{({ year, at }) => <span class="tick" style={{ "--at": at }}>{year}</span>}</For>
        </div>
        <ol class="bars" role="list" aria-label="All terms on a line of time">
          <For each={bars}>
            {({ id, name, code, at, length }) => (
              <li class={id === props.current?.id ? "bar current" : "bar"} data-room="code" style={{ "--at": at, "--length": length }}>
                <a href={`#term-${id}`} aria-label={name} data-code={code} />
              </li>
            )}
          </For>
        </ol>
      </div>
    </div>
  );
}

function Term(props) {
  const { label, id, start, end, note, history, sources } = props.term;
  return (
    <li class={props.isCurrent ? "term current" : "term"} id={`term-${id}`} aria-current={props.isCurrent ? "date" : undefined}>
      <h3><span class="year">{label}</span> <span class="name"><Holders of={props.term} /></span></h3>
      <div class="about-term">
        <Show when={props.isCurrent}><p class="mark">In the chair</p></Show>
        <p class="period"><time datetime={start}>{known(start)}</time><Show when={end}> – <time datetime={end}>{known(end)}</time></Show></p>
        <Facts term={props.term} />
        <Show when={note}><p class="note">{words(note)}</p></Show>
        <Show when={history || sources}>
          <details>
            <summary>{history ? "How it came about" : "Sources"}</summary>
            <Show when={history}><History steps={history} /></Show>
            <Sources of={sources} />
          </details>
        </Show>
      </div>
    </li>
  );
}

function Holders(props) {
  return (
    <For each={props.of.holders}>
      {({ name, country }, index) => (
        <span>{index() > 0 && " and "}{country ? <A href={`/countries/${country}/`}>{words(name)}</A> : words(name)}</span>
      )}
    </For>
  );
}

function Facts(props) {
  const { chairpersons, council } = props.term;
  return (
    <dl class="term-facts">
      <div><dt>Chairperson-in-Office</dt><dd><ul role="list"><For each={chairpersons}>{({ name }) => <li>{name}</li>}</For></ul></dd></div>
      <Show when={council}>
        <div><dt>Ministerial Council</dt><dd>{words(council.place)}{council.start && `, ${known(council.start)}`}</dd></div>
      </Show>
    </dl>
  );
}

function History(props) {
  return (
    <ol class="history" role="list">
      <For each={props.steps}>
        {({ status, date, note, sources }) => (
          <li>
            <p class="step"><strong>{status}</strong>, <time datetime={date}>{known(date)}</time></p>
            <Show when={note}><p>{words(note)}</p></Show>
            <Sources of={sources} />
          </li>
        )}
      </For>
    </ol>
  );
}

function Sources(props) {
  return (
    <Show when={props.of}>
      <ul class="term-sources" role="list"><For each={props.of}>{({ name, href }) => <li><a href={href} rel="noopener">{name}</a></li>}</For></ul>
    </Show>
  );
}
