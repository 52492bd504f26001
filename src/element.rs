//! Elements made from data: what pages are written with.
//!
//! A page is drawn once from what was loaded and never changes, so it needs none of what `view!`
//! writes for every shape of element to change it later: with `view!` the pages weighed 60 KB
//! brotli, as one type they weigh a fifth of it. What does change (menu, shell, filters) is written
//! with `view!`, and the two mix: a [`Node`] is a Leptos view, and a Leptos view may be a node.
//!
//! Nodes are made by `createElement` and `createTextNode` alone, never from HTML, so that Trusted
//! Types have nothing to object to. Natively they render to escaped HTML.

use leptos::{
    prelude::{AddAnyAttr, AnyView, IntoAny, Mountable, Render, RenderHtml},
    tachys::{
        html::attribute::{Attribute, any_attribute::AnyAttribute},
        hydration::Cursor,
        renderer::{Rndr, types},
        view::{Position, PositionState},
    },
};

/// A node of a page.
pub enum Node {
    /// Text.
    Text(String),
    /// An element.
    Element(Element),
    /// Several nodes without an element around them.
    Fragment(Vec<Node>),
    /// A Leptos view, for what changes by itself.
    View(AnyView),
}

/// An element, built step by step: `element("p").class("lead").with(text)`.
///
/// In a box, and its steps never inlined: a page is hundreds of steps, each of which would move the
/// whole element.
pub struct Element(Box<Parts>);

struct Parts {
    tag: &'static str,
    attributes: Vec<(&'static str, String)>,
    children: Vec<Node>,
}

/// An element without attributes or children.
#[inline(never)]
pub fn element(tag: &'static str) -> Element {
    Element(Box::new(Parts { tag, attributes: Vec::new(), children: Vec::new() }))
}

/// A link.
pub fn link(href: String) -> Element {
    element("a").attribute("href", href)
}

impl Element {
    /// Sets an attribute; a `None` leaves it out. A name that begins with `--` is a custom property
    /// of CSS, set as such in the browser: strict policies refuse `style` attributes.
    #[must_use]
    pub fn attribute(self, name: &'static str, value: impl Value) -> Self {
        self.set(name, value.into_value())
    }

    #[inline(never)]
    fn set(mut self, name: &'static str, value: Option<String>) -> Self {
        self.0.attributes.extend(value.map(|value| (name, value)));
        self
    }

    /// Sets the classes.
    #[must_use]
    pub fn class(self, class: &'static str) -> Self {
        self.attribute("class", class)
    }

    /// Adds a child, a list of children, or nothing for a `None`.
    #[must_use]
    pub fn with(mut self, child: impl Content) -> Self {
        child.add_to(&mut self.0.children);
        self
    }

    /// Adds the children that an iterator yields.
    #[must_use]
    pub fn with_all<C: Content>(mut self, children: impl IntoIterator<Item = C>) -> Self {
        for child in children {
            child.add_to(&mut self.0.children);
        }
        self
    }

    /// The element as a node.
    pub fn into_node(self) -> Node {
        Node::Element(self)
    }
}

/// What an attribute can be set to.
pub trait Value {
    /// The text; none to leave the attribute out.
    fn into_value(self) -> Option<String>;
}

impl Value for String {
    fn into_value(self) -> Option<String> {
        Some(self)
    }
}

impl Value for &str {
    fn into_value(self) -> Option<String> {
        Some(self.to_owned())
    }
}

impl<V: Value> Value for Option<V> {
    fn into_value(self) -> Option<String> {
        self.and_then(V::into_value)
    }
}

/// What can stand in an element.
pub trait Content {
    /// Adds it after what stands there already.
    fn add_to(self, nodes: &mut Vec<Node>);
}

#[inline(never)]
fn push(nodes: &mut Vec<Node>, node: Node) {
    nodes.push(node);
}

#[inline(never)]
fn push_text(nodes: &mut Vec<Node>, text: &str) {
    nodes.push(Node::Text(text.to_owned()));
}

impl Content for Node {
    fn add_to(self, nodes: &mut Vec<Node>) {
        push(nodes, self);
    }
}

impl Content for Element {
    fn add_to(self, nodes: &mut Vec<Node>) {
        push(nodes, Node::Element(self));
    }
}

impl Content for String {
    fn add_to(self, nodes: &mut Vec<Node>) {
        push(nodes, Node::Text(self));
    }
}

impl Content for &str {
    fn add_to(self, nodes: &mut Vec<Node>) {
        push_text(nodes, self);
    }
}

impl Content for AnyView {
    fn add_to(self, nodes: &mut Vec<Node>) {
        push(nodes, Node::View(self));
    }
}

impl<C: Content> Content for Option<C> {
    fn add_to(self, nodes: &mut Vec<Node>) {
        if let Some(content) = self {
            content.add_to(nodes);
        }
    }
}

impl<C: Content> Content for Vec<C> {
    fn add_to(self, nodes: &mut Vec<Node>) {
        for content in self {
            content.add_to(nodes);
        }
    }
}

impl<A: Content, B: Content> Content for (A, B) {
    fn add_to(self, nodes: &mut Vec<Node>) {
        self.0.add_to(nodes);
        self.1.add_to(nodes);
    }
}

impl<A: Content, B: Content, C: Content> Content for (A, B, C) {
    fn add_to(self, nodes: &mut Vec<Node>) {
        self.0.add_to(nodes);
        self.1.add_to(nodes);
        self.2.add_to(nodes);
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Self {
        Self::Element(element)
    }
}

/// Several nodes as one.
pub fn fragment(content: impl Content) -> Node {
    let mut nodes = Vec::new();
    content.add_to(&mut nodes);
    Node::Fragment(nodes)
}

/// What was made of a node: what to take away again.
pub enum Made {
    /// Text.
    Text(types::Text),
    /// An element, and the views within it that live on.
    Element(types::Element, Vec<Made>),
    /// Several nodes; never none, since a place must be kept.
    Fragment(Vec<Made>),
    /// A view.
    View(<AnyView as Render>::State),
}

impl Render for Node {
    type State = Made;

