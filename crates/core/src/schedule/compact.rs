//! A schedule as numbers, as the document carries it. A parser for the notation of the content would be a tenth of the program on the
//! phone.
//!
//! ```text
//! 1,780,990 3,780,990;;101,108 223,223;20261231
//! ```
//! Four lists between semicolons: the open spans of ordinary days, as weekday (0 is Monday) and the minutes of the day
//! where they start and end; those of public holidays; the holidays, as first and last day, `month × 100 + day`; single
//! closed dates, `year × 10 000 + month × 100 + day`.

use super::civil::{Date, Time, Weekday};
use super::holidays::Holidays;
use super::table::Schedule;
use super::week::{Span, Week};

impl Schedule {
    /// The schedule as one text.
    pub fn compact(&self) -> String {
        let spans = |on: fn(&Week, Weekday) -> &[Span]| {
            let days = Weekday::ALL.into_iter().flat_map(|day| on(&self.week, day).iter().map(move |span| (day, span)));
            let texts =
                days.map(|(day, span)| format!("{},{},{}", day.index(), span.start.minutes(), span.end.minutes()));
            texts.collect::<Vec<_>>().join(" ")
        };
        let holidays =
            self.holidays.ranges().map(|(first, last)| format!("{},{}", day_number(first), day_number(last)));
        let closed = self
            .closed
            .iter()
            .map(|date| (u32::from(date.year()) * 10_000 + day_number((date.month(), date.day()))).to_string());
        [
            spans(Week::on),
            spans(Week::on_holiday),
            holidays.collect::<Vec<_>>().join(" "),
            closed.collect::<Vec<_>>().join(" "),
        ]
        .join(";")
    }

    /// Reads what [`Schedule::compact`] wrote; `None` where the text is anything else.
    pub fn read(text: &str) -> Option<Schedule> {
        let mut schedule = Schedule { week: Week::closed(), holidays: Holidays::none(), closed: Vec::new() };
        let mut list = 0;
        for items in text.split(';') {
            for item in items.split(' ').filter(|item| !item.is_empty()) {
                schedule.take(list, numbers(item)?)?;
            }
            list += 1;
        }
        (list == 4).then_some(schedule)
    }

    fn take(&mut self, list: usize, [first, second, third]: [u32; 3]) -> Option<()> {
        match list {
            0 | 1 => {
                let span = Span { start: Time::of_minutes(second)?, end: Time::of_minutes(third)? };
                if first > 6 || span.start >= span.end {
                    return None;
                }
                self.week.add(first as usize, list == 1, span);
            }
            // A leap year, in which 29 February exists.
            2 => self.holidays.put(month_and_day(2024, first)?, month_and_day(2024, second)?),
            3 => self.closed.push(date(first)?),
            _ => return None,
        }
        Some(())
    }
}

/// Up to three numbers between commas; a missing one has a value that no list allows.
fn numbers(item: &str) -> Option<[u32; 3]> {
    let mut numbers = [u32::MAX; 3];
    for (index, number) in item.split(',').enumerate() {
        *numbers.get_mut(index)? = number.parse().ok()?;
    }
    Some(numbers)
}

fn date(number: u32) -> Option<Date> {
    let (month, day) = ((number / 100 % 100) as u8, (number % 100) as u8);
    Date::new(u16::try_from(number / 10_000).ok()?, month, day)
}

fn month_and_day(year: u32, number: u32) -> Option<(u8, u8)> {
    let date = date((number < 10_000).then(|| year * 10_000 + number)?)?;
    Some((date.month(), date.day()))
}

fn day_number((month, day): (u8, u8)) -> u32 {
    u32::from(month) * 100 + u32::from(day)
}
