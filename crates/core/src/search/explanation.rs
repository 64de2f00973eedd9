//! Why the search answers as it does: which parts of a query speak for which label, and how much.

use core::ops::Range;

use super::engine::SearchEngine;
use super::features::for_each_feature;
use super::normalize::{GAP, written};

/// A part of a query with what it adds to the score of each label.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// A word, two words, or a piece of a word with `_` for the word's beginning or end; as they sound.
    pub text: String,
    /// What it adds to the score of each label, over all its occurrences, in the order of [`Explanation::labels`].
    pub scores: Vec<f32>,
}

/// What the parts of a query add to the scores.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// The ids of the steps; the last label means that nothing fits.
    pub labels: Vec<String>,
    /// The score of each label: its bias and all that the parts add.
    pub scores: Vec<f32>,
    /// The score that each label has before anything is typed.
    pub biases: Vec<f32>,
    /// The words, each with all that its pieces add, and the pairs of words.
    pub words: Vec<Part>,
    /// Each piece, word and pair by itself.
    pub pieces: Vec<Part>,
}

impl SearchEngine {
    /// Takes the scores of a query apart.
    pub fn explain(&self, query: &str) -> Explanation {
        let text = self.read(query);
        let mut features = Vec::new();
        for_each_feature(&text, |feature, range| features.push((feature, range)));
        let unit = self.unit(features.len());
        let (mut words, mut pieces) = (Vec::new(), Vec::new());
        for (feature, range) in features {
            let scores: Vec<f32> = self.model.weights(feature).iter().map(|&weight| f32::from(weight) * unit).collect();
            let whole = whole_words(&text, range.clone());
            add(&mut words, written(&text[whole.clone()]), &scores);
            let piece = if range == whole { written(&text[whole]) } else { written(&text[range]).replace(' ', "_") };
            add(&mut pieces, piece, &scores);
        }
        Explanation {
            labels: self.model.labels.iter().map(|label| (*label).to_string()).collect(),
            scores: self.scores(query),
            biases: self.model.biases.clone(),
            words,
            pieces,
        }
    }
}

/// The range of the words that a feature's range lies in, without the gaps at its ends.
fn whole_words(text: &[u8], range: Range<usize>) -> Range<usize> {
    let letters = |at: &usize| text[*at] != GAP;
    let first = range.clone().find(letters).unwrap_or(range.start);
    let last = range.clone().rev().find(letters).unwrap_or(first);
    let start = (0..first).rev().find(|&at| text[at] == GAP).map_or(0, |gap| gap + 1);
    let end = (last..text.len()).find(|&at| text[at] == GAP).unwrap_or(text.len());
    start..end
}

fn add(parts: &mut Vec<Part>, text: String, scores: &[f32]) {
    match parts.iter_mut().find(|part| part.text == text) {
        Some(part) => part.scores.iter_mut().zip(scores).for_each(|(sum, score)| *sum += score),
        None => parts.push(Part { text, scores: scores.to_vec() }),
    }
}
