//! A drawing of which only a part is in the page.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::{
    element::{Element, Made, Node, Reference},
    timing::effect,
};

/// What tells the pieces of a drawing apart, in the order in which they stand; and how each looks.
pub(super) type Key = (usize, usize);

/// The pieces of a drawing that are in the page. One that stays keeps the focus, and is only written
/// anew where it is to look otherwise. Copies are the same drawing.
#[derive(Clone, Copy)]
pub(super) struct Pieces {
    /// Where they stand.
    pub(super) place: Reference,
    drawing: StoredValue<Drawing, LocalStorage>,
}

struct Drawing {
    made: Vec<(Key, Made)>,
    draw: Box<dyn Fn(Key) -> Element>,
    /// Whether a piece may become any other, wherever it stands among them.
    is_loose: bool,
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
        let is_wanted = |((old, _), _): &(Key, Made)| {
            wanted.binary_search_by_key(old, |(name, _)| *name).is_ok()
        };
        let (kept, mut spare): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.made).into_iter().partition(is_wanted);
        let mut kept = kept.into_iter().peekable();
        for key in wanted {
            let same = kept.next_if(|((old, _), _)| *old == key.0);
            let piece = match same.or_else(|| spare.pop_if(|_| self.is_loose)) {
                Some((old, piece)) => {
                    if old != key {
                        piece.rewrite((self.draw)(key));
                    }
                    piece
                }
                None => self.make(key, place, kept.peek().map(|(_, next)| next)),
            };
            self.made.push((key, piece));
        }
        spare.into_iter().for_each(|(_, mut gone)| gone.unmount());
    }
}

impl Pieces {
    /// None yet.
    pub(super) fn begin(draw: impl Fn(Key) -> Element + 'static) -> Self {
        Self::of(Box::new(draw), false)
    }

    /// None yet, of a drawing for the eye alone: to write a piece anew is faster than to make one, so
    /// each becomes whatever is wanted next.
    pub(super) fn loose(draw: impl Fn(Key) -> Element + 'static) -> Self {
        Self::of(Box::new(draw), true)
    }

    fn of(draw: Box<dyn Fn(Key) -> Element>, is_loose: bool) -> Self {
        let drawing = Drawing { made: Vec::new(), draw, is_loose };
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
        effect(move || {
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
            let found = drawing.made.binary_search_by_key(&key.0, |((name, _), _)| *name);
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
