//! Parses the opening hours: a subset of OpenStreetMap's `opening_hours` with the same meaning.
//!
//! ```text
//! hours  = rule { ( ";" | ", " ) rule }      ";": a later rule replaces earlier ones on its days; ", ": it adds to them
//! rule   = [ when ] [ days ] [ spans ] [ off ] [ comment ] | "24/7" [ off ] [ comment ]
//! when   = dates | [ dates " " ] weeks       then a space or ": "
//! dates  = range { "," range }               range: Jun-Aug, Jan 09, Jan 09-12, Dec 25-Jan 08, 2027 Jan 09, 2027 Dec 25-2028 Jan 08
//! weeks  = "week " week { "," week }         week: 7, 10-20, 1-53/2
//! days   = day { "," day }                   day: Mo Tu We Th Fr Sa Su PH, a range Mo-Fr, Sa-Mo, or of the month Sa[1,3], Sa[1-2], Sa[-1]
//! spans  = span { "," span }                 span: 09:00-17:00, 20:00-02:00, 20:00-26:00
//! off    = "off" | "closed"                  without spans: the whole day; with them: only those
//! ```
//! As in OpenStreetMap, a rule for weekdays applies to public holidays too, unless a later rule for `PH` replaces it. The rest of the
//! notation is refused, so that no hours are read with another meaning. Two things are decided here, as in
//! `docs/decisions/046-hours-as-offices-have-them.md`: a span over midnight belongs to the day that it begins on, and hours with a comment
//! are hours.

use super::civil::{Time, number};
use super::error::Kind;
use super::notation::{is_dash, is_off, is_year};
use super::rule::{Days, Effect, Rule, Weekdays};
use super::scanner::{Fault, Scan};
use super::span::{Span, add};
use std::ops::Range;

/// The longest hours that are read, in bytes.
const MAX_LENGTH: usize = 1000;

/// What the hours say.
#[derive(Default)]
pub(super) struct Hours {
    pub(super) rules: Vec<Rule>,
    /// Where public holidays are named first.
    pub(super) holidays: Option<Range<usize>>,
}

/// Reads the hours. The error has the byte range that it is about.
pub(super) fn parse(text: &str) -> Result<Hours, Fault> {
    if text.bytes().all(|byte| byte == b' ') {
        return Err((0..text.len(), Kind::Empty));
    }
    if text.len() > MAX_LENGTH {
        return Err((0..text.len(), Kind::TooLong));
    }
    let mut hours = Hours::default();
    let mut start = 0;
    for piece in pieces(text) {
        let end = start + piece.len();
        if piece.bytes().all(|byte| byte == b' ') {
            // The error is the semicolon after the empty rule, or before it at the end of the text.
            let semicolon = if end < text.len() { end } else { start - 1 };
            return Err((semicolon..semicolon + 1, Kind::EmptyRule));
        }
        Scan::new(&text[..end], start).rules(&mut hours)?;
        start = end + 1;
    }
    Ok(hours)
}

/// The text between semicolons that are not in a comment.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut quoted = false;
    text.split(move |c| {
        quoted ^= c == '"';
        c == ';' && !quoted
    })
}

