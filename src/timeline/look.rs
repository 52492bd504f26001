//! How a visitor looks at the timeline: on which day, at which terms, in a list or a table. All of it
//! stands in the address, so that a link, a reload and Back show the same.

use std::time::Duration;

use leptos::prelude::*;
use rostrum_model::{Date, Query, Route, Slug, Term, TimelineQuery};

use crate::{
    element::Reference,
    matching::{Names, fold},
    navigate::Navigation,
    site::Site,
    timing::{after_frame, later, next_frame},
};

/// How long after a choice it is written into the address, which takes browsers as long as a frame.
const NOTED: Duration = Duration::from_millis(100);

/// The state of the timeline's page. Copies are the same state.
#[derive(Clone, Copy)]
pub(super) struct Look {
    /// The day whose Troika is shown.
    pub(super) day: RwSignal<Date>,
    pub(super) is_table: RwSignal<bool>,
    /// The terms that stand side by side, as far as they are chosen.
    pub(super) compared: RwSignal<[Option<Slug>; 2]>,
    /// How many terms are shown.
    pub(super) total: RwSignal<usize>,
    pub(super) filter: StoredValue<Filter>,
    /// Tells that the filter was forgotten.
    pub(super) forgotten: RwSignal<()>,
    /// The box in which is typed what is searched.
    pub(super) input: Reference,
    terms: StoredValue<Vec<Traits>>,
    /// The first years of the decades that have terms, the earliest first, and whether any is shown.
    decades: StoredValue<Vec<(u16, RwSignal<bool>)>>,
    today: Date,
    navigation: Option<Navigation>,
}

/// Which terms are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Filter {
    /// What a State or a person must match, as it was typed.
    pub(super) search: String,
    /// The first year of the only decade that is shown.
    pub(super) decade: Option<u16>,
    /// Whether only States are shown that chaired more than once.
    pub(super) is_repeated: bool,
}

/// What a term is found by.
pub(super) struct Traits {
    names: Names,
    /// The first year of its decade.
    decade: u16,
    is_repeated: bool,
    /// Whether the term is shown. Each has a signal of its own, so that a key in the finder touches
    /// only those for which it changes the answer.
    is_shown: RwSignal<bool>,
}

impl Look {
    /// Begins as the address says.
    pub(super) fn begin(site: &Site, navigation: Option<Navigation>) -> Self {
        // In another language the same page is drawn anew.
        let address = navigation.and_then(|navigation| {
            navigation.write_note();
            navigation.route_untracked()
        });
        let query = match address {
            Some(Route::Timeline(query)) => TimelineQuery::from(&query),
            _ => TimelineQuery::default(),
        };
        let TimelineQuery { day, search, decade, is_repeated, is_table, compared } = query;
        let filter = Filter { search, decade, is_repeated };
        let terms = traits(site);
        let mut decades: Vec<_> = terms.iter().map(|term| term.decade).collect();
        decades.dedup();
        let decades = decades.into_iter().map(|decade| (decade, RwSignal::new(true))).collect();
        let look = Self {
            day: RwSignal::new(day.unwrap_or(site.today)),
            is_table: RwSignal::new(is_table),
            compared: RwSignal::new(compared),
            total: RwSignal::new(terms.len()),
            filter: StoredValue::new(filter),
            forgotten: RwSignal::new(()),
            input: Reference::new_local(None),
            terms: StoredValue::new(terms),
            decades: StoredValue::new(decades),
            today: site.today,
            navigation,
        };
        look.apply_filter();
        look
    }

    /// Shows the Troika of another day.
    pub(super) fn look_at(self, day: Date) {
        self.day.set(day);
        self.note();
    }

    /// Shows the terms in a table or in the list.
    pub(super) fn set_table(self, is_table: bool) {
        self.is_table.set(is_table);
        self.note();
    }

    /// Puts a term, or none, into one of the two columns.
    pub(super) fn compare(self, column: usize, id: Option<Slug>) {
        self.compared.update(|compared| compared[column] = id);
        self.note();
    }

    /// Shows other terms.
    pub(super) fn change_filter(self, change: impl FnOnce(&mut Filter)) {
        self.filter.update_value(change);
        self.apply_filter();
        self.note();
    }

    /// Shows the terms that match what was typed, once the letter itself is shown.
    pub(super) fn search(self, typed: String) {
        self.filter.update_value(|filter| filter.search = typed);
        self.note();
        after_frame(move || {
            if !self.filter.is_disposed() {
                self.apply_filter();
            }
        });
    }

