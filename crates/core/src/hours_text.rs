//! The opening hours in words: «вторник и четверг, 13:00–16:30; первая суббота, 10:00–14:00».
//!
//! What holds in every week comes first, weekdays of the same hours together. The rules for some dates, weeks or weekdays of a month
//! follow in their order, so that a later one is an exception from those before it. Closed and additional days are not in it, nor that
//! public holidays are closed.

use crate::days_text::{names, when};
use crate::fill::fill;
use crate::schedule::{Days, Effect, Rule, Schedule, Span, Time, Weekday, Weekdays};
use crate::status_text::clock_time;
use crate::text::Text;
use crate::ui_strings::UiStrings;

/// All days of the week.
const EVERY: u8 = 127;

/// The hours of a schedule, with these names of the weekdays, Monday first. Empty where it has none.
pub fn hours_text(schedule: &Schedule, strings: &UiStrings, names: &[Text]) -> String {
    let mut hours = Hours::default();
    schedule.rules().iter().for_each(|rule| hours.apply(rule));
    Words { strings, names }.hours(&hours)
}

/// The open spans of a day: `09:00–13:00 и 14:00–18:00`. Empty where there are none.
pub fn spans_text(spans: &[Span], strings: &UiStrings) -> String {
    Words { strings, names: &[] }.times(spans)
}

/// What is open in every week, and what differs from it.
#[derive(Default)]
struct Hours {
    week: [Vec<Open>; 7],
    /// Rules for other days than those of every week, in order; their weekdays are never empty.
    others: Vec<Rule>,
}

/// Spans with their comment; one of them may be empty.
#[derive(Clone, PartialEq)]
struct Open {
    spans: Vec<Span>,
    comment: String,
    /// Whether the comment is on being closed.
    off: bool,
}

impl Hours {
    /// Applies a rule, as the schedule does it to each day.
    fn apply(&mut self, rule: &Rule) {
        let mut rule = rule.clone();
        if rule.days.weekdays.is_empty() {
            rule.days.weekdays.push(Weekdays { days: EVERY, nth: Weekdays::EACH });
        }
        let regular = rule.days.dates.is_empty()
            && rule.days.weeks.is_empty()
            && rule.days.weekdays.iter().all(|weekdays| weekdays.nth == Weekdays::EACH);
        if !regular {
            self.others.push(rule);
            return;
        }
        let days = rule.days.weekdays.iter().fold(0, |days, weekdays| days | weekdays.days);
        if rule.effect == Effect::Replace {
            self.replace(days);
        }
        let (weekdays, holidays) = (days & EVERY, days & Weekdays::HOLIDAYS);
        // A rule that does not replace the others but comes after them can't be said before them.
        if weekdays != 0 && rule.effect != Effect::Replace && !self.others.is_empty() {
            self.others.push(rule);
            return;
        }
        for weekday in Weekday::ALL.into_iter().filter(|weekday| weekdays >> weekday.index() & 1 == 1) {
            apply_to_day(&mut self.week[weekday.index()], &rule);
        }
        if holidays != 0 && !is_off(&rule) {
            let weekdays = vec![Weekdays { days: holidays, nth: Weekdays::EACH }];
            self.others.push(Rule { days: Days { weekdays, ..Days::default() }, ..rule });
        }
    }

    /// Takes the days of a rule out of the others, which it replaces.
    fn replace(&mut self, days: u8) {
        // A rule for all weekdays is one for holidays too.
        let days = if days & EVERY == EVERY { u8::MAX } else { days };
        for other in &mut self.others {
            other.days.weekdays.iter_mut().for_each(|weekdays| weekdays.days &= !days);
            other.days.weekdays.retain(|weekdays| weekdays.days != 0);
        }
        self.others.retain(|other| !other.days.weekdays.is_empty());
    }

    /// Whether some of the days are open by what comes before the rule with this index among the others.
    fn has_hours(&self, rule: &Rule, index: usize) -> bool {
        let days_of = |rule: &Rule| rule.days.weekdays.iter().fold(0, |days, weekdays| days | weekdays.days);
        let days = days_of(rule);
        let week = self.week.iter().enumerate().any(|(weekday, open)| days >> weekday & 1 == 1 && !open.is_empty());
        week || self.others[..index].iter().any(|other| days_of(other) & days != 0 && !is_off(other))
    }
}

fn apply_to_day(day: &mut Vec<Open>, rule: &Rule) {
    if rule.effect == Effect::Cut {
        day.iter_mut()
            .for_each(|open| open.spans = open.spans.iter().flat_map(|span| without(*span, &rule.spans)).collect());
        day.retain(|open| !open.spans.is_empty() || !open.comment.is_empty());
        return;
    }
    if rule.effect == Effect::Replace {
        day.clear();
    }
    if is_off(rule) {
        return;
    }
    match day.iter_mut().find(|open| open.comment == rule.comment) {
        Some(open) => {
            open.spans.extend(&rule.spans);
            open.spans.sort_by_key(|span| span.start);
        }
        None => day.push(Open { spans: rule.spans.clone(), comment: rule.comment.clone(), off: rule.off }),
    }
}

