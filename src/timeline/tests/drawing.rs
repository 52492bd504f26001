//! The line of time, drawn natively as if there were room for everything.

use super::{between, list, words};

#[test]
fn the_overview_is_a_list_of_named_links_and_one_stop_for_the_keyboard() {
    let html = list("2013-05-01");
    let bars = between(&html, "<ol class=\"bars\"", "</ol>");
    assert_eq!(bars.matches("href=").count(), 6);
    assert_eq!(bars.matches("tabindex=\"-1\"").count(), 5);
    assert_eq!(bars.matches("tabindex=\"0\"").count(), 1);
    assert!(bars.contains("aria-label=\"1992 Czechoslovakia\""), "{bars}");
    assert!(bars.contains("aria-posinset=\"2\" aria-setsize=\"6\""), "{bars}");
}

#[test]
fn the_steps_on_the_way_to_a_term_have_a_sign_each_and_a_key_for_it() {
    let html = list("2013-05-01");
    let steps = between(&html, "class=\"steps\" aria-hidden=\"true\"", "<ol");
    assert_eq!(words(steps), "○ ●");
    assert!(steps.contains("data-name=\"Decided – 2010 Kazakhstan\""), "{steps}");
    let key = words(between(&html, "class=\"key\" aria-hidden=\"true\"", "</div>"));
    assert_eq!(key, "○ Bid ● Decided");
}
