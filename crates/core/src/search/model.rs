//! The search model, unpacked from its file: the labels, the features that count, and the weight of each for each label.
//!
//! The file is made by `guide_content::training` and is so dense that compressing it gains nothing. Layout: [`VERSION`], the number of
//! labels, each label's length and name (the last label means that nothing fits), each label's bias, the number of features; then one
//! arithmetically coded stream: the bigrams of the language, the features as gaps between slots with their weights, and [`END_MARK`].

use super::arithmetic_decoder::Decoder;
use super::bit_model::{BitModels, MAX_WEIGHT, NONZERO_CONTEXTS};
use super::normalize::ZERO;

/// The first byte of the file.
pub const VERSION: u8 = 1;
/// The most labels that the file can hold, and the longest name of one, in bytes: a byte counts them.
pub const MAX_LABELS: usize = u8::MAX as usize;
/// Ends the stream, so that a truncated or foreign file is refused.
pub const END_MARK: u32 = 0xb2_5c_e7;
/// The length of [`END_MARK`].
pub const END_MARK_BITS: u32 = 24;
/// A feature's slot is so many high bits of its hash.
pub const SLOT_BITS: u32 = 16;
/// Bigrams are of codes below this: the gap between words and the letters.
pub const LETTERS: usize = ZERO as usize;
/// A gap between slots is written as a quotient in unary and so many low bits.
pub const GAP_LOW_BITS: u32 = 4;
/// The unit of a bias in the file.
pub const BIAS_UNIT: f32 = 1.0 / 256.0;

/// The pairs of neighbouring letters that occur in the language: for each first letter, a bit for each second letter.
pub type Bigrams = [u64; LETTERS];

/// A search model.
pub struct Model {
    /// The ids of the steps; the last one means that nothing fits.
    pub labels: Vec<Box<str>>,
    /// The bias of each label.
    pub biases: Vec<f32>,
    /// The bigrams of the language.
    pub bigrams: Bigrams,
    /// For each slot the number of its row of weights, 0 where it has none.
    rows: Vec<u16>,
    /// Row by row, a weight for each label. Row 0 is not used.
    weights: Vec<i8>,
}

impl Model {
    /// Unpacks a search model file; `None` where it is not one.
    pub fn unpack(bytes: &[u8]) -> Option<Model> {
        let mut rest = bytes.iter().copied();
        if rest.next()? != VERSION {
            return None;
        }
        let count = rest.next()? as usize;
        let mut labels = Vec::new();
        for _ in 0..count {
            let length = rest.next()? as usize;
            let name: Vec<u8> = rest.by_ref().take(length).collect();
            labels.push(core::str::from_utf8(&name).ok()?.into());
        }
        let mut word = || Some(u16::from_le_bytes([rest.next()?, rest.next()?]));
        let mut biases = Vec::new();
        for _ in 0..count {
            biases.push(f32::from(word()? as i16) * BIAS_UNIT);
        }
        let features = word()? as usize;
        if count < 2 || features == 0 {
            return None;
        }

        let mut stream = Decoder::new(rest);
        let mut models = BitModels::new(count);
        let mut bigrams = [0; LETTERS];
        for row in &mut bigrams {
            for second in 0..LETTERS {
                *row |= u64::from(stream.bit(&mut models.bigram)) << second;
            }
        }
        let mut rows = vec![0; 1 << SLOT_BITS];
        let mut weights = vec![0; (features + 1) * count];
        let mut slot = 0;
        for row in 1..=features {
            let mut gap = 0;
            while stream.bit(&mut models.gap_quotient) {
                gap += 1 << GAP_LOW_BITS;
                if gap > rows.len() {
                    return None;
                }
            }
            slot += gap + stream.number(GAP_LOW_BITS) as usize;
            *rows.get_mut(slot)? = row as u16;
            slot += 1;
            let mut nonzero = 0;
            for (label, weight) in weights[row * count..][..count].iter_mut().enumerate() {
                let label = &mut models.labels[label];
                if !stream.bit(&mut label.nonzero[nonzero]) {
                    continue;
                }
                nonzero = (nonzero + 1).min(NONZERO_CONTEXTS - 1);
                let negative = stream.bit(&mut label.negative);
                *weight = 1;
                while *weight < MAX_WEIGHT && stream.bit(&mut models.greater[*weight as usize]) {
                    *weight += 1;
                }
                if negative {
                    *weight = -*weight;
                }
            }
        }
        (stream.number(END_MARK_BITS) == END_MARK).then_some(Model { labels, biases, bigrams, rows, weights })
    }

    /// The weights of a feature for each label; empty where the model does not know it.
    pub fn weights(&self, feature: u32) -> &[i8] {
        let count = self.labels.len();
        match self.rows[(feature >> (32 - SLOT_BITS)) as usize] as usize {
            0 => &[],
            row => &self.weights[row * count..][..count],
        }
    }
}
