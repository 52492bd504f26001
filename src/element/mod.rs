//! Elements made from data: what pages are written with.
//!
//! A page is drawn once from what was loaded and then replaced, so it needs none of what `view!`
//! writes for every shape of element to change it later: as one type, the pages weigh 25 KB brotli
//! less than with `view!`. What does change, an attribute or a place, is a closure that reads
//! signals, and all such closures are one type too. The two worlds mix: a [`Node`] is a Leptos view,
//! and a Leptos view may be a node.
//!
//! Nodes are made by `createElement` and `createTextNode` alone, never from HTML, so that Trusted
//! Types have nothing to object to. Natively they render to escaped HTML.

mod content;
mod html;
mod made;

pub use content::{Content, Value};
use leptos::prelude::{AnyView, IntoAny, LocalStorage, RwSignal};
pub use made::Made;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement};

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
    changing: Vec<(&'static str, Changing)>,
    events: Vec<(&'static str, Action)>,
    reference: Option<Reference>,
    children: Vec<Node>,
}

/// The value of an attribute, by signals.
type Changing = Box<dyn FnMut() -> Option<String> + Send>;

/// Where an element is, once it is made in a browser.
pub type Reference = RwSignal<Option<HtmlElement>, LocalStorage>;

/// What is done when an event arrives.
type Action = Box<dyn FnMut(Event) + Send>;

/// An element without attributes or children.
#[inline(never)]
pub fn element(tag: &'static str) -> Element {
    Element(Box::new(Parts {
        tag,
        attributes: Vec::new(),
        changing: Vec::new(),
        events: Vec::new(),
        reference: None,
        children: Vec::new(),
    }))
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

    /// Sets an attribute anew whenever a signal that its value reads changes.
    #[must_use]
    pub fn changing<V: Value>(
        mut self,
        name: &'static str,
        mut value: impl FnMut() -> V + Send + 'static,
    ) -> Self {
        self.0.changing.push((name, Box::new(move || value().into_value())));
        self
    }

    /// Does something when an event arrives, such as `click`; `E` is the event's own type.
    #[must_use]
    pub fn on<E: JsCast>(
        mut self,
        event: &'static str,
        mut act: impl FnMut(E) + Send + 'static,
    ) -> Self {
        self.0.events.push((event, Box::new(move |event| act(event.unchecked_into()))));
        self
    }

    /// Tells where the element is, once it is made in a browser.
    #[must_use]
    pub fn refer(mut self, reference: Reference) -> Self {
        self.0.reference = Some(reference);
        self
    }

    /// Sets the classes.
    #[must_use]
    pub fn class(self, class: &'static str) -> Self {
        self.attribute("class", class)
    }

    /// Sets the class, and the same name for what the host page may style too (CSS Shadow Parts).
    #[must_use]
    pub fn part(self, name: &'static str) -> Self {
        self.class(name).attribute("part", name)
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

/// A place whose content is drawn anew whenever a signal that it reads changes. All such places are
/// one type, whatever draws them.
pub fn changing<C: Content>(mut draw: impl FnMut() -> C + Send + 'static) -> Node {
    let draw: Box<dyn FnMut() -> Node + Send> = Box::new(move || fragment(draw()));
    view(draw)
}

/// The element that an event is of, if it is of that type.
pub fn target<T: JsCast>(event: &Event) -> Option<T> {
    event.target().and_then(|target| target.dyn_into().ok())
}

/// A view as a node, for what changes by itself.
pub fn view(view: impl IntoAny) -> Node {
    Node::View(view.into_any())
}

#[cfg(test)]
#[cfg(feature = "ssr")]
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

    #[test]
    fn what_changes_by_signals_is_drawn_as_it_stands() {
        Owner::new().with(|| {
            let is_open = RwSignal::new(false);
            let word = move || if is_open.get() { "true" } else { "false" };
            let button = || {
                element("button")
                    .changing("aria-expanded", word)
                    .changing("hidden", move || is_open.get())
            };
            assert_eq!(button().into_node().to_html(), "<button aria-expanded=\"false\"></button>");
            is_open.set(true);
            assert_eq!(
                button().into_node().to_html(),
                "<button aria-expanded=\"true\" hidden=\"\"></button>"
            );
        });
    }
}
