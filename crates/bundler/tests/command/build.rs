//! Sources that are in order become a bundle; those that are not are told of, all at once.

use std::fs;

use crate::journey::{Desk, ORGANIZATION, messages};

#[test]
fn all_that_is_wrong_is_told_at_once_with_file_and_line() {
    let desk = Desk::in_order(1);
    desk.put("content/organization.yaml", &ORGANIZATION.replace("time_zone", "timezone"));
    desk.put(
        "content/menu.yaml",
        "- {label: Press, to: /pres/}\n- label: Elections\n  to: /fields/elections/\n",
    );
    desk.put("content/releases/2007/2007-04-30-a.md", "---\ntitle: A\ndate: 2007-04-31\nkind: press-release\ncountries: [Kazakstan]\norigin: published\n---\n");
    desk.put("content/releases/2007/2007-05-01-b.fr.md", "---\ntitle: B\n---\nTexte\n");
    let told = messages(&desk.builds().code(1));
    for expected in [
        "content/organization.yaml:3:1",
        "unknown key `timezone`: did you mean `time_zone`?",
        "`time_zone` is missing",
        "content/menu.yaml:1:22",
        "no page stands at `/pres/`",
        "content/menu.yaml:3:7",
        "unknown field of work \"elections\"",
        "content/releases/2007/2007-04-30-a.md:3:7",
        "`2007-04-31` is not a date",
        "content/releases/2007/2007-04-30-a.md:5:13",
        "unknown country \"Kazakstan\": did you mean \"kazakhstan\"?",
        "the text is empty",
        "this translation has no original",
    ] {
        assert!(told.contains(expected), "{expected} in\n{told}");
    }
    assert!(!desk.path("bundle").exists());
}

#[test]
fn names_that_clash_and_circles_are_told_of() {
    let desk = Desk::in_order(0);
    desk.put("content/countries.yaml", "- {slug: a, name: A, group: participating-states}\n- {slug: a, name: B, group: observers}\n");
    desk.put("content/structures.yaml", "- {slug: x, name: X, parent: y}\n- {slug: y, name: Y, parent: x}\n- {slug: z, name: Z, parent: w}\n");
    desk.put("content/chairpersonships.yaml", "- {id: '2011', label: '2011', start: 2011-01-01, holders: [{name: A, country: b}]}\n- {id: '2010', label: '2010', start: 2010-01-01, end: 2009-12-31, holders: [], history: [{status: bidding}]}\n");
    let told = messages(&desk.runs(&["check", "content"]).code(1));
    for expected in [
        "\"a\" stands here a second time",
        "unknown group of countries \"observers\"",
        "\"x\" is a part of itself",
        "unknown structure \"w\"",
        "unknown country \"b\"",
        "this term begins before the one above it",
        "`end` is 2009-12-31, before `start`",
        "unknown word `bidding`, expected one of `bid`",
    ] {
        assert!(told.contains(expected), "{expected} in\n{told}");
    }
}

#[test]
fn the_day_of_a_release_is_the_same_in_its_name_its_folder_and_its_text() {
    let desk = Desk::in_order(1);
    let release = desk.read("content/releases/2007/2007-01-01-day.md");
    desk.put("content/releases/2008/2007-01-02-other.md", &release);
    desk.put("content/releases/2007/first.md", &release);
    let told = messages(&desk.runs(&["check", "content"]).code(1));
    for expected in [
        "`date` is 2007-01-01, but the name of the file says 2007-01-02",
        "a release of 2007-01-02 stands in the folder `2008`",
        "`first` does not say the day and the name of a release",
    ] {
        assert!(told.contains(expected), "{expected} in\n{told}");
    }
}

#[test]
fn a_text_needs_the_default_language_and_known_ones() {
    let desk = Desk::in_order(0);
    desk.put(
        "content/menu.yaml",
        "- {label: {fr: Presse}, to: /press/}\n- {label: {en: Press, de: Presse}, to: /press/}\n",
    );
    let told = messages(&desk.runs(&["check", "content"]).code(1));
    assert!(told.contains("the text in the default language, `en`, is missing"), "{told}");
    assert!(told.contains("`de` is not a language of this site"), "{told}");
}

