//! Parses the days of a rule: dates, weeks of the year, weekdays and holidays.

use super::civil::{Date, number};
use super::error::Kind;
use super::exceptions::day_number;
use super::notation::{MONTHS, WEEKDAYS, is_off, is_year};
use super::rule::{Dates, Days, Weekdays, Weeks};
use super::scanner::{Fault, Scan};
use std::ops::Range;

/// A day that is read: its year, if it has one, its month, and its day, unless the whole month is meant.
type Day = (Option<u16>, u8, Option<u8>);

impl Scan<'_> {
    /// Takes the dates and the weeks, and what separates them from the rest of the rule.
    pub(super) fn dates_and_weeks(&mut self) -> Result<Days, Fault> {
        let mut days = Days::default();
        if self.month() || self.year() {
            self.list(&mut days.dates, Scan::date_range)?;
            self.separator()?;
        }
        if self.take_word("week") {
            self.spaces();
            self.list(&mut days.weeks, Scan::week_range)?;
            self.separator()?;
        }
        Ok(days)
    }

    /// Whether dates or weeks are next.
    pub(super) fn when(&self) -> bool {
        self.month() || self.word() == "week"
    }

    /// Takes items with commas between them.
    fn list<T>(&mut self, list: &mut Vec<T>, item: fn(&mut Self) -> Result<T, Fault>) -> Result<(), Fault> {
        loop {
            list.push(item(self)?);
            if self.another_rule_follows() || !self.take(",") {
                return Ok(());
            }
        }
    }

    /// Takes the colon, which some write after dates and weeks, and the spaces. Nothing else may follow them directly.
    fn separator(&mut self) -> Result<(), Fault> {
        let at = self.at;
        self.take(":");
        self.spaces();
        if self.at == at && !self.rest().is_empty() && !self.another_rule_follows() {
            return Err(self.fault(Kind::Sign));
        }
        Ok(())
    }

    fn date_range(&mut self) -> Result<Dates, Fault> {
        let start = self.at;
        let (year, month, day) = self.date()?;
        let (last_year, last_month, last_day) = if !self.take("-") {
            (year, month, day)
        } else if self.digit() && !self.year() {
            // Another day of the same month.
            (year, month, self.day_of_month()?)
        } else {
            self.date()?
        };
        let whole = start..self.at;
        if day.is_some() != last_day.is_some() || year.is_none() && last_year.is_some() {
            return Err((whole, Kind::DateRange));
        }
        // A whole month ends with the 31st or the last before it that exists.
        let end = |year| (1..=last_day.unwrap_or(31)).rev().find_map(|day| number_of(year, last_month, day));
        let exists = last_day.is_none_or(|day| number_of(last_year.or(year), last_month, day).is_some());
        let first = number_of(year, month, day.unwrap_or(1)).filter(|_| exists);
        let (Some(first), Some(mut last)) = (first, end(last_year.or(year))) else {
            return Err((whole, Kind::NoSuchDate));
        };
        // An end without a year of its own may be in the next year.
        if year.is_some() && last_year.is_none() && last < first {
            last = end(year.map(|year| year + 1)).unwrap_or(last);
        }
        if year.is_some() && last < first { Err((whole, Kind::DateOrder)) } else { Ok(Dates { first, last }) }
    }

    /// Takes a month, with or without a day, or a date with its year.
    fn date(&mut self) -> Result<Day, Fault> {
        let start = self.at;
        let year = number(self.digits(), 4).filter(|_| self.year());
        if year.is_some() {
            self.at += 4;
            self.spaces();
        }
        let word = self.word();
        let Some(month) = MONTHS.iter().position(|name| *name == word) else {
            return Err(match year {
                Some(_) => (start..start + 4, Kind::Year),
                None if self.day() || is_off(word) => (self.token(), Kind::DateExpected),
                None => self.fault(Kind::DateExpected),
            });
        };
        self.at += word.len();
        let month_end = self.at;
        self.spaces();
        let day = self.day_of_month()?;
        if day.is_none() {
            self.at = month_end;
        }
        if day.is_none() && year.is_some() {
            return Err((start..month_end, Kind::Year));
        }
        Ok((year, month as u8 + 1, day))
    }

    /// Takes a day of a month, 1 to 31; `None` where something else is next, such as a time.
    fn day_of_month(&mut self) -> Result<Option<u8>, Fault> {
        let digits = self.digits();
        if digits.is_empty() || digits.contains([':', '.']) || digits.len() > 2 {
            return Ok(None);
        }
        let at = self.at..self.at + digits.len();
        self.at = at.end;
        match digits.parse() {
            Ok(day @ 1..=31) => Ok(Some(day)),
            _ => Err((at, Kind::NoSuchDate)),
        }
    }

    fn week_range(&mut self) -> Result<Weeks, Fault> {
        let start = self.at;
        let first = self.week_number()?;
        let last = if self.take("-") { self.week_number()? } else { first };
        let step = if self.take("/") { self.week_number()? } else { 1 };
        // A longer step has no second week.
        let has_step = step == 1 || first.saturating_add(step) <= last;
        if first > last || !has_step { Err((start..self.at, Kind::Week)) } else { Ok(Weeks { first, last, step }) }
    }

    fn week_number(&mut self) -> Result<u8, Fault> {
        let digits = self.digits();
        match digits.parse() {
            Ok(week @ 1..=53) if digits.len() <= 2 => {
                self.at += digits.len();
                Ok(week)
            }
            _ => Err((self.fault(Kind::Week).0, Kind::Week)),
        }
    }

    /// Takes a day, a range of days, or a day with its numbers in the month.
    pub(super) fn day_or_range(&mut self) -> Result<Weekdays, Fault> {
        let start = self.at;
        if self.take_word("PH") {
            self.holidays.get_or_insert(start..self.at);
            return Ok(Weekdays { days: Weekdays::HOLIDAYS, nth: Weekdays::EACH });
        }
        let first = self.weekday()?;
        if self.take("[") {
            return Ok(Weekdays { days: 1 << first, nth: self.numbers_in_month(start)? });
        }
        let last = if self.take("-") { self.weekday()? } else { first };
        if self.next() == Some('[') && last != first {
            return Err((start..self.token().end, Kind::NthOfRange));
        }
        let length = (last + 7 - first) % 7;
        let days = (0..=length).fold(0, |days, step| days | 1 << ((first + step) % 7));
        Ok(Weekdays { days, nth: Weekdays::EACH })
    }

    /// Takes the numbers after the opening bracket, and the closing one. The day begins at `start`.
    fn numbers_in_month(&mut self, start: usize) -> Result<u8, Fault> {
        let mut nth = 0;
        loop {
            if self.take("-1") {
                nth |= Weekdays::LAST;
            } else {
                let first = self.number_in_month(start)?;
                let last = if self.take("-") { self.number_in_month(start)? } else { first };
                nth |= (first..=last).fold(0, |nth, number| nth | 1 << (number - 1));
            }
            if self.take("]") && nth != 0 {
                return Ok(nth);
            }
            if !self.take(",") {
                return Err((self.bracketed(start), Kind::Nth));
            }
        }
    }

    fn number_in_month(&mut self, start: usize) -> Result<u8, Fault> {
        match self.next().and_then(|digit| digit.to_digit(10)) {
            Some(number @ 1..=5) => {
                self.at += 1;
                Ok(number as u8)
            }
            _ => Err((self.bracketed(start), Kind::Nth)),
        }
    }

    /// The byte range from `start` to the closing bracket, or to the next space where there is none.
    fn bracketed(&self, start: usize) -> Range<usize> {
        let rest = &self.text[start..];
        start
            ..start
                + rest.find([']', ' ']).map_or(rest.len(), |at| if rest[at..].starts_with(']') { at + 1 } else { at })
    }

    /// Takes the name of a weekday and returns its index, Monday 0.
    fn weekday(&mut self) -> Result<usize, Fault> {
        let word = self.word();
        match WEEKDAYS.iter().position(|name| *name == word) {
            Some(index) => {
                self.at += word.len();
                Ok(index)
            }
            // A range does not end with `PH`, and after a comma or a hyphen there must be a day.
            None if self.day() || is_off(word) => Err((self.token(), Kind::DayExpected)),
            None if self.next() == Some(' ') => Err((self.token(), Kind::Space)),
            None => Err(self.fault(Kind::DayExpected)),
        }
    }

    fn month(&self) -> bool {
        MONTHS.contains(&self.word())
    }

    fn year(&self) -> bool {
        is_year(self.digits())
    }
}

/// A date as [`Dates`] has it, yearly without a year; `None` where there is no such day.
fn number_of(year: Option<u16>, month: u8, day: u8) -> Option<u32> {
    // A leap year, in which 29 February exists.
    let number = day_number(Date::new(year.unwrap_or(2024), month, day)?);
    Some(if year.is_some() { number } else { number % 10_000 })
}
