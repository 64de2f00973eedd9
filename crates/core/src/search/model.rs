//! The knowledge file, unpacked: which features count, and how much each speaks for each label.
//!
//! The file is made by `pack` and is already as dense as an arithmetic coder makes it. Layout: [`VERSION`], the number of labels, each
//! label's length and name (the last label is the one that means "nothing fits"), each label's bias, the number of features; then one coded
//! stream: the pairs of letters that occur in the language, the features as gaps between slots, the weights, and [`END`].

use super::normalize::ZERO;

pub const VERSION: u8 = 1;
/// The most labels that the file can hold, and the longest name of one, in bytes: a byte counts them.
pub const MAX_LABELS: usize = u8::MAX as usize;
/// Stands at the end of the stream, so that a cut or foreign file is refused instead of giving odd answers.
pub const END: u32 = 0xb2_5c_e7;
pub const END_BITS: u32 = 24;
/// A feature's slot is so many high bits of its hash.
pub const SLOT_BITS: u32 = 16;
/// Pairs are of letters and the gap.
pub const LETTERS: usize = ZERO as usize;
/// Gaps between slots are written as a quotient, one bit for each, and so many low bits.
pub const LOW_BITS: u32 = 4;
/// Weights run from minus to plus this.
pub const MOST: i8 = 7;
/// One step of a bias.
pub const BIAS_UNIT: f32 = 1.0 / 256.0;

/// What the knowledge file says.
pub struct Model {
    pub labels: Vec<Box<str>>,
    pub biases: Vec<f32>,
    /// For each first letter, a bit for each second letter that may follow it.
    pub pairs: [u64; LETTERS],
    /// For each slot the number of its row of weights, 0 where the slot is free.
    rows: Vec<u16>,
    weights: Vec<i8>,
}

impl Model {
    /// Unpacks a knowledge file; `None` where it is not one.
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
        let mut chances = Chances::new(count);
        let mut pairs = [0; LETTERS];
        for row in &mut pairs {
            for second in 0..LETTERS {
                *row |= u64::from(stream.bit(&mut chances.pair)) << second;
            }
        }
        let mut rows = vec![0; 1 << SLOT_BITS];
        let mut weights = vec![0; (features + 1) * count];
        let mut slot = 0;
        for row in 1..=features {
            let mut gap = 0;
            while stream.bit(&mut chances.quotient) {
                gap += 1 << LOW_BITS;
                if gap > rows.len() {
                    return None;
                }
            }
            slot += gap + stream.number(LOW_BITS) as usize;
            *rows.get_mut(slot)? = row as u16;
            slot += 1;
            let mut busy = 0;
            for (label, weight) in weights[row * count..][..count].iter_mut().enumerate() {
                let [some, [minus, ..]] = &mut chances.labels[label];
                if !stream.bit(&mut some[busy]) {
                    continue;
                }
                busy = (busy + 1).min(BUSY - 1);
                let minus = stream.bit(minus);
                *weight = 1;
                while *weight < MOST && stream.bit(&mut chances.more[*weight as usize]) {
                    *weight += 1;
                }
                if minus {
                    *weight = -*weight;
                }
            }
        }
        (stream.number(END_BITS) == END).then_some(Model { labels, biases, pairs, rows, weights })
    }

    /// The weights of a feature for each label; empty where it says nothing.
    pub fn weights(&self, feature: u32) -> &[i8] {
        let count = self.labels.len();
        match self.rows[(feature >> (32 - SLOT_BITS)) as usize] as usize {
            0 => &[],
            row => &self.weights[row * count..][..count],
        }
    }
}

/// How many labels a row already speaks for, at most, when the next one is decoded.
pub const BUSY: usize = 3;

/// How likely a 1 is in one place of the stream, learned on the way by both ends alike.
#[derive(Clone, Copy)]
pub struct Chance {
    one: u16,
    seen: u16,
}

/// The places of the stream.
pub struct Chances {
    pub pair: Chance,
    pub quotient: Chance,
    /// For each label: is there a weight (by how busy the row is), and is it negative (the first of them).
    pub labels: Vec<[[Chance; BUSY]; 2]>,
    /// Is the weight greater than this.
    pub more: [Chance; MOST as usize],
}

impl Chances {
    pub fn new(labels: usize) -> Chances {
        let even = Chance { one: 1 << 15, seen: 0 };
        Chances { pair: even, quotient: even, labels: vec![[[even; BUSY]; 2]; labels], more: [even; MOST as usize] }
    }
}

impl Chance {
    /// The part of a range that a 1 takes.
    pub fn split(self, range: u32) -> u32 {
        (range >> 16) * u32::from(self.one)
    }

    /// Learns from a bit: at first in large steps, later in small ones.
    pub fn learn(&mut self, bit: bool) {
        let step = i32::from(self.seen) + 2;
        let aim = if bit { 0xffff } else { 0 };
        let one = i32::from(self.one) + (aim - i32::from(self.one)) / step;
        self.one = one.clamp(64, 0xffff - 64) as u16;
        self.seen = (self.seen + 1).min(250);
    }
}

/// The reading end of a binary arithmetic coder; past the end of the file it reads zeros.
struct Decoder<I> {
    bytes: I,
    range: u32,
    code: u32,
}

impl<I: Iterator<Item = u8>> Decoder<I> {
    fn new(bytes: I) -> Self {
        let mut decoder = Decoder { bytes, range: u32::MAX, code: 0 };
        for _ in 0..4 {
            decoder.shift();
        }
        decoder
    }

    fn shift(&mut self) {
        self.code = self.code << 8 | u32::from(self.bytes.next().unwrap_or(0));
    }

    fn bit(&mut self, chance: &mut Chance) -> bool {
        let split = chance.split(self.range);
        let bit = self.code < split;
        chance.learn(bit);
        self.narrow(bit, split)
    }

    fn narrow(&mut self, bit: bool, split: u32) -> bool {
        if bit {
            self.range = split;
        } else {
            self.code = self.code.wrapping_sub(split);
            self.range -= split;
        }
        while self.range < 1 << 24 {
            self.range <<= 8;
            self.shift();
        }
        bit
    }

    /// A number of so many bits, each as likely to be 1 as 0.
    fn number(&mut self, bits: u32) -> u32 {
        (0..bits).fold(0, |number, _| {
            let split = self.range >> 1;
            number << 1 | u32::from(self.narrow(self.code < split, split))
        })
    }
}
