//! From whatever was typed to small letter codes.
//!
//! The phone's copy must stay tiny, so case and letters go through this table of two alphabets and not through Unicode's: a letter of
//! any other script is as good as a space here.

/// The longest query that is looked at, in characters: a pasted novel must cost no more than a long sentence.
pub const MAX_CHARS: usize = 600;

/// Between two words.
pub const GAP: u8 = 0;
/// The codes of Cyrillic letters: `а` is 1 … `я` is 32, `ё` is 33.
pub const YO: u8 = 33;
/// The code of the digit 0; the others follow.
pub const ZERO: u8 = 34;
/// How many codes there are.
pub const CODES: usize = 44;

/// The code of a Cyrillic letter, a Latin letter or a key in ASCII (from 64 up, see [`latin`]), a gap, or `None` where the character is invisible.
///
/// Accents and zero-width marks vanish without breaking the word: phones paste them into the middle of one.
fn code(c: char) -> Option<u8> {
    Some(match c {
        'а'..='я' => (c as u32 - 'а' as u32) as u8 + 1,
        'А'..='Я' => (c as u32 - 'А' as u32) as u8 + 1,
        'ё' | 'Ё' => YO,
        '0'..='9' => c as u8 - b'0' + ZERO,
        'a'..='z' => c as u8,
        'A'..='Z' => c as u8 + 32,
        // Keys that carry Russian letters: with and without Shift they are one key.
        '[' | '{' => b'[',
        ']' | '}' => b']',
        '`' | '~' => b'`',
        ';' | ':' => KEY_ZHE,
        '\'' | '"' => KEY_E,
        ',' | '<' => KEY_BE,
        '.' | '>' => KEY_YU,
        '\u{ad}'
        | '\u{300}'..='\u{36f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{feff}' => {
            return None;
        }
        _ => GAP,
    })
}

/// Punctuation keys under Russian letters, moved above the ASCII letters so that they cannot be taken for letter codes.
pub const KEY_ZHE: u8 = 128;
pub const KEY_E: u8 = 129;
pub const KEY_BE: u8 = 130;
pub const KEY_YU: u8 = 131;

/// Whether a typed code is a Latin letter.
pub fn latin(code: u8) -> bool {
    code.is_ascii_lowercase()
}

/// The typed codes of a text, bounded in length.
pub fn typed(text: &str) -> Vec<u8> {
    text.chars().take(MAX_CHARS).filter_map(code).collect()
}

/// What a letter sounds like, or `None` for the silent signs.
///
/// Unstressed vowels, `й`, the hissing pair and the soft sign are what people misspell by ear and what transliteration loses, so words
/// are compared without them.
fn sound(letter: u8) -> Option<u8> {
    const SOUNDS: [u8; 34] = sounds();
    match letter {
        27 | 29 => None, // ъ, ь
        0..=33 => Some(SOUNDS[letter as usize]),
        _ => Some(letter),
    }
}

/// Each letter's sound; letters that are not listed sound like themselves.
const fn sounds() -> [u8; 34] {
    let mut table = [0; 34];
    let mut letter = 0;
    while letter < 34 {
        table[letter] = letter as u8;
        letter += 1;
    }
    let from = letters::<7>("оийыэёщ");
    let to = letters::<7>("аеееееш");
    let mut at = 0;
    while at < from.len() {
        table[from[at] as usize] = to[at];
        at += 1;
    }
    table
}

/// The codes of a text of small Cyrillic letters, each of which is two bytes of UTF-8.
pub const fn letters<const N: usize>(text: &str) -> [u8; N] {
    let bytes = text.as_bytes();
    assert!(bytes.len() == 2 * N);
    let mut codes = [0; N];
    let mut at = 0;
    while at < N {
        codes[at] = match (bytes[2 * at], bytes[2 * at + 1]) {
            (0xd0, low) => low - 0xb0 + 1,
            (_, 0x91) => YO,
            (_, low) => low - 0x80 + 17,
        };
        at += 1;
    }
    codes
}

/// A reading as it sounds: doubled letters and doubled gaps are single, digits stay as they are.
pub fn sounded(reading: &[u8]) -> Vec<u8> {
    let mut out = vec![GAP];
    for &letter in reading {
        if let Some(sound) = sound(letter)
            && (out.last() != Some(&sound) || sound >= ZERO)
        {
            out.push(sound);
        }
    }
    if out.last() != Some(&GAP) {
        out.push(GAP);
    }
    out
}
