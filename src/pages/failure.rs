//! What a visitor is told when something could not be loaded: a sentence and a way to try again.
//! What stood there before stays below it.

use leptos::prelude::*;
use rostrum_model::BundleError;
use web_sys::Event;

use super::Progress;
use crate::{
    element::{Node, changing, element},
    locale::Messages,
};

/// The notice while something has failed to come.
pub fn failure_of(
    progress: RwSignal<Progress>,
    messages: impl Fn() -> &'static Messages + Send + 'static,
    retry: impl Fn() + Copy + Send + 'static,
) -> Node {
    changing(move || {
        progress.with(|progress| match progress {
            Progress::Failed(error) => Some(failure(messages(), error, retry)),
            Progress::Settled | Progress::Loading => None,
        })
    })
}

/// The notice of a failure.
pub fn failure(
    messages: &Messages,
    error: &BundleError,
    retry: impl Fn() + Send + 'static,
) -> Node {
    let text = element("p")
        .with(element("strong").with(messages.failed()))
        .with([" ", messages.failure(error)].concat());
    let button = element("button").attribute("type", "button").on("click", move |_: Event| retry());
    element("div")
        .class("failure")
        .attribute("role", "alert")
        .with(text)
        .with(button.with(messages.try_again()))
        .into_node()
}
