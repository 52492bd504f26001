//! How a release is cited: as a line of text, and in the forms that reference managers read.
//!
//! Each form is a pure function from what is cited to text; what means something in the form is
//! escaped there.

mod bibtex;
mod csl_json;
mod ris;
#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests;

use rostrum_model::Date;

/// What is cited.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Cited {
    /// Its title.
    pub(super) title: String,
    /// Who issued it.
    pub(super) author: String,
    /// Whose site it stands on.
    pub(super) organization: String,
    /// What kind of text it is.
    pub(super) kind: String,
    /// The place of its dateline; empty where there is none.
    pub(super) place: String,
    /// Its day.
    pub(super) date: Option<Date>,
    /// The same as its reader writes it.
    pub(super) written_date: String,
    /// The language of the title (BCP 47).
    pub(super) language: String,
    /// Its whole address.
    pub(super) address: String,
    /// A name for it that no other release has.
    pub(super) key: String,
}

/// A release, cited in one form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Citation {
    /// What the form is called; none for plain text.
    pub(super) name: Option<&'static str>,
    /// The media type of a file of it.
    pub(super) media_type: &'static str,
    /// The ending of the name of such a file.
    pub(super) ending: &'static str,
    /// What stands in it.
    pub(super) text: String,
}

/// What is cited in every form, plain text first.
pub(super) fn cite(cited: &Cited) -> [Citation; 4] {
    let form = |name, media_type, ending, text| Citation { name, media_type, ending, text };
    [
        form(None, "text/plain", "txt", plain(cited)),
        form(Some("BibTeX"), "application/x-bibtex", "bib", bibtex::bibtex(cited)),
        form(Some("RIS"), "application/x-research-info-systems", "ris", ris::ris(cited)),
        form(
            Some("CSL-JSON"),
            "application/vnd.citationstyles.csl+json",
            "json",
            csl_json::csl_json(cited),
        ),
    ]
}

/// A line as it would stand in a list of references.
fn plain(cited: &Cited) -> String {
    let Cited { title, author, organization, kind, place, written_date, address, .. } = cited;
    let author = if author == organization { "" } else { author };
    let title = ["“", title, "”"].concat();
    let parts = [organization, author, &title, kind, place, written_date, address];
    let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    on_one_line(&parts.join(", "))
}

/// The text without the ends of lines and other control characters, which no form takes within a
/// value.
fn on_one_line(text: &str) -> String {
    let words = text.split(|character: char| character.is_whitespace() || character.is_control());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
