//! The schedule against the independent crate `opening-hours`, and against itself.

use guide_core::schedule::{Moment, Schedule};
use jiff::civil::{Date, DateTime};
use jiff::{Span, ToSpan, civil};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::schedule_reference::{RuleText, Texts, intervals, our_intervals, ours, reference};
use crate::schedule_status::written;
use crate::schedule_tokens::TOKENS;

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

/// Months, dates or weeks, with a space after them, or mostly nothing.
fn when() -> impl Strategy<Value = String> {
    let month = || select(&["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][..]);
    let months = (month(), month()).prop_map(|(first, last)| format!("{first}-{last} "));
    let yearly = || (0..366i64).prop_map(|day| (civil::date(2024, 1, 1) + days(day)).strftime("%b %d").to_string());
    let dated = (date(), 0..400i64).prop_map(|(first, length)| {
        format!("{}-{} ", first.strftime("%Y %b %d"), (first + days(length)).strftime("%Y %b %d"))
    });
    let week = (1..54u8, 1..54u8, 1..5u8).prop_map(|(one, other, step)| {
        let (first, last) = (one.min(other), one.max(other));
        let step = step.min((last - first).max(1));
        if first == last { format!("week {first} ") } else { format!("week {first}-{last}/{step} ") }
    });
    prop_oneof![
        6 => Just(String::new()),
        1 => month().prop_map(|month| format!("{month} ")),
        1 => months,
        1 => yearly().prop_map(|date| format!("{date} ")),
        2 => (yearly(), yearly()).prop_map(|(first, last)| format!("{first}-{last} ")),
        1 => date().prop_map(|date| date.strftime("%Y %b %d ").to_string()),
        1 => dated,
        2 => week.clone(),
        1 => (month(), week).prop_map(|(month, week)| format!("{month} {week}")),
    ]
}

fn date() -> impl Strategy<Value = Date> {
    (0..1800i64).prop_map(|day| civil::date(2025, 6, 1) + days(day))
}

/// One to three spans in order, some of which touch. (None inside another: there the reference 2.1.4 loses the outer one's rest.) With
/// `night` the last may end on the next day, before the first begins again.
fn spans(night: bool) -> impl Strategy<Value = Vec<(u16, u16)>> {
    let minute = prop_oneof![0..=1440u16, (0..=24u16).prop_map(|hour| hour * 60)];
    (vec(minute, 2..7), 0..1440u16).prop_filter_map("an empty span", move |(mut minutes, over)| {
        minutes.sort_unstable();
        let mut spans: Vec<(u16, u16)> = minutes.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect();
        if let Some(last) = spans.last_mut().filter(|last| night && over % 3 == 0 && last.0 < 1440) {
            last.1 = 1440 + over.min(last.0.saturating_sub(1)).max(1);
        }
        spans.iter().all(|(from, to)| from < to).then_some(spans)
    })
}

/// A rule. What is closed at certain times is closed by the clock, so that the two parts of a night can't be asked for one by one: without
/// `night` there are such rules, with it there are spans over midnight.
fn rule(night: bool) -> impl Strategy<Value = RuleText> {
    let off = || select(&["off", "closed"][..]).prop_map(String::from);
    let days = || (when(), selector()).prop_map(|(when, days)| when + &days);
    let comment = || prop_oneof![3 => Just(String::new()), 1 => Just("\"по записи; кроме среды\"".to_owned())];
    let rule = |(added, days, spans, off, comment)| RuleText { added, days, spans, off, comment };
    prop_oneof![
        6 => (any::<bool>(), days(), spans(night), Just(String::new()), comment()).prop_map(rule),
        2 => (any::<bool>(), days(), Just(Vec::new()), off(), comment()).prop_map(rule),
        // A comment alone is a rule of its own, which replaces others.
        1 => (Just(false), selector(), Just(Vec::new()), Just(String::new()), Just("\"x\"".to_owned())).prop_map(rule),
        1 => (any::<bool>(), days(), spans(false), if night { Just(String::new()).boxed() } else { off().boxed() }, comment())
            .prop_map(rule),
        1 => Just(RuleText { days: "24/7".into(), ..RuleText::default() }),
    ]
    // A rule without days after a comma would go on with the spans before it.
    .prop_map(|mut rule| {
        rule.added &= !rule.days.is_empty() && rule.days != "24/7";
        rule
    })
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
    let dates =
        || (date(), prop_oneof![2 => Just(0), 1 => 0..40i64]).prop_map(|(first, length)| (first, first + days(length)));
    let rules = any::<bool>().prop_flat_map(|night| vec(rule(night), 1..5));
    (rules, vec(yearly(), 1..5), vec(dates(), 0..4), vec((dates(), spans(true)), 0..3)).prop_map(
        |(rules, holidays, closed, open)| {
            // A date both closed and open, or open twice, is refused.
            let mut taken = closed.clone();
            let mut free = Vec::new();
            for ((first, last), spans) in open {
                if taken.iter().all(|(from, to)| last < *from || *to < first) {
                    taken.push((first, last));
                    free.push((first, last, spans));
                }
            }
            Texts { rules, holidays, closed, open: free }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 80, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_open_time_of_three_years_equals_that_of_the_reference(texts in texts(), year in 2024..2034i16) {
        let (from, to) = (civil::date(year, 1, 1), civil::date(year + 3, 1, 1));
        let (from, to) = (from.at(0, 0, 0, 0), to.at(0, 0, 0, 0));
        prop_assert_eq!(our_intervals(&texts.ours(), from, to), texts.their_intervals(from, to), "{}", texts.hours());
    }

    #[test]
    fn a_schedule_as_numbers_has_the_same_status(texts in texts(), instants in vec(instant(), 4)) {
        let schedule = texts.ours();
        let text = schedule.compact();
        let read = Schedule::read(&text);
        prop_assert!(read.is_some(), "{} does not read {}", text, texts.hours());
        let read = read.expect("just made sure");
        prop_assert_eq!(read.compact(), text);
        prop_assert_eq!(read.last_closed_year(), schedule.last_closed_year());
        for now in instants {
            prop_assert_eq!(read.status(ours(now)), schedule.status(ours(now)));
        }
    }

    #[test]
    fn the_next_change_is_the_first_one_after_now(texts in texts(), instants in vec(instant(), 4)) {
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
    ) {
        let (hours, holidays) = (tokens.concat(), ["12-30..01-08", "05-09"]);
        if let Ok(schedule) = Schedule::parse(&hours, &holidays, &[], &[]) {
            // It is no subset if the notation at large does not have it.
            let reference = reference(&hours, &holidays.map(String::from));
            prop_assert!(reference.is_some(), "only we read {:?}", hours);
            // A span over midnight among several rules, and a comment alone, mean something else to the reference.
            let alike = !(hours.contains('"') || hours.contains("22:00") && hours.contains([';', ',']));
            if let Some(reference) = reference.filter(|_| alike) {
                let (from, to) = (civil::datetime(2026, 11, 1, 0, 0, 0, 0), civil::datetime(2027, 3, 1, 0, 0, 0, 0));
                prop_assert_eq!(our_intervals(&schedule, from, to), intervals(&reference, from, to), "{}", hours);
            }
        }
    }
}
