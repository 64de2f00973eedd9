//! The phrases that the search learns from, as the content's editors write them.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;

/// What is wrong with a phrase file, and on which line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub line: usize,
    pub what: Wrong,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// Not TOML, or not of this shape: the parser's words.
    Syntax(String),
    /// A key other than `phrases`.
    UnknownKey(String),
    /// `{name}` of a list that is not under `[words]`.
    UnknownWords(String),
    /// A bracket without its pair.
    Bracket(String),
    /// No phrases of the fallback: the search could never say that nothing fits.
    NoFallback(String),
}

/// A phrase as written, with its holes.
#[derive(Clone, Debug)]
pub struct Phrase {
    /// Which of [`Phrases::labels`].
    pub label: usize,
    /// Phrases under one heading are of one scenario.
    pub scenario: usize,
    parts: Vec<Vec<String>>,
}

/// All that the search learns from.
#[derive(Clone, Debug)]
pub struct Phrases {
    /// Step ids; last the fallback's, for phrases that no other step answers.
    pub labels: Vec<String>,
    pub phrases: Vec<Phrase>,
}

/// The file as TOML sees it: sections of strings.
type Sections = BTreeMap<String, BTreeMap<String, Spanned<String>>>;
/// The section of lists that `{…}` draws from, and the one key of every other section.
const WORDS: &str = "words";
const PHRASES: &str = "phrases";

impl Phrases {
    /// Reads the file; on failure says everything that is wrong with it. `fallback` is the step for those whom nothing
    /// fits: the phrases of its section are about something else.
    pub fn parse(text: &str, fallback: &str) -> Result<Phrases, Vec<Fault>> {
        let mut sections: Sections = toml::from_str(text).map_err(|error| {
            let line = line_at(text, &error.span().unwrap_or(0..0));
            vec![Fault { line, what: Wrong::Syntax(error.message().to_owned()) }]
        })?;
        let words = sections.remove(WORDS).unwrap_or_default();
        let words: BTreeMap<&str, Vec<String>> = words
            .iter()
            .map(|(name, list)| (name.as_str(), list.get_ref().split(',').map(|word| word.trim().to_owned()).collect()))
            .collect();

        let mut labels: Vec<String> = sections.keys().filter(|label| *label != fallback).cloned().collect();
        labels.push(fallback.to_owned());
        let (mut phrases, mut faults, mut scenario) = (Vec::new(), Vec::new(), 0);
        if !sections.contains_key(fallback) {
            faults.push(Fault { line: 1, what: Wrong::NoFallback(fallback.to_owned()) });
        }
        for (label, name) in labels.iter().enumerate() {
            for (key, lines) in sections.get(name).into_iter().flatten() {
                let span = lines.span();
                // The newline after the opening quotes belongs to the span but not to the string.
                let first = line_at(text, &span)
                    + usize::from(text[span].trim_start_matches(['\'', '"']).starts_with(['\n', '\r']));
                if key != PHRASES {
                    faults.push(Fault { line: first, what: Wrong::UnknownKey(key.clone()) });
                    continue;
                }
                scenario += 1;
                for (line, phrase) in lines.get_ref().lines().enumerate() {
                    let phrase = phrase.trim();
                    if phrase.starts_with('#') {
                        scenario += 1;
                    } else if !phrase.is_empty() {
                        match parts(phrase, &words) {
                            Ok(parts) => phrases.push(Phrase { label, scenario, parts }),
                            Err(what) => faults.push(Fault { line: first + line, what }),
                        }
                    }
                }
            }
        }
        if faults.is_empty() { Ok(Phrases { labels, phrases }) } else { Err(faults) }
    }
}

/// Plain text and holes by turns; text is a choice of one.
fn parts(phrase: &str, words: &BTreeMap<&str, Vec<String>>) -> Result<Vec<Vec<String>>, Wrong> {
    let mut parts = Vec::new();
    let mut rest = phrase;
    while let Some(open) = rest.find(['{', '(']) {
        let close = if rest[open..].starts_with('{') { '}' } else { ')' };
        let Some(length) = rest[open..].find(close) else {
            return Err(Wrong::Bracket(phrase.to_owned()));
        };
        let inside = &rest[open + 1..open + length];
        parts.push(vec![rest[..open].to_owned()]);
        parts.push(if close == ')' {
            inside.split('|').map(str::to_owned).collect()
        } else {
            words.get(inside).cloned().ok_or_else(|| Wrong::UnknownWords(inside.to_owned()))?
        });
        rest = &rest[open + length + 1..];
    }
    parts.push(vec![rest.to_owned()]);
    Ok(parts)
}

fn line_at(text: &str, span: &Range<usize>) -> usize {
    text[..span.start.min(text.len())].matches('\n').count() + 1
}

impl Phrase {
    /// The phrase with its holes filled; `pick` chooses one of so many words.
    pub fn fill(&self, mut pick: impl FnMut(usize) -> usize) -> String {
        let one = |choice: &Vec<String>| choice[if choice.len() == 1 { 0 } else { pick(choice.len()) }].clone();
        self.parts.iter().map(one).collect()
    }

    /// A test whether some filling of the phrase is a given text; `plain` is what has been done to that text.
    pub fn says(&self, plain: impl Fn(&str) -> Vec<u8>) -> impl Fn(&[u8]) -> bool {
        fn rest(parts: &[Vec<Vec<u8>>], text: &[u8]) -> bool {
            let Some((choice, later)) = parts.split_first() else {
                return text.is_empty();
            };
            choice.iter().any(|word| text.strip_prefix(word.as_slice()).is_some_and(|text| rest(later, text)))
        }
        let parts: Vec<Vec<Vec<u8>>> =
            self.parts.iter().map(|choice| choice.iter().map(|word| plain(word)).collect()).collect();
        move |text| rest(&parts, text)
    }
}
