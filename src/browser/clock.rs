//! The clock: the civil time of the guide's zone, whatever the phone's own is.

use js_sys::{Array, Date as JsDate, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::guide::schedule::{Date, Moment};

/// Tells the time of one zone.
pub struct Clock(Intl::DateTimeFormat);

impl Clock {
    /// `None` where the browser does not know the zone.
    pub fn of(zone: &str) -> Option<Clock> {
        let options = Object::new();
        let set =
            |key: &str, value: &str| Reflect::set(&options, &JsValue::from_str(key), &JsValue::from_str(value)).ok();
        set("timeZone", zone)?;
        set("hourCycle", "h23")?;
        for part in ["year", "month", "day", "hour", "minute", "second"] {
            set(part, "numeric")?;
        }
        // The constructor throws at an unknown zone; made by reflection, the throw is an error like others.
        let constructor = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
        let constructor = Reflect::get(&constructor, &"DateTimeFormat".into()).ok()?;
        let arguments = Array::of2(&"en-US-u-ca-gregory-nu-latn".into(), &options);
        let format = Reflect::construct(&constructor.into(), &arguments).ok()?;
        Some(Clock(format.into()))
    }

    /// The moment it is now.
    pub fn now(&self) -> Option<Moment> {
        use wasm_bindgen::JsCast;
        let format: js_sys::Function = self.0.format();
        let text = format.call1(&JsValue::NULL, JsDate::new_0().unchecked_ref()).ok()?.as_string()?;
        read(&text)
    }
}

/// Reads `11/24/2026, 13:00:05`: six numbers, whatever stands between them.
fn read(text: &str) -> Option<Moment> {
    let mut numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
    let mut next = || numbers.next()?.parse::<u16>().ok();
    let (month, day, year) = (u8::try_from(next()?).ok()?, u8::try_from(next()?).ok()?, next()?);
    let (hour, minute, second) = (u32::from(next()?), u32::from(next()?), u32::from(next()?));
    Moment::new(Date::new(year, month, day)?, hour * 3600 + minute * 60 + second)
}
