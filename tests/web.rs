//! What only a browser can tell: nodes, events, listeners, the platform's calendar.
#![cfg(target_arch = "wasm32")]
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use js_sys::{Promise, global};
use leptos::{mount::UnmountHandle, prelude::*};
use rostrum::{
    element::{Made, Node, changing, element, view},
    embed::mount,
    locale::now,
};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Event, HtmlElement};

wasm_bindgen_test_configure!(run_in_browser);

/// A place in the page that goes with the test.
struct Stage(HtmlElement);

impl Stage {
    fn new() -> Self {
        let stage = document().create_element("div").unwrap();
        document().body().unwrap().append_child(&stage).unwrap();
        Self(stage.unchecked_into())
    }

    fn show(&self, draw: impl FnOnce() -> Node + 'static) -> UnmountHandle<Made> {
        leptos::mount::mount_to(self.0.clone(), draw)
    }

    fn html(&self) -> String {
        self.0.inner_html()
    }

    fn find(&self, selector: &str) -> HtmlElement {
        self.0.query_selector(selector).unwrap().unwrap().unchecked_into()
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.0.remove();
    }
}

/// Lets effects run: they wait in the queue of microtasks.
async fn tick() {
    for _ in 0..4 {
        JsFuture::from(Promise::resolve(&wasm_bindgen::JsValue::NULL)).await.unwrap();
    }
}

#[wasm_bindgen_test]
fn an_element_is_made_of_nodes_and_never_of_markup() {
    let stage = Stage::new();
    let _shown = stage.show(|| element("p").attribute("title", "<b>").with("<script>").into_node());
    assert_eq!(stage.html(), "<p title=\"&lt;b&gt;\">&lt;script&gt;</p>");
}

#[wasm_bindgen_test]
async fn attributes_and_places_follow_their_signals() {
    let stage = Stage::new();
    let count = ArcRwSignal::new(1);
    let (shown, hidden) = (count.clone(), count.clone());
    let _shown = stage.show(move || {
        let place = changing(move || shown.get().to_string());
        element("p").changing("hidden", move || hidden.get() > 1).with(place).into_node()
    });
    assert_eq!(stage.find("p").inner_text(), "1");
    assert!(!stage.find("p").has_attribute("hidden"));
    count.set(2);
    tick().await;
    assert_eq!(stage.find("p").text_content().as_deref(), Some("2"));
    assert!(stage.find("p").has_attribute("hidden"));
}

#[wasm_bindgen_test]
fn a_click_is_heard_as_long_as_the_element_is_shown() {
    let stage = Stage::new();
    let clicks = ArcRwSignal::new(0);
    let counted = clicks.clone();
    let shown = stage.show(move || {
        let count = move |_: Event| counted.update(|clicks| *clicks += 1);
        element("button").on("click", count).into_node()
    });
    stage.find("button").click();
    assert_eq!(clicks.get_untracked(), 1);
    drop(shown);
    assert_eq!(stage.html(), "");
}

#[wasm_bindgen_test]
fn a_view_within_an_element_lives_on() {
    let stage = Stage::new();
    let text = ArcRwSignal::new("a".to_owned());
    let given = text.clone();
    let _shown = stage.show(move || element("p").with(view(move || given.get())).into_node());
    assert!(stage.html().contains('a'));
}

#[wasm_bindgen_test]
fn today_is_the_day_of_the_zone_and_of_the_browser_where_the_zone_is_unknown() {
    let year = u16::try_from(js_sys::Date::new_0().get_utc_full_year()).unwrap();
    for zone in ["Europe/Vienna", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Nowhere/At_All", ""] {
        assert!(now(zone).day.year().abs_diff(year) <= 1, "{zone}");
    }
    let ahead =
        now("Pacific/Kiritimati").day.day_number() - now("Pacific/Pago_Pago").day.day_number();
    assert!((1..=2).contains(&ahead), "25 hours lie between them");
}

#[wasm_bindgen_test]
fn a_piece_that_is_taken_away_leaves_nothing_behind() {
    let stage = Stage::new();
    let host = document().create_element("div").unwrap().unchecked_into::<HtmlElement>();
    let globals = js_sys::Object::keys(&global()).length();
    for _ in 0..20 {
        let mut mounted = mount(host.clone(), stage.0.clone());
        assert!(stage.find(".rostrum").is_connected());
        mounted.unmount();
        assert_eq!(stage.html(), "");
    }
    assert_eq!(js_sys::Object::keys(&global()).length(), globals);
}
