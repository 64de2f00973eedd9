//! Learning: from phrases to the knowledge file.
//!
//! Logistic regression over hashed features, three times: with all features; with only those that turned out to matter; and with weights
//! rounded to the few steps that the file can hold. Every number is made by additions, multiplications, divisions and square roots in one
//! order, so any machine makes the same file.

use guide_core::search::model::SLOT_BITS;

use super::examples::{Examples, bigrams};
use super::learner::{Learner, Rounding};
use super::pack::{Table, pack};
use super::phrases::Phrases;

/// How many features the file may hold: the most that fits in its budget of bytes.
const FEATURES: usize = 2600;
/// How far a step's score must be beaten before the answer is that nothing fits: a parent sent away is worse than a useless suggestion.
const DOUBT: f32 = 1.1;

/// Learns the phrases and writes the knowledge file.
pub fn train(phrases: &Phrases) -> Vec<u8> {
    let all: Vec<usize> = (0..phrases.phrases.len()).collect();
    train_on(phrases, &all)
}

/// Learns only the phrases with these numbers; the others are for testing.
pub fn train_on(phrases: &Phrases, numbers: &[usize]) -> Vec<u8> {
    let bigrams = bigrams(phrases);
    let mut examples = Examples::make(phrases, numbers, &bigrams);
    let labels = phrases.labels.len();

    let mut learner = Learner::new(labels, 1 << SLOT_BITS, &examples);
    learner.learn(&examples, PASSES[0], Rounding::None);
    let kept = learner.foremost(&examples, FEATURES);
    examples.keep(&kept);

    let mut learner = Learner::new(labels, kept.len(), &examples);
    learner.learn(&examples, PASSES[1], Rounding::None);
    learner.learn(&examples, PASSES[2], Rounding::Steps);

    let mut biases = learner.biases.clone();
    biases[labels - 1] -= DOUBT;
    let rows: Vec<(u16, Vec<i8>)> = kept
        .iter()
        .enumerate()
        .map(|(row, &slot)| (slot, learner.rounded(row)))
        .filter(|(_, row)| row.iter().any(|&w| w != 0))
        .collect();
    pack(&Table { labels: &phrases.labels, biases: &biases, bigrams: &bigrams, rows: &rows })
}

/// How often the phrases are gone through each time.
const PASSES: [usize; 3] = [8, 8, 4];
