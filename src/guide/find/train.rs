//! Learning: from phrases to the knowledge file.
//!
//! Logistic regression over hashed features, three times: with all features; with only those that turned out to matter; and with weights
//! rounded to the few steps that the file can hold. Every number is made by additions, multiplications, divisions and square roots in one
//! order, so any machine makes the same file. The tool runs this unoptimised, hence the plain loops in [`Learner`].

use super::features;
use super::model::{LETTERS, MOST, SLOT_BITS};
use super::normalize::{self, GAP};
use super::pack::{Table, pack};
use super::phrases::Phrases;
use super::{exp, read, scale};

/// Each phrase is seen with so many fillings of its holes, some misspelt.
pub const FILLINGS: usize = 6;
/// So many of a hundred fillings are misspelt.
const MISSPELT: usize = 35;
/// How many features the file may hold: the most that fits in its budget of bytes.
const FEATURES: usize = 3500;
/// In learning, so many of a hundred known features are overlooked at random: the rest must do, as with words never seen before.
const OVERLOOKED: usize = 40;
/// How far a step's score must be beaten before the answer is that nothing fits: a parent sent away is worse than a useless suggestion.
const DOUBT: f32 = 0.7;
/// Weights are rounded towards zero by this much more than evenly: zeros cost least, and the others make up for it.
const WHISPER: f32 = 0.3;
/// How fast weights follow.
const RATE: f32 = 0.3;

/// Learns the phrases and writes the knowledge file.
pub fn train(phrases: &Phrases) -> Vec<u8> {
    let all: Vec<usize> = (0..phrases.phrases.len()).collect();
    train_on(phrases, &all)
}

/// Learns only the phrases with these numbers; the others are for testing.
pub fn train_on(phrases: &Phrases, numbers: &[usize]) -> Vec<u8> {
    let pairs = pairs(phrases);
    let mut examples = Examples::make(phrases, numbers, &pairs);
    let labels = phrases.labels.len();

    let mut learner = Learner::new(labels, 1 << SLOT_BITS, &examples);
    learner.learn(&examples, PASSES[0], Rounding::None);
    let kept = learner.foremost(&examples);
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
    pack(&Table {
        labels: &phrases.labels,
        biases: &biases,
        pairs: &pairs,
        rows: &rows,
    })
}

/// How often the phrases are gone through each time.
const PASSES: [usize; 3] = [8, 8, 4];

/// The pairs of letters that the phrases have more than once.
pub fn pairs(phrases: &Phrases) -> [u64; LETTERS] {
    let mut once = [0; LETTERS];
    let mut twice = [0; LETTERS];
    let mut random = Random(1);
    for phrase in &phrases.phrases {
        let mut before = GAP;
        for code in normalize::typed(&phrase.fill(|choices| random.below(choices)))
            .into_iter()
            .chain([GAP])
        {
            // A Latin letter is in no pair at all.
            let code = if (code as usize) < LETTERS || normalize::latin(code) {
                code
            } else {
                GAP
            };
            if !normalize::latin(code) && !normalize::latin(before) {
                let bit = 1 << code;
                twice[before as usize] |= once[before as usize] & bit;
                once[before as usize] |= bit;
            }
            before = code;
        }
    }
    twice
}

/// Numbers that look random and are the same each time.
struct Random(u64);

impl Random {
    fn next(&mut self) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((self.0 ^ self.0 >> 22) >> 24) as u32 as usize
    }

    fn below(&mut self, end: usize) -> usize {
        self.next() % end
    }
}

/// Misspells a sounded text here and there: a letter lost, doubled, changed or swapped, a gap lost or gained.
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

/// Phrases as lists of slots, each phrase in all its fillings one after the other.
#[derive(Default)]
struct Examples {
    labels: Vec<usize>,
    /// Where each list ends in `slots`; it starts where the one before it ends.
    ends: Vec<usize>,
    slots: Vec<u16>,
    /// How many features each had before some were dropped.
    totals: Vec<usize>,
}

