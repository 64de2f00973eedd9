//! A linear support vector machine that tells the phrases of one label from all others.
//!
//! Squared hinge loss, by dual coordinate descent: C.-J. Hsieh, K.-W. Chang, C.-J. Lin, S. S. Keerthi, S. Sundararajan, “A Dual Coordinate
//! Descent Method for Large-scale Linear SVM”, 2008, algorithms 1 and 3. Only + − × ÷ in one order, so every machine gets the
//! same weights.

use guide_core::search::model::BUCKETS;

use super::examples::Examples;
use super::random::Random;

/// What an error costs against the length of the weights (`C`).
const COST: f32 = 1.0;
/// The examples are gone through so many times at most.
const MAX_PASSES: usize = 30;
/// The descent ends with a pass in which no example's gradient is greater.
const TOLERANCE: f32 = 0.05;
/// An example that is on its right side by this much more than it need be is not looked at again.
const CLEAR: f32 = 0.3;

/// All labels together look at so many pairs of a label and an example at most, in each pass. Where there are more, each label learns from
/// its own examples and from every second or third of the others, or fewer: else training would take as long as the square of the phrases.
const MOST_PAIRS: usize = 3_000_000;

/// What separates one label from all others.
pub struct Separator {
    /// A weight for each bucket.
    pub weights: Vec<f32>,
    /// What is added for every text.
    pub bias: f32,
}

impl Separator {
    /// Learns to tell the examples of this label from those of all others; there are that many `labels`.
    pub fn learn(examples: &Examples, label: usize, labels: usize) -> Separator {
        let count = examples.labels.len();
        let mut separator = Separator { weights: vec![0.0; BUCKETS], bias: 0.0 };
        let mut duals = vec![0f32; count];
        let of_label = |example: &usize| examples.labels[*example] == label;
        let every = (labels * count).div_ceil(MOST_PAIRS).max(1);
        let is_learned = |example: &usize| of_label(example) || example % every == label % every;
        let mut active: Vec<usize> = (0..count).filter(is_learned).collect();
        let mut random = Random::new(42);
        for _ in 0..MAX_PASSES {
            random.shuffle(&mut active);
            let mut steepest = 0f32;
            active.retain(|&example| {
                let side = if of_label(&example) { 1.0 } else { -1.0 };
                let dual = duals[example];
                let softness = 0.5 / (COST * examples.shares[example]);
                let (buckets, values) = examples.vector(example);
                let gradient = side * separator.score(buckets, values) - 1.0 + softness * dual;
                if dual == 0.0 && gradient >= 0.0 {
                    return gradient <= CLEAR;
                }
                steepest = steepest.max(gradient.abs());
                // The bias is the weight of a coordinate that is 1 in every example.
                let next = (dual - gradient / (examples.squares[example] + 1.0 + softness)).max(0.0);
                duals[example] = next;
                separator.add(buckets, values, (next - dual) * side);
                true
            });
            if steepest < TOLERANCE {
                break;
            }
        }
        separator
    }

    fn score(&self, buckets: &[u16], values: &[f32]) -> f32 {
        let mut score = self.bias;
        for (&bucket, value) in buckets.iter().zip(values) {
            score += self.weights[usize::from(bucket)] * value;
        }
        score
    }

    fn add(&mut self, buckets: &[u16], values: &[f32], times: f32) {
        self.bias += times;
        for (&bucket, value) in buckets.iter().zip(values) {
            self.weights[usize::from(bucket)] += value * times;
        }
    }
}
