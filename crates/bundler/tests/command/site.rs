//! With the address of its site, a bundle comes with what others find the site by.

use assert_cmd::assert::Assert;

use crate::journey::{Desk, messages};

/// Builds for a site, as if it were noon of a day of May 2007.
fn builds(desk: &Desk, base: &str, day: u32) -> Assert {
    let noon = 1_177_977_600 + i64::from(day) * 86_400 - 43_200;
    desk.command(&["build", "content", "--out", "site/bundle", "--base", base])
        .env("SOURCE_DATE_EPOCH", noon.to_string())
        .assert()
}

#[test]
fn feeds_a_sitemap_and_robots_stand_in_the_folder_of_the_site() {
    let desk = Desk::in_order(3);
    let told = messages(&builds(&desk, "https://example.org/", 1).success());
    assert!(told.contains("3 feeds, 1 sitemaps with 0 releases as news"), "{told}");
    let files = desk.files("site");
    let names: Vec<_> = files.keys().filter(|name| !name.starts_with("bundle/")).collect();
    assert_eq!(
        names,
        [
            "feeds/all.xml",
            "feeds/country/kazakhstan.xml",
            "feeds/structure/permanent-council.xml",
            "robots.txt",
            "sitemap.xml"
        ]
    );
    assert!(desk.read("site/robots.txt").ends_with("\nSitemap: https://example.org/sitemap.xml\n"));
    let sitemap = desk.read("site/sitemap.xml");
    assert!(sitemap.contains("<loc>https://example.org/press/2007/01/01/day/</loc>"), "{sitemap}");
    let feed = desk.read("site/feeds/country/kazakhstan.xml");
    assert!(feed.contains("<title>Sample Organisation: Kazakhstan</title>"), "{feed}");
    assert!(feed.contains("<summary>Text of 2007-01-03.</summary>"), "{feed}");
    let entry: serde_json::Value =
        serde_json::from_str(&desk.read("site/bundle/bundle.json")).unwrap();
    assert_eq!(entry["feeds"], "https://example.org/feeds/");
}

#[test]
fn news_are_of_today_and_yesterday_and_no_file_changes_without_a_reason() {
    let desk = Desk::in_order(3);
    desk.put_release("2007-05-01", "fresh");
    builds(&desk, "https://example.org/", 1).success();
    assert_eq!(desk.read("site/sitemap.xml").matches("<news:news>").count(), 1);
    let told = messages(&builds(&desk, "https://example.org/", 2).success());
    assert!(told.contains("with 1 releases as news; 0 files changed"), "{told}");
    builds(&desk, "https://example.org/", 3).success();
    assert!(!desk.read("site/sitemap.xml").contains("<news:news>"));
}

#[test]
fn a_site_within_a_host_leaves_the_robots_of_the_host_alone() {
    let desk = Desk::in_order(1);
    builds(&desk, "https://example.org/press-office", 1).success();
    assert!(!desk.path("site/robots.txt").exists());
    assert!(desk.read("site/sitemap.xml").contains("https://example.org/press-office/press/2007/"));
}

#[test]
fn a_file_of_somebody_else_is_left_as_it_is_and_one_of_ours_without_use_goes() {
    let desk = Desk::in_order(1);
    desk.put("site/robots.txt", "User-agent: *\nDisallow: /drafts/\n");
    desk.put("site/feeds/other.xml", "<rss/>");
    desk.put(
        "site/feeds/country/albania.xml",
        "<?xml version=\"1.0\"?><!-- Written by rostrum -->",
    );
    let told = messages(&builds(&desk, "https://example.org/", 1).success());
    assert!(told.contains("this file is not of our making and was left as it is"), "{told}");
    assert!(desk.read("site/robots.txt").contains("/drafts/"));
    assert!(desk.path("site/feeds/other.xml").exists());
    assert!(!desk.path("site/feeds/country/albania.xml").exists());
}

#[test]
fn what_is_no_address_of_a_site_is_not_understood() {
    let desk = Desk::in_order(1);
    for base in ["example.org", "ftp://example.org/", "https://example.org/?page=1"] {
        builds(&desk, base, 1).code(2);
    }
}
