//! Search: from a parent's own words to the steps that they are about.
//!
//! A query is read letter by letter ([`normalize`]), Latin letters as transliteration or as Russian on the wrong layout, whichever looks
//! more like the language ([`readings`]); its words are cut into pieces and pairs ([`features`]); each known feature speaks for or against
//! each label ([`model`]). The last label means that nothing fits. What is known is learned from phrases when the guide is built (`train`).

pub mod features;
pub mod model;
pub mod normalize;
pub mod readings;

use model::{LETTERS, Model};
use normalize::GAP;

/// How many steps are offered at most.
const MOST_HITS: usize = 3;
/// A step this far behind the best is not worth a line on a small screen.
const FAR: f32 = 9.0;
/// What one step of a weight is worth to a score, before [`scale`] divides by the evidence: the coarser, the smaller the file.
pub const STRENGTH: f32 = 11.0;

/// A step that a query may be about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit<'a> {
    pub step: &'a str,
    /// How sure it is, in thousandths; the list is in descending order.
    pub score: u16,
}

/// The search with its knowledge.
pub struct SearchEngine {
    model: Model,
}

impl SearchEngine {
    /// Reads a knowledge file; `None` where it is damaged or not one.
    pub fn from_bytes(bytes: &[u8]) -> Option<SearchEngine> {
        Model::unpack(bytes).map(|model| SearchEngine { model })
    }

    /// Up to three steps, the best first; none where the words are about something else.
    pub fn find(&self, query: &str) -> Vec<Hit<'_>> {
        let mut scores = self.scores(query);
        let best = scores.iter().copied().fold(f32::MIN, f32::max);
        let all: f32 = scores.iter().map(|score| exp(score - best)).sum();
        let mut hits = Vec::new();
        // The best is taken out and the next one looked for, three times: a sort would be the largest part of the code.
        while hits.len() < MOST_HITS {
            let (mut first, mut score) = (0, best - FAR);
            for (label, &its) in scores.iter().enumerate() {
                if its > score {
                    (first, score) = (label, its);
                }
            }
            let nothing = first + 1 == scores.len();
            if score <= best - FAR || nothing && hits.is_empty() {
                break;
            }
            scores[first] = f32::MIN;
            if !nothing {
                hits.push(Hit { step: &self.model.labels[first], score: (exp(score - best) / all * 1000.0) as u16 });
            }
        }
        hits
    }

    /// How much the query speaks for each label, in the order of the knowledge file; the last is "nothing fits".
    pub fn scores(&self, query: &str) -> Vec<f32> {
        let text = read(query, &self.model.pairs);
        let mut sums = vec![0i32; self.model.labels.len()];
        let mut total = 0;
        features::each(&text, |feature| {
            total += 1;
            for (sum, &weight) in sums.iter_mut().zip(self.model.weights(feature)) {
                *sum += i32::from(weight);
            }
        });
        let scale = scale(total);
        sums.iter().zip(&self.model.biases).map(|(&sum, bias)| sum as f32 * scale + bias).collect()
    }
}

/// The query as it sounds, in its likelier reading.
pub fn read(query: &str, pairs: &[u64; LETTERS]) -> Vec<u8> {
    let typed = normalize::typed(query);
    let mut reading = readings::transliterated(&typed);
    if typed.iter().any(|&code| normalize::latin(code)) {
        let switched = readings::switched(&typed);
        if oddities(&switched, pairs) < oddities(&reading, pairs) {
            reading = switched;
        }
    }
    normalize::sounded(&reading)
}

/// How many pairs of neighbouring letters the language does not have.
fn oddities(reading: &[u8], pairs: &[u64; LETTERS]) -> usize {
    let letter = |code: u8| if (code as usize) < LETTERS { code } else { GAP };
    let mut before = GAP;
    let mut odd = 0;
    for code in reading.iter().copied().chain([GAP]).map(letter) {
        odd += usize::from(pairs[before as usize] >> code & 1 == 0);
        before = code;
    }
    odd
}

/// What one step of a weight is worth in a text of so many features: long texts must not shout down the biases, and where most features
/// are unknown the little that is known must not shout either, so that "nothing fits" wins by its bias.
///
/// It is the 3/4 power by square roots, which every machine computes alike.
pub fn scale(total: usize) -> f32 {
    let root = (total.max(1) as f32).sqrt();
    STRENGTH / (root * root.sqrt())
}

/// The exponential of a number that is not positive, near enough and alike on every machine.
pub fn exp(x: f32) -> f32 {
    let mut power = (1.0 + x.max(-200.0) / 256.0).max(0.0);
    for _ in 0..8 {
        power *= power;
    }
    power
}
