//! What can stand in an element and in its attributes.

use leptos::prelude::AnyView;

use super::{Element, Node};

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

/// An attribute whose presence is its value, such as `hidden`.
impl Value for bool {
    fn into_value(self) -> Option<String> {
        self.then(String::new)
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
