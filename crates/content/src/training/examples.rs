//! Training examples: each phrase with several fillings, some of them misspelt, as lists of features.

use guide_core::search::features::for_each_feature;
use guide_core::search::model::{Bigrams, SLOT_BITS};
use guide_core::search::normalize::GAP;
use guide_core::search::readings::phonetic_reading;

use super::phrases::Phrases;
use super::random::Random;

/// The examples that each phrase gives, one for each filling of its placeholders.
pub const FILLINGS: usize = 6;
/// How many fillings of a hundred are misspelt; the first one of a phrase never is.
const MISSPELT_PERCENT: usize = 35;

/// Training examples, each a list of slots (a slot is the high bits of a feature's hash). The fillings of a phrase stand one after another.
#[derive(Default)]
pub struct Examples {
    /// The right answer to each example, as an index into [`Phrases::labels`].
    pub labels: Vec<usize>,
    /// The slots of all examples, list after list; after [`Examples::keep`], their positions among the slots kept.
    pub slots: Vec<u16>,
    /// The number of features of each example, with those that [`Examples::keep`] has dropped.
    pub totals: Vec<usize>,
    /// Where each list ends in `slots`; it starts where the one before it ends.
    ends: Vec<usize>,
}

impl Examples {
    /// The examples of the phrases with these indices. `bigrams` are those of the language.
    pub fn make(phrases: &Phrases, indices: &[usize], bigrams: &Bigrams) -> Examples {
        let mut examples = Examples::default();
        let mut random = Random::new(7);
        for &index in indices {
            let phrase = &phrases.phrases[index];
            for filling in 0..FILLINGS {
                let mut text = phonetic_reading(&phrase.fill(|choices| random.below(choices)), bigrams);
                if filling > 0 && random.below(100) < MISSPELT_PERCENT {
                    misspell(&mut text, &mut random);
                }
                let before = examples.slots.len();
                for_each_feature(&text, |feature| examples.slots.push((feature >> (32 - SLOT_BITS)) as u16));
                examples.labels.push(phrase.label);
                examples.ends.push(examples.slots.len());
                examples.totals.push(examples.slots.len() - before);
            }
        }
        examples
    }

    /// The slots of one example.
    pub fn slots(&self, example: usize) -> &[u16] {
        let start = if example == 0 { 0 } else { self.ends[example - 1] };
        &self.slots[start..self.ends[example]]
    }

    /// Drops all slots but these, and replaces each of them by its position among these.
    pub fn keep(&mut self, kept: &[u16]) {
        let mut positions = vec![u16::MAX; 1 << SLOT_BITS];
        for (position, &slot) in kept.iter().enumerate() {
            positions[slot as usize] = position as u16;
        }
        let (mut slots, mut start) = (Vec::new(), 0);
        for end in &mut self.ends {
            let list = self.slots[start..*end].iter();
            slots.extend(list.map(|&slot| positions[slot as usize]).filter(|&position| position != u16::MAX));
            start = *end;
            *end = slots.len();
        }
        self.slots = slots;
    }
}

/// Misspells a normalized text here and there: a letter lost, doubled, changed or swapped, a gap between words lost or added.
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
