//! What a piece tells the page around it.

use js_sys::{Object, Reflect};
use rostrum_model::BundleError;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement};

/// Tells where the visitor is about to go; whether nobody prevented it.
pub(super) fn announces(element: &HtmlElement, place: &str) -> bool {
    dispatch(element, "rostrum-navigate", Some(("route", place)), true)
}

/// Tells that something failed, in a sentence.
pub fn dispatch_error(element: &HtmlElement, error: &BundleError) {
    dispatch(element, "rostrum-error", Some(("message", &error.to_string())), false);
}

/// Sends an event from the element, across shadow roots, with one detail or none; whether nobody
/// prevented it. `src/embed/element.d.ts` has the types.
pub fn dispatch(
    element: &HtmlElement,
    name: &str,
    detail: Option<(&str, &str)>,
    cancelable: bool,
) -> bool {
    let options = CustomEventInit::new();
    options.set_bubbles(true);
    options.set_composed(true);
    options.set_cancelable(cancelable);
    if let Some((key, value)) = detail {
        let detail = Object::new();
        let _ = Reflect::set(&detail, &key.into(), &value.into());
        options.set_detail(&detail);
    }
    CustomEvent::new_with_event_init_dict(name, &options)
        .is_ok_and(|event| element.dispatch_event(&event).unwrap_or(true))
}
