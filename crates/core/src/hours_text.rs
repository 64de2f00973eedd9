//! The weekly opening hours in words: «вторник и четверг, 13:00–16:30».

use crate::fill::fill;
use crate::schedule::{Schedule, Span, Weekday};
use crate::status_text::clock_time;
use crate::text::Text;
use crate::ui_strings::UiStrings;

/// The weekly hours of a schedule, with these names of the weekdays, Monday first. Days of the same hours form one group; groups are
/// separated by semicolons.
pub fn hours_text(schedule: &Schedule, strings: &UiStrings, days: &[Text]) -> String {
    let week = schedule.hours();
    let strings = &strings.week;
    let mut groups: Vec<(&[Span], Vec<&str>)> = Vec::new();
    for (weekday, name) in Weekday::ALL.into_iter().zip(days) {
        let spans = week.on(weekday);
        match groups.iter_mut().find(|(same, _)| *same == spans) {
            _ if spans.is_empty() => {}
            Some((_, days)) => days.push(name),
            None => groups.push((spans, vec![name])),
        }
    }
    let texts: Vec<String> = groups
        .iter()
        .map(|(spans, days)| {
            let times: Vec<String> = spans.iter().map(|span| span_text(span, &strings.span)).collect();
            format!("{}, {}", joined(days, &strings.and), joined(&times, &strings.and))
        })
        .collect();
    texts.join("; ")
}

/// A span, with the template that has `{from}` and `{to}`.
fn span_text(span: &Span, template: &str) -> String {
    let (from, to) = (clock_time(span.start), clock_time(span.end));
    fill(template, &[("from", &from), ("to", &to)])
}

/// `a`, `a и b`, `a, b и c`.
fn joined(items: &[impl AsRef<str>], and: &str) -> String {
    let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
    match items.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{}{and}{last}", rest.join(", ")),
        Some((last, _)) => (*last).to_owned(),
        None => String::new(),
    }
}
