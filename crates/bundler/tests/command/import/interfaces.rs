//! Answers of content management systems: the interface of `WordPress`, JSON:API.

use super::{desk, imported, is_in_order};
use crate::journey::{fixture, messages};

const RELEASE: &str = "content/releases/2021/2021-05-03-members-agree-on-clean-water";

#[test]
fn posts_of_wordpress_arrive_with_their_terms_pictures_and_translations() {
    let desk = desk();
    for file in ["wp-posts.json", "wp-tags.json"] {
        desk.put(&format!("answers/{file}"), &fixture(&format!("import/{file}")));
    }
    let told = messages(&desk.runs(&["import", "answers", "--into", "content"]).success());
    let text = desk.read(&format!("{RELEASE}-rivers.md"));
    for part in [
        "title: Members agree on clean water & rivers",
        "kind: press-release",
        "- kazakhstan",
        "identifier: wxr:https://press.example.org/?p=12",
        "![The hall](https://press.example.org/files/hall.jpg)",
        "The members have **agreed**.\n\n[About us](https://press.example.org/about/)",
    ] {
        assert!(text.replace(['"', '\''], "").contains(part), "{part} in\n{text}");
    }
    assert!(desk.read(&format!("{RELEASE}-rivers.fr.md")).contains("title: Les membres d’accord"));
    let other = desk.read("content/releases/2021/2021-05-04-named-by-lists.md");
    assert!(other.contains("kind: press-release") && other.contains("- kazakhstan"), "{other}");
    assert!(told.contains("left out: 1 draft, 1 item with a password, 1 embargoed item"), "{told}");
    is_in_order(&desk);
}

#[test]
fn the_states_of_an_editorial_workflow_keep_an_item_out() {
    let desk = desk();
    let item = |id: &str, state: &str| {
        format!(
            r#"{{"type": "node--news", "id": "{id}", "attributes": {{"title": "{id}", "status": true, "moderation_state": "{state}", "created": "2021-05-03T10:00:00+02:00", "body": {{"processed": "<p>Text</p>"}}}}}}"#
        )
    };
    let items = [item("a", "draft"), item("b", "archived"), item("c", "published")].join(",");
    desk.put("a.json", &format!(r#"{{"data": [{items}]}}"#));
    let told = messages(&desk.runs(&["import", "a.json", "--into", "content"]).success());
    assert!(told.contains("left out: 1 draft, 1 withdrawn item"), "{told}");
    assert_eq!(
        desk.files("content/releases").into_keys().collect::<Vec<_>>(),
        ["2021/2021-05-03-c.md"]
    );
}

#[test]
fn the_export_and_the_interface_of_one_site_give_one_release() {
    let (desk, _) = imported("wordpress.xml");
    desk.put("wp-posts.json", &fixture("import/wp-posts.json"));
    desk.runs(&["import", "wp-posts.json", "--into", "content"]).success();
    let names: Vec<_> = desk.files("content/releases").into_keys().collect();
    assert_eq!(names.iter().filter(|name| name.contains("members-agree")).count(), 2, "{names:?}");
}

#[test]
fn nodes_of_drupal_arrive_with_what_they_include() {
    let (desk, told) = imported("drupal.json");
    let text = desk.read(&format!("{RELEASE}.md"));
    for part in [
        "countries:\n- kazakhstan\nfields:\n- clean-water",
        "name: rules.pdf",
        "href: https://cms.example.org/sites/default/files/rules.pdf",
        "name: https://cms.example.org/news/members-agree",
        "![The hall](https://cms.example.org/sites/default/files/hall.jpg)\n\nThe members have *agreed*.",
    ] {
        assert!(text.replace(['"', '\''], "").contains(part), "{part} in\n{text}");
    }
    assert!(desk.read(&format!("{RELEASE}.fr.md")).contains("Un accord."));
    assert!(told.contains("left out: 1 draft, 1 embargoed item"), "{told}");
    assert!(told.contains("offset%5D=50, which was not among the files"), "{told}");
    is_in_order(&desk);
}
