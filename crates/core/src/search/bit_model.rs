//! Adaptive probabilities of the bits in a search model file, for the arithmetic coder at both ends.

/// Weights are integers from minus to plus this.
pub const MAX_WEIGHT: i8 = 7;

/// The probability of a 1 at one kind of place in the stream. Encoder and decoder learn it alike from the bits before.
#[derive(Clone, Copy)]
pub struct BitModel {
    /// The probability, in 1/65536.
    one: u16,
    /// How many bits it was learned from, up to a limit.
    seen: u16,
}

impl BitModel {
    const EVEN: BitModel = BitModel { one: 1 << 15, seen: 0 };

    /// The part of a coder's range that a 1 takes.
    pub fn split(self, range: u32) -> u32 {
        (range >> 16) * u32::from(self.one)
    }

    /// Learns from a bit, in steps that get smaller.
    pub fn learn(&mut self, bit: bool) {
        let step = i32::from(self.seen) + 2;
        let aim = if bit { 0xffff } else { 0 };
        let one = i32::from(self.one) + (aim - i32::from(self.one)) / step;
        self.one = one.clamp(64, 0xffff - 64) as u16;
        self.seen = (self.seen + 1).min(250);
    }
}

/// The probability that a label has a weight depends on how many labels before it have one in the same row: none, one, or more.
pub const NONZERO_CONTEXTS: usize = 3;

/// The models of the bits of one label's weights.
#[derive(Clone, Copy)]
pub struct LabelModels {
    /// Whether the weight is not 0, by how many weights of the row before it are not.
    pub nonzero: [BitModel; NONZERO_CONTEXTS],
    /// Whether the weight is negative.
    pub negative: BitModel,
}

/// The models of all kinds of bits in the stream.
pub struct BitModels {
    /// Whether a bigram occurs.
    pub bigram: BitModel,
    /// Whether the quotient of a gap between slots goes on.
    pub gap_quotient: BitModel,
    /// For each label, those of its weights.
    pub labels: Vec<LabelModels>,
    /// Whether the size of a weight is greater than the index.
    pub greater: [BitModel; MAX_WEIGHT as usize],
}

impl BitModels {
    /// The models at the start of the stream.
    pub fn new(labels: usize) -> BitModels {
        let even = BitModel::EVEN;
        BitModels {
            bigram: even,
            gap_quotient: even,
            labels: vec![LabelModels { nonzero: [even; NONZERO_CONTEXTS], negative: even }; labels],
            greater: [even; MAX_WEIGHT as usize],
        }
    }
}
