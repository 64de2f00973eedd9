//! The search engine: scores of the labels for a query, and the best of them.

use super::features::for_each_feature;
use super::model::Model;
use super::readings::phonetic_reading;
use super::scoring::{exp_of_negative, feature_value};

/// How many steps are offered at most.
const MAX_HITS: usize = 3;
/// A step whose score is this far below the best is not offered.
const MAX_SCORE_GAP: f32 = 1.5;
/// Where the best step's score exceeds that of "nothing fits" by less, the search is not sure.
const SURE_MARGIN: f32 = 0.6;
/// By which scores are multiplied before they become probabilities.
const SHARPNESS: f32 = 3.0;

/// A step that a query may be about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit<'a> {
    /// The step's id.
    pub step: &'a str,
    /// The probability, in thousandths.
    pub score: u16,
}

/// What the search has to say about a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer<'a> {
    /// Up to three steps, the best first; none where the query is about something else.
    pub hits: Vec<Hit<'a>>,
    /// Whether "nothing fits" is much less likely than the first of the steps.
    pub sure: bool,
}

/// The search with its model.
pub struct SearchEngine {
    pub(super) model: Model,
}

impl SearchEngine {
    /// Reads a search model file; `None` where it is damaged or not one.
    pub fn from_bytes(bytes: &[u8]) -> Option<SearchEngine> {
        Model::unpack(bytes).map(|model| SearchEngine { model })
    }

    /// The steps that a query may be about.
    pub fn find(&self, query: &str) -> Answer<'_> {
        let mut scores = self.scores(query);
        let best = scores.iter().copied().fold(f32::MIN, f32::max);
        let all: f32 = scores.iter().map(|score| exp_of_negative((score - best) * SHARPNESS)).sum();
        let mut answer = Answer::default();
        let Some(nothing) = scores.pop().filter(|nothing| *nothing < best) else { return answer };
        answer.sure = best - nothing >= SURE_MARGIN;
        // The best score is looked for and taken out, up to three times, since a sort would add much to the size of the program.
        while answer.hits.len() < MAX_HITS {
            let (mut first, mut score) = (0, best - MAX_SCORE_GAP);
            for (label, &its) in scores.iter().enumerate() {
                if its > score {
                    (first, score) = (label, its);
                }
            }
            if score <= best - MAX_SCORE_GAP {
                break;
            }
            scores[first] = f32::MIN;
            let probability = exp_of_negative((score - best) * SHARPNESS) / all;
            answer.hits.push(Hit { step: &self.model.labels[first], score: (probability * 1000.0) as u16 });
        }
        answer
    }

    /// The score of each label for a query, in the order of the model; the last label is "nothing fits".
    pub fn scores(&self, query: &str) -> Vec<f32> {
        let text = self.read(query);
        let mut sums = vec![0i32; self.model.labels.len()];
        let mut count = 0;
        for_each_feature(&text, |feature, _| {
            count += 1;
            for (sum, &weight) in sums.iter_mut().zip(self.model.weights(feature)) {
                *sum += i32::from(weight);
            }
        });
        let unit = self.unit(count);
        sums.iter().zip(&self.model.biases).map(|(&sum, bias)| sum as f32 * unit + bias).collect()
    }

    /// A query in phonetic letters.
    pub(super) fn read(&self, query: &str) -> Vec<u8> {
        phonetic_reading(query, &self.model.bigrams)
    }

    /// What a weight of 1 adds to a score in a text of so many features.
    pub(super) fn unit(&self, features: usize) -> f32 {
        self.model.unit * feature_value(features)
    }
}
