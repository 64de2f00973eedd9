//! Writes the search model file, which [`guide_core::search::model`] reads: there is its layout.

use guide_core::search::bit_model::{BitModel, BitModels, MAX_WEIGHT, NONZERO_CONTEXTS};
use guide_core::search::model::{BIAS_UNIT, Bigrams, END_MARK, END_MARK_BITS, GAP_LOW_BITS, LETTERS, VERSION};

/// What training has found, ready to be written.
pub struct Table<'a> {
    /// The ids of the steps; the last label means that nothing fits.
    pub labels: &'a [String],
    /// The bias of each label.
    pub biases: &'a [f32],
    /// For each first letter, a bit for each second letter that may follow it.
    pub bigrams: &'a Bigrams,
    /// Slots in ascending order, each with a weight for every label.
    pub rows: &'a [(u16, Vec<i8>)],
}

/// The bytes of the search model file.
pub fn pack(table: &Table) -> Vec<u8> {
    let mut bytes = vec![VERSION, table.labels.len() as u8];
    for label in table.labels {
        bytes.push(label.len() as u8);
        bytes.extend(label.bytes());
    }
    for bias in table.biases {
        bytes.extend(((bias / BIAS_UNIT) as i16).to_le_bytes());
    }
    bytes.extend((table.rows.len() as u16).to_le_bytes());

    let mut stream = Encoder { bytes, low: 0, range: u32::MAX, held: 0, waiting: 0 };
    let mut models = BitModels::new(table.labels.len());
    for row in table.bigrams {
        for second in 0..LETTERS {
            stream.bit(&mut models.bigram, row >> second & 1 == 1);
        }
    }
    let mut next = 0;
    for (slot, weights) in table.rows {
        let gap = u32::from(*slot) - next;
        next = u32::from(*slot) + 1;
        for _ in 0..gap >> GAP_LOW_BITS {
            stream.bit(&mut models.gap_quotient, true);
        }
        stream.bit(&mut models.gap_quotient, false);
        stream.number(gap & ((1 << GAP_LOW_BITS) - 1), GAP_LOW_BITS);
        let mut nonzero = 0;
        for (label, &weight) in weights.iter().enumerate() {
            let label = &mut models.labels[label];
            stream.bit(&mut label.nonzero[nonzero], weight != 0);
            if weight == 0 {
                continue;
            }
            nonzero = (nonzero + 1).min(NONZERO_CONTEXTS - 1);
            stream.bit(&mut label.negative, weight < 0);
            let size = weight.abs().min(MAX_WEIGHT);
            for step in 1..size {
                stream.bit(&mut models.greater[step as usize], true);
            }
            if size < MAX_WEIGHT {
                stream.bit(&mut models.greater[size as usize], false);
            }
        }
    }
    stream.number(END_MARK, END_MARK_BITS);
    stream.finish()
}

/// The writing end of the binary arithmetic coder.
struct Encoder {
    bytes: Vec<u8>,
    /// The lower end of the range, with the carry in bit 32.
    low: u64,
    range: u32,
    /// The last byte but for those of 0xff after it: a carry may still run back through them and add one to it.
    held: u8,
    /// How many bytes wait for the next carry: the held one and those of 0xff after it; 0 before the first.
    waiting: u32,
}

impl Encoder {
    /// Writes a bit by the model of its place, and lets that learn.
    fn bit(&mut self, model: &mut BitModel, bit: bool) {
        let split = model.split(self.range);
        model.learn(bit);
        self.narrow(bit, split);
    }

    /// Writes the low bits of a number, each as likely to be 1 as 0.
    fn number(&mut self, number: u32, bits: u32) {
        for at in (0..bits).rev() {
            self.narrow(number >> at & 1 == 1, self.range >> 1);
        }
    }

    fn narrow(&mut self, bit: bool, split: u32) {
        if bit {
            self.range = split;
        } else {
            self.low += u64::from(split);
            self.range -= split;
        }
        while self.range < 1 << 24 {
            self.range <<= 8;
            self.shift();
        }
    }

    fn shift(&mut self) {
        let carry = (self.low >> 32) as u8;
        let top = (self.low >> 24) as u8;
        if carry == 1 || top != 0xff || self.waiting == 0 {
            for at in 0..self.waiting {
                let byte = if at == 0 { self.held } else { 0xff };
                self.bytes.push(byte.wrapping_add(carry));
            }
            self.held = top;
            self.waiting = 0;
        }
        self.waiting += 1;
        self.low = self.low << 8 & 0xffff_ffff;
    }

    fn finish(mut self) -> Vec<u8> {
        for _ in 0..5 {
            self.shift();
        }
        // Past the end the reader reads zeros.
        while self.bytes.last() == Some(&0) {
            self.bytes.pop();
        }
        self.bytes
    }
}
