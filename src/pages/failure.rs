//! What a visitor is told when something could not be loaded: a sentence and a way to try again.
//! What stood there before stays below it.

use leptos::prelude::*;
use rostrum_model::BundleError;

use crate::locale::Messages;

/// The notice of a failure.
#[component]
pub fn Failure(
    /// The texts of the interface.
    messages: &'static Messages,
    /// What went wrong.
    error: BundleError,
    /// Tries again.
    on_retry: impl Fn() + 'static,
) -> impl IntoView {
    view! {
        <div class="failure" role="alert">
            <p><strong>{messages.failed}</strong> {" "} {messages.failure(&error)}</p>
            <button type="button" on:click=move |_| on_retry()>{messages.try_again}</button>
        </div>
    }
}
