//! The search engine: scores of the labels for a query, and the best of them.

use super::features::for_each_feature;
use super::model::Model;
use super::readings::phonetic_reading;
use super::scoring::{exp_of_negative, weight_unit};

/// How many steps are offered at most.
const MAX_HITS: usize = 3;
/// A step whose score is this far below the best is not offered.
const MAX_SCORE_GAP: f32 = 9.0;

/// A step that a query may be about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit<'a> {
    /// The step's id.
    pub step: &'a str,
    /// The probability, in thousandths.
    pub score: u16,
}

/// The search with its model.
pub struct SearchEngine {
    model: Model,
}

impl SearchEngine {
    /// Reads a search model file; `None` where it is damaged or not one.
    pub fn from_bytes(bytes: &[u8]) -> Option<SearchEngine> {
        Model::unpack(bytes).map(|model| SearchEngine { model })
    }

    /// Up to three steps, the best first; none where the query is about something else.
    pub fn find(&self, query: &str) -> Vec<Hit<'_>> {
        let mut scores = self.scores(query);
        let best = scores.iter().copied().fold(f32::MIN, f32::max);
        let all: f32 = scores.iter().map(|score| exp_of_negative(score - best)).sum();
        let mut hits = Vec::new();
        // The best score is looked for and taken out, up to three times, since a sort would add much to the size of the program.
        while hits.len() < MAX_HITS {
            let (mut first, mut score) = (0, best - MAX_SCORE_GAP);
            for (label, &its) in scores.iter().enumerate() {
                if its > score {
                    (first, score) = (label, its);
                }
            }
            let nothing_fits = first + 1 == scores.len();
            if score <= best - MAX_SCORE_GAP || nothing_fits && hits.is_empty() {
                break;
            }
            scores[first] = f32::MIN;
            if !nothing_fits {
                let probability = exp_of_negative(score - best) / all;
                hits.push(Hit { step: &self.model.labels[first], score: (probability * 1000.0) as u16 });
            }
        }
        hits
    }

    /// The score of each label for a query, in the order of the model; the last label is "nothing fits".
    pub fn scores(&self, query: &str) -> Vec<f32> {
        let text = phonetic_reading(query, &self.model.bigrams);
        let mut sums = vec![0i32; self.model.labels.len()];
        let mut count = 0;
        for_each_feature(&text, |feature| {
            count += 1;
            for (sum, &weight) in sums.iter_mut().zip(self.model.weights(feature)) {
                *sum += i32::from(weight);
            }
        });
        let unit = weight_unit(count);
        sums.iter().zip(&self.model.biases).map(|(&sum, bias)| sum as f32 * unit + bias).collect()
    }
}
