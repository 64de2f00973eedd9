//! The phrases that the search learns from, as the content's editors write them.

use std::collections::BTreeMap;

/// Why a phrase can't be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PhraseFault {
    /// `{name}` of a list that is not in the file.
    UnknownList(String),
    /// A bracket without its pair.
    UnpairedBracket,
}

/// Lists of words by name, which `{name}` in a phrase draws from.
pub type WordLists<'w> = BTreeMap<&'w str, Vec<String>>;

/// A phrase as its editors write it, with placeholders for words.
#[derive(Clone, PartialEq, Debug)]
pub struct Phrase {
    /// The step that it is about, as an index into [`Phrases::labels`].
    pub label: usize,
    /// The number of its scenario: phrases between two comments of the file tell of one situation.
    pub scenario: usize,
    /// The words that each part may be; plain text is a part with one choice.
    parts: Vec<Vec<String>>,
}

/// All phrases that the search learns from.
#[derive(Clone, PartialEq, Debug)]
pub struct Phrases {
    /// The ids of steps; the last is the fallback's, for phrases that no other step answers.
    pub labels: Vec<String>,
    /// The phrases, in the order of the labels.
    pub phrases: Vec<Phrase>,
    /// What nothing is learned from: the search is tried with it.
    pub tests: Vec<TestSentence>,
}

/// A sentence that the search is tried with.
#[derive(Clone, PartialEq, Debug)]
pub struct TestSentence {
    /// The step that it should find, as an index into [`Phrases::labels`]; the last one means that it should find nothing.
    pub label: usize,
    /// The sentence.
    pub text: String,
}

impl Phrase {
    /// Reads a phrase: `{name}` is any word of that list, `(a|b)` any of these.
    pub fn parse(text: &str, label: usize, scenario: usize, lists: &WordLists) -> Result<Phrase, PhraseFault> {
        Ok(Phrase { label, scenario, parts: parts(text, lists)? })
    }

    /// The phrase with its placeholders filled. `pick` gets the number of words to choose from and gives the index of one.
    pub fn fill(&self, mut pick: impl FnMut(usize) -> usize) -> String {
        let one = |choice: &Vec<String>| choice[if choice.len() == 1 { 0 } else { pick(choice.len()) }].clone();
        self.parts.iter().map(one).collect()
    }

    /// A function that tells whether some filling of the phrase is a given text, which `normalize` has been applied to.
    pub fn matcher(&self, normalize: impl Fn(&str) -> Vec<u8>) -> impl Fn(&[u8]) -> bool {
        fn rest(parts: &[Vec<Vec<u8>>], text: &[u8]) -> bool {
            let Some((choice, later)) = parts.split_first() else {
                return text.is_empty();
            };
            choice.iter().any(|word| text.strip_prefix(word.as_slice()).is_some_and(|text| rest(later, text)))
        }
        let parts: Vec<Vec<Vec<u8>>> =
            self.parts.iter().map(|choice| choice.iter().map(|word| normalize(word)).collect()).collect();
        move |text| rest(&parts, text)
    }
}

/// Plain text and placeholders in turn; plain text is a part with one choice.
fn parts(phrase: &str, lists: &WordLists) -> Result<Vec<Vec<String>>, PhraseFault> {
    let mut parts = Vec::new();
    let mut rest = phrase;
    while let Some(open) = rest.find(['{', '(']) {
        let close = if rest[open..].starts_with('{') { '}' } else { ')' };
        let Some(length) = rest[open..].find(close) else {
            return Err(PhraseFault::UnpairedBracket);
        };
        let inside = &rest[open + 1..open + length];
        parts.push(vec![rest[..open].to_owned()]);
        parts.push(if close == ')' {
            inside.split('|').map(str::to_owned).collect()
        } else {
            lists.get(inside).cloned().ok_or_else(|| PhraseFault::UnknownList(inside.to_owned()))?
        });
        rest = &rest[open + length + 1..];
    }
    parts.push(vec![rest.to_owned()]);
    Ok(parts)
}
