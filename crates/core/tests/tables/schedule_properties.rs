//! The schedule against the independent crate `opening-hours`, and against itself.

use std::sync::LazyLock;

use guide_core::schedule::{Moment, Schedule};
use jiff::civil::DateTime;
use jiff::{Span, ToSpan, civil};
use opening_hours::{Context, ContextHolidays, DATE_END, OpeningHours, RuleKind};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::schedule_status::{moment, written};
use crate::schedule_tokens::TOKENS;

/// The reference takes longer intervals for endless: it would look on to the year 10000.
const NEAR_DAYS: i64 = 3 * 365;

/// The texts of a schedule.
#[derive(Clone, Debug)]
struct Texts {
    hours: String,
    holidays: Vec<String>,
    closed: Vec<String>,
}

impl Texts {
    fn ours(&self) -> Schedule {
        let holidays: Vec<&str> = self.holidays.iter().map(String::as_str).collect();
        let closed: Vec<&str> = self.closed.iter().map(String::as_str).collect();
        Schedule::parse(&self.hours, &holidays, &closed).unwrap_or_else(|error| panic!("{self:?}: {error:?}"))
    }

    /// The same for the reference, or `None` where it does not read the hours.
    fn theirs(&self) -> Option<OpeningHours> {
        // The reference takes no more than one space, and none at the end, where we take any number.
        let mut hours = self.hours.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        for date in &self.closed {
            let date: civil::Date = date.parse().expect("a date");
            hours += &date.strftime("; %Y %b %d off").to_string();
        }
        // Chrono's types are the reference's, not ours: they are never named here, only parsed where the reference expects them.
        let mut public = ContextHolidays::default().get_public().clone();
        for (yearly, date) in DAYS.iter() {
            if self.holidays.iter().any(|holiday| has(holiday, yearly)) {
                public.insert(date.parse().expect("a date"));
            }
        }
        let near = DATE_END.signed_duration_since("9997-01-01T00:00:00".parse().expect("a date"));
        let context = Context::default()
            .with_holidays(ContextHolidays::new(public.into(), Default::default()))
            .approx_bound_interval_size(near);
        Some(hours.parse::<OpeningHours>().ok()?.with_context(context))
    }
}

/// The days for which the reference is told the holidays, as `12-31` and as `2026-12-31`.
static DAYS: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let days = civil::date(2019, 1, 1).series(1.day()).take_while(|day| day.year() < 2041);
    days.map(|day| (day.strftime("%m-%d").to_string(), day.to_string())).collect()
});

/// Whether a holiday's text covers a yearly date; `MM-DD` sorts as text.
fn has(holiday: &str, day: &str) -> bool {
    let (first, last) = holiday.split_once("..").unwrap_or((holiday, holiday));
    if first <= last { first <= day && day <= last } else { first <= day || day <= last }
}

fn ours(now: DateTime) -> Moment {
    moment(&now.strftime("%Y-%m-%d %H:%M:%S").to_string())
}

fn theirs(ours: Moment) -> DateTime {
    let text = written(ours);
    let format = if text.len() == 16 { "%Y-%m-%d %H:%M" } else { "%Y-%m-%d %H:%M:%S" };
    DateTime::strptime(format, text).expect("a civil time")
}

fn days(span: impl Into<i64>) -> Span {
    span.into().days()
}

/// A second of the years 2020 to 2035; often one of a full quarter of an hour, where the edges are.
fn instant() -> impl Strategy<Value = DateTime> {
    let seconds = prop_oneof![0..86_400i64, (0..96i64).prop_map(|quarter| quarter * 900)];
    (0..5844i64, seconds, -1..=1i64).prop_map(|(day, second, near)| {
        let start = civil::date(2020, 1, 2).at(0, 0, 0, 0);
        start + days(day) + (second + near).seconds()
    })
}

fn day() -> impl Strategy<Value = String> {
    let name = || select(&["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"][..]);
    prop_oneof![name().prop_map(String::from), (name(), name()).prop_map(|(first, last)| format!("{first}-{last}")),]
}

/// A list of days, with a space after it, or nothing.
fn selector() -> impl Strategy<Value = String> {
    let list = || vec(day(), 1..4).prop_map(|days| days.join(","));
    prop_oneof![
        1 => Just(String::new()),
        2 => Just("PH ".into()),
        1 => list().prop_map(|days| format!("PH,{days} ")),
        1 => list().prop_map(|days| format!("{days},PH ")),
        4 => list().prop_map(|days| format!("{days} ")),
    ]
}

