use super::{desk, imported, is_in_order};
use crate::journey::{fixture, messages};

const RELEASE: &str = "content/releases/2021/2021-05-03-members-agree-on-clean-water-rivers.md";

#[test]
fn a_post_becomes_a_release_under_the_day_of_the_sites_own_calendar() {
    let (desk, _) = imported("wordpress.xml");
    let text = desk.read(RELEASE);
    let (front, body) = text.split_once("---\n\n").unwrap();
    for line in [
        "title: Members agree on clean water & rivers",
        "date: 2021-05-03",
        "kind: press-release",
        "countries:\n- kazakhstan",
        "origin: published",
        "identifier: wxr:https://press.example.org/?p=12",
    ] {
        assert!(front.replace(['"', '\''], "").contains(line), "{line} in\n{front}");
    }
    assert_eq!(
        body,
        "![The harbour at dawn](https://press.example.org/files/harbour.jpg)

GRAND HARBOUR – The members have **agreed**\\
on the rules.

<figure>
<img src=\"https://press.example.org/files/hall.jpg\" alt=\"The hall\" width=\"300\" height=\"200\">
<figcaption>The hall in 2021</figcaption>
</figure>

> Water knows no borders.
>
> — The Chair

See [about us](https://press.example.org/about/).
"
    );
    is_in_order(&desk);
    desk.builds().success();
}

#[test]
fn the_moment_keeps_the_offset_of_the_sites_own_zone() {
    let (desk, _) = imported("wordpress.xml");
    assert!(desk.read(RELEASE).replace('"', "").contains("published: 2021-05-03T00:30:00+02:00"));
}

#[test]
fn items_of_a_type_that_the_site_made_itself_are_releases() {
    let desk = desk();
    let export = fixture("import/wordpress.xml").replace(
        "<wp:post_type><![CDATA[post]]></wp:post_type>",
        "<wp:post_type>press-release</wp:post_type>",
    );
    desk.put("a.xml", &export);
    let told = messages(&desk.runs(&["import", "a.xml", "--into", "content"]).success());
    assert!(desk.path(RELEASE).exists() && told.contains("2 items that are no releases"), "{told}");
}

#[test]
fn what_is_not_published_stays_out_and_is_counted() {
    let (desk, told) = imported("wordpress.xml");
    assert!(
        told.contains("left out: 1 draft, 1 private item, 1 item with a password, 1 withdrawn item, 2 embargoed items, 2 items that are no releases"),
        "{told}"
    );
    assert_eq!(desk.files("content/releases").len(), 2);
}

#[test]
fn a_translation_stands_beside_its_original() {
    let (desk, _) = imported("wordpress.xml");
    let text = desk.read(&RELEASE.replace(".md", ".fr.md"));
    assert!(
        text.contains("Les membres se sont mis d'accord.") && !text.contains("date:"),
        "{text}"
    );
}

#[test]
fn what_is_not_kept_is_told_at_its_line_and_names_that_nobody_has_once() {
    let (_, told) = imported("wordpress.xml");
    assert!(told.contains("`<iframe>` from https://video.example.org/1 is not kept"), "{told}");
    assert!(told.contains("`Rivers` is the name of no country"), "{told}");
    assert!(!told.contains("Qazaqstan"), "{told}");
}
