//! The texts of what searches, which a first screen does not need: they are loaded with it.

use rostrum_model::FacetCategory;

use crate::locale::{Messages, Plural};

/// Every text of the search and of its filters in one language. `{…}` in a text is filled in by
/// [`crate::locale::fill`].
pub struct SearchMessages {
    pub nothing_found: &'static str,
    /// Nothing was found, and some filters are chosen.
    pub nothing_fits: &'static str,
    /// What would be found `{without}` one of the filters.
    pub without: &'static str,
    /// `{count}`, and perhaps more.
    pub at_least: &'static str,
    pub more_results: &'static str,
    pub excerpts: &'static str,
    /// Words that were found instead of those typed.
    pub results_for: &'static str,
    pub year: &'static str,
    pub country: &'static str,
    pub field: &'static str,
    pub structure: &'static str,
    pub source: &'static str,
    pub kind: &'static str,
    pub language: &'static str,
    pub first_day: &'static str,
    pub last_day: &'static str,
    pub since: &'static str,
    pub until: &'static str,
    pub order: &'static str,
    pub best_first: &'static str,
    pub newest_first: &'static str,
    pub oldest_first: &'static str,
    pub chosen_filters: &'static str,
    pub remove: &'static str,
    pub remove_all: &'static str,
    /// A category of which `{n}` are chosen.
    pub chosen: Plural,
}

impl SearchMessages {
    /// The texts in the language of the interface.
    pub fn of(messages: &Messages) -> &'static Self {
        match messages.tag {
            "fr" => &FRENCH,
            _ => &ENGLISH,
        }
    }

    /// What a category of filters is called.
    pub fn category(&self, category: FacetCategory) -> &'static str {
        match category {
            FacetCategory::Year => self.year,
            FacetCategory::Country => self.country,
            FacetCategory::Field => self.field,
            FacetCategory::Structure => self.structure,
            FacetCategory::Source => self.source,
            FacetCategory::Kind => self.kind,
            FacetCategory::Language => self.language,
        }
    }
}

static ENGLISH: SearchMessages = SearchMessages {
    nothing_found: "Nothing was found. Try fewer words, other ones, or only the beginning of a word.",
    nothing_fits: "Nothing has all that you chose.",
    without: "Without {criterion}: {count}",
    at_least: "At least {count}",
    more_results: "More results",
    excerpts: "Show excerpts",
    results_for: "Results for {words}",
    year: "Year",
    country: "Country",
    field: "Field of work",
    structure: "Structure",
    source: "Source",
    kind: "Kind",
    language: "Language",
    first_day: "From",
    last_day: "Until",
    since: "From {date}",
    until: "Until {date}",
    order: "Order",
    best_first: "Best match first",
    newest_first: "Newest first",
    oldest_first: "Oldest first",
    chosen_filters: "Chosen filters",
    remove: "Remove {criterion}",
    remove_all: "Remove all filters",
    chosen: Plural { one: "{n} chosen", other: "{n} chosen" },
};

static FRENCH: SearchMessages = SearchMessages {
    nothing_found: "Rien n’a été trouvé. Essayez moins de mots, d’autres mots ou seulement le début d’un mot.",
    nothing_fits: "Rien ne réunit tout ce que vous avez choisi.",
    without: "Sans {criterion} : {count}",
    at_least: "Au moins {count}",
    more_results: "Plus de résultats",
    excerpts: "Montrer des extraits",
    results_for: "Résultats pour {words}",
    year: "Année",
    country: "Pays",
    field: "Domaine d’activité",
    structure: "Structure",
    source: "Source",
    kind: "Type",
    language: "Langue",
    first_day: "Du",
    last_day: "Au",
    since: "À partir du {date}",
    until: "Jusqu’au {date}",
    order: "Ordre",
    best_first: "Les plus pertinents d’abord",
    newest_first: "Les plus récents d’abord",
    oldest_first: "Les plus anciens d’abord",
    chosen_filters: "Filtres choisis",
    remove: "Retirer {criterion}",
    remove_all: "Retirer tous les filtres",
    chosen: Plural { one: "{n} choix", other: "{n} choix" },
};
