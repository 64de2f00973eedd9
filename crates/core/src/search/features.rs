//! The features of a text: n-grams of its words, and pairs of words that stand near each other, each as a 32-bit hash.

use super::normalize::GAP;

/// The longest query that is looked at, in words.
pub const MAX_WORDS: usize = 90;

/// The lengths of n-grams, with the gap at either end of a word counted as a letter.
const MIN_NGRAM: usize = 3;
const MAX_NGRAM: usize = 6;
/// In a pair of words each counts by so many of its first letters.
const PREFIX: usize = 4;
/// The initial values of the hashes, which keep n-grams and pairs of words apart.
const NGRAM_SEED: u32 = 0x811c_9dc5;
const PAIR_SEED: u32 = 0x3c6e_f372;

/// Calls `visit` with the hash of each feature of a text in phonetic letters; with that of a feature that occurs twice, twice.
pub fn for_each_feature(text: &[u8], mut visit: impl FnMut(u32)) {
    let mut prefixes = [0u32; 2];
    for word in text.split(|&letter| letter == GAP).filter(|word| !word.is_empty()).take(MAX_WORDS) {
        // N-grams survive a typo elsewhere in the word, and any ending.
        let letter = |at: usize| {
            if at == 0 || at > word.len() { GAP } else { word[at - 1] }
        };
        let end = word.len() + 2;
        for start in 0..end {
            let mut hash = NGRAM_SEED;
            for at in start..end.min(start + MAX_NGRAM) {
                hash = mix(hash, letter(at));
                if at - start + 1 >= MIN_NGRAM {
                    visit(finish(hash));
                }
            }
        }
        // Pairs of neighbours, and of words with one word between: «не помню», «пароль от почты».
        let prefix = word[..word.len().min(PREFIX)].iter().fold(PAIR_SEED, |hash, &letter| mix(hash, letter));
        for (between, &earlier) in prefixes.iter().enumerate() {
            if earlier != 0 {
                visit(finish(mix(earlier.wrapping_mul(31) ^ prefix, between as u8)));
            }
        }
        prefixes = [prefix, prefixes[0]];
    }
}

/// Adds a letter to a hash (FNV-1a).
fn mix(hash: u32, letter: u8) -> u32 {
    (hash ^ u32::from(letter)).wrapping_mul(0x0100_0193)
}

/// Spreads a hash over its high bits, which the model uses.
fn finish(hash: u32) -> u32 {
    let hash = (hash ^ (hash >> 15)).wrapping_mul(0x2c1b_3c6d);
    (hash ^ (hash >> 13)).wrapping_mul(0x9e37_79b9)
}
