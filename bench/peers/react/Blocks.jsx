/** The text of a release: blocks become elements, never HTML. */
export const Blocks = ({ blocks }) => blocks.map((block, index) => <Block key={index} block={block} />);

function Block({ block }) {
  switch (block.type) {
    case "paragraph":
      return <p><Inlines of={block.text} /></p>;
    case "heading": {
      const Heading = `h${block.level}`;
      return <Heading><Inlines of={block.text} /></Heading>;
    }
    case "list": {
      const List = block.start === undefined ? "ul" : "ol";
      return <List start={block.start}>{block.items.map((item, index) => <li key={index}><Blocks blocks={item} /></li>)}</List>;
    }
    case "quotation":
      return <blockquote><Blocks blocks={block.body} />{block.attribution && <footer><Inlines of={block.attribution} /></footer>}</blockquote>;
    case "table":
      return <Table {...block} />;
    case "figure":
      return (
        <figure>
          <img src={block.source} alt={block.alternative} width={block.width} height={block.height} loading="lazy" />
          {block.caption && <figcaption><Inlines of={block.caption} /></figcaption>}
        </figure>
      );
    case "code":
      return <pre><code>{block.text}</code></pre>;
    case "rule":
      return <hr />;
    default:
      return null;
  }
}

function Table({ caption, rows }) {
  return (
    <table>
      {caption && <caption><Inlines of={caption} /></caption>}
      <tbody>
        {rows.map(({ cells }, index) => (
          <tr key={index}>
            {cells.map(({ text, is_header: isHeader }, place) => {
              const Cell = isHeader ? "th" : "td";
              return <Cell key={place}><Inlines of={text} /></Cell>;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const Inlines = ({ of }) => of.map((inline, index) => <Inline key={index} inline={inline} />);

const ELEMENTS = { emphasis: "em", strong: "strong", subscript: "sub", superscript: "sup", abbreviation: "abbr", span: "span", link: "a" };

function Inline({ inline: { type, text, href, title, language } }) {
  if (type === "text") return text;
  if (type === "break") return <br />;
  if (type === "code") return <code>{text}</code>;
  const Element = ELEMENTS[type];
  return Element ? <Element href={href} title={title} lang={language}><Inlines of={text} /></Element> : null;
}
