//! The features of a text: its words, pieces of them, and pairs of words that stand near each other, each as a 32-bit hash.

use core::ops::Range;

use super::normalize::GAP;

/// The longest query that is looked at, in words.
pub const MAX_WORDS: usize = 90;

/// The lengths of pieces (n-grams), with the gap at either end of a word counted as a letter.
const MIN_PIECE: usize = 2;
const MAX_PIECE: usize = 5;
/// The initial values of the hashes, which keep pieces and words apart.
const PIECE_SEED: u32 = 0x811c_9dc5;
const WORD_SEED: u32 = 0x3c6e_f372;

/// Calls `visit` for each feature of a text in phonetic letters, with its hash and the range of the text that it stands in. For a feature
/// that occurs twice it is called twice.
pub fn for_each_feature(text: &[u8], mut visit: impl FnMut(u32, Range<usize>)) {
    // The start and the hash of the word before, and of the one before that; a hash of 0 means that there is none.
    let mut earlier = [(0, 0u32); 2];
    let mut at = 0;
    for word in text.split(|&letter| letter == GAP).take(MAX_WORDS + 2) {
        let (start, end) = (at, at + word.len());
        at = end + 1;
        if word.is_empty() {
            continue;
        }
        // Pieces survive a typo elsewhere in the word, and any ending.
        let (first, last) = (start.saturating_sub(1), text.len().min(end + 1));
        for from in first..last {
            let mut hash = PIECE_SEED;
            for (before, &letter) in text[from..last].iter().take(MAX_PIECE).enumerate() {
                hash = mix(hash, letter);
                if before + 1 >= MIN_PIECE {
                    visit(finish(hash), from..from + before + 1);
                }
            }
        }
        let whole = word.iter().fold(WORD_SEED, |hash, &letter| mix(hash, letter));
        visit(finish(whole), start..end);
        // Pairs of neighbours, and of words with one word between: «не помню», «пароль от почты».
        for (between, &(from, before)) in earlier.iter().enumerate() {
            if before != 0 {
                visit(finish(mix(before.wrapping_mul(31) ^ whole, between as u8)), from..end);
            }
        }
        earlier = [(start, whole), earlier[0]];
    }
}

/// Adds a letter to a hash (FNV-1a).
pub(super) fn mix(hash: u32, letter: u8) -> u32 {
    (hash ^ u32::from(letter)).wrapping_mul(0x0100_0193)
}

/// Spreads a hash over its high bits, which the model uses.
fn finish(hash: u32) -> u32 {
    let hash = (hash ^ (hash >> 15)).wrapping_mul(0x2c1b_3c6d);
    (hash ^ (hash >> 13)).wrapping_mul(0x9e37_79b9)
}
