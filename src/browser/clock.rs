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
        self.shown(JsDate::now())
    }
}

impl Clock {
    /// How far the zone is ahead of UTC, in minutes, at a civil moment of its own. Where the clocks change in between, a
    /// moment that comes twice is taken as one of the two.
    pub fn offset_at(&self, moment: Moment) -> Option<i32> {
        // The moment taken for UTC is off by the offset; told in the zone, it is off by as much again.
        let first = self.shown(milliseconds(moment))?;
        let offset = moment.seconds_until(first);
        let again = self.shown(milliseconds(moment) - offset as f64 * 1000.0)?;
        i32::try_from((offset - again.seconds_until(moment)) / 60).ok()
    }

    fn shown(&self, milliseconds: f64) -> Option<Moment> {
        use wasm_bindgen::JsCast;
        let format: js_sys::Function = self.0.format();
        let date = JsDate::new(&milliseconds.into());
        read(&format.call1(&JsValue::NULL, date.unchecked_ref()).ok()?.as_string()?)
    }
}

/// The moment it is now in UTC.
pub fn utc_now() -> Option<Moment> {
    read_iso(&String::from(JsDate::new_0().to_iso_string()))
}

/// Reads `2026-11-24T10:00:05.000Z`.
fn read_iso(text: &str) -> Option<Moment> {
    let (date, time) = text.split_once('T')?;
    let mut parts = time.split([':', '.']).map(|part| part.parse::<u32>().ok());
    let second = parts.next()?? * 3600 + parts.next()?? * 60 + parts.next()??;
    Moment::new(Date::parse(date)?, second)
}

/// A moment taken for UTC, in milliseconds since 1970.
fn milliseconds(moment: Moment) -> f64 {
    let date = moment.date();
    let days = Date::new(1970, 1, 1).map_or(0, |epoch| epoch.days_until(date));
    (f64::from(days) * 86_400.0 + f64::from(moment.second_of_day())) * 1000.0
}

/// Reads `11/24/2026, 13:00:05`: six numbers, whatever stands between them.
fn read(text: &str) -> Option<Moment> {
    let mut numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
    let mut next = || numbers.next()?.parse::<u16>().ok();
    let (month, day, year) = (u8::try_from(next()?).ok()?, u8::try_from(next()?).ok()?, next()?);
    let (hour, minute, second) = (u32::from(next()?), u32::from(next()?), u32::from(next()?));
    Moment::new(Date::new(year, month, day)?, hour * 3600 + minute * 60 + second)
}
