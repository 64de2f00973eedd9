//! The independent crate `opening-hours`, asked for the open time of a schedule.
//!
//! It is asked twice, since it does not let a span over midnight belong to the day that it begins on: a rule for the next day cuts it
//! off, and one for the day itself leaves its rest. So it evaluates the same rules once with what is before midnight and once with what is
//! after it, and that is moved by a day.

use std::sync::LazyLock;

use guide_core::schedule::{Moment, Schedule};
use jiff::civil::DateTime;
use jiff::{ToSpan, civil};
use opening_hours::{Context, ContextHolidays, OpeningHours, RuleKind};

use crate::schedule_status::moment;

/// Minutes of a day.
pub const DAY: u16 = 24 * 60;

/// Spans: start and end in minutes of the day.
pub type Minutes = Vec<(u16, u16)>;

/// A rule in pieces, so that it can be written in two ways.
#[derive(Clone, Debug, Default)]
pub struct RuleText {
    /// Whether a comma stands before it.
    pub added: bool,
    /// The days, with a space after them where there are any.
    pub days: String,
    /// Start and end in minutes of the day; an end past midnight is more than a day.
    pub spans: Vec<(u16, u16)>,
    /// `off`, `closed` or nothing.
    pub off: String,
    /// With its quotes.
    pub comment: String,
}

/// The texts of a schedule.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    pub rules: Vec<RuleText>,
    pub holidays: Vec<String>,
    /// First and last date.
    pub closed: Vec<(civil::Date, civil::Date)>,
    /// First and last date, and hours.
    pub open: Vec<(civil::Date, civil::Date, Minutes)>,
}

/// Spans as the notation has them: an end past midnight as the next day's time, unless it is a day or more after the beginning.
fn written(spans: &[(u16, u16)]) -> String {
    let time = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
    let end = |from: u16, to: u16| if to > DAY && to - from < DAY { to - DAY } else { to };
    spans.iter().map(|(from, to)| format!("{}-{}", time(*from), time(end(*from, *to)))).collect::<Vec<_>>().join(",")
}

impl Texts {
    /// The hours as content has them.
    pub fn hours(&self) -> String {
        let mut text = String::new();
        for (index, rule) in self.rules.iter().enumerate() {
            text += if index == 0 {
                ""
            } else if rule.added {
                ", "
            } else {
                "; "
            };
            let parts = [rule.days.trim_end(), &written(&rule.spans), &rule.off, &rule.comment];
            text += &parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        }
        text
    }

    /// The schedule that we read.
    pub fn ours(&self) -> Schedule {
        let dates = |first: &civil::Date, last: &civil::Date| {
            if first == last { first.to_string() } else { format!("{first}..{last}") }
        };
        let closed: Vec<String> = self.closed.iter().map(|(first, last)| dates(first, last)).collect();
        let open: Vec<String> =
            self.open.iter().map(|(first, last, spans)| format!("{} {}", dates(first, last), written(spans))).collect();
        let strs = |texts: &[String]| texts.to_vec();
        let [holidays, closed, open] = [strs(&self.holidays), strs(&closed), strs(&open)];
        let [holidays, closed, open] =
            [&holidays, &closed, &open].map(|texts| texts.iter().map(String::as_str).collect::<Vec<_>>());
        Schedule::parse(&self.hours(), &holidays, &closed, &open)
            .unwrap_or_else(|error| panic!("{} {self:?}: {error:?}", self.hours()))
    }

    /// The hours for the reference: of each span the part that `part` leaves. A comment is left out, as it would make the hours unknown.
    fn theirs(&self, part: fn((u16, u16)) -> (u16, u16)) -> OpeningHours {
        let parts = |spans: &[(u16, u16)]| -> Vec<(u16, u16)> {
            spans.iter().map(|span| part(*span)).filter(|(from, to)| from < to).collect()
        };
        let mut rules: Vec<(bool, String)> = Vec::new();
        for rule in &self.rules {
            if rule.days == "24/7" {
                let day = parts(&[(0, DAY)]);
                rules.push((false, if day.is_empty() { "off".to_owned() } else { "24/7".to_owned() }));
                continue;
            }
            let spans = parts(&rule.spans);
            let timed_off = !rule.off.is_empty() && !rule.spans.is_empty();
            if spans.is_empty() && (rule.added && rule.off.is_empty() || timed_off) {
                continue;
            }
            let off = if spans.is_empty() { "off" } else { &rule.off };
            let parts = [rule.days.trim_end(), &written(&spans), off];
            let text = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
            // A rule without days after a comma would go on with the spans before it.
            let days = if rule.added && rule.days.is_empty() { "Mo-Su " } else { "" };
            rules.push((rule.added, format!("{days}{text}")));
        }
        let date = |date: &civil::Date| date.strftime("%Y %b %d").to_string();
        for (first, last) in &self.closed {
            rules.push((false, format!("{}-{} off", date(first), date(last))));
        }
        for (first, last, spans) in &self.open {
            let spans = parts(spans);
            let hours = if spans.is_empty() { "off".to_owned() } else { written(&spans) };
            rules.push((false, format!("{}-{} {hours}", date(first), date(last))));
        }
        let mut text = String::new();
        for (index, (added, rule)) in rules.iter().enumerate() {
            text += if index == 0 {
                ""
            } else if *added {
                ", "
            } else {
                "; "
            };
            text += rule;
        }
        let text = if text.is_empty() { "off".to_owned() } else { text };
        reference(&text, &self.holidays).unwrap_or_else(|| panic!("the reference does not read {text}"))
    }

