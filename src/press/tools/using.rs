//! What the buttons do: all of it in the part that is loaded with their first use.

use js_sys::{Function, Object, Promise, Reflect};
use leptos::prelude::*;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Event;

use super::{
    Desk, Tool,
    citations::{Citation, Cited, cite},
};
use crate::{
    element::{Element, element, link},
    pages::in_background,
};

/// Does what a button is for.
pub(super) fn take(desk: &Desk, tool: Tool) {
    match tool {
        Tool::CopyLink => copy(desk, address(desk)),
        Tool::Share => share(desk),
        Tool::Cite => desk.is_citing.update(|is_citing| *is_citing = !*is_citing),
    }
}

/// The release in every form, to be copied or saved.
pub(super) fn forms(desk: &Desk) -> Element {
    let cited = cited(desk);
    let forms = cite(&cited);
    element("dl")
        .class("citations")
        .with_all(forms.iter().map(|form| self::form(desk, form, &cited.key)))
}

fn form(desk: &Desk, form: &Citation, key: &str) -> Element {
    let messages = desk.site.messages;
    let Citation { name, media_type, ending, text } = form;
    let file = ["data:", media_type, ";charset=utf-8,"].concat();
    let file = [file, utf8_percent_encode(text, NON_ALPHANUMERIC).to_string()].concat();
    let name = name.unwrap_or(messages.plain_text());
    let label = |act: &'static str| [act, ": ", name].concat();
    let copied = {
        let (desk, text) = (desk.clone(), text.clone());
        element("button")
            .attribute("type", "button")
            .attribute("aria-label", label(messages.copy()))
            .on("click", move |_: Event| copy(&desk, text.clone()))
            .with(messages.copy())
    };
    let saved = link(file)
        .attribute("download", [key, ".", ending].concat())
        .attribute("aria-label", label(messages.download()))
        .with(messages.download());
    let shown = element("pre").attribute("tabindex", "0").with(text.as_str());
    element("div").with(element("dt").with(name)).with(element("dd").with((shown, copied, saved)))
}

/// What is cited of a release.
fn cited(desk: &Desk) -> Cited {
    let Desk { site, reading, .. } = desk;
    let summary = &reading.release.summary;
    let version = reading.version(site);
    let text = |text| site.localized(text).text.to_owned();
    let organization = text(&site.entry.organization.name);
    let source = summary.source.as_ref().and_then(|source| site.entry.structure(source));
    Cited {
        title: version.map(|version| version.title.clone()).unwrap_or_default(),
        author: source.map_or_else(|| organization.clone(), |source| text(&source.name)),
        organization,
        kind: site.entry.kind(&summary.kind).map(|kind| text(&kind.name)).unwrap_or_default(),
        place: text(&summary.place),
        date: Some(summary.address.date),
        written_date: site.messages.date(summary.address.date),
        language: version.map(|version| version.language.to_string()).unwrap_or_default(),
        address: address(desk),
        key: summary.address.to_string().replace('/', "-"),
    }
}

fn address(desk: &Desk) -> String {
    untrack(|| desk.address()).unwrap_or_default()
}

fn share(desk: &Desk) {
    let what = Object::new();
    let title = desk.reading.version(&desk.site).map(|version| version.title.as_str());
    let _ = Reflect::set(&what, &"title".into(), &title.unwrap_or_default().into());
    let _ = Reflect::set(&what, &"url".into(), &address(desk).into());
    // A reader who thinks better of it is no error.
    finish(platform("share"), &what, |_| {});
}

fn copy(desk: &Desk, text: String) {
    let (messages, said) = (desk.site.messages, desk.said);
    let write = platform("clipboard").and_then(|(_, clipboard)| {
        let write = Reflect::get(&clipboard, &"writeText".into()).ok()?;
        Some((clipboard, write))
    });
    // Said anew even where the same was said before.
    said.set("");
    finish(write, &text.into(), move |is_done| {
        let _ = said.try_set(if is_done { messages.copied() } else { messages.not_copied() });
    });
}

/// Something of the browser's `navigator`, with it; none where it is missing.
pub(super) fn platform(name: &str) -> Option<(JsValue, JsValue)> {
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
    in_background(async move {
        let is_done = match answer {
            None => false,
            Some(answer) => JsFuture::from(answer).await.is_ok(),
        };
        tell(is_done);
    });
}
