//! Scans the text of the hours, and finds the kind of error of a token that is not allowed.

use super::error::Kind;
use super::notation::{WEEKDAYS, is_dash, is_year, kind_of};
use std::ops::Range;

/// The byte range of an error, and its kind.
pub(super) type Fault = (Range<usize>, Kind);

/// A position in a text. Methods that take something move it past that.
pub(super) struct Scan<'a> {
    pub(super) text: &'a str,
    /// The number of bytes taken so far; always a character boundary.
    pub(super) at: usize,
    /// Where public holidays are named first.
    pub(super) holidays: Option<Range<usize>>,
}

impl<'a> Scan<'a> {
    /// Begins at the byte `at`. Positions are those of the whole text.
    pub(super) fn new(text: &'a str, at: usize) -> Scan<'a> {
        Scan { text, at, holidays: None }
    }

    /// The error of the next token, which is not allowed here: of a kind of its own, or `otherwise`.
    pub(super) fn fault(&self, otherwise: Kind) -> Fault {
        let token = self.token();
        if token.is_empty() {
            // At the end of the text the error is the comma or the hyphen before it.
            return (self.at.saturating_sub(1)..self.at, otherwise);
        }
        let kind = match self.next() {
            Some('"') => Kind::Comment,
            Some('+') => Kind::Plus,
            Some('[' | ']') => Kind::Nth,
            Some('|') => Kind::Fallback,
            Some('/') => Kind::Interval,
            Some(c) if is_dash(c) => Kind::Dash,
            Some(c) if c.is_alphabetic() => kind_of(self.word()),
            Some(c) if c.is_whitespace() => Kind::Space,
            Some(c) if c.is_ascii_digit() && is_year(&self.text[token.clone()]) => Kind::Year,
            Some(c) if c.is_ascii_digit() => otherwise,
            _ if matches!(otherwise, Kind::DayExpected | Kind::TimeExpected | Kind::DateExpected) => otherwise,
            _ => Kind::Sign,
        };
        (token, kind)
    }

    /// The byte range of the next token: a word, a number with its colons and points, a quoted comment, spaces, or another character.
    pub(super) fn token(&self) -> Range<usize> {
        let rest = self.rest();
        let run = |of: fn(char) -> bool| rest.find(|c| !of(c)).unwrap_or(rest.len());
        let length = match self.next() {
            None => 0,
            Some(c) if c.is_alphabetic() => run(char::is_alphabetic),
            Some(c) if c.is_whitespace() => run(char::is_whitespace),
            Some(c) if c.is_ascii_digit() => self.digits().len(),
            Some('"') => rest[1..].find('"').map_or(rest.len(), |end| end + 2),
            Some('|') => run(|c| c == '|'),
            Some(c) => c.len_utf8(),
        };
        self.at..self.at + length
    }

    /// The text that is not taken yet.
    pub(super) fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    /// The next character.
    pub(super) fn next(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Whether a digit is next.
    pub(super) fn digit(&self) -> bool {
        self.next().is_some_and(|next| next.is_ascii_digit())
    }

    /// Whether the name of a day is next.
    pub(super) fn day(&self) -> bool {
        let word = self.word();
        word == "PH" || WEEKDAYS.contains(&word)
    }

    /// The letters that are next; they are not taken.
    pub(super) fn word(&self) -> &'a str {
        let rest = self.rest();
        &rest[..rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len())]
    }

    /// The digits that are next, with the colons and points of a time; they are not taken.
    pub(super) fn digits(&self) -> &'a str {
        let rest = self.rest();
        &rest[..rest.find(|c: char| !c.is_ascii_digit() && c != ':' && c != '.').unwrap_or(rest.len())]
    }

    /// Takes spaces, if any.
    pub(super) fn spaces(&mut self) {
        while self.take(" ") {}
    }

    /// Takes a word if it is next, and not the beginning of a longer one. Returns whether it did.
    pub(super) fn take_word(&mut self, word: &str) -> bool {
        self.word() == word && self.take(word)
    }

    /// Takes a text if it is next. Returns whether it did.
    pub(super) fn take(&mut self, text: &str) -> bool {
        let taken = self.rest().starts_with(text);
        self.at += if taken { text.len() } else { 0 };
        taken
    }
}
