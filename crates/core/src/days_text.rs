//! Days in words: «понедельник–пятница», «первая и третья суббота», «июнь–август», «9 января 2027», «по чётным неделям».

use crate::fill::fill;
use crate::hours_text::joined;
use crate::schedule::{Dates, Days, Weekdays, Weeks};
use crate::text::Text;
use crate::ui_strings::{UiStrings, WeekStrings};

/// From so many neighbours on, days are named as a range.
const RANGE: usize = 3;
/// All days of the week.
const EVERY: u8 = 127;

/// The days of a rule, with these names of the weekdays. Empty where they are all days.
pub fn when(days: &Days, names_of_days: &[Text], strings: &UiStrings) -> String {
    let words = &strings.week;
    let weekdays = match days.weekdays[..] {
        [] | [Weekdays { days: EVERY, nth: Weekdays::EACH }] => String::new(),
        _ => names(&days.weekdays, names_of_days, words),
    };
    let weeks = weeks(&days.weeks, words);
    let weekdays = match (weekdays.is_empty(), weeks.is_empty()) {
        (true, _) => weeks,
        (_, true) => weekdays,
        _ => fill(&words.by_week, &[("days", &weekdays), ("weeks", &weeks)]),
    };
    let dates: Vec<String> = days.dates.iter().map(|dates| date_range(*dates, strings)).collect();
    let parts = [joined(&dates, &words.and), weekdays];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// Weekdays and holidays, with these names of the weekdays.
pub fn names(list: &[Weekdays], names: &[Text], words: &WeekStrings) -> String {
    let name = |day: usize| names.get(day).map_or("", |name| &**name);
    let mut items = Vec::new();
    for weekdays in list {
        let has = |day: usize| weekdays.days >> day & 1 == 1;
        let mut day = 0;
        while day < 7 {
            let length = (day..7).take_while(|day| has(*day)).count();
            if weekdays.nth != Weekdays::EACH && has(day) {
                let numbers = [&words.first, &words.second, &words.third, &words.fourth, &words.fifth, &words.last];
                let numbers = numbers.iter().enumerate().filter(|(bit, _)| weekdays.nth >> bit & 1 == 1);
                let numbers: Vec<&str> = numbers.filter_map(|(_, forms)| forms.get(day)).map(|form| &**form).collect();
                items.push(fill(&words.nth, &[("nth", &joined(&numbers, &words.and)), ("day", name(day))]));
            } else if length >= RANGE {
                items.push(fill(&words.range, &[("from", name(day)), ("to", name(day + length - 1))]));
                day += length;
            } else if has(day) {
                items.push(name(day).to_owned());
            }
            day += 1;
        }
    }
    if list.iter().any(|weekdays| weekdays.days & Weekdays::HOLIDAYS != 0) {
        items.push(words.holidays.to_string());
    }
    joined(&items, &words.and)
}

fn date_range(dates: Dates, strings: &UiStrings) -> String {
    let words = &strings.week;
    let year = |day: u32| Dates::year(day).map(|year| year.to_string());
    let (first_month, last_month) = (dates.first / 100 % 100, dates.last / 100 % 100);
    let (first_day, last_day) = (dates.first % 100, dates.last % 100);
    let month_name = |month: u32| words.months.get(month as usize - 1).map_or("", |name| &**name);
    let range = |from: &str, to: &str| {
        if from == to { from.to_owned() } else { fill(&words.range, &[("from", from), ("to", to)]) }
    };
    let date = |day: &str, month: u32, year: Option<String>| {
        let month = strings.status.months.get(month as usize - 1).map_or("", |name| &**name);
        match year {
            Some(year) => fill(&words.date_year, &[("day", day), ("month", month), ("year", &year)]),
            None => fill(&words.date, &[("day", day), ("month", month)]),
        }
    };
    let ends_month =
        last_day == 31 || last_day == 30 && [4, 6, 9, 11].contains(&last_month) || last_day == 29 && last_month == 2;
    if dates.last < 10_000 && first_day == 1 && ends_month {
        return range(month_name(first_month), month_name(last_month));
    }
    if dates.first / 100 == dates.last / 100 && first_day <= last_day {
        return date(&range(&first_day.to_string(), &last_day.to_string()), last_month, year(dates.last));
    }
    let first_year = year(dates.first).filter(|first| Some(first) != year(dates.last).as_ref());
    let from = date(&first_day.to_string(), first_month, first_year);
    let to = date(&last_day.to_string(), last_month, year(dates.last));
    fill(&words.dates, &[("from", &from), ("to", &to)])
}

fn weeks(list: &[Weeks], words: &WeekStrings) -> String {
    match list {
        [] => String::new(),
        [Weeks { first: 1, last: 53, step: 2 }] => words.odd_weeks.to_string(),
        [Weeks { first: 2, last: 52 | 53, step: 2 }] => words.even_weeks.to_string(),
        [Weeks { first, last, .. }] if first == last => fill(&words.one_week, &[("week", &first.to_string())]),
        _ => {
            let numbers = list.iter().flat_map(|weeks| match *weeks {
                Weeks { first, last, step: 1 } if first < last => {
                    vec![fill(&words.range, &[("from", &first.to_string()), ("to", &last.to_string())])]
                }
                Weeks { first, last, step } => {
                    (first..=last).step_by(usize::from(step.max(1))).map(|week| week.to_string()).collect()
                }
            });
            fill(&words.weeks, &[("weeks", &joined(&numbers.collect::<Vec<_>>(), &words.and))])
        }
    }
}
