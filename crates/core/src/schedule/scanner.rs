//! Goes along the hours' text sign by sign, and names what cannot stand where it does.

use super::error::Kind;
use super::notation::{WEEKDAYS, is_dash, is_year, kind_of};
use std::ops::Range;

/// The bytes at fault, and why.
pub(super) type Fault = (Range<usize>, Kind);

/// A place in a text. A method moves it past what it takes; one that takes nothing leaves it where it was.
pub(super) struct Scan<'a> {
    text: &'a str,
    /// Bytes taken so far; always a character border.
    pub(super) at: usize,
}

impl<'a> Scan<'a> {
    /// Begins at the byte `at`. The text before it stays, so that positions are those of the whole.
    pub(super) fn new(text: &'a str, at: usize) -> Scan<'a> {
        Scan { text, at }
    }

    /// Says what the next token is, for one that cannot stand here; `otherwise` where it is nothing special.
    pub(super) fn fault(&self, otherwise: Kind) -> Fault {
        let token = self.token();
        if token.is_empty() {
            // Nothing is left to point at: point at the comma or the hyphen after which something should come.
            return (self.at.saturating_sub(1)..self.at, otherwise);
        }
        let kind = match self.next() {
            Some('"') => Kind::Comment,
            Some('+') => Kind::Plus,
            Some('[') => Kind::Nth,
            Some('|') => Kind::Fallback,
            Some('/') => Kind::Interval,
            Some(c) if is_dash(c) => Kind::Dash,
            Some(c) if c.is_alphabetic() => kind_of(self.word()),
            Some(c) if c.is_whitespace() => Kind::Space,
            Some(c) if c.is_ascii_digit() && is_year(&self.text[token.clone()]) => Kind::Year,
            Some(c) if c.is_ascii_digit() => otherwise,
            _ if matches!(otherwise, Kind::DayExpected | Kind::TimeExpected) => otherwise,
            _ => Kind::Sign,
        };
        (token, kind)
    }

    /// The bytes of the next token: a word, a number with what clings to it, a quoted comment, a run of spaces, or a sign.
    pub(super) fn token(&self) -> Range<usize> {
        let rest = self.rest();
        let run = |of: fn(char) -> bool| rest.find(|c| !of(c)).unwrap_or(rest.len());
        let length = match self.next() {
            None => 0,
            Some(c) if c.is_alphabetic() => run(char::is_alphabetic),
            Some(c) if c.is_whitespace() => run(char::is_whitespace),
            Some(c) if c.is_ascii_digit() => run(|c| c.is_ascii_digit() || c == ':' || c == '.'),
            Some('"') => rest[1..].find('"').map_or(rest.len(), |end| end + 2),
            Some('|') => run(|c| c == '|'),
            Some(c) => c.len_utf8(),
        };
        self.at..self.at + length
    }

    /// What is not taken yet.
    pub(super) fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    /// The sign that comes next.
    pub(super) fn next(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Whether a digit comes next.
    pub(super) fn digit(&self) -> bool {
        self.next().is_some_and(|next| next.is_ascii_digit())
    }

    /// Whether a day's name comes next.
    pub(super) fn day(&self) -> bool {
        let word = self.word();
        word == "PH" || WEEKDAYS.contains(&word)
    }

    /// The letters that come next; they are not taken.
    pub(super) fn word(&self) -> &'a str {
        let rest = self.rest();
        &rest[..rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len())]
    }

    /// Takes spaces, if any.
    pub(super) fn spaces(&mut self) {
        while self.take(" ") {}
    }

    /// Takes the word if it comes next, and not as the beginning of a longer one.
    pub(super) fn take_word(&mut self, word: &str) -> bool {
        self.word() == word && self.take(word)
    }

    /// Takes the text if it comes next, and says whether it did.
    pub(super) fn take(&mut self, text: &str) -> bool {
        let taken = self.rest().starts_with(text);
        self.at += if taken { text.len() } else { 0 };
        taken
    }
}
