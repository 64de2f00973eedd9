//! The readings of a query in Russian letters: Latin letters are transliteration, or Russian typed on the wrong keyboard layout.

use super::model::{Bigrams, LETTERS};
use super::normalize::{GAP, KEY_BE, KEY_E, KEY_YU, KEY_ZHE, ZERO, is_latin, letter_codes, phonetic, typed_codes};

/// The Russian letter on each Latin key, a to z.
const LAYOUT: [u8; 26] = letter_codes("фисвуапршолдьтщзйкыегмцчня");
/// The keys that have punctuation in English and a Russian letter.
const PUNCTUATION_KEYS: [u8; 7] = [b'[', b']', b'`', KEY_ZHE, KEY_E, KEY_BE, KEY_YU];
/// The Russian letter on each of [`PUNCTUATION_KEYS`].
const PUNCTUATION_LAYOUT: [u8; 7] = letter_codes("хъёжэбю");
/// The transliteration of each Latin letter by itself, a to z.
const SINGLE: [u8; 26] = letter_codes("абцдефгхийклмнопкрстуввхыз");
/// Groups of Latin letters that stand for one Russian letter, the longest first.
const GROUPS: [&[u8]; 16] =
    [b"shch", b"sch", b"sh", b"zh", b"kh", b"ch", b"ts", b"yu", b"ju", b"iu", b"ya", b"ja", b"yo", b"jo", b"ye", b"je"];
/// The transliteration of each of [`GROUPS`].
const GROUP_LETTERS: [u8; 16] = letter_codes("щщшжхчцюююяяёёее");
/// The transliteration of the digits 4 and 6 within a word.
const DIGIT_LETTERS: [u8; 2] = letter_codes("чш");
const SHORT_I: u8 = letter_codes::<1>("й")[0];

/// The phonetic codes of a query, in that reading which looks more like Russian.
pub fn phonetic_reading(query: &str, bigrams: &Bigrams) -> Vec<u8> {
    let typed = typed_codes(query);
    let mut reading = transliterated(&typed);
    if typed.iter().any(|&code| is_latin(code)) {
        let switched = with_russian_layout(&typed);
        if unknown_bigrams(&switched, bigrams) < unknown_bigrams(&reading, bigrams) {
            reading = switched;
        }
    }
    phonetic(&reading)
}

/// The number of bigrams in a reading that the language does not have.
fn unknown_bigrams(reading: &[u8], bigrams: &Bigrams) -> usize {
    let letter = |code: u8| if (code as usize) < LETTERS { code } else { GAP };
    let mut before = GAP;
    let mut unknown = 0;
    for code in reading.iter().copied().chain([GAP]).map(letter) {
        unknown += usize::from(bigrams[before as usize] >> code & 1 == 0);
        before = code;
    }
    unknown
}

/// The reading with Latin letters as transliteration; Cyrillic stays as it is.
fn transliterated(typed: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(typed.len());
    let mut at = 0;
    while at < typed.len() {
        let here = typed[at];
        let before = if at > 0 { typed[at - 1] } else { GAP };
        let after = typed.get(at + 1).copied().unwrap_or(GAP);
        let in_word = is_latin(before) || is_latin(after);
        let mut taken = 1;
        out.push(if is_latin(here) {
            if let Some(group) = GROUPS.iter().position(|group| typed[at..].starts_with(group)) {
                taken = GROUPS[group].len();
                GROUP_LETTERS[group]
            } else if here == b'y' && matches!(before, b'a' | b'e' | b'i' | b'o' | b'u' | b'y') {
                SHORT_I
            } else {
                SINGLE[(here - b'a') as usize]
            }
        } else if here == ZERO + 4 && in_word {
            DIGIT_LETTERS[0]
        } else if here == ZERO + 6 && in_word {
            DIGIT_LETTERS[1]
        } else if here < ZERO + 10 {
            here
        } else {
            GAP
        });
        at += taken;
    }
    out
}

/// The reading as if the Russian layout had been on.
fn with_russian_layout(typed: &[u8]) -> Vec<u8> {
    let letter = |&key: &u8| {
        if is_latin(key) {
            LAYOUT[(key - b'a') as usize]
        } else if let Some(at) = PUNCTUATION_KEYS.iter().position(|&other| other == key) {
            PUNCTUATION_LAYOUT[at]
        } else {
            key
        }
    };
    typed.iter().map(letter).collect()
}
