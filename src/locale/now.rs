//! What time it is where the organisation is.

use std::time::Duration;

use js_sys::{Array, Function, Object, Reflect};
use rostrum_model::Date;
use wasm_bindgen::{JsCast, JsValue};

const DAY: u32 = 24 * 60 * 60;

/// A moment in a time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now {
    /// The day.
    pub day: Date,
    /// How long it still lasts, unless the clocks are changed before its end.
    pub left: Duration,
}

/// The moment in a time zone (IANA), by the browser's clock; in the browser's own zone where it does
/// not know that one.
pub fn now(time_zone: &str) -> Now {
    let written = written(&time_zone.into()).or_else(|_| written(&JsValue::UNDEFINED));
    written.ok().and_then(|written| read(&written.as_string()?)).unwrap_or_else(local)
}

/// Sweden writes a moment as ISO 8601 does, `2026-11-24 18:19:51`, so that it can be read back.
fn written(time_zone: &JsValue) -> Result<JsValue, JsValue> {
    let options = Object::new();
    Reflect::set(&options, &"timeZone".into(), time_zone)?;
    Reflect::set(&options, &"dateStyle".into(), &"short".into())?;
    Reflect::set(&options, &"timeStyle".into(), &"medium".into())?;
    let intl = Reflect::get(&js_sys::global(), &"Intl".into())?;
    // Built by reflection, since an unknown time zone throws where the binding cannot catch it.
    let format: Function = Reflect::get(&intl, &"DateTimeFormat".into())?.dyn_into()?;
    let format = Reflect::construct(&format, &Array::of2(&"sv-SE".into(), &options))?;
    let write: Function = Reflect::get(&format, &"format".into())?.dyn_into()?;
    write.call0(&format)
}

fn read(written: &str) -> Option<Now> {
    let (day, time) = written.split_once(' ')?;
    let mut parts = time.split(':').map(|part| part.parse::<u32>().ok());
    let mut next = || parts.next().flatten();
    let passed = next()? * 3600 + next()? * 60 + next()?;
    Some(Now { day: day.parse().ok()?, left: left(passed) })
}

fn local() -> Now {
    let now = js_sys::Date::new_0();
    let part = |number: u32| u8::try_from(number).unwrap_or_default();
    let year = u16::try_from(now.get_full_year()).unwrap_or_default();
    let day = Date::new(year, part(now.get_month() + 1), part(now.get_date()));
    let passed = now.get_hours() * 3600 + now.get_minutes() * 60 + now.get_seconds();
    Now { day: day.expect("the browser's clock shows a day of the calendar"), left: left(passed) }
}

/// What is left of a day of which so many seconds have passed.
fn left(passed: u32) -> Duration {
    Duration::from_secs(DAY.saturating_sub(passed).into())
}
