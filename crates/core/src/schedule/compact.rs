//! A schedule as numbers, as the document carries it. A parser for the notation of the content would be a tenth of the program on the
//! phone.
//!
//! ```text
//! 101,108 223/=780,990:10;=:128/=::20261231
//! ```
//! Three parts between slashes: the public holidays; the rules; the closed and additional days, which are rules too. Rules are separated
//! by semicolons. A rule is a sign for its effect (`=` replaces, `+` adds, `-` closes) and up to four lists with colons between them, each
//! of items with spaces between them:
//! - spans: the minutes where they start and end;
//! - days of the week: the bits of [`Weekdays::days`], then those of [`Weekdays::nth`] unless it is each;
//! - dates: first and last, as [`Dates`] has them, or one; holidays too;
//! - weeks: first, last and step.

use super::civil::{Date, Time};
use super::rule::{Dates, Days, Effect, Rule, Weekdays, Weeks};
use super::span::{Span, add};
use super::table::Schedule;

/// The longest text that is read, in bytes: far longer than any office needs, and short enough for a quick answer.
const MAX_LENGTH: usize = 8000;

impl Schedule {
    /// The schedule as one text.
    pub fn compact(&self) -> String {
        let dates = |list: &[Dates]| {
            items(list, |dates| match dates {
                Dates { first, last } if first == last => first.to_string(),
                Dates { first, last } => format!("{first},{last}"),
            })
        };
        let rule = |rule: &Rule| {
            let sign = match rule.effect {
                Effect::Replace => '=',
                Effect::Add => '+',
                Effect::Cut => '-',
            };
            let lists = [
                items(&rule.spans, |span| format!("{},{}", span.start.minutes(), span.end.minutes())),
                items(&rule.days.weekdays, |weekdays| match weekdays.nth {
                    Weekdays::EACH => weekdays.days.to_string(),
                    nth => format!("{},{nth}", weekdays.days),
                }),
                dates(&rule.days.dates),
                items(&rule.days.weeks, |weeks| format!("{},{},{}", weeks.first, weeks.last, weeks.step)),
            ];
            format!("{sign}{}", lists.join(":").trim_end_matches(':'))
        };
        let rules = |rules: &[Rule]| rules.iter().map(rule).collect::<Vec<_>>().join(";");
        [dates(&self.holidays), rules(&self.rules), rules(&self.exceptions)].join("/")
    }

    /// Reads what [`Schedule::compact`] wrote; `None` where the text is anything else.
    pub fn read(text: &str) -> Option<Schedule> {
        if text.len() > MAX_LENGTH {
            return None;
        }
        let mut parts = text.split('/');
        let schedule = Schedule {
            holidays: list(parts.next()?, date_range)?,
            rules: rules(parts.next()?)?,
            exceptions: rules(parts.next()?)?,
        };
        parts.next().is_none().then_some(schedule)
    }
}

fn items<T>(list: &[T], text: impl Fn(&T) -> String) -> String {
    list.iter().map(text).collect::<Vec<_>>().join(" ")
}

fn rules(text: &str) -> Option<Vec<Rule>> {
    text.split(';').filter(|text| !text.is_empty()).map(rule).collect()
}

fn rule(text: &str) -> Option<Rule> {
    let mut lists = text.split(':');
    let spans = lists.next()?;
    let effect = match spans.as_bytes().first()? {
        b'=' => Effect::Replace,
        b'+' => Effect::Add,
        b'-' => Effect::Cut,
        _ => return None,
    };
    let mut next = || lists.next().unwrap_or_default();
    let mut joined = Vec::new();
    list(spans.get(1..)?, span)?.into_iter().for_each(|span| add(&mut joined, span));
    let days =
        Days { weekdays: list(next(), weekdays)?, dates: list(next(), date_range)?, weeks: list(next(), weeks)? };
    lists.next().is_none().then_some(Rule { days, effect, spans: joined, comment: String::new(), off: false })
}

/// A list of numbers; a number that is missing has a value that no item allows.
fn list<T>(text: &str, item: fn([u32; 3]) -> Option<T>) -> Option<Vec<T>> {
    let mut list = Vec::new();
    for text in text.split(' ').filter(|text| !text.is_empty()) {
        let mut numbers = [u32::MAX; 3];
        for (index, number) in text.split(',').enumerate() {
            *numbers.get_mut(index)? = number.parse().ok()?;
        }
        list.push(item(numbers)?);
    }
    Some(list)
}

fn span([start, end, none]: [u32; 3]) -> Option<Span> {
    let span = Span { start: Time::of_minutes(start)?, end: Time::of_minutes(end)? };
    (none == u32::MAX && span.start < span.end && span.start < Time::END).then_some(span)
}

fn weekdays([days, nth, none]: [u32; 3]) -> Option<Weekdays> {
    let nth = if nth == u32::MAX { Weekdays::EACH } else { u8::try_from(nth).ok()? };
    let weekdays = Weekdays { days: u8::try_from(days).ok()?, nth };
    (none == u32::MAX && days > 0 && (1..=Weekdays::EACH).contains(&nth)).then_some(weekdays)
}

fn date_range([first, last, none]: [u32; 3]) -> Option<Dates> {
    let last = if last == u32::MAX { first } else { last };
    let yearly = is_yearly(first)?;
    let dates = Dates { first, last };
    (none == u32::MAX && yearly == is_yearly(last)? && (yearly || first <= last)).then_some(dates)
}

/// Whether a day is a yearly one; `None` where there is no such day.
fn is_yearly(day: u32) -> Option<bool> {
    // A leap year, in which 29 February exists.
    let year = if day < 10_000 { 2024 } else { u16::try_from(day / 10_000).ok()? };
    Date::new(year, (day / 100 % 100) as u8, (day % 100) as u8)?;
    Some(day < 10_000)
}

fn weeks([first, last, step]: [u32; 3]) -> Option<Weeks> {
    let number = |number: u32| u8::try_from(number).ok().filter(|number| (1..=53).contains(number));
    let weeks = Weeks { first: number(first)?, last: number(last)?, step: number(step)? };
    (weeks.first <= weeks.last).then_some(weeks)
}