    /// Whether it is on its way into the page of a host.
    pub(super) fn is_arriving(self) -> bool {
        self.navigation.is_some_and(|navigation| navigation.is_arriving())
    }

    fn apply_filter(self) {
        let search = self.filter.with_value(|filter| fold(&filter.search));
        let is_shown = |term: &Traits| self.filter.with_value(|filter| filter.shows(term, &search));
        let mut shown_decades = Vec::new();
        let mut total = 0;
        self.terms.with_value(|terms| {
            for term in terms {
                let is_shown = is_shown(term);
                set(term.is_shown, is_shown);
                if is_shown {
                    total += 1;
                    shown_decades.push(term.decade);
                }
            }
        });
        self.decades.with_value(|decades| {
            for (decade, is_shown) in decades {
                set(*is_shown, shown_decades.contains(decade));
            }
        });
        set(self.total, total);
    }

    /// Shows all terms again, and puts the focus where others can be searched.
    pub(super) fn forget_filter(self) {
        self.change_filter(|filter| *filter = Filter::default());
        self.forgotten.notify();
        next_frame(move || {
            let _ = self.input.get_untracked().map(|input| input.focus());
        });
    }

    /// The first years of the decades that have terms, the earliest first.
    pub(super) fn decades(self) -> Vec<u16> {
        self.decades.with_value(|decades| decades.iter().map(|(decade, _)| *decade).collect())
    }

    /// The first year of the decade of a term.
    pub(super) fn decade_of(self, index: usize) -> u16 {
        self.terms.with_value(|terms| terms[index].decade)
    }

    /// Whether a term is shown; follows the filter.
    pub(super) fn shows(self, index: usize) -> RwSignal<bool> {
        self.terms.with_value(|terms| terms[index].is_shown)
    }

    /// Whether a term of a decade is shown; follows the filter.
    pub(super) fn shows_decade(self, first_year: u16) -> RwSignal<bool> {
        self.decades.with_value(|decades| {
            let place = decades.iter().position(|(decade, _)| *decade == first_year);
            decades[place.unwrap_or_default()].1
        })
    }

    /// Writes the choice into the address once it is shown.
    fn note(self) {
        let Some(navigation) = self.navigation else { return };
        let Filter { search, decade, is_repeated } = self.filter.get_value();
        let day = Some(self.day.get_untracked()).filter(|day| *day != self.today);
        let is_table = self.is_table.get_untracked();
        let compared = self.compared.get_untracked();
        let query = TimelineQuery { day, search, decade, is_repeated, is_table, compared };
        navigation.note_later(Route::Timeline(Query::from(&query)));
        later(NOTED, move || navigation.write_note());
    }
}

impl Filter {
    /// Whether it lets a term through; with what is searched, folded.
    fn shows(&self, term: &Traits, search: &str) -> bool {
        self.decade.is_none_or(|decade| decade == term.decade)
            && (term.is_repeated || !self.is_repeated)
            && term.names.matches(search)
    }
}

/// Tells of a value only where it is another than before.
fn set<T: PartialEq + Copy + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.get_untracked() != value {
        signal.set(value);
    }
}

/// What each term of the timeline is found by. A term of which nothing is dated counts to the decade
/// of the one before it.
fn traits(site: &Site) -> Vec<Traits> {
    let timeline = &site.entry.timeline;
    let mut decade = 0;
    let traits = |(index, term): (usize, &Term)| {
        decade = timeline.span(index).map_or(decade, |span| span.year() / 10 * 10);
        let mut countries =
            term.holders.iter().flat_map(|holder| holder.country.iter().chain(&holder.successors));
        let is_repeated = countries.any(|country| timeline.terms_of(country).nth(1).is_some());
        let is_shown = RwSignal::new(true);
        Traits { names: names(site, term), decade, is_repeated, is_shown }
    };
    timeline.terms.iter().enumerate().map(traits).collect()
}

/// The term's label, its people, and its States under every name that they have.
fn names(site: &Site, term: &Term) -> Names {
    let mut names = vec![term.label.as_str()];
    names.extend(term.chairpersons.iter().map(|person| person.name.as_str()));
    let default = &site.entry.languages.default;
    let mut code = None;
    for holder in &term.holders {
        names.extend([site.localized(&holder.name).text, holder.name.localized(default).text]);
        for country in holder
            .country
            .iter()
            .chain(&holder.successors)
            .filter_map(|slug| site.entry.country(slug))
        {
            names.push(site.localized(&country.name).text);
            names.extend(country.other_names.iter().map(String::as_str));
            code = code.or(country.code.as_deref());
        }
    }
    Names { names: fold(&names.join("\n")), code: code.map(fold) }
}