    /// The open time of three years by the reference, as minutes since 1970, in order.
    pub fn their_intervals(&self, from: DateTime, to: DateTime) -> Vec<(i64, i64)> {
        let mut all = intervals(&self.theirs(|(from, to)| (from, to.min(DAY))), from - 2.days(), to);
        let after = self.theirs(|(_, to)| if to > DAY { (0, to - DAY) } else { (0, 0) });
        let day = i64::from(DAY);
        all.extend(intervals(&after, from - 2.days(), to).into_iter().map(|(start, end)| (start + day, end + day)));
        all.sort_unstable();
        let mut joined: Vec<(i64, i64)> = Vec::new();
        for (start, end) in all {
            match joined.last_mut() {
                Some(last) if start <= last.1 => last.1 = last.1.max(end),
                _ => joined.push((start, end)),
            }
        }
        clipped(joined, from, to)
    }
}

fn clipped(intervals: Vec<(i64, i64)>, from: DateTime, to: DateTime) -> Vec<(i64, i64)> {
    let (from, to) = (minute(from), minute(to));
    let clip = intervals.into_iter().map(|(start, end)| (start.max(from), end.min(to)));
    clip.filter(|(start, end)| start < end).collect()
}

/// Minutes since 1970.
fn minute(civil: DateTime) -> i64 {
    civil.to_zoned(jiff::tz::TimeZone::UTC).expect("an instant").timestamp().as_second() / 60
}

/// The reference's open time, `unknown` counted as open.
pub fn intervals(hours: &OpeningHours, from: DateTime, to: DateTime) -> Vec<(i64, i64)> {
    // Chrono's types are the reference's, not ours: they are never named here, only parsed where the reference expects them.
    let theirs = |civil: DateTime| civil.to_string().parse().expect("a civil time");
    let open = hours.iter_range(theirs(from), theirs(to)).filter(|interval| interval.kind != RuleKind::Closed);
    let ours = |text: String| minute(text.parse().expect("a civil time"));
    open.map(|interval| (ours(interval.range.start.to_string()), ours(interval.range.end.to_string()))).collect()
}

/// The open time by us: each change is asked for at the one before it.
pub fn our_intervals(schedule: &Schedule, from: DateTime, to: DateTime) -> Vec<(i64, i64)> {
    let ours = |civil: DateTime| moment(&civil.strftime("%Y-%m-%d %H:%M:%S").to_string());
    let (mut now, end) = (ours(from), ours(to));
    let mut intervals = Vec::new();
    while now < end {
        let status = schedule.status(now);
        let change = status.next_change().filter(|change| *change < end).unwrap_or(end);
        assert!(change > now, "no change at {now:?}");
        if status.is_open() {
            intervals.push((now.seconds_since_1970() / 60, change.seconds_since_1970() / 60));
        }
        now = change;
    }
    intervals
}

/// A text as the reference reads it, with these holidays; `None` where it does not.
pub fn reference(hours: &str, holidays: &[String]) -> Option<OpeningHours> {
    // It takes no more than one space, and none at the end, where we take any number.
    let hours = hours.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let mut public = ContextHolidays::default().get_public().clone();
    for (yearly, date) in DAYS.iter() {
        if holidays.iter().any(|holiday| has(holiday, yearly)) {
            public.insert(date.parse().expect("a date"));
        }
    }
    let context = Context::default().with_holidays(ContextHolidays::new(public.into(), Default::default()));
    Some(hours.parse::<OpeningHours>().ok()?.with_context(context))
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

/// Reads one of our moments of a civil time.
pub fn ours(now: DateTime) -> Moment {
    moment(&now.strftime("%Y-%m-%d %H:%M:%S").to_string())
}
