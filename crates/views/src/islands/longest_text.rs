//! The longest text that a schedule can come to. The prerendered form of a status or a sign keeps a place of that size.

use guide_core::schedule::{Date, Moment};
use guide_core::status_text::StatusText;

/// The days of a year, each with the day before it. Texts name weekdays, days and months, but no years: any year has all.
pub fn days_of_a_year() -> impl Iterator<Item = (Date, Date)> {
    let days = std::iter::successors(Date::new(2025, 12, 31), |date| date.next_day());
    days.filter_map(|day_before| Some((day_before, day_before.next_day()?))).take(365)
}

/// A moment so long before those days that a text names the date of an opening and not its weekday alone.
pub fn long_before() -> Option<Moment> {
    Moment::new(Date::new(2025, 1, 1)?, 0)
}

/// The status text of which the given `part` has the most characters; of several, the last.
pub fn longest(texts: impl Iterator<Item = StatusText>, part: fn(&StatusText) -> &str) -> Option<StatusText> {
    texts.max_by_key(|text| part(text).chars().count())
}
