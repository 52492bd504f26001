//! The same item imported twice is one release, whatever became of it in between.

use super::{desk, imported, is_in_order};
use crate::journey::{Desk, fixture, messages};

const RELEASE: &str = "content/releases/2021/2021-05-03-members-agree-on-clean-water-rivers.md";

fn import_again(desk: &Desk, change: impl Fn(String) -> String) -> String {
    desk.put("wordpress.xml", &change(fixture("import/wordpress.xml")));
    messages(&desk.runs(&["import", "wordpress.xml", "--into", "content"]).success())
}

#[test]
fn importing_again_changes_nothing() {
    let (desk, _) = imported("wordpress.xml");
    let before = desk.files("content");
    assert!(import_again(&desk, |export| export).contains("is up to date"));
    assert_eq!(desk.files("content"), before);
}

#[test]
fn a_changed_text_updates_its_file() {
    let (desk, _) = imported("wordpress.xml");
    import_again(&desk, |export| export.replace("on the rules.", "on all rules."));
    assert!(desk.read(RELEASE).contains("on all rules."));
    assert_eq!(desk.files("content/releases").len(), 2);
}

#[test]
fn a_changed_title_keeps_its_old_address_as_a_redirect_and_takes_its_translation_along() {
    let (desk, _) = imported("wordpress.xml");
    import_again(&desk, |export| export.replace("Members agree", "All members agree"));
    let files: Vec<_> = desk.files("content/releases").into_keys().collect();
    assert_eq!(
        files,
        [
            "2021/2021-05-03-all-members-agree-on-clean-water-rivers.fr.md",
            "2021/2021-05-03-all-members-agree-on-clean-water-rivers.md",
        ]
    );
    let redirect = "redirects:\n- 2021/05/03/members-agree-on-clean-water-rivers";
    assert!(desk.read(&format!("content/releases/{}", files[1])).contains(redirect));
    is_in_order(&desk);
    import_again(&desk, |export| export);
    let text = desk.read(RELEASE);
    assert!(text.contains("redirects:\n- 2021/05/03/all-members-agree"), "{text}");
    assert!(!text.contains("- 2021/05/03/members-agree"), "{text}");
}

#[test]
fn what_an_editor_has_changed_is_left_and_the_import_stands_beside_it() {
    let (desk, _) = imported("wordpress.xml");
    let edited = desk.read(RELEASE).replace("**agreed**", "agreed at last");
    desk.put(RELEASE, &edited);
    let told = import_again(&desk, |export| export.replace("on the rules.", "on all rules."));
    assert_eq!(desk.read(RELEASE), edited);
    assert!(desk.read(&RELEASE.replace(".md", ".imported.md")).contains("on all rules."));
    assert!(told.contains("an editor has changed this file"), "{told}");
}

#[test]
fn two_items_of_one_title_and_day_are_two_releases_each_time() {
    let desk = desk();
    let item = |id: u8| {
        format!(
            "<item><title>Same</title><guid>{id}</guid><pubDate>Mon, 03 May 2021 10:00:00 GMT</pubDate><description>Text {id}</description></item>"
        )
    };
    desk.put(
        "a.xml",
        &format!("<rss version='2.0'><channel>{}{}</channel></rss>", item(1), item(2)),
    );
    let import = ["import", "feed", "a.xml", "--into", "content"];
    desk.runs(&import).success();
    let before = desk.files("content/releases");
    assert_eq!(
        before.keys().collect::<Vec<_>>(),
        ["2021/2021-05-03-same-2.md", "2021/2021-05-03-same.md"]
    );
    desk.runs(&import).success();
    assert_eq!(desk.files("content/releases"), before);
    is_in_order(&desk);
}

#[test]
fn a_release_that_an_editor_has_put_into_another_folder_is_updated_there() {
    let (desk, _) = imported("wordpress.xml");
    let month = |file: &str| file.replace("releases/2021/", "releases/2021/05/");
    for file in [RELEASE.to_owned(), RELEASE.replace(".md", ".fr.md")] {
        desk.put(&month(&file), &desk.read(&file));
        std::fs::remove_file(desk.path(&file)).unwrap();
    }
    let before = desk.files("content");
    import_again(&desk, |export| export);
    assert_eq!(desk.files("content"), before);
    import_again(&desk, |export| export.replace("on the rules.", "on all rules."));
    assert!(desk.read(&month(RELEASE)).contains("on all rules."));
    import_again(&desk, |export| export.replace("Members agree", "All members agree"));
    assert_eq!(
        desk.files("content/releases").into_keys().collect::<Vec<_>>(),
        [
            "2021/05/2021-05-03-all-members-agree-on-clean-water-rivers.fr.md",
            "2021/05/2021-05-03-all-members-agree-on-clean-water-rivers.md",
        ]
    );
    is_in_order(&desk);
}
