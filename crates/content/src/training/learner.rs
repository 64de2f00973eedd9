//! Logistic regression over hashed features.
//!
//! The tool runs it unoptimised, hence the plain loops. Every machine adds in the same order, so every machine gets the same weights.

use super::examples::{Examples, FILLINGS};
use super::random::Random;
use guide_core::search::bit_model::MAX_WEIGHT;
use guide_core::search::model::SLOT_BITS;
use guide_core::search::scoring::{exp_of_negative, weight_unit};

/// How many features of a hundred are left out of an example at random: the others have to do, as with words never seen before.
const DROPOUT: usize = 40;
/// The first step of a weight, in units of the weights.
const LEARNING_RATE: f32 = 0.3;
/// Quantizing moves a weight towards zero by this much before it rounds: zeros cost least, and the other weights make up for it.
const DEAD_ZONE: f32 = 0.3;
/// A smaller error than this moves no weight.
const SMALLEST_ERROR: f32 = 0.002;

/// Which weights the examples are answered with while the learner learns.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Scoring {
    /// The exact weights.
    Exact,
    /// The weights as the search model stores them; the exact ones go on learning from those answers.
    Quantized,
}

/// Logistic regression with steps that shrink for weights that have moved much (AdaGrad).
pub struct Learner {
    labels: usize,
    /// The bias of each label.
    pub biases: Vec<f32>,
    /// For each bias, the sum of its squared gradients.
    bias_squares: Vec<f32>,
    /// Rows of weights, one row a feature, one weight a label.
    weights: Vec<f32>,
    /// For each weight, the sum of its squared gradients.
    weight_squares: Vec<f32>,
    /// The weights as the search model stores them; empty until they are first needed.
    quantized: Vec<f32>,
    /// By how much the errors of each label's examples count: more where a label has few phrases.
    label_factors: Vec<f32>,
    random: Random,
}

impl Learner {
    /// A learner of so many labels, with a row of weights for each of so many features.
    pub fn new(labels: usize, rows: usize, examples: &Examples) -> Learner {
        let mut counts = vec![1f32; labels];
        for &label in &examples.labels {
            counts[label] += 1.0;
        }
        let mean = examples.labels.len() as f32 / labels as f32;
        Learner {
            labels,
            biases: vec![0.0; labels],
            bias_squares: vec![0.001; labels],
            weights: vec![0.0; rows * labels],
            weight_squares: vec![0.01; rows * labels],
            quantized: Vec::new(),
            label_factors: counts.iter().map(|count| (mean / count).sqrt()).collect(),
            random: Random::new(42),
        }
    }

    /// Goes through all phrases, in a random order, so many times; each pass takes another filling of each phrase.
    pub fn learn(&mut self, examples: &Examples, passes: usize, scoring: Scoring) {
        if scoring == Scoring::Quantized {
            self.quantized = self.weights.clone();
            for row in 0..self.weights.len() / self.labels {
                self.update_quantized(row);
            }
        }
        let phrases = examples.labels.len() / FILLINGS;
        let mut order: Vec<usize> = (0..phrases).collect();
        let mut rows = Vec::new();
        for pass in 0..passes {
            for at in (1..phrases).rev() {
                let other = self.random.below(at + 1);
                order.swap(at, other);
            }
            for &phrase in &order {
                let example = phrase * FILLINGS + pass % FILLINGS;
                rows.clear();
                for &row in examples.slots(example) {
                    if self.random.below(100) >= DROPOUT {
                        rows.push(row as usize * self.labels);
                    }
                }
                let scale = weight_unit(examples.totals[example]) * 100.0 / (100 - DROPOUT) as f32;
                self.learn_example(&rows, scale, examples.labels[example], scoring);
            }
        }
    }

    /// Moves the weights of one example towards answering `right`. `rows` are the offsets of its features' rows in the weights.
    fn learn_example(&mut self, rows: &[usize], scale: f32, right: usize, scoring: Scoring) {
        let weights = if scoring == Scoring::Quantized { &self.quantized } else { &self.weights };
        let mut scores = vec![0f32; self.labels];
        for &row in rows {
            let mut label = 0;
            while label < scores.len() {
                scores[label] += weights[row + label];
                label += 1;
            }
        }
        let mut best = f32::MIN;
        for (score, bias) in scores.iter_mut().zip(&self.biases) {
            *score = *score * scale + bias;
            best = best.max(*score);
        }
        let exponentials: Vec<f32> = scores.iter().map(|score| exp_of_negative(score - best)).collect();
        let sum: f32 = exponentials.iter().sum();
        for (label, exponential) in exponentials.into_iter().enumerate() {
            let error = (exponential / sum - if label == right { 1.0 } else { 0.0 }) * self.label_factors[right];
            if error.abs() < SMALLEST_ERROR {
                continue;
            }
            self.bias_squares[label] += error * error;
            self.biases[label] -= 0.3 * LEARNING_RATE * error / self.bias_squares[label].sqrt();
            let gradient = error * scale;
            for &row in rows {
                let at = row + label;
                let squares = self.weight_squares[at] + gradient * gradient;
                self.weight_squares[at] = squares;
                self.weights[at] -= LEARNING_RATE * gradient / squares.sqrt();
            }
        }
        if scoring == Scoring::Quantized {
            for &row in rows {
                self.update_quantized(row / self.labels);
            }
        }
    }

    /// A row of weights as the search model stores it. A difference that all labels share decides nothing, so the median becomes
    /// zero: zeros cost least.
    pub fn quantize(&self, row: usize) -> Vec<i8> {
        let row = &self.weights[row * self.labels..][..self.labels];
        let mut sorted = row.to_vec();
        sorted.sort_by(f32::total_cmp);
        let median = sorted[self.labels / 2];
        let most = f32::from(MAX_WEIGHT);
        row.iter()
            .map(|weight| {
                let weight = weight - median;
                (weight - weight.clamp(-DEAD_ZONE, DEAD_ZONE)).round().clamp(-most, most) as i8
            })
            .collect()
    }

    fn update_quantized(&mut self, row: usize) {
        for (label, weight) in self.quantize(row).into_iter().enumerate() {
            self.quantized[row * self.labels + label] = f32::from(weight);
        }
    }

    /// So many slots that matter most, in ascending order: those that tell labels apart, and often. Every slot must have a row.
    pub fn most_useful_slots(&self, examples: &Examples, count: usize) -> Vec<u16> {
        let mut uses = vec![0f32; 1 << SLOT_BITS];
        for &slot in &examples.slots {
            uses[slot as usize] += 1.0;
        }
        let mut ranked: Vec<(f32, u16)> = Vec::new();
        for slot in 0..=u16::MAX {
            let row = &self.weights[slot as usize * self.labels..][..self.labels];
            let mean = row.iter().sum::<f32>() / self.labels as f32;
            let spread: f32 = row.iter().map(|weight| (weight - mean) * (weight - mean)).sum();
            ranked.push((spread.sqrt() * uses[slot as usize].sqrt().sqrt(), slot));
        }
        ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        ranked.truncate(count);
        let mut slots: Vec<u16> = ranked.into_iter().map(|(_, slot)| slot).collect();
        slots.sort_unstable();
        slots
    }
}