/// One to three spans in order, some of which touch. (None inside another: there the reference 2.1.4 loses the outer one's rest.)
fn spans() -> impl Strategy<Value = String> {
    let minute = prop_oneof![0..=1440u16, (0..=24u16).prop_map(|hour| hour * 60)];
    (vec(minute, 2..7), any::<bool>()).prop_filter_map("an empty span", |(mut minutes, space)| {
        minutes.sort_unstable();
        let time = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
        let span = |pair: &[u16]| (pair[0] < pair[1]).then(|| format!("{}-{}", time(pair[0]), time(pair[1])));
        let spans: Option<Vec<_>> = minutes.chunks_exact(2).map(span).collect();
        Some(spans?.join(if space { ", " } else { "," }))
    })
}

fn rule() -> impl Strategy<Value = String> {
    let off = || select(&["off", "closed"][..]);
    prop_oneof![
        6 => (selector(), spans()).prop_map(|(days, spans)| days + &spans),
        2 => (selector(), off()).prop_map(|(days, off)| days + off),
        1 => (selector(), spans(), off()).prop_map(|(days, spans, off)| format!("{days}{spans} {off}")),
        1 => Just("24/7".into()),
    ]
}

fn yearly() -> impl Strategy<Value = String> {
    let date = || (0..366i64).prop_map(|day| (civil::date(2024, 1, 1) + days(day)).strftime("%m-%d").to_string());
    prop_oneof![
        3 => date(),
        1 => Just("02-29".to_string()),
        2 => (date(), date()).prop_map(|(first, last)| format!("{first}..{last}")),
    ]
}

fn texts() -> impl Strategy<Value = Texts> {
    let closed = (0..5844i64).prop_map(|day| (civil::date(2020, 1, 1) + days(day)).to_string());
    (vec(rule(), 1..5), vec(yearly(), 0..5), vec(closed, 0..4)).prop_map(|(rules, holidays, closed)| Texts {
        hours: rules.join("; "),
        holidays,
        closed,
    })
}

/// Compares the state, and the next change as far as the reference looks.
#[track_caller]
fn agree(schedule: &Schedule, reference: &OpeningHours, now: DateTime) -> Result<(), TestCaseError> {
    let status = schedule.status(ours(now));
    let there = || now.to_string().parse().expect("a civil time");
    prop_assert_eq!(status.is_open(), reference.state(there()).0 == RuleKind::Open, "at {}", now);
    // Within the bound less a year both must see it: the reference counts its bound from the start of the interval's day.
    let near = |change: &DateTime| *change < now + days(NEAR_DAYS - 365);
    let our_change = status.next_change().map(theirs).filter(near);
    let their_change = reference.next_change(there());
    let their_change = their_change.map(|change| change.to_string().parse().expect("a civil time"));
    prop_assert_eq!(our_change, their_change.filter(near), "at {}", now);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn status_and_next_change_equal_those_of_the_reference(texts in texts(), instants in vec(instant(), 12)) {
        let reference = texts.theirs().expect("the reference reads what we write");
        let schedule = texts.ours();
        for now in instants {
            agree(&schedule, &reference, now)?;
        }
    }

    #[test]
    fn a_schedule_as_numbers_has_the_same_status(texts in texts(), instants in vec(instant(), 12)) {
        let schedule = texts.ours();
        let text = schedule.compact();
        let read = Schedule::read(&text);
        prop_assert!(read.is_some(), "{} does not read {}", text, texts.hours);
        let read = read.expect("just made sure");
        prop_assert_eq!(read.compact(), text);
        prop_assert_eq!(read.last_closed_year(), schedule.last_closed_year());
        for now in instants {
            prop_assert_eq!(read.status(ours(now)), schedule.status(ours(now)));
        }
    }

    #[test]
    fn the_next_change_is_the_first_one_after_now(texts in texts(), instants in vec(instant(), 12)) {
        let schedule = texts.ours();
        for now in instants {
            let status = schedule.status(ours(now));
            if let Some(change) = status.next_change() {
                prop_assert!(change > ours(now));
                prop_assert!(ours(now).seconds_until(change) > 0);
                let after = schedule.status(change);
                prop_assert_ne!(after.is_open(), status.is_open());
                let before = schedule.status(ours(theirs(change) - 1.second()));
                prop_assert_eq!(before, status);
            }
        }
    }
}

proptest! {
    // Few soups are well-formed hours, so there must be many.
    #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_tokens_that_are_accepted_mean_the_same_to_the_reference(
        tokens in vec(select(&TOKENS[..]), 1..9),
        instants in vec(instant(), 4),
    ) {
        let texts = Texts { hours: tokens.concat(), holidays: vec!["12-30..01-08".into(), "05-09".into()], closed: vec![] };
        if Schedule::parse(&texts.hours, &[], &[]).is_ok() {
            // It is no subset if the notation at large does not have it.
            let reference = texts.theirs();
            prop_assert!(reference.is_some(), "only we read {:?}", texts.hours);
            for now in instants {
                agree(&texts.ours(), reference.as_ref().expect("just made sure"), now)?;
            }
        }
    }
}
