use rostrum_model::{Entry, parse_entry};

use super::{calendar::calendar, table::table};

/// Terms with what makes files of other formats hard: a comma, quotes, a line's end, letters of two
/// bytes, what a spreadsheet takes for a formula, dates that are not known.
const ENTRY: &str = r#"{
  "version": "1.0",
  "organization": {"name": {"en": "An Organisation"}, "abbreviation": {"en": "AO"}, "time_zone": "Europe/Vienna"},
  "languages": {"default": "en", "available": ["en", "fr"]}, "menu": [],
  "countries": [{"slug": "germany", "name": {"en": "Germany"}, "code": "DE", "group": "members"}],
  "timeline": {"terms": [
    {"id": "1991", "label": "1991", "holders": [{"name": {"en": "Germany", "fr": "Allemagne"}, "country": "germany"}],
     "start": "1991-06~", "end": "1992-01~", "chairpersons": [{"name": "Hans-Dietrich Genscher"}],
     "council": {"place": {"en": "Berlin"}, "start": "1991-06-19", "end": "1991-06-20", "opened_term": true}},
    {"id": "1992", "label": "1992, all of it", "holders": [{"name": {"en": "Czechoslovakia; then"}}, {"name": {"en": "=1+1"}}],
     "start": "1992-01-30", "end": "1992-12-14",
     "chairpersons": [{"name": "Jiří Dienstbier", "to": "1992-07-02"}, {"name": "Jozef Moravčík", "from": "1992-07-03", "to": "1992-12-14"}],
     "note": {"en": "She said \"ěščřžýáíéúů ěščřžýáíéúů ěščřžýáíéúů\", and left.\nThen he came."}},
    {"id": "1993", "label": "1993", "holders": [{"name": {"en": "=HYPERLINK(1)"}}], "start": "1992-12-14"}
  ]}
}"#;

fn entry() -> Entry {
    parse_entry("bundle.json", ENTRY).unwrap()
}

fn in_english<T>(export: impl Fn(&Entry, &rostrum_model::Language) -> T) -> T {
    export(&entry(), &"en".parse().unwrap())
}

fn rows() -> Vec<csv::StringRecord> {
    let table = in_english(table);
    let table = table.strip_prefix("\u{feff}".as_bytes()).unwrap();
    csv::Reader::from_reader(table).records().collect::<Result<_, _>>().unwrap()
}

/// The lines of the calendar, unfolded as a reader does it.
fn lines() -> Vec<String> {
    in_english(calendar).replace("\r\n ", "").lines().map(str::to_owned).collect()
}

#[test]
fn a_table_has_a_row_for_each_term_with_dates_as_far_as_they_are_known() {
    let rows = rows();
    assert_eq!(rows.len(), 3);
    let first = ["1991", "1991", "Germany", "DE", "1991-06~", "1992-01~", "Hans-Dietrich Genscher"];
    assert_eq!(rows[0].iter().take(7).collect::<Vec<_>>(), first);
    assert_eq!(&rows[0][7], "Berlin");
    assert_eq!(
        &rows[1][6],
        "Jiří Dienstbier (/1992-07-02); Jozef Moravčík (1992-07-03/1992-12-14)"
    );
    assert_eq!((&rows[2][4], &rows[2][5]), ("1992-12-14", ""));
}

#[test]
fn quotes_commas_and_ends_of_lines_stay_within_their_cell_and_lines_end_as_rfc_4180_says() {
    assert!(rows()[1][13].ends_with("\", and left.\nThen he came."));
    let text = String::from_utf8(in_english(table)).unwrap();
    assert_eq!(text.matches("\r\n").count(), 4);
}

#[test]
fn no_cell_begins_as_a_formula_does() {
    let rows = rows();
    assert_eq!(&rows[2][2], "'=HYPERLINK(1)");
    assert_eq!(&rows[1][2], "Czechoslovakia; then, =1+1");
}

#[test]
fn texts_are_in_the_language_of_the_file() {
    let table = String::from_utf8(table(&entry(), &"fr".parse().unwrap())).unwrap();
    assert!(table.contains("Allemagne"), "{table}");
    assert!(calendar(&entry(), &"fr".parse().unwrap()).contains("SUMMARY:AO: Allemagne\\, 1991"));
}

#[test]
fn no_line_of_a_calendar_is_longer_than_75_octets_or_cut_within_a_letter() {
    let calendar = in_english(calendar);
    assert!(calendar.ends_with("END:VCALENDAR\r\n"));
    let lines: Vec<_> = calendar.split_terminator("\r\n").collect();
    assert!(lines.iter().all(|line| line.len() <= 75 && !line.contains('\n')), "{calendar}");
    assert!(lines.iter().any(|line| line.len() > 70), "a line is folded as late as it may be");
    assert!(self::lines().contains(&"DESCRIPTION:Jiří Dienstbier\\nJozef Moravčík\\nShe said \"ěščřžýáíéúů ěščřžýáíéúů ěščřžýáíéúů\"\\, and left.\\nThen he came.".to_owned()));
}

#[test]
fn an_event_ends_on_the_day_after_its_last() {
    let lines = lines();
    let day = |name: &str| -> Vec<_> {
        lines.iter().filter_map(|line| line.strip_prefix(name)).collect()
    };
    assert_eq!(day("DTSTART;VALUE=DATE:"), ["19910619", "19920130", "19921214"]);
    // The last term has no end in sight; RFC 5545, 3.6.1, lets it stand on its first day.
    assert_eq!(day("DTEND;VALUE=DATE:"), ["19920131", "19921215"]);
}

#[test]
fn an_event_whose_days_are_not_known_is_tentative_and_says_what_is_known() {
    let lines = lines();
    let states: Vec<_> = lines.iter().filter_map(|line| line.strip_prefix("STATUS:")).collect();
    assert_eq!(states, ["TENTATIVE", "CONFIRMED", "TENTATIVE"]);
    assert!(lines.iter().any(|line| line.starts_with("DESCRIPTION:1991-06~ – 1992-01~\\n")));
    assert!(lines.iter().any(|line| line == "DESCRIPTION:1992-12-14 – ?"));
}

#[test]
fn events_keep_their_names_and_the_file_its_bytes() {
    assert_eq!(in_english(calendar), in_english(calendar));
    let lines = lines();
    let names: Vec<_> = lines.iter().filter_map(|line| line.strip_prefix("UID:")).collect();
    assert!(names.iter().all(|name| name.len() == "1991-".len() + 16), "{names:?}");
    assert!(names[0].starts_with("1991-") && names[1].starts_with("1992-"));
}
