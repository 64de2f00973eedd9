//! Training examples: each phrase with several fillings, some of them misspelt, as vectors of features.

use std::collections::BTreeSet;

use guide_core::search::features::for_each_feature;
use guide_core::search::model::{BUCKET_BITS, BUCKETS, Bigrams, checksum};
use guide_core::search::normalize::GAP;
use guide_core::search::readings::phonetic_reading;
use guide_core::search::scoring::feature_value;

use super::phrases::Phrases;
use super::random::Random;

/// How often each phrase is filled; fillings that are the same make one example.
const FILLINGS: usize = 6;
/// How many fillings of a hundred are misspelt; the first one of a phrase never is.
const MISSPELT_PERCENT: usize = 50;
/// By what the examples' vectors are divided, so that they are about as long as the 1 which the bias counts.
const LENGTH: f32 = 5.0;

/// Training examples, each a vector of the buckets that its features fall into.
pub struct Examples {
    /// The right answer to each example, as an index into [`Phrases::labels`].
    pub labels: Vec<usize>,
    /// What an error counts at each example: the examples of one phrase make 1 together.
    pub shares: Vec<f32>,
    /// The square of the length of each example's vector.
    pub squares: Vec<f32>,
    /// For each bucket, what a feature that falls into it counts: more where fewer examples have it.
    pub rarity: Vec<f32>,
    /// The buckets of all examples, list after list, ascending and without repetition.
    buckets: Vec<u16>,
    /// The coordinates that belong to them.
    values: Vec<f32>,
    /// Where each list ends; it starts where the one before it ends.
    ends: Vec<usize>,
}

impl Examples {
    /// The examples of the phrases with these indices. `bigrams` are those of the language.
    pub fn make(phrases: &Phrases, indices: &[usize], bigrams: &Bigrams) -> Examples {
        let mut texts = BTreeSet::new();
        let mut examples = Examples {
            labels: Vec::new(),
            shares: Vec::new(),
            squares: Vec::new(),
            rarity: Vec::new(),
            buckets: Vec::new(),
            values: Vec::new(),
            ends: Vec::new(),
        };
        let mut uses = vec![0u32; BUCKETS];
        for &index in indices {
            let phrase = &phrases.phrases[index];
            // A phrase is filled by itself alone, so that another phrase added somewhere leaves its examples as they are.
            let mut random = Random::new(checksum(phrase.fill(|_| 0).as_bytes()).into());
            let before = examples.labels.len();
            for filling in 0..FILLINGS {
                let mut text = phonetic_reading(&phrase.fill(|choices| random.below(choices)), bigrams);
                if filling > 0 && random.below(100) < MISSPELT_PERCENT {
                    misspell(&mut text, &mut random);
                }
                if texts.insert((phrase.label, text.clone())) {
                    examples.add(phrase.label, &text, &mut uses);
                }
            }
            let count = examples.labels.len();
            examples.shares.resize(count, 1.0 / (count - before).max(1) as f32);
        }
        // The number of binary digits of how many times more examples there are than such that have it: a logarithm without one.
        let count = examples.labels.len() as u32;
        examples.rarity = uses.iter().map(|uses| (((count + 1) / (uses + 1)).ilog2() + 1) as f32).collect();
        for (value, &bucket) in examples.values.iter_mut().zip(&examples.buckets) {
            *value *= examples.rarity[usize::from(bucket)] / LENGTH;
        }
        let square = |example| examples.vector(example).1.iter().map(|value| value * value).sum();
        examples.squares = (0..examples.labels.len()).map(square).collect();
        examples
    }

    /// Adds the example of a text in phonetic letters, and counts in `uses` which buckets it has.
    fn add(&mut self, label: usize, text: &[u8], uses: &mut [u32]) {
        let mut features = Vec::new();
        for_each_feature(text, |feature, _| features.push((feature >> (32 - BUCKET_BITS)) as u16));
        features.sort_unstable();
        let value = feature_value(features.len());
        for same in features.chunk_by(|one, other| one == other) {
            uses[usize::from(same[0])] += 1;
            self.buckets.push(same[0]);
            self.values.push(same.len() as f32 * value);
        }
        self.labels.push(label);
        self.ends.push(self.buckets.len());
    }

    /// The coordinates of one example that are not 0, with their buckets.
    pub fn vector(&self, example: usize) -> (&[u16], &[f32]) {
        let range = if example == 0 { 0 } else { self.ends[example - 1] }..self.ends[example];
        (&self.buckets[range.clone()], &self.values[range])
    }

    /// What a weight of an example's vector is worth for a feature of this bucket.
    pub fn feature_factor(&self, bucket: usize) -> f32 {
        self.rarity[bucket] / LENGTH
    }
}

/// Misspells a text in phonetic letters here and there: a letter lost, doubled, changed or swapped, a gap between words lost or added.
fn misspell(text: &mut Vec<u8>, random: &mut Random) {
    for _ in 0..1 + text.len() / 25 {
        if text.len() < 6 {
            return;
        }
        let at = 1 + random.below(text.len() - 3);
        let letter = 1 + random.below(32) as u8;
        match random.below(5) {
            0 if text[at] != GAP => drop(text.remove(at)),
            1 => text.swap(at, at + 1),
            2 => text[at] = letter,
            3 => text.insert(at, letter),
            4 if text[at] == GAP => drop(text.remove(at)),
            4 if random.below(3) == 0 => text.insert(at, GAP),
            _ => {}
        }
    }
}
