//! What learning looks at: each phrase in several fillings, some misspelt, as lists of features.

use guide_core::search::features::for_each_feature;
use guide_core::search::model::{Bigrams, LETTERS, SLOT_BITS};
use guide_core::search::normalize::{GAP, is_latin, typed_codes};
use guide_core::search::readings::phonetic_reading;

use super::phrases::Phrases;

/// Each phrase is seen with so many fillings of its holes, some misspelt.
pub const FILLINGS: usize = 6;
/// So many of a hundred fillings are misspelt.
const MISSPELT: usize = 35;

/// Phrases as lists of slots, each phrase in all its fillings one after the other.
#[derive(Default)]
pub struct Examples {
    pub labels: Vec<usize>,
    /// Where each list ends in `slots`; it starts where the one before it ends.
    ends: Vec<usize>,
    pub slots: Vec<u16>,
    /// How many features each had before some were dropped.
    pub totals: Vec<usize>,
}

impl Examples {
    pub fn make(phrases: &Phrases, numbers: &[usize], bigrams: &Bigrams) -> Examples {
        let mut examples = Examples::default();
        let mut random = Random(7);
        for &number in numbers {
            let phrase = &phrases.phrases[number];
            for filling in 0..FILLINGS {
                let mut text = phonetic_reading(&phrase.fill(|choices| random.below(choices)), bigrams);
                if filling > 0 && random.below(100) < MISSPELT {
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

    pub fn slots(&self, example: usize) -> &[u16] {
        let start = if example == 0 { 0 } else { self.ends[example - 1] };
        &self.slots[start..self.ends[example]]
    }

    /// Drops all slots but these, and names those by their place among them.
    pub fn keep(&mut self, kept: &[u16]) {
        let mut places = vec![u16::MAX; 1 << SLOT_BITS];
        for (place, &slot) in kept.iter().enumerate() {
            places[slot as usize] = place as u16;
        }
        let (mut slots, mut start) = (Vec::new(), 0);
        for end in &mut self.ends {
            slots.extend(
                self.slots[start..*end].iter().map(|&slot| places[slot as usize]).filter(|&place| place != u16::MAX),
            );
            start = *end;
            *end = slots.len();
        }
        self.slots = slots;
    }
}

/// The bigrams that the phrases have more than once.
pub fn bigrams(phrases: &Phrases) -> Bigrams {
    let mut once = [0; LETTERS];
    let mut twice = [0; LETTERS];
    let mut random = Random(1);
    for phrase in &phrases.phrases {
        let mut before = GAP;
        for code in typed_codes(&phrase.fill(|choices| random.below(choices))).into_iter().chain([GAP]) {
            // No bigram has a Latin letter.
            let code = if (code as usize) < LETTERS || is_latin(code) { code } else { GAP };
            if !is_latin(code) && !is_latin(before) {
                let bit = 1 << code;
                twice[before as usize] |= once[before as usize] & bit;
                once[before as usize] |= bit;
            }
            before = code;
        }
    }
    twice
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

/// Numbers that look random and are the same each time.
pub struct Random(pub u64);

impl Random {
    fn next(&mut self) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 ^ self.0 >> 22) >> 24) as u32 as usize
    }

    pub fn below(&mut self, end: usize) -> usize {
        self.next() % end
    }
}