impl Examples {
    fn make(phrases: &Phrases, numbers: &[usize], pairs: &[u64; LETTERS]) -> Examples {
        let mut examples = Examples::default();
        let mut random = Random(7);
        for &number in numbers {
            let phrase = &phrases.phrases[number];
            for filling in 0..FILLINGS {
                let mut text = read(&phrase.fill(|choices| random.below(choices)), pairs);
                if filling > 0 && random.below(100) < MISSPELT {
                    misspell(&mut text, &mut random);
                }
                let before = examples.slots.len();
                features::each(&text, |feature| {
                    examples.slots.push((feature >> (32 - SLOT_BITS)) as u16)
                });
                examples.labels.push(phrase.label);
                examples.ends.push(examples.slots.len());
                examples.totals.push(examples.slots.len() - before);
            }
        }
        examples
    }

    fn slots(&self, example: usize) -> &[u16] {
        let start = if example == 0 {
            0
        } else {
            self.ends[example - 1]
        };
        &self.slots[start..self.ends[example]]
    }

    /// Drops all slots but these, and names those by their place among them.
    fn keep(&mut self, kept: &[u16]) {
        let mut places = vec![u16::MAX; 1 << SLOT_BITS];
        for (place, &slot) in kept.iter().enumerate() {
            places[slot as usize] = place as u16;
        }
        let (mut slots, mut start) = (Vec::new(), 0);
        for end in &mut self.ends {
            slots.extend(
                self.slots[start..*end]
                    .iter()
                    .map(|&slot| places[slot as usize])
                    .filter(|&place| place != u16::MAX),
            );
            start = *end;
            *end = slots.len();
        }
        self.slots = slots;
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Rounding {
    None,
    /// Answers are given with rounded weights while the exact ones go on learning.
    Steps,
}

/// Logistic regression with steps that shrink for weights that have moved much (AdaGrad).
struct Learner {
    labels: usize,
    biases: Vec<f32>,
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
    fn new(labels: usize, rows: usize, examples: &Examples) -> Learner {
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

    fn learn(&mut self, examples: &Examples, passes: usize, rounding: Rounding) {
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
                let scale = scale(examples.totals[example]) * 100.0 / (100 - OVERLOOKED) as f32;
                self.see(&rows, scale, examples.labels[example], rounding);
            }
        }
    }

    /// Moves the weights towards answering `right` for these rows.
    fn see(&mut self, rows: &[usize], scale: f32, right: usize, rounding: Rounding) {
        let spoken = if rounding == Rounding::Steps {
            &self.spoken
        } else {
            &self.weights
        };
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
        let odds: Vec<f32> = scores.iter().map(|score| exp(score - best)).collect();
        let all: f32 = odds.iter().sum();
        for label in 0..self.labels {
            let miss =
                (odds[label] / all - if label == right { 1.0 } else { 0.0 }) * self.shares[right];
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
    fn rounded(&self, row: usize) -> Vec<i8> {
        let row = &self.weights[row * self.labels..][..self.labels];
        let mut sorted = row.to_vec();
        sorted.sort_by(f32::total_cmp);
        let middle = sorted[self.labels / 2];
        let most = f32::from(MOST);
        row.iter()
            .map(|weight| {
                let weight = weight - middle;
                (weight - weight.clamp(-WHISPER, WHISPER))
                    .round()
                    .clamp(-most, most) as i8
            })
            .collect()
    }

    fn speak(&mut self, row: usize) {
        for (label, weight) in self.rounded(row).into_iter().enumerate() {
            self.spoken[row * self.labels + label] = f32::from(weight);
        }
    }

    /// The slots that matter most, in ascending order: those that tell labels apart, and often.
    fn foremost(&self, examples: &Examples) -> Vec<u16> {
        let mut counts = vec![0f32; 1 << SLOT_BITS];
        for &slot in &examples.slots {
            counts[slot as usize] += 1.0;
        }
        let mut worth: Vec<(f32, u16)> = Vec::new();
        for slot in 0..=u16::MAX {
            let row = &self.weights[slot as usize * self.labels..][..self.labels];
            let mean = row.iter().sum::<f32>() / self.labels as f32;
            let spread: f32 = row
                .iter()
                .map(|weight| (weight - mean) * (weight - mean))
                .sum();
            worth.push((spread.sqrt() * counts[slot as usize].sqrt().sqrt(), slot));
        }
        worth.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        worth.truncate(FEATURES);
        let mut slots: Vec<u16> = worth.into_iter().map(|(_, slot)| slot).collect();
        slots.sort_unstable();
        slots
    }
}
