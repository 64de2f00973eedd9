//! Parses the opening hours: a subset of OpenStreetMap's `opening_hours` with the same meaning.
//!
//! ```text
//! hours  = rule { ";" rule }           a later rule replaces earlier ones on the days that it names
//! rule   = days " " spans | spans      no days: every day
//!        | [ days ] [ spans ] off      off without spans: the whole day; with them: only those
//!        | "24/7" [ off ]
//! days   = day { "," day }             day: Mo Tu We Th Fr Sa Su PH, or a range Mo-Fr, Sa-Mo
//! spans  = span { "," span }           span: 09:00-17:00, at most to 24:00
//! off    = "off" | "closed"
//! ```
//! As in OpenStreetMap, a rule for weekdays applies to public holidays too, unless a later rule for `PH` replaces it. The rest of the
//! notation is refused, so that no hours are read with another meaning.

use super::civil::{Time, number};
use super::error::Kind;
use super::notation::{WEEKDAYS, is_dash, is_off, is_year};
use super::scanner::{Fault, Scan};
use super::week::{Days, Span, Week};

/// Reads the hours into a weekly table. The error has the byte range that it is about.
pub(super) fn parse(text: &str) -> Result<Week, Fault> {
    if text.bytes().all(|byte| byte == b' ') {
        return Err((0..text.len(), Kind::Empty));
    }
    let mut week = Week::closed();
    let mut start = 0;
    for piece in text.split(';') {
        let end = start + piece.len();
        if piece.bytes().all(|byte| byte == b' ') {
            // The error is the semicolon after the empty rule, or before it at the end of the text.
            let semicolon = if end < text.len() { end } else { start - 1 };
            return Err((semicolon..semicolon + 1, Kind::EmptyRule));
        }
        Scan::new(&text[..end], start).rule(&mut week)?;
        start = end + 1;
    }
    Ok(week)
}

/// The grammar: each method takes what it is called after, or returns the error.
impl Scan<'_> {
    /// Takes a whole rule and applies it to the week.
    fn rule(mut self, week: &mut Week) -> Result<(), Fault> {
        self.spaces();
        let start = self.at;
        let mut spans = Vec::new();
        let always = self.take("24/7");
        let days = if always {
            spans.push(Span { start: Time::START, end: Time::END });
            Days::EVERY
        } else {
            let days = self.days()?;
            let days_end = self.at;
            self.spaces();
            if self.digit() && self.at == days_end && start < days_end {
                return Err((start..self.token().end, Kind::Joined));
            } else if self.digit() {
                self.spans(&mut spans)?;
            } else if self.rest().is_empty() {
                return Err((start..days_end, Kind::MissingHours));
            } else if self.at > days_end && (matches!(self.next(), Some(',' | '-')) || self.day()) {
                // The list of days seems to go on after a space.
                return Err((days_end..self.token().end, Kind::Space));
            }
            days
        };
        let off = self.off();
        self.end(!always && !spans.is_empty())?;
        match (off, spans.is_empty()) {
            (false, _) => week.open(days, &spans),
            (true, false) => week.close(days, &spans),
            (true, true) => week.open(days, &[]),
        }
        Ok(())
    }

    /// Takes the list of days: every day where the rule has none.
    fn days(&mut self) -> Result<Days, Fault> {
        let word = self.word();
        if self.digit() || is_off(word) {
            return Ok(Days::EVERY);
        }
        let mut days = Days::NONE;
        loop {
            days = days.and(self.day_or_range()?);
            if !self.take(",") {
                return Ok(days);
            }
        }
    }

    fn day_or_range(&mut self) -> Result<Days, Fault> {
        if self.take_word("PH") {
            return Ok(Days::HOLIDAYS);
        }
        let first = self.weekday()?;
        let last = if self.take("-") { self.weekday()? } else { first };
        Ok(Days::range(first, last))
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

    fn spans(&mut self, spans: &mut Vec<Span>) -> Result<(), Fault> {
        loop {
            let span = self.span()?;
            spans.push(span);
            let comma = self.at;
            if !self.take(",") {
                return Ok(());
            }
            // The tools of OpenStreetMap write a space here.
            self.spaces();
            if !self.digit() {
                return Err(if self.day() {
                    (comma..self.token().end, Kind::AnotherRule)
                } else if self.rest().is_empty() {
                    (comma..comma + 1, Kind::TimeExpected)
                } else {
                    self.fault(Kind::TimeExpected)
                });
            }
        }
    }

    fn span(&mut self) -> Result<Span, Fault> {
        let from = self.at;
        let start = self.time(false)?;
        let start_end = self.at;
        self.spaces();
        if !self.take("-") {
            return Err(match self.next() {
                Some(c) if c == '+' || is_dash(c) => self.fault(Kind::Sign),
                _ => (from..start_end, Kind::MissingEnd),
            });
        }
        self.spaces();
        if !self.digit() {
            return Err(if self.rest().is_empty() {
                (from..self.at, Kind::MissingEnd)
            } else {
                self.fault(Kind::TimeExpected)
            });
        }
        let end = self.time(true)?;
        let whole = from..self.at;
        match (start, end) {
            (Some(start), Some(end)) if start < end => Ok(Span { start, end }),
            (Some(start), Some(end)) if start == end => Err((whole, Kind::EmptySpan)),
            _ => Err((whole, Kind::Overnight)),
        }
    }

    /// Takes a time. `None` is an end after midnight, 24:01 to 48:00, which the notation has but this subset has not.
    fn time(&mut self, is_end: bool) -> Result<Option<Time>, Fault> {
        let digits = |c: char| c.is_ascii_digit() || c == ':' || c == '.';
        let rest = self.rest();
        let token = &rest[..rest.find(|c| !digits(c)).unwrap_or(rest.len())];
        let at = self.at..self.at + token.len();
        let fields =
            token.split_once(':').and_then(|(hour, minute)| Some((number(hour, 2)? as u8, number(minute, 2)? as u8)));
        let Some((hour, minute)) = fields else {
            let kind = if is_year(token) { Kind::Year } else { Kind::TimeShape };
            return Err((at, kind));
        };
        self.at = at.end;
        match Time::new(hour, minute) {
            Some(time) if is_end || time < Time::END => Ok(Some(time)),
            None if is_end && minute < 60 && hour <= 48 => Ok(None),
            _ => Err((at, Kind::NoSuchTime)),
        }
    }

    /// Takes `off` or `closed` if it is next. Returns whether it did.
    fn off(&mut self) -> bool {
        self.spaces();
        self.take_word("off") || self.take_word("closed")
    }

    /// Refuses anything that is left of the rule.
    fn end(&mut self, after_spans: bool) -> Result<(), Fault> {
        self.spaces();
        let at = self.at;
        if self.rest().is_empty() {
            return Ok(());
        }
        if after_spans && self.digit() {
            return Err((self.token(), Kind::AnotherSpan));
        }
        let comma = self.take(",");
        self.spaces();
        Err(if self.day() {
            (at..self.token().end, Kind::AnotherRule)
        } else if comma && self.digit() {
            (at..self.token().end, Kind::Space)
        } else {
            self.at = at;
            self.fault(Kind::Sign)
        })
    }
}
