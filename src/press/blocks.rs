//! The blocks of a body as elements: nodes from data, so that no text can become markup.

use leptos::prelude::*;
use rostrum_model::{Block, Cell, Figure, Href, Inline, Row};

use crate::site::Site;

/// The elements of a body.
pub fn blocks(site: &Site, body: &[Block]) -> Vec<AnyView> {
    body.iter().map(|block| self::block(site, block)).collect()
}

fn block(site: &Site, block: &Block) -> AnyView {
    match block {
        Block::Paragraph { text } => view! { <p>{inlines(site, text)}</p> }.into_any(),
        Block::Heading { level, text } => heading(*level, inlines(site, text)),
        Block::List { start, items } => list(site, *start, items),
        Block::Quotation { body, attribution } => quotation(site, body, attribution),
        Block::Table { caption, rows } => table(site, caption, rows),
        Block::Figure(figure) => self::figure(site, figure),
        Block::Code { text } => view! { <pre><code>{text.clone()}</code></pre> }.into_any(),
        Block::Rule => view! { <hr/> }.into_any(),
    }
}

fn heading(level: u8, text: Vec<AnyView>) -> AnyView {
    match level {
        ..=2 => view! { <h2>{text}</h2> }.into_any(),
        3 => view! { <h3>{text}</h3> }.into_any(),
        4 => view! { <h4>{text}</h4> }.into_any(),
        5 => view! { <h5>{text}</h5> }.into_any(),
        6.. => view! { <h6>{text}</h6> }.into_any(),
    }
}

fn list(site: &Site, start: Option<u32>, items: &[Vec<Block>]) -> AnyView {
    let items: Vec<_> = items.iter().map(|item| view! { <li>{blocks(site, item)}</li> }).collect();
    match start {
        None => view! { <ul>{items}</ul> }.into_any(),
        Some(start) => view! { <ol start=start.to_string()>{items}</ol> }.into_any(),
    }
}

fn quotation(site: &Site, body: &[Block], attribution: &[Inline]) -> AnyView {
    let attribution = (!attribution.is_empty())
        .then(|| view! { <figcaption>{inlines(site, attribution)}</figcaption> });
    view! {
        <figure class="quotation">
            <blockquote>{blocks(site, body)}</blockquote>
            {attribution}
        </figure>
    }
    .into_any()
}

/// A wide table scrolls by itself, by the keyboard too, so that the page never does.
fn table(site: &Site, caption: &[Inline], rows: &[Row]) -> AnyView {
    let caption =
        (!caption.is_empty()).then(|| view! { <caption>{inlines(site, caption)}</caption> });
    let rows: Vec<_> =
        rows.iter().enumerate().map(|(number, row)| self::row(site, row, number == 0)).collect();
    view! {
        <div class="table" role="group" tabindex="0">
            <table>{caption}<tbody>{rows}</tbody></table>
        </div>
    }
    .into_any()
}

fn row(site: &Site, row: &Row, is_first: bool) -> impl IntoView + use<> {
    let scope = if is_first { "col" } else { "row" };
    let cells: Vec<_> = row
        .cells
        .iter()
        .map(|Cell { text, is_header }| {
            let text = inlines(site, text);
            if *is_header {
                view! { <th scope=scope>{text}</th> }.into_any()
            } else {
                view! { <td>{text}</td> }.into_any()
            }
        })
        .collect();
    view! { <tr>{cells}</tr> }
}

fn figure(site: &Site, Figure { source, alternative, caption, width, height }: &Figure) -> AnyView {
    let caption =
        (!caption.is_empty()).then(|| view! { <figcaption>{inlines(site, caption)}</figcaption> });
    let [width, height] = [width, height].map(|size| size.map(|size| size.to_string()));
    view! {
        <figure>
            <img src=source.to_string() alt=alternative.clone() width=width height=height loading="lazy"/>
            {caption}
        </figure>
    }
    .into_any()
}

fn inlines(site: &Site, text: &[Inline]) -> Vec<AnyView> {
    text.iter().map(|inline| self::inline(site, inline)).collect()
}

fn inline(site: &Site, inline: &Inline) -> AnyView {
    match inline {
        Inline::Text { text } => text.clone().into_any(),
        Inline::Emphasis { text } => view! { <em>{inlines(site, text)}</em> }.into_any(),
        Inline::Strong { text } => view! { <strong>{inlines(site, text)}</strong> }.into_any(),
        Inline::Link { href, text } => link(site, href, inlines(site, text)),
        Inline::Abbreviation { title, text } => {
            view! { <abbr title=title.clone()>{inlines(site, text)}</abbr> }.into_any()
        }
        Inline::Break => view! { <br/> }.into_any(),
        Inline::Subscript { text } => view! { <sub>{inlines(site, text)}</sub> }.into_any(),
        Inline::Superscript { text } => view! { <sup>{inlines(site, text)}</sup> }.into_any(),
        Inline::Code { text } => view! { <code>{text.clone()}</code> }.into_any(),
        Inline::Span { language, text } => {
            let direction = language.direction();
            view! { <span lang=language.to_string() dir=direction>{inlines(site, text)}</span> }
                .into_any()
        }
    }
}

fn link(site: &Site, href: &Href, text: impl IntoView + 'static) -> AnyView {
    let relation = href.is_external().then_some("noopener");
    view! { <a href=site.link(href) rel=relation>{text}</a> }.into_any()
}