#[test]
fn a_translation_joins_its_original_and_must_not_contradict_it() {
    let desk = Desk::in_order(1);
    desk.put(
        "content/releases/2007/2007-01-01-day.fr.md",
        "---\ntitle: Communiqué\nkind: press-release\nplace: Vienne\n---\nTexte.\n",
    );
    desk.builds().success();
    let [release] = &desk.releases()[..] else { panic!() };
    let french = "fr".parse().unwrap();
    assert_eq!(release.version(&french).unwrap().title, "Communiqué");
    assert_eq!(release.summary.title.localized(&french).text, "Communiqué");
    assert_eq!(release.summary.place.localized(&french).text, "Vienne");
    desk.put(
        "content/releases/2007/2007-01-01-day.fr.md",
        "---\ntitle: Communiqué\norigin: published\n---\nTexte.\n",
    );
    assert!(
        messages(&desk.builds().code(1)).contains("`origin` is not the same as in the original")
    );
}

#[test]
fn an_error_leaves_the_bundle_as_it_was() {
    let desk = Desk::in_order(3);
    desk.builds().success();
    let before = desk.files("bundle");
    desk.put("content/menu.yaml", "- {label: Nowhere, to: /nowhere/}\n");
    assert!(messages(&desk.builds().code(1)).contains("nothing was written"));
    assert_eq!(desk.files("bundle"), before);
}

#[test]
fn a_build_that_cannot_write_leaves_the_entry_as_it_was() {
    let desk = Desk::in_order(3);
    desk.builds().success();
    let before = desk.read("bundle/bundle.json");
    desk.put_release("2008-01-01", "new");
    fs::remove_dir_all(desk.path("bundle/releases")).unwrap();
    desk.put("bundle/releases", "a file where the folder should be");
    assert!(messages(&desk.builds().code(1)).contains("cannot be written"));
    assert_eq!(desk.read("bundle/bundle.json"), before);
}

#[test]
fn the_same_sources_give_the_same_bytes() {
    let desk = Desk::in_order(60);
    desk.builds().success();
    desk.runs(&["build", "content", "--out", "elsewhere"]).success();
    assert_eq!(desk.files("bundle"), desk.files("elsewhere"));
    assert!(messages(&desk.builds().success()).contains("0 new, "));
}

#[test]
fn one_more_release_changes_few_files() {
    let desk = Desk::in_order(300);
    desk.builds().success();
    let new_files = |slug: &str| -> (usize, usize) {
        let before = desk.files("bundle");
        desk.put_release("2007-12-31", slug);
        desk.builds().success();
        let after = desk.files("bundle");
        let new = after.keys().filter(|name| !before.contains_key(*name));
        let (of_index, others): (Vec<_>, Vec<_>) =
            new.partition(|name| name.starts_with("search/"));
        (others.len(), of_index.len())
    };
    // In each of four listings the full file, its directory and the next file; its pack, that of its
    // neighbour in another month, and the way to both.
    let (others, of_index) = new_files("newest");
    assert_eq!(others, 4 * 3 + 3);
    assert!((4..30).contains(&of_index), "{of_index} files of the index");
    // In each of them the newest file alone; its neighbour stands in the same pack.
    assert_eq!(new_files("newest-of-all").0, 4 + 2);
}

#[test]
fn the_files_of_the_entry_before_are_kept_and_older_ones_removed() {
    let desk = Desk::in_order(1);
    desk.builds().success();
    desk.put("bundle/releases/notes.txt", "of somebody else");
    let first = desk.files("bundle");
    desk.put_release("2007-02-01", "second");
    desk.builds().success();
    let second = desk.files("bundle");
    desk.put_release("2007-02-02", "third");
    desk.builds().success();
    let third = desk.files("bundle");
    let is_kept = |name: &&String| *name != "bundle.json" && *name != "releases/notes.txt";
    assert!(first.keys().all(|name| second.contains_key(name)));
    assert!(
        second
            .keys()
            .filter(is_kept)
            .filter(|name| !first.contains_key(*name))
            .all(|name| third.contains_key(name))
    );
    assert!(first.keys().filter(is_kept).all(|name| !third.contains_key(name)));
    assert!(third.contains_key("releases/notes.txt"));
}

#[test]
fn a_folder_that_is_not_there_and_a_word_that_is_not_understood_are_told_apart() {
    let desk = Desk::new();
    assert!(messages(&desk.runs(&["check", "content"]).code(1)).contains("organization.yaml"));
    desk.runs(&["biuld"]).code(2);
    desk.runs(&["build", "content"]).code(2);
    desk.runs(&["--help"]).success();
}
