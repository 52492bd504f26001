import { For, Match, Show, Switch } from "solid-js";
import { Dynamic } from "solid-js/web";

/** The text of a release: blocks become elements, never HTML. */
export const Blocks = (props) => <For each={props.blocks}>{(block) => <Block block={block} />}</For>;

function Block(props) {
  const { type, level, text, start, items, body, attribution, ...rest } = props.block;
  return (
    <Switch>
      <Match when={type === "paragraph"}><p><Inlines of={text} /></p></Match>
      <Match when={type === "heading"}><Dynamic component={`h${level}`}><Inlines of={text} /></Dynamic></Match>
      <Match when={type === "list"}>
        <Dynamic component={start === undefined ? "ul" : "ol"} start={start}>
          <For each={items}>{(item) => <li><Blocks blocks={item} /></li>}</For>
        </Dynamic>
      </Match>
      <Match when={type === "quotation"}>
        <blockquote>
          <Blocks blocks={body} />
          <Show when={attribution}><footer><Inlines of={attribution} /></footer></Show>
        </blockquote>
      </Match>
      <Match when={type === "table"}><Table caption={rest.caption} rows={rest.rows} /></Match>
      <Match when={type === "figure"}>
        <figure>
          <img src={rest.source} alt={rest.alternative} width={rest.width} height={rest.height} loading="lazy" />
          <Show when={rest.caption}><figcaption><Inlines of={rest.caption} /></figcaption></Show>
        </figure>
      </Match>
      <Match when={type === "code"}><pre><code>{text}</code></pre></Match>
      <Match when={type === "rule"}><hr /></Match>
    </Switch>
  );
}

function Table(props) {
  return (
    <table>
      <Show when={props.caption}><caption><Inlines of={props.caption} /></caption></Show>
      <tbody>
        <For each={props.rows}>
          {({ cells }) => (
            <tr>
              <For each={cells}>{({ text, is_header: isHeader }) => <Dynamic component={isHeader ? "th" : "td"}><Inlines of={text} /></Dynamic>}</For>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}

const Inlines = (props) => <For each={props.of}>{(inline) => <Inline inline={inline} />}</For>;

const ELEMENTS = { emphasis: "em", strong: "strong", subscript: "sub", superscript: "sup", abbreviation: "abbr", span: "span", link: "a" };

function Inline(props) {
  const { type, text, href, title, language } = props.inline;
  if (type === "text") return text;
  if (type === "break") return <br />;
  if (type === "code") return <code>{text}</code>;
  return <Dynamic component={ELEMENTS[type]} href={href} title={title} lang={language}><Inlines of={text} /></Dynamic>;
}
