//! The search model, unpacked from its file: the labels, and for each bucket of features a weight for each label.
//!
//! The file is made by `guide_content::training`. Layout, numbers in little-endian order:
//!
//! 1. [`VERSION`], the number of labels, a `u16`, each label's length and name (the last label means that nothing fits);
//! 2. for each label its bias, an `f32`; then the unit of weights, an `f32`;
//! 3. the bigrams of the language, [`BIGRAM_BYTES`] for each first letter;
//! 4. the number of weights that are not 0, a `u32`, and the number of low bits of a gap, a byte;
//! 5. those weights as bits, bucket after bucket: how many zeros stand before (a Rice code), whether it is negative, and its size
//!    (as many 1 bits as it exceeds 1 by, then a 0, which the greatest size does without);
//! 6. the [`checksum`] of all bytes before, a `u32`.

use super::features::mix;
use super::normalize::ZERO;

/// The first byte of the file.
pub const VERSION: u8 = 3;
/// The most labels that a guide may have: with so many, the weights take 8 MB of a phone's memory.
pub const MAX_LABELS: usize = 500;
/// The longest name of a label, in bytes, as a byte counts them.
pub const MAX_LABEL_LENGTH: usize = u8::MAX as usize;
/// A feature's bucket is so many high bits of its hash.
pub const BUCKET_BITS: u32 = 14;
/// The number of buckets.
pub const BUCKETS: usize = 1 << BUCKET_BITS;
/// Weights are integers from minus to plus this.
pub const MAX_WEIGHT: i8 = 7;
/// Bigrams are of codes below this: the gap between words and the letters.
pub const LETTERS: usize = ZERO as usize;
/// A bit for each second letter.
pub const BIGRAM_BYTES: usize = LETTERS.div_ceil(8);
/// A gap has fewer low bits than this.
pub const MAX_LOW_BITS: u8 = 16;

/// The pairs of neighbouring letters that occur in the language: for each first letter, a bit for each second letter.
pub type Bigrams = [u64; LETTERS];

/// A search model.
pub struct Model {
    /// The ids of the steps; the last one means that nothing fits.
    pub labels: Vec<Box<str>>,
    /// The bias of each label.
    pub biases: Vec<f32>,
    /// What a weight of 1 is worth.
    pub unit: f32,
    /// The bigrams of the language.
    pub bigrams: Bigrams,
    /// Bucket by bucket, a weight for each label.
    weights: Vec<i8>,
}

impl Model {
    /// Unpacks a search model file; `None` where it is damaged or not one.
    pub fn unpack(file: &[u8]) -> Option<Model> {
        let (mut rest, sum) = file.split_last_chunk()?;
        if u32::from_le_bytes(*sum) != checksum(rest) {
            return None;
        }
        let rest = &mut rest;
        let [version] = take(rest)?;
        let count = usize::from(u16::from_le_bytes(take(rest)?));
        if version != VERSION || !(2..=MAX_LABELS).contains(&count) {
            return None;
        }
        let mut labels = Vec::new();
        for _ in 0..count {
            let [length] = take(rest)?;
            let (name, after) = rest.split_at_checked(length.into())?;
            *rest = after;
            labels.push(core::str::from_utf8(name).ok()?.into());
        }
        let mut biases = Vec::new();
        for _ in 0..count {
            biases.push(f32::from_le_bytes(take(rest)?));
        }
        let unit = f32::from_le_bytes(take(rest)?);
        let mut bigrams = [0; LETTERS];
        for row in &mut bigrams {
            let bytes: [u8; BIGRAM_BYTES] = take(rest)?;
            *row = bytes.iter().rev().fold(0, |row, &byte| row << 8 | u64::from(byte));
        }
        let nonzero = u32::from_le_bytes(take(rest)?);
        let [low_bits] = take(rest)?;
        if nonzero == 0 || low_bits >= MAX_LOW_BITS {
            return None;
        }

        let mut bits = rest.iter().flat_map(|byte| (0..8).map(move |at| byte >> at & 1 == 1));
        let mut weights = vec![0; BUCKETS * count];
        let mut at = 0;
        for _ in 0..nonzero {
            while bits.next()? {
                at += 1 << low_bits;
            }
            for bit in 0..low_bits {
                at += usize::from(bits.next()?) << bit;
            }
            let negative = bits.next()?;
            let mut size = 1;
            while size < MAX_WEIGHT && bits.next()? {
                size += 1;
            }
            *weights.get_mut(at)? = if negative { -size } else { size };
            at += 1;
        }
        Some(Model { labels, biases, unit, bigrams, weights })
    }

    /// The weights of a feature for each label.
    pub fn weights(&self, feature: u32) -> &[i8] {
        let count = self.labels.len();
        &self.weights[(feature >> (32 - BUCKET_BITS)) as usize * count..][..count]
    }
}

/// Takes the first bytes.
fn take<const N: usize>(rest: &mut &[u8]) -> Option<[u8; N]> {
    let (first, after) = rest.split_first_chunk()?;
    *rest = after;
    Some(*first)
}

/// A sum by which a damaged or truncated file is known.
pub fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |sum, &byte| mix(sum, byte))
}
