//! Training: from phrases to the search model file.
//!
//! Logistic regression over hashed features, three times: with all features; with only those that turned out to matter; and with weights
//! quantized to the few steps that the file can hold. Every number is made by additions, multiplications, divisions and square roots in one
//! order, so any machine makes the same file.

use guide_core::search::model::SLOT_BITS;

use super::bigrams::bigrams;
use super::examples::Examples;
use super::learner::{Learner, Scoring};
use super::pack::{Table, pack};
use super::phrases::Phrases;

/// How many features the file may hold: the most that fits in its budget of bytes.
const FEATURES: usize = 2600;
/// How often each of the three trainings goes through the phrases.
const PASSES: [usize; 3] = [8, 8, 4];
/// By how much "nothing fits" must beat a step's score to be the answer: a parent sent away is worse than a useless suggestion.
const NONE_MARGIN: f32 = 1.1;

/// Learns the phrases and gives the search model file.
pub fn train(phrases: &Phrases) -> Vec<u8> {
    let all: Vec<usize> = (0..phrases.phrases.len()).collect();
    train_on(phrases, &all)
}

/// Learns only the phrases with these indices; the others are for testing.
pub fn train_on(phrases: &Phrases, indices: &[usize]) -> Vec<u8> {
    let bigrams = bigrams(phrases);
    let mut examples = Examples::make(phrases, indices, &bigrams);
    let labels = phrases.labels.len();

    let mut learner = Learner::new(labels, 1 << SLOT_BITS, &examples);
    learner.learn(&examples, PASSES[0], Scoring::Exact);
    let kept = learner.most_useful_slots(&examples, FEATURES);
    examples.keep(&kept);

    let mut learner = Learner::new(labels, kept.len(), &examples);
    learner.learn(&examples, PASSES[1], Scoring::Exact);
    learner.learn(&examples, PASSES[2], Scoring::Quantized);

    let mut biases = learner.biases.clone();
    biases[labels - 1] -= NONE_MARGIN;
    let rows: Vec<(u16, Vec<i8>)> = kept
        .iter()
        .enumerate()
        .map(|(row, &slot)| (slot, learner.quantize(row)))
        .filter(|(_, row)| row.iter().any(|&weight| weight != 0))
        .collect();
    pack(&Table { labels: &phrases.labels, biases: &biases, bigrams: &bigrams, rows: &rows })
}
