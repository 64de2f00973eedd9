//! The decoder of a binary arithmetic coder, whose encoder is in `guide_content::training`.

use super::bit_model::BitModel;

/// Decodes bits from bytes; past the end it reads zeros.
pub struct Decoder<I> {
    bytes: I,
    range: u32,
    code: u32,
}

impl<I: Iterator<Item = u8>> Decoder<I> {
    /// A decoder that starts at the first of these bytes.
    pub fn new(bytes: I) -> Self {
        let mut decoder = Decoder { bytes, range: u32::MAX, code: 0 };
        for _ in 0..4 {
            decoder.shift();
        }
        decoder
    }

    /// The next bit, coded with this model, which learns from it.
    pub fn bit(&mut self, model: &mut BitModel) -> bool {
        let split = model.split(self.range);
        let bit = self.code < split;
        model.learn(bit);
        self.narrow(bit, split)
    }

    /// A number of so many bits, each as likely to be 1 as 0.
    pub fn number(&mut self, bits: u32) -> u32 {
        (0..bits).fold(0, |number, _| {
            let split = self.range >> 1;
            number << 1 | u32::from(self.narrow(self.code < split, split))
        })
    }

    fn shift(&mut self) {
        self.code = self.code << 8 | u32::from(self.bytes.next().unwrap_or(0));
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
}
