//! How languages write numbers and dates: the browser knows (ECMA-402, `Intl`).

use js_sys::{Array, Function, Object, Reflect};
use rostrum_model::PartialDate;
use wasm_bindgen::{JsCast, JsValue};

use crate::locale::{Messages, Shown};

/// The day from which browsers count, in days since 1 January of year 1.
const EPOCH: u32 = 719_162;
const DAY: f64 = 86_400_000.0;

/// Arabic is written with the digits that codes and addresses have, as in half of the countries.
fn locale(tag: &str) -> JsValue {
    if tag == "ar" { "ar-u-nu-latn" } else { tag }.into()
}

/// What a formatter of a kind says of a value. By reflection, since what it does not know throws where
/// the bindings cannot catch it.
pub(super) fn ask(
    kind: &str,
    tag: &str,
    options: &[(&str, &str)],
    method: &str,
    value: &JsValue,
) -> Option<JsValue> {
    let settings = Object::new();
    for (name, setting) in options {
        Reflect::set(&settings, &(*name).into(), &(*setting).into()).ok()?;
    }
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let formatter: Function = Reflect::get(&intl, &kind.into()).ok()?.dyn_into().ok()?;
    let formatter = Reflect::construct(&formatter, &Array::of2(&locale(tag), &settings)).ok()?;
    let method: Function = Reflect::get(&formatter, &method.into()).ok()?.dyn_into().ok()?;
    method.call1(&formatter, value).ok()
}

/// What a formatter makes of a value, in parts: what each is, and its text.
fn parts(
    kind: &str,
    tag: &str,
    options: &[(&str, &str)],
    value: &JsValue,
) -> Option<Vec<(String, String)>> {
    let parts = ask(kind, tag, options, "formatToParts", value)?;
    let of = |part: &JsValue, name: &str| Reflect::get(part, &name.into()).ok()?.as_string();
    let part = |place: u32| {
        let part = Reflect::get(&parts, &place.into()).ok()?;
        Some((of(&part, "type")?, of(&part, "value")?))
    };
    Some((0..).map_while(part).collect())
}

pub(super) fn category(messages: &Messages, n: u32) -> String {
    let category = ask("PluralRules", messages.tag, &[], "select", &n.into());
    category.and_then(|category| category.as_string()).unwrap_or_default()
}

pub(super) fn number(messages: &Messages, n: u32) -> String {
    written(messages, &[], n.into()).unwrap_or_else(|| n.to_string())
}

pub(super) fn size(messages: &Messages, bytes: u64) -> String {
    #[expect(clippy::cast_precision_loss, reason = "a size is said with two digits or three")]
    let (unit, number) = match bytes {
        0..1_000 => ("byte", bytes as f64),
        1_000..1_000_000 => ("kilobyte", bytes.div_ceil(1_000) as f64),
        _ => ("megabyte", bytes.div_ceil(100_000) as f64 / 10.0),
    };
    let options = [("style", "unit"), ("unit", unit), ("maximumFractionDigits", "1")];
    written(messages, &options, number.into()).unwrap_or_default()
}

fn written(messages: &Messages, options: &[(&str, &str)], number: JsValue) -> Option<String> {
    ask("NumberFormat", messages.tag, options, "format", &number)?.as_string()
}

pub(super) fn date(messages: &Messages, date: PartialDate, shown: Shown) -> String {
    let has_year = matches!(shown, Shown::Whole | Shown::WithWeekday);
    let wanted = [
        ("year", "numeric", has_year),
        ("month", "long", date.month().is_some()),
        ("day", "numeric", date.day().is_some()),
        ("weekday", "long", shown == Shown::WithWeekday),
    ];
    let mut options = vec![("timeZone", "UTC")];
    options.extend(wanted.iter().filter(|(_, _, is_wanted)| *is_wanted).map(|one| (one.0, one.1)));
    let moment = f64::from(date.first_day().day_number()) - f64::from(EPOCH);
    let parts = parts("DateTimeFormat", messages.tag, &options, &(moment * DAY).into());
    let mut parts = parts.unwrap_or_default();
    if date.day() == Some(1)
        && !messages.first().is_empty()
        && let Some((_, day)) = parts.iter_mut().find(|(kind, _)| kind == "day")
    {
        messages.first().clone_into(day);
    }
    if shown == Shown::Day {
        // The day alone, with the point that makes it an ordinal number.
        let day = parts.iter().position(|(kind, _)| kind == "day").unwrap_or_default();
        let is_ordinal = parts.get(day + 1).is_some_and(|(_, after)| after.starts_with('.'));
        parts = parts.into_iter().skip(day).take(1).collect();
        if is_ordinal {
            parts.push((String::new(), ".".to_owned()));
        }
    }
    parts.into_iter().map(|(_, text)| text).collect()
}

pub(super) fn between(messages: &Messages, names: &[&str]) -> Vec<String> {
    let names: Array = names.iter().map(|name| JsValue::from(*name)).collect();
    let parts = parts("ListFormat", messages.tag, &[], &names).unwrap_or_default();
    parts.into_iter().filter(|(kind, _)| kind == "literal").map(|(_, text)| text).collect()
}
