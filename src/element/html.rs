//! A node as HTML, for native rendering.

use leptos::{
    prelude::{AddAnyAttr, Render, RenderHtml},
    tachys::{
        html::attribute::{Attribute, any_attribute::AnyAttribute},
        hydration::Cursor,
        view::{Position, PositionState},
    },
};

use super::{Element, Made, Node, Parts};

/// Attributes are set where an element is made, not from outside.
impl AddAnyAttr for Node {
    type Output<SomeNewAttr: Attribute> = Self;

    fn add_any_attr<NewAttr: Attribute>(self, _: NewAttr) -> Self {
        self
    }
}

impl RenderHtml for Node {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        html: &mut String,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        attributes: Vec<AnyAttribute>,
    ) {
        match self {
            Self::View(view) => {
                view.to_html_with_buf(html, position, escape, mark_branches, attributes);
            }
            node => {
                node.write(html);
                *position = Position::NextChild;
            }
        }
    }

    /// Pages are made anew in the browser, not taken over.
    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Made {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}

pub(super) fn is_property(name: &str) -> bool {
    name.starts_with("--")
}

/// Elements that have no end tag (HTML, section 13.1.2).
const VOID: [&str; 6] = ["br", "hr", "img", "input", "link", "meta"];

impl Node {
    /// The node as HTML.
    #[cfg(feature = "ssr")]
    pub fn html(self) -> String {
        let mut html = String::new();
        self.write(&mut html);
        html
    }

    fn write(self, html: &mut String) {
        match self {
            Self::Text(text) => escape(&text, html),
            Self::View(view) => html.push_str(&view.to_html()),
            Self::Fragment(nodes) => nodes.into_iter().for_each(|node| node.write(html)),
            Self::Element(Element(parts)) => {
                let Parts { tag, mut attributes, changing, children, .. } = *parts;
                let changing = changing.into_iter();
                attributes.extend(changing.filter_map(|(name, mut value)| Some((name, value()?))));
                html.push('<');
                html.push_str(tag);
                for (name, value) in attributes.into_iter().filter(|(name, _)| !is_property(name)) {
                    html.push(' ');
                    html.push_str(name);
                    html.push_str("=\"");
                    escape(&value, html);
                    html.push('"');
                }
                html.push('>');
                children.into_iter().for_each(|node| node.write(html));
                if !VOID.contains(&tag) {
                    html.push_str("</");
                    html.push_str(tag);
                    html.push('>');
                }
            }
        }
    }
}

fn escape(text: &str, html: &mut String) {
    for character in text.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            other => html.push(other),
        }
    }
}
