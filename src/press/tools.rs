//! What a reader does with a release: copies its link, hands it on, cites it.

use std::sync::Arc;

use js_sys::{Function, Object, Promise, Reflect};
use leptos::{prelude::*, task::spawn_local};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use rostrum_model::{Release, Route};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, HtmlAnchorElement};

use super::citations::{Citation, Cited, LoadCitations};
use crate::{
    element::{Element, Reference, changing, element, link},
    locale::Messages,
    site::Site,
};

/// What was said last of what was done.
type Said = RwSignal<&'static str>;

/// The tools; what cites is loaded when it is first asked for.
pub fn tools(site: &Site, release: &Release, load: LoadCitations) -> Element {
    let messages = site.messages;
    let said = Said::new("");
    let address = Reference::new_local(None);
    let cited = Arc::new(cited(site, release));
    let href = site.href(&Route::Release(release.summary.address.clone()));
    // On paper it stands for the buttons; the whole address is known where the page is shown.
    let permanent = link(href.clone())
        .class("permanent")
        .attribute("rel", "bookmark")
        .refer(address)
        .with(changing(move || whole(address).unwrap_or_else(|| href.clone())));
    let copy = button(messages.copy_link)
        .on("click", move |_: Event| copy_text(whole(address).unwrap_or_default(), messages, said));
    let buttons = element("div").class("buttons").with(copy).with(share(site, &cited, address));
    element("div")
        .class("tools")
        .with(buttons)
        .with(citing(messages, cited, address, load, said))
        .with(
            element("p")
                .class("said")
                .attribute("role", "status")
                .with(changing(move || said.get())),
        )
        .with(element("p").class("address").with((messages.address, ": ", permanent)))
}

fn button(text: &'static str) -> Element {
    element("button").attribute("type", "button").with(text)
}

/// The whole address of the release.
fn whole(link: Reference) -> Option<String> {
    link.get().map(|link| link.unchecked_into::<HtmlAnchorElement>().href())
}

/// A button that hands the release to whatever the platform has; it is there only where that is.
fn share(site: &Site, cited: &Arc<Cited>, address: Reference) -> Element {
    let can_share = RwSignal::new(false);
    Effect::new(move || can_share.set(platform("share").is_some()));
    let cited = Arc::clone(cited);
    button(site.messages.share).changing("hidden", move || !can_share.get()).on(
        "click",
        move |_: Event| {
            let what = Object::new();
            let url = whole(address).unwrap_or_default();
            let _ = Reflect::set(&what, &"title".into(), &cited.title.as_str().into());
            let _ = Reflect::set(&what, &"url".into(), &url.into());
            // A reader who thinks better of it is no error.
            finish(platform("share"), &what, |_| {});
        },
    )
}

/// The button that opens the forms of citing, and these once they are there.
fn citing(
    messages: &'static Messages,
    cited: Arc<Cited>,
    address: Reference,
    load: LoadCitations,
    said: Said,
) -> Element {
    let forms = RwSignal::new(None::<Arc<[Citation; 4]>>);
    let is_open = RwSignal::new(false);
    let key = cited.key.clone();
    let open = move |_: Event| {
        is_open.update(|is_open| *is_open = !*is_open);
        if forms.with_untracked(Option::is_some) {
            return;
        }
        let cited = Cited { address: whole(address).unwrap_or_default(), ..(*cited).clone() };
        spawn_local(async move {
            match load().await {
                Ok(citations) => drop(forms.try_set(Some(Arc::new((citations.cite)(&cited))))),
                Err(error) => drop(said.try_set(messages.failure(&error))),
            }
        });
    };
    let button = button(messages.cite)
        .changing("aria-expanded", move || is_open.get().to_string())
        .on("click", open);
    let list = changing(move || {
        let forms = forms.get().filter(|_| is_open.get())?;
        let forms = forms.iter().map(|form| citation(messages, form, &key, said));
        Some(element("dl").class("citations").with_all(forms))
    });
    element("div").with(button).with(list)
}

/// One form, to be copied or saved.
fn citation(messages: &'static Messages, form: &Citation, key: &str, said: Said) -> Element {
    let Citation { name, media_type, ending, text } = form;
    let file = ["data:", media_type, ";charset=utf-8,"].concat();
    let file = [file, utf8_percent_encode(text, NON_ALPHANUMERIC).to_string()].concat();
    let to_copy = text.clone();
    let name = name.unwrap_or(messages.plain_text);
    let label = |act: &'static str| [act, ": ", name].concat();
    let copy = button(messages.copy)
        .attribute("aria-label", label(messages.copy))
        .on("click", move |_: Event| copy_text(to_copy.clone(), messages, said));
    let save = link(file)
        .attribute("download", [key, ".", ending].concat())
        .attribute("aria-label", label(messages.download))
        .with(messages.download);
    element("div").with(element("dt").with(name)).with(element("dd").with((
        element("pre").attribute("tabindex", "0").with(text.as_str()),
        copy,
        save,
    )))
}

/// What is cited; its address is known only where the page is shown.
fn cited(site: &Site, release: &Release) -> Cited {
    let summary = &release.summary;
    let version = release.version(&site.language);
    let text = |text| site.localized(text).text.to_owned();
    let organization = text(&site.entry.organization.name);
    let source = summary.source.as_ref().and_then(|source| site.entry.structure(source));
    let key = summary.address.to_string().replace('/', "-");
    Cited {
        title: version.map(|version| version.title.clone()).unwrap_or_default(),
        author: source.map_or_else(|| organization.clone(), |source| text(&source.name)),
        organization,
        kind: site.entry.kind(&summary.kind).map(|kind| text(&kind.name)).unwrap_or_default(),
        place: text(&summary.place),
        date: Some(summary.address.date),
        written_date: site.messages.date(summary.address.date),
        language: version.map(|version| version.language.to_string()).unwrap_or_default(),
        address: String::new(),
        key,
    }
}

fn copy_text(text: String, messages: &'static Messages, said: Said) {
    let clipboard = platform("clipboard");
    let write = clipboard.and_then(|(_, clipboard)| {
        let write = Reflect::get(&clipboard, &"writeText".into()).ok()?;
        Some((clipboard, write))
    });
    // Said anew even where the same was said before.
    said.set("");
    finish(write, &text.into(), move |is_done| {
        let _ = said.try_set(if is_done { messages.copied } else { messages.not_copied });
    });
}

/// Something of the browser's `navigator`, with it; none where it is missing.
fn platform(name: &str) -> Option<(JsValue, JsValue)> {
    let navigator: JsValue = window().navigator().into();
    let found = Reflect::get(&navigator, &name.into()).ok()?;
    (!found.is_undefined()).then_some((navigator, found))
}

/// Calls a method, given with its object, that answers with a promise, and tells whether it was kept.
fn finish(method: Option<(JsValue, JsValue)>, with: &JsValue, tell: impl Fn(bool) + 'static) {
    let answer = method.and_then(|(object, method)| {
        let method: Function = method.dyn_into().ok()?;
        method.call1(&object, with).ok()?.dyn_into::<Promise>().ok()
    });
    spawn_local(async move {
        let is_done = match answer {
            None => false,
            Some(answer) => JsFuture::from(answer).await.is_ok(),
        };
        tell(is_done);
    });
}
