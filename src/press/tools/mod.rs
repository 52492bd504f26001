//! What a reader does with a release: copies its link, hands it on, cites it.
//!
//! The buttons stand in the page at once. What they do is a part of the program that is on its way as
//! soon as somebody points at one of them or reaches it by the keyboard.

mod citations;
mod using;

use std::pin::Pin;

use leptos::prelude::*;
use rostrum_model::BundleError;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlAnchorElement};

use crate::{
    element::{Element, Node, Reference, changing, element, link},
    pages::{Reading, in_background},
    part::part,
    site::Site,
    timing::effect,
};

/// What a reader may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// Copy the whole address.
    CopyLink,
    /// Hand it to whatever the platform has.
    Share,
    /// Open the forms in which it can be cited, or close them.
    Cite,
}

/// A release under a reader's hands. Clones are the same.
#[derive(Clone)]
pub struct Desk {
    site: Site,
    reading: Reading,
    /// The link to the release, from which the browser knows the whole address.
    link: Reference,
    /// Whether the forms of citing are open.
    is_citing: RwSignal<bool>,
    /// What was said last of what was done.
    said: RwSignal<&'static str>,
}

/// What the buttons do.
#[derive(Debug)]
pub struct Tools {
    /// Does one thing.
    pub take: fn(&Desk, Tool),
    /// Draws the forms of citing.
    pub forms: fn(&Desk) -> Element,
}

static TOOLS: Tools = Tools { take: using::take, forms: using::forms };

/// What loads the tools, called where the whole program is known.
pub type LoadTools = fn() -> Pin<Box<dyn Future<Output = Result<&'static Tools, BundleError>>>>;

/// Loads the tools.
pub fn load_tools() -> Pin<Box<dyn Future<Output = Result<&'static Tools, BundleError>>>> {
    Box::pin(async { part!(tools: Tools = TOOLS) })
}

impl Desk {
    /// The whole address of the release.
    fn address(&self) -> Option<String> {
        self.link.get().map(|link| link.unchecked_into::<HtmlAnchorElement>().href())
    }
}

/// The buttons, and what they bring.
pub fn tools(site: &Site, reading: &Reading, load: LoadTools) -> Element {
    let messages = site.messages;
    let desk = Desk {
        site: site.clone(),
        reading: reading.clone(),
        link: Reference::new_local(None),
        is_citing: RwSignal::new(false),
        said: RwSignal::new(""),
    };
    let (is_citing, said) = (desk.is_citing, desk.said);
    let can_share = RwSignal::new(false);
    effect(move || can_share.set(using::platform("share").is_some()));
    let drawn = RwSignal::new(None::<&'static Tools>);
    let get_ready = {
        let desk = desk.clone();
        move |tool: Option<Tool>| {
            let desk = desk.clone();
            in_background(async move {
                match load().await {
                    Ok(tools) => {
                        if let Some(tool) = tool {
                            drawn.try_set(Some(tools));
                            (tools.take)(&desk, tool);
                        }
                    }
                    Err(error) if tool.is_some() => {
                        let _ = desk.said.try_set(desk.site.messages.failure(&error));
                    }
                    Err(_) => {}
                }
            });
        }
    };
    let button = |text: &'static str, tool: Tool| {
        let get_ready = get_ready.clone();
        let button = element("button").attribute("type", "button").with(text);
        button.on("click", move |_: Event| get_ready(Some(tool)))
    };
    let share = button(messages.share(), Tool::Share).changing("hidden", move || !can_share.get());
    let cite = button(messages.cite(), Tool::Cite)
        .changing("aria-expanded", move || is_citing.get().to_string());
    let buttons = element("div").class("buttons").with((
        button(messages.copy_link(), Tool::CopyLink),
        share,
        cite,
    ));
    let forms = {
        let desk = desk.clone();
        changing(move || drawn.get().filter(|_| is_citing.get()).map(|tools| (tools.forms)(&desk)))
    };
    let status = element("p").class("said").attribute("role", "status");
    let (pointed, focused) = (get_ready.clone(), get_ready);
    element("div")
        .class("tools")
        .on("pointerenter", move |_: Event| pointed(None))
        .on("focusin", move |_: Event| focused(None))
        .with((buttons, forms, status.with(changing(move || said.get()))))
        .with(keeping())
        .with(element("p").class("address").with((messages.address(), ": ", permanent(&desk))))
}

/// The place for the button that keeps what the page shows for when there is no network. The page's
/// side of the service worker draws it, where there is one (`src/offline/keeping.js`).
pub(super) fn keeping() -> Element {
    element("div").class("keep")
}

/// The link to the release itself, which stands on paper for the buttons; with the whole address
/// where that is known.
fn permanent(desk: &Desk) -> Node {
    let href = desk.site.href(&desk.reading.route(desk.reading.language.clone()));
    let text = {
        let (desk, href) = (desk.clone(), href.clone());
        changing(move || desk.address().unwrap_or_else(|| href.clone()))
    };
    link(href).class("permanent").attribute("rel", "bookmark").refer(desk.link).with(text).into()
}
