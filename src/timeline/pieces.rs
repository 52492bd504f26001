//! A drawing of which only a part is in the page.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::element::{Element, Made, Node, Reference};

/// What tells the pieces of a drawing apart, in the order in which they stand.
pub(super) type Key = (usize, usize);

/// The pieces of a drawing that are in the page. One that stays is left as it is, and keeps the
/// focus. Copies are the same drawing.
#[derive(Clone, Copy)]
pub(super) struct Pieces {
    /// Where they stand.
    pub(super) place: Reference,
    drawing: StoredValue<Drawing, LocalStorage>,
}

struct Drawing {
    made: Vec<(Key, Made)>,
    draw: Box<dyn Fn(Key) -> Element>,
}

impl Drawing {
    fn make(&self, key: Key, place: &HtmlElement, next: Option<&Made>) -> Made {
        let mut piece = Node::from((self.draw)(key)).build();
        if !next.is_some_and(|next| next.insert_before_this(&mut piece)) {
            piece.mount(place, None);
        }
        piece
    }

    fn show(&mut self, wanted: Vec<Key>, place: &HtmlElement) {
        let mut before = std::mem::take(&mut self.made).into_iter().peekable();
        for key in wanted {
            while let Some((_, mut gone)) = before.next_if(|(old, _)| *old < key) {
                gone.unmount();
            }
            let piece = match before.next_if(|(old, _)| *old == key) {
                Some((_, piece)) => piece,
                None => self.make(key, place, before.peek().map(|(_, next)| next)),
            };
            self.made.push((key, piece));
        }
        before.for_each(|(_, mut gone)| gone.unmount());
    }
}

impl Pieces {
    /// None yet.
    pub(super) fn begin(draw: impl Fn(Key) -> Element + 'static) -> Self {
        let drawing = Drawing { made: Vec::new(), draw: Box::new(draw) };
        Self { place: Reference::new_local(None), drawing: StoredValue::new_local(drawing) }
    }

    /// Draws in an element the pieces that are wanted, in their order, as its signals say.
    pub(super) fn within(
        self,
        element: Element,
        wanted: impl Fn() -> Vec<Key> + 'static,
    ) -> Element {
        if !cfg!(target_arch = "wasm32") {
            let pieces = untrack(wanted);
            return self.drawing.with_value(|drawing| {
                element.with_all(pieces.into_iter().map(|key| (drawing.draw)(key)))
            });
        }
        Effect::new(move |_| {
            let Some(place) = self.place.get() else { return };
            let wanted = wanted();
            self.drawing.update_value(|drawing| drawing.show(wanted, &place));
        });
        element.refer(self.place)
    }

    /// A piece, which is drawn if it is not there yet.
    pub(super) fn piece(self, key: Key) -> Option<HtmlElement> {
        let place = self.place.get_untracked()?;
        let draw = |drawing: &mut Drawing| {
            let found = drawing.made.binary_search_by_key(&key, |(key, _)| *key);
            let at = found.unwrap_or_else(|at| {
                let next = drawing.made.get(at).map(|(_, next)| next);
                let piece = drawing.make(key, &place, next);
                drawing.made.insert(at, (key, piece));
                at
            });
            drawing.made.get(at)?.1.elements().into_iter().next()
        };
        self.drawing.try_update_value(draw)??.dyn_into().ok()
    }
}
