//! Reads a calendar file and expands its recurrences, by crates that share nothing with the code that wrote it.

use icalendar::{Calendar, CalendarDateTime, Component, DatePerhapsTime, EventLike};

/// The times of all events of a file, by the clocks of its zone, as seconds since 1970; in order.
pub fn times(text: &str) -> Vec<(i64, i64)> {
    let calendar: Calendar = text.parse().expect("a calendar");
    let mut times = Vec::new();
    for event in calendar.components.iter().filter_map(|component| component.as_event()) {
        let set = event.get_recurrence().expect("a recurrence");
        let first = *set.get_dt_start();
        let Some(DatePerhapsTime::DateTime(CalendarDateTime::WithTimezone { date_time, .. })) = event.get_end() else {
            panic!("no end: {event:?}")
        };
        // As the standard has it: each event is exactly as long as the first.
        let length = date_time.and_local_timezone(first.timezone()).earliest().expect("a moment") - first;
        for start in set.all(u16::MAX).dates {
            let civil = [start, start + length].map(|moment| moment.naive_local().and_utc().timestamp());
            times.push((civil[0], civil[1]));
        }
    }
    times.sort_unstable();
    times
}
