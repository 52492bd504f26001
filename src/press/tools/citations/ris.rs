//! RIS, which most reference managers read: a tag and a value on each line.
//!
//! The type is `ELEC`, an electronic source, since not every program knows one for press releases.

use super::{Cited, on_one_line};

/// The record; its lines end as those of the programs that made the format.
pub(super) fn ris(cited: &Cited) -> String {
    let mut record = "TY  - ELEC\r\n".to_owned();
    let mut line = |tag: &str, value: &str| {
        let value = on_one_line(value);
        if !value.is_empty() {
            record.push_str(&[tag, "  - ", &value, "\r\n"].concat());
        }
    };
    line("ID", &cited.key);
    line("AU", &author(&cited.author));
    line("TI", &cited.title);
    line("M3", &cited.kind);
    line("PB", &cited.organization);
    line("CY", &cited.place);
    if let Some(date) = cited.date {
        let day = date.to_string().replace('-', "/");
        line("PY", &date.year().to_string());
        line("DA", &[&day, "/"].concat());
    }
    line("LA", &cited.language);
    line("UR", &cited.address);
    record.push_str("ER  - \r\n");
    record
}

/// A comma would part a last name from first names.
fn author(name: &str) -> String {
    name.replace(',', " ")
}
