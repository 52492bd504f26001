//! What the browser shows of a node.

use leptos::{
    prelude::{AnyView, Mountable, Render, RenderEffect, Set},
    tachys::renderer::{Rndr, types},
};
use wasm_bindgen::{JsCast, closure::Closure, prelude::wasm_bindgen};
use web_sys::Event;

use super::{Action, Changing, Element, Node, Parts, html::is_property};

#[wasm_bindgen]
extern "C" {
    // A page is some thousand of these calls. None can fail here, and as functions that might, each would
    // be called through another one.
    #[wasm_bindgen(js_namespace = document, js_name = createElement)]
    fn create_element(tag: &str) -> types::Element;
    #[wasm_bindgen(js_namespace = document, js_name = createTextNode)]
    fn create_text(text: &str) -> types::Text;
    #[wasm_bindgen(js_name = Element)]
    type Shown;
    #[wasm_bindgen(method, js_name = setAttribute)]
    fn set_attribute(this: &Shown, name: &str, value: &str);
    #[wasm_bindgen(method, js_name = insertBefore)]
    fn insert(this: &Shown, node: &types::Node, before: Option<&types::Node>);
}

/// What was made of a node: what to take away again.
pub enum Made {
    /// Text.
    Text(types::Text),
    /// An element, and what within it lives on.
    Element(types::Element, Lasting),
    /// Several nodes; never none, since a place must be kept.
    Fragment(Vec<Made>),
    /// A view.
    View(<AnyView as Render>::State),
}

/// What lives as long as its element is shown.
#[derive(Default)]
pub struct Lasting {
    children: Vec<Made>,
    effects: Vec<RenderEffect<()>>,
    listeners: Vec<Closure<dyn FnMut(Event)>>,
    is_needed: bool,
}

impl Render for Node {
    type State = Made;

    fn build(self) -> Made {
        match self {
            Self::Text(text) => Made::Text(create_text(&text)),
            Self::View(view) => Made::View(view.build()),
            Self::Fragment(nodes) if nodes.is_empty() => Self::Text(String::new()).build(),
            Self::Fragment(nodes) => Made::Fragment(nodes.into_iter().map(Self::build).collect()),
            Self::Element(Element(parts)) => {
                let Parts { tag, attributes, changing, events, reference, children } = *parts;
                let element = create_element(tag);
                for (name, value) in attributes {
                    set(&element, name, &value);
                }
                let mut lasting = Lasting {
                    is_needed: !(changing.is_empty() && events.is_empty()),
                    ..Lasting::default()
                };
                lasting.effects.extend(
                    changing.into_iter().map(|(name, value)| follow(&element, name, value)),
                );
                lasting
                    .listeners
                    .extend(events.into_iter().map(|(name, act)| listen(&element, name, act)));
                for child in children {
                    let mut made = child.build();
                    made.mount(&element, None);
                    if made.is_lasting() {
                        lasting.is_needed = true;
                        lasting.children.push(made);
                    }
                }
                if let Some(reference) = reference {
                    reference.set(Some(element.clone().unchecked_into()));
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

fn set(element: &types::Element, name: &str, value: &str) {
    if is_property(name) {
        Rndr::set_css_property(&Rndr::style(element), name, value);
    } else {
        element.unchecked_ref::<Shown>().set_attribute(name, value);
    }
}

/// Keeps an attribute in step with its signals.
fn follow(element: &types::Element, name: &'static str, mut value: Changing) -> RenderEffect<()> {
    let element = element.clone();
    RenderEffect::new(move |_| match value() {
        Some(value) => set(&element, name, &value),
        None => Rndr::remove_attribute(&element, name),
    })
}

fn listen(element: &types::Element, name: &str, act: Action) -> Closure<dyn FnMut(Event)> {
    let closure = Closure::wrap(act as Box<dyn FnMut(Event)>);
    let _ = element.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
    closure
}

impl Made {
    /// Writes the attributes of another element of the same kind into this one, and its text where it
    /// has nothing else.
    pub fn rewrite(&self, Element(other): Element) {
        let Self::Element(element, _) = self else { return };
        for (name, value) in &other.attributes {
            set(element, name, value);
        }
        match other.children.as_slice() {
            [] => element.set_text_content(None),
            [Node::Text(text)] => element.set_text_content(Some(text)),
            _ => {}
        }
    }

    /// Whether it holds something that must be kept as long as it is shown.
    fn is_lasting(&self) -> bool {
        match self {
            Self::Text(_) => false,
            Self::Element(_, lasting) => lasting.is_needed,
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
            Self::Text(text) => parent.unchecked_ref::<Shown>().insert(text, marker),
            Self::Element(element, _) => parent.unchecked_ref::<Shown>().insert(element, marker),
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
