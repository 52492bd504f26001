use proptest::prelude::*;

use super::*;
use crate::Date;

#[test]
fn a_slash_at_the_end_a_fragment_and_a_strange_query_are_forgiven() {
    let kazakhstan = Route::listing(ListingKey::Country("kazakhstan".parse().unwrap()));
    for path in [
        "/countries/kazakhstan",
        "/countries/kazakhstan/",
        "/countries/kazakhstan/#facts",
        "/countries/kazakhstan/?utm=x",
    ] {
        assert_eq!(path.parse::<Route>().unwrap(), kazakhstan, "{path}");
    }
    assert_eq!("/".parse::<Route>().unwrap(), Route::Home);
    assert_eq!("/chairpersonships/?utm=x".parse::<Route>().unwrap(), Route::timeline());
}

#[test]
fn what_is_looked_for_stands_in_the_query() {
    let written = "/press/?query=vote&country=kazakhstan&page=2";
    let route: Route = written.parse().unwrap();
    assert_eq!(route.to_string(), written);
    let other = "/press?page=2&query=vote&utm=x&country=kazakhstan#top";
    assert_eq!(other.parse::<Route>().unwrap(), route);
    assert_eq!("/press/?query=".parse::<Route>().unwrap(), Route::listing(ListingKey::All));
}

#[test]
fn a_page_of_a_listing_has_a_path_of_its_own() {
    for written in ["/press/page/2/", "/press/2007/page/2/", "/countries/page/page/12/"] {
        assert_eq!(written.parse::<Route>().unwrap().to_string(), written);
    }
    for (other, written) in [
        ("/press/?page=2", "/press/page/2/"),
        ("/countries/kazakhstan?utm=x&page=3#top", "/countries/kazakhstan/page/3/"),
        ("/press/page/1/", "/press/"),
        ("/press/page/2/?query=vote", "/press/?query=vote&page=2"),
    ] {
        assert_eq!(other.parse::<Route>().unwrap().to_string(), written, "{other}");
    }
    for named_page in ["/pages/page/", "/press/2007/04/30/page/", "/countries/page/"] {
        assert_eq!(named_page.parse::<Route>().unwrap().to_string(), named_page);
    }
}

#[test]
fn what_leads_nowhere_is_refused() {
    for path in [
        "",
        "x",
        "/x/",
        "/press/07/",
        "/press/2007/04/",
        "/press/2007/02/30/a/",
        "/press/2007/04/30/a/FR/",
        "/press/2007/04/30/a/fr/b/",
        "/countries/Kazakhstan/",
        "/press/?page=0",
        "/press/?page=x",
        "/press/page/0/",
        "/press/page/x/",
        "/press/page/",
        "/press/2007/04/30/a/page/2/",
        "/countries/page/2/",
        "/pages/a/page/2/",
        "/fields/a/b/",
        "/chairpersonships/2010/a/",
        "//",
    ] {
        let route = path.parse::<Route>();
        assert!(route.is_err() || path == "//", "{path} gave {route:?}");
    }
}

fn slug() -> impl Strategy<Value = Slug> {
    "[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}".prop_map(|text| text.parse().unwrap())
}

fn language() -> impl Strategy<Value = Option<Language>> {
    proptest::option::of("[a-z]{2,3}(-[a-zA-Z0-9]{1,8}){0,2}".prop_map(|tag| tag.parse().unwrap()))
}

fn key() -> impl Strategy<Value = ListingKey> {
    prop_oneof![
        Just(ListingKey::All),
        (1u16..=9999).prop_map(ListingKey::Year),
        slug().prop_map(ListingKey::Country),
        slug().prop_map(ListingKey::Field),
        slug().prop_map(ListingKey::Structure),
        slug().prop_map(ListingKey::Term),
    ]
}

fn look() -> impl Strategy<Value = TimelineQuery> {
    let day = proptest::option::of((1u16..=9999, 1u8..=12, 1u8..=28));
    let decade = proptest::option::of((1u16..=6553).prop_map(|decade| decade * 10));
    let compared = [proptest::option::of(slug()), proptest::option::of(slug())];
    (day, any::<String>(), decade, any::<bool>(), any::<bool>(), compared).prop_map(
        |(day, search, decade, is_repeated, is_table, compared)| TimelineQuery {
            day: day.and_then(|(year, month, day)| Date::new(year, month, day)),
            search,
            decade,
            is_repeated,
            is_table,
            compared,
        },
    )
}

fn route() -> impl Strategy<Value = Route> {
    prop_oneof![
        Just(Route::Home),
        Just(Route::Fields),
        Just(Route::Countries),
        Just(Route::Structures),
        look().prop_map(|look| Route::Timeline(Query::from(&look))),
        slug().prop_map(Route::Page),
        (1u16..=9999, 1u8..=12, 1u8..=28, slug(), language()).prop_map(
            |(year, month, day, slug, language)| {
                let date = Date::new(year, month, day).unwrap();
                Route::Release { address: Address { date, slug }, language }
            }
        ),
        (key(), 1u32.., any::<String>(), any::<bool>()).prop_map(|(key, page, words, is_old)| {
            let order = if is_old { Order::Oldest } else { Order::Best };
            let query = Query::from(&Criteria { words, order, ..Criteria::default() });
            Route::Listing { key, page: page.try_into().unwrap(), query }
        }),
    ]
}

proptest! {
    #[test]
    fn reading_what_was_written_gives_the_same_route(route in route()) {
        prop_assert_eq!(route.to_string().parse::<Route>().unwrap(), route);
    }

    #[test]
    fn any_text_is_read_or_refused_without_a_panic(text in "[/a-z0-9?=&#.%-]{0,40}") {
        if let Ok(route) = text.parse::<Route>() {
            prop_assert_eq!(route.to_string().parse::<Route>().unwrap(), route);
        }
    }
}
