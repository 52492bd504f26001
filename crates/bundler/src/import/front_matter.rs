//! Markdown with front matter in YAML or TOML, as Hugo, Jekyll and other makers of static sites
//! keep it, translations beside their originals (`name.fr.md`).

use std::path::Path;

use serde_json::Value;

use super::{
    ReleaseDraft,
    csv::reason,
    draft::Subject,
    intake::{Intake, Reason, web},
    json,
};
use crate::{
    html::language_of,
    sources::{Category, Node, Source, Value as Yaml, read_yaml},
};

/// Reads a text.
pub(super) fn read(source: &Source, file: &Path, intake: &mut Intake<'_>) {
    let Some((front, body_start)) = front_matter(source, intake) else { return };
    let text = |keys: &[&str]| json::first(&front, keys);
    let is_set = |key: &str, value: bool| match front.get(key) {
        Some(Value::Bool(set)) => *set == value,
        Some(Value::String(set)) => set.eq_ignore_ascii_case(if value { "true" } else { "false" }),
        _ => false,
    };
    let status = text(&["status"]);
    let why = if is_set("draft", true) || is_set("published", false) {
        Some(Reason::Draft)
    } else if is_set("private", true) {
        Some(Reason::Private)
    } else if text(&["password"]).is_some() {
        Some(Reason::Protected)
    } else {
        status.as_deref().and_then(reason)
    };
    if let Some(why) = why {
        return intake.leave_out(why);
    }
    if intake.is_embargoed(text(&["publishDate", "publishdate", "embargo", "embargoed"]).as_deref())
    {
        return intake.leave_out(Reason::Embargoed);
    }
    let title = text(&["title", "headline"]).unwrap_or_default();
    let at = Some(&title)
        .filter(|title| !title.is_empty())
        .and_then(|title| source.text().find(title.as_str()));
    let place = source.place(at.map_or(0..1, |at| at..at + title.len()));
    let (name, of_name) = name(file);
    let key = text(&["translationKey", "ref"]).unwrap_or_else(|| name.clone());
    let named = |keys: &[&str]| text(keys).map(|name| (name, place.clone()));
    let mut draft = ReleaseDraft {
        title,
        kind: named(&["kind", "type", "category"]),
        city: text(&["place", "city", "location"]),
        source: named(&["source", "issuer"]),
        url: text(&["url", "permalink", "canonical"]).as_deref().and_then(web),
        language: text(&["language", "lang", "locale"])
            .or(of_name.clone())
            .as_deref()
            .and_then(language_of),
        siblings: vec![format!("markdown:{key}")],
        subjects: subjects(&front),
        place: Some(place),
        ..ReleaseDraft::default()
    };
    let own = text(&["identifier", "id", "guid"]).unwrap_or(name.clone());
    let suffix = of_name.map(|tag| format!(".{tag}")).unwrap_or_default();
    draft.identifier = Some(format!("markdown:{own}{suffix}"));
    let date = text(&["date", "pubDate", "published_at", "publishDate"]);
    let date = date.or_else(|| name.rsplit('/').next()?.get(..10).map(str::to_owned));
    if !intake.date(&mut draft, date.as_deref()) {
        return;
    }
    draft.body = intake.markdown_body(source, body_start);
    intake.release(draft);
}

/// The front matter, and where the body begins.
fn front_matter(source: &Source, intake: &mut Intake<'_>) -> Option<(Value, usize)> {
    let text = source.text();
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().unwrap_or_default();
    let fence = first.trim_end();
    let mut end = first.len();
    let found = lines.find_map(|line| {
        let start = end;
        end += line.len();
        (line.trim_end() == fence).then_some((start, end))
    });
    let (Some((front_end, body)), "---" | "+++") = (found, fence) else {
        intake
            .findings
            .error(source.place(0..first.len()), "the front matter is missing")
            .help("begin the file with a line `---`, then `title: …` and the other keys, then a line `---`");
        return None;
    };
    let range = first.len()..front_end;
    if fence == "---" {
        let node = read_yaml(source, range, intake.findings)?;
        return Some((from_yaml(&node), body));
    }
    match text[range.clone()].parse::<toml::Table>() {
        Ok(table) => Some((from_toml(toml::Value::Table(table)), body)),
        Err(error) => {
            let at = error.span().map_or(range.start, |span| span.start + range.start);
            let message = format!("this is not TOML: {}", error.message());
            intake.findings.error(source.place(at..at), message);
            None
        }
    }
}

fn from_yaml(node: &Node) -> Value {
    match &node.value {
        Yaml::Null => Value::Null,
        Yaml::Scalar(text) => Value::String(text.clone()),
        Yaml::Sequence(items) => Value::Array(items.iter().map(from_yaml).collect()),
        Yaml::Mapping(entries) => Value::Object(
            entries.iter().map(|(key, value)| (key.name.clone(), from_yaml(value))).collect(),
        ),
    }
}

fn from_toml(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::String(text),
        toml::Value::Integer(number) => Value::from(number),
        toml::Value::Float(number) => Value::from(number),
        toml::Value::Boolean(is) => Value::Bool(is),
        toml::Value::Datetime(moment) => Value::String(moment.to_string()),
        toml::Value::Array(items) => items.into_iter().map(from_toml).collect(),
        toml::Value::Table(entries) => {
            Value::Object(entries.into_iter().map(|(key, value)| (key, from_toml(value))).collect())
        }
    }
}

fn subjects(front: &Value) -> Vec<Subject> {
    let keys = [
        ("countries", Some(Category::Country)),
        ("fields", Some(Category::Field)),
        ("topics", Some(Category::Field)),
        ("structures", Some(Category::Structure)),
        ("tags", None),
        ("categories", None),
        ("keywords", None),
    ];
    // Hugo keeps lists of its own making under `taxonomies` or `params`.
    let places = [Some(front), front.get("taxonomies"), front.get("params")];
    let mut subjects = Vec::new();
    for (key, category) in keys {
        for place in places.into_iter().flatten() {
            for name in json::list(place, &[key]).iter().filter_map(Value::as_str) {
                let names = name.split(',').map(str::trim).filter(|name| !name.is_empty());
                subjects.extend(names.map(|name| Subject { name: name.to_owned(), category }));
            }
        }
    }
    subjects
}

/// The name of a text in its folder, and its language if the name says it.
fn name(file: &Path) -> (String, Option<String>) {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let (stem, language) = match stem.rsplit_once('.') {
        Some((stem, tag)) if language_of(tag).is_some() => (stem.to_owned(), Some(tag.to_owned())),
        _ => (stem, None),
    };
    // A folder of its own for a text, with the text as `index.md` in it.
    let folder = file.parent().and_then(Path::file_name).map(|name| name.to_string_lossy());
    match folder {
        Some(folder) if matches!(stem.as_str(), "index" | "_index") => {
            (format!("{folder}/{stem}"), language)
        }
        _ => (stem, language),
    }
}