/// The grammar: each method takes what it is called after, or returns the error.
impl Scan<'_> {
    /// Takes a rule and those that are added to it.
    fn rules(mut self, hours: &mut Hours) -> Result<(), Fault> {
        let mut added = false;
        loop {
            let rule = self.rule(added)?;
            hours.rules.push(rule);
            hours.holidays = hours.holidays.take().or(self.holidays.clone());
            added = true;
            if !self.another_rule() {
                // After `24/7` no list of spans can go on.
                return self
                    .end(hours.rules.last().is_some_and(|rule| !rule.spans.is_empty() && rule.spans != [Span::DAY]));
            }
        }
    }

    /// Takes a rule.
    fn rule(&mut self, added: bool) -> Result<Rule, Fault> {
        self.spaces();
        let start = self.at;
        let mut spans = Vec::new();
        let days = if self.take("24/7") {
            spans.push(Span::DAY);
            Days::default()
        } else {
            let days = self.days()?;
            let days_end = start + self.text[start..self.at].trim_end().len();
            self.spaces();
            if self.digit() && start < days_end && !self.text[..self.at].ends_with([' ', ':']) {
                return Err((start..self.token().end, Kind::Joined));
            } else if self.digit() {
                self.spans(&mut spans)?;
            } else if self.rest().is_empty() || self.another_rule_follows() {
                return Err((start..days_end, Kind::MissingHours));
            } else if self.at > days_end && (matches!(self.next(), Some(',' | '-')) || self.day()) {
                // The list of days seems to go on after a space.
                return Err((days_end..self.token().end, Kind::Space));
            }
            days
        };
        let off = self.off();
        let comment = self.comment()?;
        if spans.is_empty() && !off && comment.is_empty() {
            return Err(self.fault(Kind::Sign));
        }
        let effect = match (off, spans.is_empty()) {
            (true, false) => Effect::Cut,
            (true, true) => Effect::Replace,
            (false, _) if added => Effect::Add,
            (false, _) => Effect::Replace,
        };
        Ok(Rule { days, effect, spans, comment, off })
    }

    /// Takes the days: every day where the rule has none.
    fn days(&mut self) -> Result<Days, Fault> {
        let mut days = self.dates_and_weeks()?;
        let word = self.word();
        let named = days != Days::default();
        if self.digit()
            || is_off(word)
            || self.next() == Some('"')
            || named && (self.rest().is_empty() || self.another_rule_follows())
        {
            return Ok(days);
        }
        let mut plain = Weekdays { days: 0, nth: Weekdays::EACH };
        loop {
            let item = self.day_or_range()?;
            match item.nth {
                Weekdays::EACH => plain.days |= item.days,
                _ => days.weekdays.push(item),
            }
            if !self.take(",") {
                break;
            }
        }
        if plain.days != 0 {
            days.weekdays.insert(0, plain);
        }
        Ok(days)
    }

    /// Takes spans, joined where they touch.
    pub(super) fn spans(&mut self, spans: &mut Vec<Span>) -> Result<(), Fault> {
        loop {
            add(spans, self.span()?);
            let comma = self.at;
            if self.another_rule_follows() || !self.take(",") {
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
        if start == end {
            return Err((from..self.at, Kind::EmptySpan));
        }
        // An end before the beginning is on the next day.
        let end = if start < end { end } else { end.shifted(24 * 60) };
        Ok(Span { start, end })
    }

    /// Takes a time.
    fn time(&mut self, is_end: bool) -> Result<Time, Fault> {
        let token = self.digits();
        let at = self.at..self.at + token.len();
        let fields =
            token.split_once(':').and_then(|(hour, minute)| Some((number(hour, 2)? as u8, number(minute, 2)? as u8)));
        let Some((hour, minute)) = fields else {
            let kind = if is_year(token) { Kind::Year } else { Kind::TimeShape };
            return Err((at, kind));
        };
        self.at = at.end;
        let time = Time::new(hour, minute).filter(|time| is_end || *time < Time::END);
        time.ok_or((at, Kind::NoSuchTime))
    }

    /// Takes `off` or `closed` if it is next. Returns whether it did.
    fn off(&mut self) -> bool {
        self.spaces();
        self.take_word("off") || self.take_word("closed")
    }

    /// Takes a quoted comment, if one is next, and returns it without its quotes.
    fn comment(&mut self) -> Result<String, Fault> {
        self.spaces();
        if self.next() != Some('"') {
            return Ok(String::new());
        }
        let token = self.token();
        let before = &self.text[..self.at];
        let joined = !before.is_empty() && !before.ends_with([' ', ';']);
        let text = self.rest()[1..token.len()].strip_suffix('"').map(str::trim).unwrap_or_default();
        if joined || text.is_empty() || text.chars().any(char::is_control) {
            return Err((token, Kind::Comment));
        }
        self.at = token.end;
        Ok(text.to_owned())
    }

    /// Whether a comma, a space and the beginning of a rule are next; a time would go on with the spans before it.
    pub(super) fn another_rule_follows(&self) -> bool {
        let mut ahead = Scan::new(self.text, self.at);
        ahead.spaces();
        if !ahead.take(",") || ahead.next() != Some(' ') {
            return false;
        }
        ahead.spaces();
        let year = ahead.digit() && is_year(ahead.digits());
        year || ahead.day() || ahead.when() || is_off(ahead.word()) || ahead.next() == Some('"')
    }

    /// Takes the comma before a rule that is added, if one is next. Returns whether it did.
    fn another_rule(&mut self) -> bool {
        let follows = self.another_rule_follows();
        if follows {
            self.spaces();
            self.take(",");
        }
        follows
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
