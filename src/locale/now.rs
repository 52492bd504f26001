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
/// not know that one, and in UTC where it does not write as Sweden does.
///
/// # Panics
/// Never: a browser writes a moment in ISO 8601.
pub fn now(time_zone: &str) -> Now {
    let written = written(&time_zone.into()).or_else(|_| written(&JsValue::UNDEFINED));
    written
        .ok()
        .and_then(|written| read(&written.as_string()?))
        .or_else(|| read(&String::from(js_sys::Date::new_0().to_iso_string())))
        .expect("a moment in ISO 8601 can be read")
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
    let (day, time) = written.split_once([' ', 'T'])?;
    let mut parts = time.split([':', '.']).map(|part| part.parse::<u32>().ok());
    let mut next = || parts.next().flatten();
    let passed = next()? * 3600 + next()? * 60 + next()?;
    Some(Now { day: day.parse().ok()?, left: left(passed) })
}

/// What is left of a day of which so many seconds have passed.
fn left(passed: u32) -> Duration {
    Duration::from_secs(DAY.saturating_sub(passed).into())
}