/// What is left of a span.
fn without(span: Span, cuts: &[Span]) -> Vec<Span> {
    let mut rest = vec![span];
    for cut in cuts {
        let parts = rest.iter().flat_map(|span| {
            [Span { end: span.end.min(cut.start), ..*span }, Span { start: span.start.max(cut.end), ..*span }]
        });
        rest = parts.filter(|span| span.start < span.end).collect();
    }
    rest
}

/// Whether a rule only says that its days are closed.
fn is_off(rule: &Rule) -> bool {
    rule.spans.is_empty() && rule.comment.is_empty()
}

/// Puts hours into words.
struct Words<'w> {
    strings: &'w UiStrings,
    names: &'w [Text],
}

impl Words<'_> {
    fn hours(&self, hours: &Hours) -> String {
        let mut groups: Vec<(&[Open], u8)> = Vec::new();
        for (weekday, open) in hours.week.iter().enumerate().filter(|(_, open)| !open.is_empty()) {
            match groups.iter_mut().find(|(same, _)| same == open) {
                Some((_, days)) => *days |= 1 << weekday,
                None => groups.push((open, 1 << weekday)),
            }
        }
        let groups = groups.into_iter().map(|(open, days)| self.group(open, days));
        let others = hours.others.iter().enumerate();
        groups
            .chain(others.map(|(index, rule)| self.other(rule, hours.has_hours(rule, index))))
            .collect::<Vec<_>>()
            .join("; ")
    }

    /// Weekdays of the same hours.
    fn group(&self, open: &[Open], days: u8) -> String {
        let words = &self.strings.week;
        let weekdays = Weekdays { days, nth: Weekdays::EACH };
        let days = if weekdays.days == EVERY { words.every.to_string() } else { names(&[weekdays], self.names, words) };
        if let [Open { spans, comment, off }] = open {
            if spans.is_empty() {
                return self.without_hours(&days, comment, *off);
            }
            if weekdays.days == EVERY && *spans == [Span::DAY] {
                return self.commented(self.strings.status.always.to_string(), comment);
            }
        }
        let hours: Vec<String> =
            open.iter().map(|open| self.commented(self.times(&open.spans), &open.comment)).collect();
        format!("{days}, {}", joined(&hours, &words.and))
    }

    /// A rule for certain days; `again` where some of them have hours already.
    fn other(&self, rule: &Rule, again: bool) -> String {
        let words = &self.strings.week;
        let days = when(&rule.days, self.names, self.strings);
        let days = if days.is_empty() { words.every.to_string() } else { days };
        let with_hours = format!("{days}, {}", self.times(&rule.spans));
        match rule.effect {
            Effect::Cut => self.commented(fill(&words.closed, &[("when", &with_hours)]), &rule.comment),
            _ if rule.spans.is_empty() => self.without_hours(&days, &rule.comment, rule.off),
            Effect::Add if again => self.commented(fill(&words.also, &[("hours", &with_hours)]), &rule.comment),
            _ => self.commented(with_hours, &rule.comment),
        }
    }

    /// Days that are closed, or that have only a comment; on every day that says it all.
    fn without_hours(&self, days: &str, comment: &str, closed: bool) -> String {
        let words = &self.strings.week;
        if closed {
            self.commented(fill(&words.closed, &[("when", days)]), comment)
        } else if days == &*words.every {
            comment.to_owned()
        } else {
            fill(&words.note, &[("days", days), ("comment", comment)])
        }
    }

    fn commented(&self, hours: String, comment: &str) -> String {
        if comment.is_empty() {
            hours
        } else {
            fill(&self.strings.week.comment, &[("hours", &hours), ("comment", comment)])
        }
    }

    fn times(&self, spans: &[Span]) -> String {
        let span = |span: &Span| match *span {
            Span::DAY => self.strings.status.always.to_string(),
            Span { start, end } => {
                // The next day's time.
                let end = if end > Time::END { Time::new(end.hour() - 24, end.minute()).unwrap_or(end) } else { end };
                fill(&self.strings.week.span, &[("from", &clock_time(start)), ("to", &clock_time(end))])
            }
        };
        joined(&spans.iter().map(span).collect::<Vec<_>>(), &self.strings.week.and)
    }
}

/// `a`, `a и b`, `a, b и c`.
pub(crate) fn joined(items: &[impl AsRef<str>], and: &str) -> String {
    let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
    match items.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{}{and}{last}", rest.join(", ")),
        Some((last, _)) => (*last).to_owned(),
        None => String::new(),
    }
}
