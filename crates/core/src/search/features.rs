//! What of a text counts: pieces of words, whole words, and words side by side, each as a 32-bit hash.

use super::normalize::GAP;

/// The longest query that is looked at, in words.
pub const MAX_WORDS: usize = 90;

/// Calls `see` with the hash of each feature of a sounded text; a feature that occurs twice is seen twice.
pub fn each(text: &[u8], mut see: impl FnMut(u32)) {
    let mut heads = [0u32; 2];
    for word in text.split(|&letter| letter == GAP).filter(|word| !word.is_empty()).take(MAX_WORDS) {
        // Pieces, with a gap at either end: they survive a typo elsewhere in the word, and any ending.
        let bound = |at: usize| {
            if at == 0 || at > word.len() { GAP } else { word[at - 1] }
        };
        let end = word.len() + 2;
        for start in 0..end {
            let mut hash = PIECE;
            for at in start..end.min(start + LONGEST) {
                hash = mix(hash, bound(at));
                if at - start + 1 >= SHORTEST {
                    see(finish(hash));
                }
            }
        }
        // Neighbours and neighbours but one, by the heads of the words: «не помню», «пароль от почты».
        let head = word[..word.len().min(HEAD)].iter().fold(PAIR, |hash, &letter| mix(hash, letter));
        for (gap, &earlier) in heads.iter().enumerate() {
            if earlier != 0 {
                see(finish(mix(earlier.wrapping_mul(31) ^ head, gap as u8)));
            }
        }
        heads = [head, heads[0]];
    }
}

/// Pieces are of these lengths, gaps included.
const SHORTEST: usize = 3;
const LONGEST: usize = 6;
/// A word beside another counts by so many first letters.
const HEAD: usize = 4;
/// Where hashes start, so that a piece and a pair never look alike.
const PIECE: u32 = 0x811c_9dc5;
const PAIR: u32 = 0x3c6e_f372;

fn mix(hash: u32, letter: u8) -> u32 {
    (hash ^ u32::from(letter)).wrapping_mul(0x0100_0193)
}

/// Spreads the hash over the high bits, which is where the model looks.
fn finish(hash: u32) -> u32 {
    let hash = (hash ^ (hash >> 15)).wrapping_mul(0x2c1b_3c6d);
    (hash ^ (hash >> 13)).wrapping_mul(0x9e37_79b9)
}
