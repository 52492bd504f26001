//! Every text of the interface: its key, and what it says in English.
//!
//! A text in English stands in the WebAssembly where it is used, so each part of the program brings
//! its own. Those of another language are a list in the order of the keys, from `words/TAG.txt`.

use super::Messages;

/// Makes a method of [`Messages`] for each key, and the list of them. A key with several texts, one
/// for each form of a number (CLDR's `one` and `other`), is filled in with that number, `{n}`.
macro_rules! texts {
    ($($(#[$about:meta])* $key:ident: $($english:literal)|+,)*) => {
        /// The keys, each with its texts in English.
        pub(super) const KEYS: &[(&str, &[&str])] = &[$((stringify!($key), &[$($english),+])),*];

        #[expect(non_camel_case_types, reason = "named as the keys are")]
        #[derive(Clone, Copy)]
        enum Number { $($key),* }

        #[expect(missing_docs, reason = "each text says what it is")]
        impl Messages {
            $(texts! { @method $(#[$about])* $key: $($english)|+ })*
        }
    };
    (@method $(#[$about:meta])* $key:ident: $english:literal) => {
        $(#[$about])*
        #[inline(always)]
        pub fn $key(&self) -> &'static str {
            self.text(Number::$key as usize, &$english)
        }
    };
    (@method $(#[$about:meta])* $key:ident: $one:literal | $other:literal) => {
        $(#[$about])*
        pub fn $key(&self, n: u32) -> String {
            self.counted(Number::$key as usize, &[$one, $other], n)
        }
    };
}

texts! {
    /// For which numbers a counted text has forms, in the order in which they stand in it (CLDR's
    /// plural categories).
    plural_forms: "one other",
    /// The first day of a month, where it is not the plain number.
    first: "",
    /// `{date}` is only about right.
    about: "about {date}",
    /// Stands between things that are named one after the other.
    comma: ",",

    skip_to_content: "Skip to content",
    language_name: "Language",
    home: "Home",
    loading: "Loading",
    try_again: "Try again",
    external: "leads to another site",

    main_menu: "Main menu",
    menu: "Menu",
    close: "Close",
    back: "Back",
    /// The trigger beside a link that is itself a page: `More of {label}`.
    more_of: "More of {label}",
    filter: "Filter",
    filter_hint: "Name, former name or code",
    /// What follows the key that opens the filter.
    from_anywhere: "from anywhere",
    matches: "{n} match" | "{n} matches",
    no_match: "Nothing matches. Try fewer letters.",
    letters: "Jump to a letter",
    chairs_now: "in the chair",
    /// What a name in a list may begin with and is not sorted by.
    article: "The",

    fields: "Fields of work",
    countries: "Countries",
    structures: "Structures and institutions",
    press_releases: "Press releases",
    chairpersonships: "Chairpersonships",
    latest_releases: "Latest releases",
    all_releases: "All releases",
    releases_of: "Releases of {year}",
    /// The heading of the releases that speak of a term.
    releases_about: "Releases about this chair",
    releases: "{n} release" | "{n} releases",
    no_releases: "There are no releases here yet.",
    search_releases: "Search the releases",
    /// Stands before the names of feeds.
    feeds: "Follow by feed:",
    /// Shows the ways to narrow a listing.
    filters: "Filters",
    pages: "Pages",
    newer: "Newer",
    older: "Older",
    page_of: "Page {page} of {pages}",
    years: "Years",

    facts: "Facts",
    group: "Group",
    since: "Since",
    capital: "Capital",
    in_the_chair: "In the chair",
    never_in_the_chair: "Not so far",
    dimension: "Dimension",
    abbreviation: "Short name",
    part_of: "Part of",
    parts: "Parts",
    seat: "Seat",
    country: "Country",
    established: "Established",
    closed: "Closed",

    kind: "Kind",
    date_name: "Date",
    place: "Place",
    source: "Source",
    sources: "Sources",
    files: "Files",
    about_release: "About",
    as_published: "As published by the organisation.",
    demonstration: "A summary written for this demonstration, not the organisation’s own words.",
    synthetic: "Made by a program to fill an archive: none of this happened.",
    table: "Table",

    /// Marks a release in a list.
    withdrawn_mark: "Withdrawn",
    /// Valid no more since `{date}`.
    withdrawn: "Withdrawn on {date}.",
    changes: "Updates and corrections",
    correction: "Correction",
    update: "Update",
    contacts: "Contact",
    language_of_text: "Language of the text",
    previous: "Previous",
    next: "Next",
    neighbours: "Before and after, from the same source",
    related: "Related releases",
    /// What `{names}` two releases are both about.
    also_on: "Also on {names}",
    copy_link: "Copy link",
    copy: "Copy",
    copied: "Copied.",
    not_copied: "The browser does not let this be copied. Select the text and copy it.",
    share: "Share",
    cite: "Cite",
    plain_text: "Text",
    address: "Address",

    find_terms: "Find terms",
    state_or_person: "State or person",
    decades: "Decade",
    all_decades: "All decades",
    repeated: "Chaired more than once",
    view: "View",
    list: "List",
    /// `{n}` of `{total}` terms are shown.
    terms_found: "{n} of {total} terms",
    all_terms: "Show all terms",
    term: "Term",
    state: "State",
    period_name: "Period",
    compare_terms: "Compare two terms",
    /// Leads from a term to the choice of another.
    compare_term: "Compare with another term",
    first_term: "First term",
    second_term: "Second term",
    download: "Download",
    overview: "All terms on a line of time",
    zoom: "Zoom",
    zoom_in: "Zoom in",
    zoom_out: "Zoom out",

    troika: "Troika",
    troika_on: "The Troika on {date}",
    outgoing: "Outgoing chair",
    incoming: "Incoming chair",
    vacant: "Nobody",
    undecided: "Not decided yet",
    /// A handover near the day is known only roughly.
    uncertain: "A handover near this day is known only roughly.",
    choose_date: "Another day",
    today: "Today",
    /// The ten years that begin with `{year}`.
    decade: "{year}s",
    /// The term `{term}` of `{country}`.
    term_title: "{country}, chair of {term}",
    other_terms: "Other terms in the chair",
    chairperson: "Chairperson-in-Office",
    chairpersons: "Chairpersons-in-Office",
    from: "from {date}",
    until: "until {date}",
    beginning_unknown: "beginning not known",
    end_unknown: "end not known",
    dates_unknown: "dates not known",
    council: "Ministerial Council",
    summit: "Summit",
    opened_term: "opened the term",
    priorities: "Priorities",
    succeeded_by: "Succeeded by",
    history: "How it came about",
    bid: "Bid",
    blocked: "Blocked",
    bid_withdrawn: "Withdrawn",
    decided: "Decided",
    incoming_chair: "Incoming",
    in_office: "In office",
    extended: "Extended",
    vacant_chair: "Vacant",

    not_found: "Page not found",
    not_found_hint: "There is no page at this address. It may have moved, or the address may have a slip in it.",
    failed: "This could not be shown",
    unreachable: "It could not be loaded. Check your connection and try again.",
    malformed: "Its data is damaged. Try again in a while; if it stays so, tell the publisher of this site.",
    too_new: "It was published for a newer version of this site. Reload the page to get that version.",

    nothing_found: "Nothing was found. Try fewer words, other ones, or only the beginning of a word.",
    /// Nothing was found, and some filters are chosen.
    nothing_fits: "Nothing has all that you chose.",
    /// What would be found `{without}` one of the filters.
    without: "Without {criterion}: {count}",
    /// `{count}`, and perhaps more.
    at_least: "At least {count}",
    more_results: "More results",
    excerpts: "Show excerpts",
    /// Words that were found instead of those typed.
    results_for: "Results for {words}",
    year: "Year",
    field: "Field of work",
    structure: "Structure",
    first_day: "From",
    last_day: "Until",
    from_day: "From {date}",
    until_day: "Until {date}",
    order: "Order",
    best_first: "Best match first",
    newest_first: "Newest first",
    oldest_first: "Oldest first",
    chosen_filters: "Chosen filters",
    remove: "Remove {criterion}",
    remove_all: "Remove all filters",
    /// A category of which `{n}` are chosen.
    chosen: "{n} chosen" | "{n} chosen",
}
