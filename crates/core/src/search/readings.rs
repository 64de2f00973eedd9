//! What a query may mean letter by letter: Latin letters are either transliteration or Russian typed with the wrong layout switched on.

use super::normalize::{GAP, KEY_BE, KEY_E, KEY_YU, KEY_ZHE, ZERO, latin, letters};

/// The Russian letter on each Latin key, a to z.
const LAYOUT: [u8; 26] = letters("фисвуапршолдьтщзйкыегмцчня");
/// The Russian letters on the keys that carry punctuation in English, in the order of `KEYS`.
const LAYOUT_SIGNS: [u8; 7] = letters("хъёжэбю");
const KEYS: [u8; 7] = [b'[', b']', b'`', KEY_ZHE, KEY_E, KEY_BE, KEY_YU];
/// The Russian letter that each Latin letter stands for on its own, a to z.
const ALONE: [u8; 26] = letters("абцдефгхийклмнопкрстуввхыз");
/// Latin letters that make one Russian letter together, the longest first.
const TOGETHER: [&[u8]; 16] =
    [b"shch", b"sch", b"sh", b"zh", b"kh", b"ch", b"ts", b"yu", b"ju", b"iu", b"ya", b"ja", b"yo", b"jo", b"ye", b"je"];
const TOGETHER_AS: [u8; 16] = letters("щщшжхчцюююяяёёее");
const DIGITS: [u8; 2] = letters("чш");
const SHORT_I: u8 = letters::<1>("й")[0];

/// The query with Latin letters taken for transliteration; Cyrillic stays as it is.
pub fn transliterated(typed: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(typed.len());
    let mut at = 0;
    while at < typed.len() {
        let here = typed[at];
        let before = if at > 0 { typed[at - 1] } else { GAP };
        let after = typed.get(at + 1).copied().unwrap_or(GAP);
        let beside = latin(before) || latin(after);
        let mut taken = 1;
        out.push(if latin(here) {
            if let Some(group) = TOGETHER.iter().position(|group| typed[at..].starts_with(group)) {
                taken = TOGETHER[group].len();
                TOGETHER_AS[group]
            } else if here == b'y' && matches!(before, b'a' | b'e' | b'i' | b'o' | b'u' | b'y') {
                SHORT_I
            } else {
                ALONE[(here - b'a') as usize]
            }
        } else if here == ZERO + 4 && beside {
            DIGITS[0]
        } else if here == ZERO + 6 && beside {
            DIGITS[1]
        } else if here < ZERO + 10 {
            here
        } else {
            GAP
        });
        at += taken;
    }
    out
}

/// The query as it would read had the Russian layout been on.
pub fn switched(typed: &[u8]) -> Vec<u8> {
    let letter = |&key: &u8| {
        if latin(key) {
            LAYOUT[(key - b'a') as usize]
        } else if let Some(sign) = KEYS.iter().position(|&sign| sign == key) {
            LAYOUT_SIGNS[sign]
        } else {
            key
        }
    };
    typed.iter().map(letter).collect()
}
