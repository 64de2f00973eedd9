//! The bigrams of the language: which letter follows which.
//!
//! The search tells by them whether Latin letters are transliteration or Russian on the wrong keyboard layout.

use guide_core::search::model::{Bigrams, LETTERS};
use guide_core::search::normalize::{GAP, is_latin, typed_codes};

use super::phrases::Phrases;
use super::random::Random;

/// The bigrams that the phrases have more than once: for each first letter, a bit for each second letter that follows it.
pub fn bigrams(phrases: &Phrases) -> Bigrams {
    let mut once = [0; LETTERS];
    let mut twice = [0; LETTERS];
    let mut random = Random::new(1);
    for phrase in &phrases.phrases {
        let mut before = GAP;
        for code in typed_codes(&phrase.fill(|choices| random.below(choices))).into_iter().chain([GAP]) {
            // A Latin letter is in no bigram.
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
