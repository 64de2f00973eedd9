//! Logistic regression over hashed features.
//!
//! The tool runs it unoptimised, hence the plain loops; every machine does its sums in the same order, hence the same file everywhere.

use super::examples::{Examples, FILLINGS, Random};
use guide_core::search::model::{MAX_WEIGHT, SLOT_BITS};
use guide_core::search::scoring::{exp_of_negative, weight_unit};

/// In learning, so many of a hundred known features are overlooked at random: the rest must do, as with words never seen before.
const OVERLOOKED: usize = 40;
/// How fast weights follow.
const RATE: f32 = 0.3;
/// Weights are rounded towards zero by this much more than evenly: zeros cost least, and the others make up for it.
const WHISPER: f32 = 0.3;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Rounding {
    None,
    /// Answers are given with rounded weights while the exact ones go on learning.
    Steps,
}

/// Logistic regression with steps that shrink for weights that have moved much (AdaGrad).
pub struct Learner {
    labels: usize,
    pub biases: Vec<f32>,
    bias_moves: Vec<f32>,
    weights: Vec<f32>,
    moves: Vec<f32>,
    /// The weights that answers are given with.
    spoken: Vec<f32>,
    /// Labels with few phrases learn more from each.
    shares: Vec<f32>,
    random: Random,
}

impl Learner {
    pub fn new(labels: usize, rows: usize, examples: &Examples) -> Learner {
        let mut counts = vec![1f32; labels];
        for &label in &examples.labels {
            counts[label] += 1.0;
        }
        let mean = examples.labels.len() as f32 / labels as f32;
        Learner {
            labels,
            biases: vec![0.0; labels],
            bias_moves: vec![0.001; labels],
            weights: vec![0.0; rows * labels],
            moves: vec![0.01; rows * labels],
            spoken: Vec::new(),
            shares: counts.iter().map(|count| (mean / count).sqrt()).collect(),
            random: Random(42),
        }
    }

    pub fn learn(&mut self, examples: &Examples, passes: usize, rounding: Rounding) {
        if rounding == Rounding::Steps {
            self.spoken = self.weights.clone();
            for row in 0..self.weights.len() / self.labels {
                self.speak(row);
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
                    if self.random.below(100) >= OVERLOOKED {
                        rows.push(row as usize * self.labels);
                    }
                }
                let scale = weight_unit(examples.totals[example]) * 100.0 / (100 - OVERLOOKED) as f32;
                self.see(&rows, scale, examples.labels[example], rounding);
            }
        }
    }

    /// Moves the weights towards answering `right` for these rows.
    fn see(&mut self, rows: &[usize], scale: f32, right: usize, rounding: Rounding) {
        let spoken = if rounding == Rounding::Steps { &self.spoken } else { &self.weights };
        let mut scores = vec![0f32; self.labels];
        for &row in rows {
            let mut label = 0;
            while label < scores.len() {
                scores[label] += spoken[row + label];
                label += 1;
            }
        }
        let mut best = f32::MIN;
        for (score, bias) in scores.iter_mut().zip(&self.biases) {
            *score = *score * scale + bias;
            best = best.max(*score);
        }
        let odds: Vec<f32> = scores.iter().map(|score| exp_of_negative(score - best)).collect();
        let all: f32 = odds.iter().sum();
        for (label, odds) in odds.into_iter().enumerate() {
            let miss = (odds / all - if label == right { 1.0 } else { 0.0 }) * self.shares[right];
            if miss.abs() < 0.002 {
                continue;
            }
            self.bias_moves[label] += miss * miss;
            self.biases[label] -= 0.3 * RATE * miss / self.bias_moves[label].sqrt();
            let slope = miss * scale;
            for &row in rows {
                let at = row + label;
                let moves = self.moves[at] + slope * slope;
                self.moves[at] = moves;
                self.weights[at] -= RATE * slope / moves.sqrt();
            }
        }
        if rounding == Rounding::Steps {
            for &row in rows {
                self.speak(row / self.labels);
            }
        }
    }

    /// Rounds a row. What all labels share decides nothing, so the middle one becomes zero: zeros cost least.
    pub fn rounded(&self, row: usize) -> Vec<i8> {
        let row = &self.weights[row * self.labels..][..self.labels];
        let mut sorted = row.to_vec();
        sorted.sort_by(f32::total_cmp);
        let middle = sorted[self.labels / 2];
        let most = f32::from(MAX_WEIGHT);
        row.iter()
            .map(|weight| {
                let weight = weight - middle;
                (weight - weight.clamp(-WHISPER, WHISPER)).round().clamp(-most, most) as i8
            })
            .collect()
    }

    fn speak(&mut self, row: usize) {
        for (label, weight) in self.rounded(row).into_iter().enumerate() {
            self.spoken[row * self.labels + label] = f32::from(weight);
        }
    }

    /// The slots that matter most, in ascending order: those that tell labels apart, and often.
    pub fn foremost(&self, examples: &Examples, most: usize) -> Vec<u16> {
        let mut counts = vec![0f32; 1 << SLOT_BITS];
        for &slot in &examples.slots {
            counts[slot as usize] += 1.0;
        }
        let mut worth: Vec<(f32, u16)> = Vec::new();
        for slot in 0..=u16::MAX {
            let row = &self.weights[slot as usize * self.labels..][..self.labels];
            let mean = row.iter().sum::<f32>() / self.labels as f32;
            let spread: f32 = row.iter().map(|weight| (weight - mean) * (weight - mean)).sum();
            worth.push((spread.sqrt() * counts[slot as usize].sqrt().sqrt(), slot));
        }
        worth.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        worth.truncate(most);
        let mut slots: Vec<u16> = worth.into_iter().map(|(_, slot)| slot).collect();
        slots.sort_unstable();
        slots
    }
}
