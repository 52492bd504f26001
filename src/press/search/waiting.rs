//! What takes a while: a pause in typing, an answer that may come too late, what is drawn in the next frame.

use std::{future::poll_fn, pin::pin, task::Poll, time::Duration};

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::{element::Reference, timing::next_frame};

/// How long typing pauses before what was typed is searched.
pub(super) const PAUSE: Duration = Duration::from_millis(200);

/// The value of what is under way, unless it is not wanted any more: then it fetches nothing more.
pub(super) async fn while_wanted<T>(
    is_wanted: impl Fn() -> bool,
    work: impl Future<Output = T>,
) -> Option<T> {
    let mut work = pin!(work);
    let value = poll_fn(|context| {
        if is_wanted() { work.as_mut().poll(context).map(Some) } else { Poll::Ready(None) }
    });
    value.await.filter(|_| is_wanted())
}

/// Puts the focus, once it is drawn, on the place among what fits a selector; on the last of it if there
/// are not so many.
pub(super) fn focus_next_frame(within: Reference, selector: &'static str, place: usize) {
    next_frame(move || {
        let Some(Some(within)) = within.try_get_untracked() else { return };
        let Ok(fitting) = within.query_selector_all(selector) else { return };
        let place =
            u32::try_from(place).unwrap_or(u32::MAX).min(fitting.length().saturating_sub(1));
        let wanted = fitting.get(place).and_then(|wanted| wanted.dyn_into::<HtmlElement>().ok());
        if let Some(wanted) = wanted {
            let _ = wanted.focus();
        }
    });
}