    fn build(self) -> Made {
        match self {
            Self::Text(text) => Made::Text(Rndr::create_text_node(&text)),
            Self::View(view) => Made::View(view.build()),
            Self::Fragment(nodes) if nodes.is_empty() => Self::Text(String::new()).build(),
            Self::Fragment(nodes) => Made::Fragment(nodes.into_iter().map(Self::build).collect()),
            Self::Element(Element(parts)) => {
                let Parts { tag, attributes, children } = *parts;
                let element = Rndr::create_element(tag, None);
                for (name, value) in attributes {
                    if is_property(name) {
                        Rndr::set_css_property(&Rndr::style(&element), name, &value);
                    } else {
                        Rndr::set_attribute(&element, name, &value);
                    }
                }
                let mut lasting = Vec::new();
                for child in children {
                    let mut made = child.build();
                    made.mount(&element, None);
                    if made.is_lasting() {
                        lasting.push(made);
                    }
                }
                Made::Element(element, lasting)
            }
        }
    }

    /// A page is not changed but replaced.
    fn rebuild(self, made: &mut Made) {
        let mut new = self.build();
        made.insert_before_this(&mut new);
        made.unmount();
        *made = new;
    }
}

impl Made {
    /// Whether it holds a view, which must be kept as long as it is shown.
    fn is_lasting(&self) -> bool {
        match self {
            Self::Text(_) => false,
            Self::Element(_, lasting) => !lasting.is_empty(),
            Self::Fragment(parts) => parts.iter().any(Self::is_lasting),
            Self::View(_) => true,
        }
    }
}

impl Mountable for Made {
    fn unmount(&mut self) {
        match self {
            Self::Text(text) => Rndr::remove(text),
            Self::Element(element, _) => Rndr::remove(element),
            Self::Fragment(parts) => parts.iter_mut().for_each(Self::unmount),
            Self::View(view) => view.unmount(),
        }
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        match self {
            Self::Text(text) => Rndr::insert_node(parent, text, marker),
            Self::Element(element, _) => Rndr::insert_node(parent, element, marker),
            Self::Fragment(parts) => parts.iter_mut().for_each(|part| part.mount(parent, marker)),
            Self::View(view) => view.mount(parent, marker),
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let node: &types::Node = match self {
            Self::Text(text) => text,
            Self::Element(element, _) => element,
            Self::Fragment(parts) => {
                return parts.first().is_some_and(|first| first.insert_before_this(child));
            }
            Self::View(view) => return view.insert_before_this(child),
        };
        let parent = node.parent_element();
        if let Some(parent) = &parent {
            child.mount(parent, Some(node));
        }
        parent.is_some()
    }

    fn elements(&self) -> Vec<types::Element> {
        match self {
            Self::Text(_) => Vec::new(),
            Self::Element(element, _) => vec![element.clone()],
            Self::Fragment(parts) => parts.iter().flat_map(Self::elements).collect(),
            Self::View(view) => view.elements(),
        }
    }
}

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
                view.to_html_with_buf(html, position, escape, mark_branches, attributes)
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

fn is_property(name: &str) -> bool {
    name.starts_with("--")
}

/// Elements that have no end tag (HTML, section 13.1.2).
const VOID: [&str; 4] = ["br", "hr", "img", "input"];

impl Node {
    fn write(self, html: &mut String) {
        match self {
            Self::Text(text) => escape(&text, html),
            Self::View(view) => html.push_str(&view.to_html()),
            Self::Fragment(nodes) => nodes.into_iter().for_each(|node| node.write(html)),
            Self::Element(Element(parts)) => {
                let Parts { tag, attributes, children } = *parts;
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

/// A place whose content is drawn anew whenever a signal that it reads changes. All such places are
/// one type, whatever draws them.
pub fn changing<C: Content>(mut draw: impl FnMut() -> C + Send + 'static) -> Node {
    let draw: Box<dyn FnMut() -> Node + Send> = Box::new(move || fragment(draw()));
    view(draw)
}

/// A view as a node, for what changes by itself.
pub fn view(view: impl IntoAny) -> Node {
    Node::View(view.into_any())
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use leptos::prelude::*;

    use super::*;

    #[test]
    fn text_and_attributes_cannot_become_markup() {
        let node: Node = element("p")
            .attribute("title", "\"><script>")
            .with("<script>alert(1)</script> & so on")
            .into();
        assert_eq!(
            node.to_html(),
            "<p title=\"&quot;&gt;&lt;script&gt;\">&lt;script&gt;alert(1)&lt;/script&gt; &amp; so on</p>"
        );
    }

    #[test]
    fn what_is_not_there_leaves_no_trace() {
        let node: Node = element("p")
            .attribute("lang", None::<String>)
            .with(None::<Node>)
            .with(element("br"))
            .into();
        assert_eq!(node.to_html(), "<p><br></p>");
    }

    #[test]
    fn nodes_and_views_stand_in_one_another() {
        let node = fragment((element("b").with("1"), view(view! { <i>{"2"}</i> })));
        assert_eq!(view! { <p>{node}</p> }.to_html(), "<p><b>1</b><i>2</i></p>");
    }
}
