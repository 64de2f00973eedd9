//! Writes the search model file, which [`guide_core::search::model`] reads: there is its layout.

use guide_core::search::model::{BIGRAM_BYTES, Bigrams, MAX_LOW_BITS, MAX_WEIGHT, VERSION, checksum};

/// What training has found, ready to be written.
pub struct Table<'a> {
    /// The ids of the steps; the last label means that nothing fits.
    pub labels: &'a [String],
    /// The bias of each label.
    pub biases: &'a [f32],
    /// What a weight of 1 is worth.
    pub unit: f32,
    /// For each first letter, a bit for each second letter that may follow it.
    pub bigrams: &'a Bigrams,
    /// Bucket by bucket, a weight for each label.
    pub weights: &'a [i8],
}

/// The bytes of the search model file.
pub fn pack(table: &Table) -> Vec<u8> {
    let mut bytes = vec![VERSION];
    bytes.extend((table.labels.len() as u16).to_le_bytes());
    for label in table.labels {
        bytes.push(label.len() as u8);
        bytes.extend(label.bytes());
    }
    for number in table.biases.iter().chain([&table.unit]) {
        bytes.extend(number.to_le_bytes());
    }
    for row in table.bigrams {
        bytes.extend(&row.to_le_bytes()[..BIGRAM_BYTES]);
    }
    let gaps = gaps(table.weights);
    let low_bits = best_low_bits(&gaps);
    bytes.extend((gaps.len() as u32).to_le_bytes());
    bytes.push(low_bits);

    let mut bits = BitWriter { bytes, used: 8 };
    for (gap, weight) in gaps {
        for _ in 0..gap >> low_bits {
            bits.push(true);
        }
        bits.push(false);
        for bit in 0..low_bits {
            bits.push(gap >> bit & 1 == 1);
        }
        bits.push(weight < 0);
        let size = weight.abs();
        for _ in 1..size {
            bits.push(true);
        }
        if size < MAX_WEIGHT {
            bits.push(false);
        }
    }
    let mut bytes = bits.bytes;
    bytes.extend(checksum(&bytes).to_le_bytes());
    bytes
}

/// The weights that are not 0, each with the number of zeros before it.
fn gaps(weights: &[i8]) -> Vec<(usize, i8)> {
    let mut gaps = Vec::new();
    let mut zeros = 0;
    for &weight in weights {
        if weight == 0 {
            zeros += 1;
        } else {
            gaps.push((zeros, weight));
            zeros = 0;
        }
    }
    gaps
}

/// The number of low bits with which the gaps take the fewest bits.
fn best_low_bits(gaps: &[(usize, i8)]) -> u8 {
    let length =
        |low_bits: &u8| gaps.iter().map(|(gap, _)| (gap >> low_bits) + 1 + usize::from(*low_bits)).sum::<usize>();
    (0..MAX_LOW_BITS).min_by_key(length).unwrap_or(0)
}

/// Appends bits to bytes, the lowest bit of a byte first.
struct BitWriter {
    bytes: Vec<u8>,
    /// How many bits of the last byte are used.
    used: u8,
}

impl BitWriter {
    fn push(&mut self, bit: bool) {
        if self.used == 8 {
            self.bytes.push(0);
            self.used = 0;
        }
        if let Some(last) = self.bytes.last_mut() {
            *last |= u8::from(bit) << self.used;
        }
        self.used += 1;
    }
}
