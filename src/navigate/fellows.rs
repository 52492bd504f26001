//! The pieces on a page. Those that show the same bundle by the same routing go one way: the menu in the
//! header drives the list in the middle. Others go their own.

use std::{cell::RefCell, rc::Rc};

use leptos::prelude::*;

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::{
    Arrival, Navigation, Visit,
    trail::{self, Trail},
};

thread_local! {
    static PIECES: RefCell<Vec<Piece>> = const { RefCell::new(Vec::new()) };
}

#[derive(Clone)]
struct Piece {
    navigation: Navigation,
    /// Its way; empty for one of its own.
    way: Rc<str>,
    /// Whether it shows where the way is.
    has_pages: bool,
}

impl Navigation {
    /// Is among the pieces of the page until the reactive owner is disposed.
    pub(super) fn join(self, way: String, has_pages: bool) {
        let piece = Piece { navigation: self, way: way.into(), has_pages };
        PIECES.with_borrow_mut(|pieces| pieces.push(piece));
        on_cleanup(move || {
            PIECES.with_borrow_mut(|pieces| pieces.retain(|one| one.navigation != self));
        });
    }

    /// Does something with each piece that goes the same way, this one among them.
    fn fellows(self, act: &mut dyn FnMut(&Piece)) {
        let mut own = None;
        each(|one| {
            if one.navigation == self {
                own = Some(one.way.clone());
            }
        });
        each(|one| {
            if one.navigation == self || !one.way.is_empty() && own.as_ref() == Some(&one.way) {
                act(one);
            }
        });
    }

    /// Whether a piece on the page shows where this one leads, and whether it is this one.
    pub(super) fn is_shown(self) -> (bool, bool) {
        let (mut is_shown, mut by_this) = (false, false);
        self.fellows(&mut |one| {
            is_shown |= one.has_pages;
            by_this |= one.has_pages && one.navigation == self;
        });
        (is_shown, by_this)
    }

    /// Counts another entry of the history; what was ahead is gone.
    pub(super) fn step(self) {
        self.fellows(&mut |fellow| fellow.navigation.trail.update_value(Trail::step));
    }

    /// Goes to a place, with all that go the same way. The focus goes along in this piece, or in the
    /// others if it has no pages.
    pub(super) fn tell(self, place: &str, arrival: &Arrival) {
        let (_, by_this) = self.is_shown();
        self.fellows(&mut |&Piece { navigation, has_pages, .. }| {
            let leads = has_pages && by_this == (navigation == self);
            let arrival = if leads { arrival.clone() } else { Arrival::Beside };
            navigation.visit.set(Visit { place: place.to_owned(), arrival });
        });
    }

    /// Writes where the visitor is into the address, in an entry of its own or the current one. The
    /// entry says for every way on the page where it is; what the host says there stays.
    ///
    /// A host may tell of the entry at once, as if the visitor had gone back, so all is settled before.
    pub(super) fn write(self, is_new: bool) {
        let href = self.route_untracked().and_then(|route| {
            self.trail
                .with_value(|trail| trail.follows_history().then(|| trail.routing.href(&route)))
        });
        let Some(href) = href else { return };
        let mut ways = String::new();
        // The first line of a way counts: where its pages are, not where a menu beside them began.
        for of_pages in [true, false] {
            each(|Piece { navigation, way, has_pages }| {
                if *has_pages == of_pages {
                    let number = navigation.trail.with_value(|trail| trail.current).to_string();
                    navigation.visit.with_untracked(|visit| {
                        ways.push_str(&[way, number.as_str(), " ", &visit.place, "\n"].concat());
                    });
                }
            });
        }
        trail::write(&ways, &href, is_new);
    }

    /// Before the pages are drawn anew: the link that has the focus gets it again once they stand. To
    /// remove what has the focus has browsers lay out the page in between, and scroll it.
    pub fn hold() {
        each(|Piece { navigation, .. }| {
            let memory = navigation.trail.with_value(Trail::memory);
            let active = navigation.trail.with_value(Trail::active_element);
            let arrival = match active {
                Some(active) if memory.focus.is_some() => {
                    let _ = active.unchecked_ref::<HtmlElement>().blur();
                    Arrival::Return(memory)
                }
                _ => Arrival::Beside,
            };
            navigation.visit.update_untracked(|visit| {
                // Who is still on the way arrives as they came.
                if visit.arrival == Arrival::Noted {
                    visit.arrival = arrival;
                }
            });
        });
    }
}

/// Does something with each piece on the page.
fn each(mut act: impl FnMut(&Piece)) {
    let act: &mut dyn FnMut(&Piece) = &mut act;
    PIECES.with_borrow(Clone::clone).iter().for_each(act);
}
