//! Pseudo-random numbers that are the same on every machine.

/// A linear congruential generator. The same seed gives the same numbers, so the same phrases give the same search model.
pub struct Random(u64);

impl Random {
    /// A generator that starts from this seed.
    pub fn new(seed: u64) -> Random {
        Random(seed)
    }

    /// The next number from 0 to `end - 1`; panics where `end` is 0.
    pub fn below(&mut self, end: usize) -> usize {
        self.next() % end
    }

    /// Brings the items into a random order.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for at in (1..items.len()).rev() {
            let other = self.below(at + 1);
            items.swap(at, other);
        }
    }

    fn next(&mut self) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 ^ self.0 >> 22) >> 24) as u32 as usize
    }
}
