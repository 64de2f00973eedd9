//! Spans of open time within a day, and lists of them.

use super::civil::Time;

/// A span of open time; `start` is before `end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first open minute, before 24:00.
    pub start: Time,
    /// The first minute that is closed again; past 24:00 it is on the next day.
    pub end: Time,
}

impl Span {
    /// The whole day.
    pub const DAY: Span = Span { start: Time::START, end: Time::END };

    /// The span so many minutes later, cut to the two days that a time can be on.
    pub(super) fn shifted(self, minutes: i32) -> Span {
        Span { start: self.start.shifted(minutes), end: self.end.shifted(minutes) }
    }
}

/// Adds a span to an ordered list, joined with those that it touches.
pub(super) fn add(list: &mut Vec<Span>, mut span: Span) {
    list.retain(|other| {
        let apart = other.end < span.start || span.end < other.start;
        if !apart {
            span.start = span.start.min(other.start);
            span.end = span.end.max(other.end);
        }
        apart
    });
    let position = list.iter().take_while(|other| other.start < span.start);
    list.insert(position.count(), span);
}

/// Removes a span from an ordered list.
pub(super) fn cut(list: &mut Vec<Span>, span: Span) {
    let mut rest = Vec::new();
    for &Span { start, end } in list.iter() {
        let before = Span { start, end: end.min(span.start) };
        let after = Span { start: start.max(span.end), end };
        rest.extend([before, after].into_iter().filter(|s| s.start < s.end));
    }
    *list = rest;
}
