//! What day it is where the organisation is.

use js_sys::{Array, Function, Object, Reflect};
use rostrum_model::Date;
use wasm_bindgen::{JsCast, JsValue};

/// The day in a time zone (IANA), by the browser's clock; in the browser's own zone where it does
/// not know that one.
pub fn today(time_zone: &str) -> Date {
    let day = day_in(&time_zone.into()).or_else(|_| day_in(&JsValue::UNDEFINED));
    day.ok().and_then(|day| day.as_string()?.parse().ok()).unwrap_or_else(local_day)
}

/// Sweden writes a date as ISO 8601 does, so that its format can be read back.
fn day_in(time_zone: &JsValue) -> Result<JsValue, JsValue> {
    let options = Object::new();
    Reflect::set(&options, &"timeZone".into(), time_zone)?;
    let intl = Reflect::get(&js_sys::global(), &"Intl".into())?;
    // Built by reflection, since an unknown time zone throws where the binding cannot catch it.
    let format: Function = Reflect::get(&intl, &"DateTimeFormat".into())?.dyn_into()?;
    let format = Reflect::construct(&format, &Array::of2(&"sv-SE".into(), &options))?;
    let write: Function = Reflect::get(&format, &"format".into())?.dyn_into()?;
    write.call0(&format)
}

fn local_day() -> Date {
    let now = js_sys::Date::new_0();
    let part = |number: u32| u8::try_from(number).unwrap_or_default();
    let year = u16::try_from(now.get_full_year()).unwrap_or_default();
    let day = Date::new(year, part(now.get_month() + 1), part(now.get_date()));
    day.expect("the browser's clock shows a day of the calendar")
}
