//! The status of the hotline in words: «Сейчас закрыто. Откроется во вторник, 24 ноября, в 13:00».
//!
//! The words are an argument, which the browser reads from the document.

use crate::fill::fill;
use crate::schedule::{Moment, Status, Time};
use crate::strings::Strings;

/// A status in words: the state by itself, then the rest of the sentence.
#[derive(Clone, PartialEq)]
pub struct StatusText {
    /// Whether the hotline is open.
    pub open: bool,
    /// That it is open or closed.
    pub state: String,
    /// Until when; empty where `state` says it all.
    pub rest: String,
}

/// The status at `now` in words. `listed_through` is the last year whose transferred holidays are known: a change later than that
/// comes with the advice to ask. `None` where a string is missing.
pub fn status_text(status: Status, now: Moment, listed_through: Option<u16>, strings: &Strings) -> Option<StatusText> {
    let open = status.is_open();
    let state = strings.get(if open { "open" } else { "closed" })?.to_owned();
    let Some(change) = status.next_change() else {
        let rest = strings.get(if open { "always" } else { "never" })?.to_owned();
        return Some(StatusText { open, state, rest });
    };
    let time = clock_time(change.time());
    let mut rest = if open {
        let time_left = duration(now, change, strings)?;
        fill(strings.get("open_until")?, &[("time", &time), ("left", &time_left)])
    } else if change.date() == now.date() {
        fill(strings.get("opens_today")?, &[("time", &time)])
    } else {
        let date = change.date();
        let weekday = strings.item("weekdays", date.weekday().index())?;
        let month = strings.item("months", usize::from(date.month()) - 1)?;
        let day = number(u32::from(date.day()));
        fill(strings.get("opens")?, &[("weekday", weekday), ("day", &day), ("month", month), ("time", &time)])
    };
    if listed_through.is_none_or(|year| change.date().year() > year) {
        rest.push_str(". ");
        rest.push_str(strings.get("ask")?);
    }
    Some(StatusText { open, state, rest })
}

/// Up to so many days ahead a weekday alone is unambiguous.
const UNAMBIGUOUS_WEEKDAYS: i32 = 6;
/// A day in seconds.
const DAY: i64 = 24 * 3600;

/// The status at `now` in a few words, for the header: «закрыта до чт 13:00», all of it as the state. The argument that is not used
/// makes its type that of [`status_text`]. `None` where a string is missing.
pub fn sign_text(status: Status, now: Moment, _: Option<u16>, strings: &Strings) -> Option<StatusText> {
    let open = status.is_open();
    let state = match status.next_change() {
        None => strings.get(if open { "open" } else { "closed" })?.to_owned(),
        Some(change) => {
            let (date, time) = (change.date(), clock_time(change.time()));
            let ahead = now.date().days_until(date);
            let template = match (open, ahead) {
                (true, _) if now.seconds_until(change) <= DAY => "open_until",
                // The time of a later day would look like today's.
                (true, _) => "open",
                (_, 0) => "closed_today",
                (_, 1..=UNAMBIGUOUS_WEEKDAYS) => "closed_until",
                _ => "closed_long",
            };
            let weekday = strings.item("weekdays", date.weekday().index())?;
            let month = strings.item("months", usize::from(date.month()) - 1)?;
            let day = number(u32::from(date.day()));
            fill(strings.get(template)?, &[("time", &time), ("weekday", weekday), ("day", &day), ("month", month)])
        }
    };
    Some(StatusText { open, state, rest: String::new() })
}

/// A time of day as a clock shows it: `09:05`.
pub fn clock_time(time: Time) -> String {
    let leading_zero = |n: u8| if n < 10 { "0" } else { "" };
    let (hour, minute) = (time.hour(), time.minute());
    [leading_zero(hour), &number(u32::from(hour)), ":", leading_zero(minute), &number(u32::from(minute))].concat()
}

/// The time from `now` to `then` in hours and minutes, rounded up to a whole minute.
fn duration(now: Moment, then: Moment, strings: &Strings) -> Option<String> {
    let minutes = u32::try_from(now.minutes_until(then)).ok()?;
    let (h, m) = (number(minutes / 60), number(minutes % 60));
    let template = match (minutes / 60, minutes % 60) {
        (0, _) => "minutes",
        (_, 0) => "hours",
        _ => "hours_minutes",
    };
    Some(fill(strings.get(template)?, &[("h", &h), ("m", &m)]))
}

fn number(n: u32) -> String {
    n.to_string()
}
