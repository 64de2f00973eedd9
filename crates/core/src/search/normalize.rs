//! From a typed text to letter codes, and from those to phonetic ones.
//!
//! The program on the phone must stay small, so only two alphabets are known here, without the tables of Unicode: a letter of any
//! other script counts as a space.

/// The longest query that is looked at, in characters; the rest of a longer one is ignored.
pub const MAX_CHARS: usize = 600;

/// The code between two words.
pub const GAP: u8 = 0;
/// The code of `ё`. The other Cyrillic letters have 1 (`а`) to 32 (`я`).
pub const YO: u8 = 33;
/// The code of the digit 0; the others follow.
pub const ZERO: u8 = 34;
/// The number of codes, without those of Latin letters and keys.
pub const CODES: usize = 44;

/// The code of a character: that of a Cyrillic letter or a digit, that of a Latin letter or of a key (from 64 up, see [`is_latin`]), or
/// a gap; `None` where the character is invisible.
///
/// Accents and zero-width marks are dropped, since phones may paste them into the middle of a word.
fn code(c: char) -> Option<u8> {
    Some(match c {
        'а'..='я' => (c as u32 - 'а' as u32) as u8 + 1,
        'А'..='Я' => (c as u32 - 'А' as u32) as u8 + 1,
        'ё' | 'Ё' => YO,
        '0'..='9' => c as u8 - b'0' + ZERO,
        'a'..='z' => c as u8,
        'A'..='Z' => c as u8 + 32,
        // Keys with Russian letters, with and without Shift.
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

/// The key of `ж`. The codes of these keys are above ASCII, so that they differ from letter codes.
pub const KEY_ZHE: u8 = 128;
/// The key of `э`.
pub const KEY_E: u8 = 129;
/// The key of `б`.
pub const KEY_BE: u8 = 130;
/// The key of `ю`.
pub const KEY_YU: u8 = 131;

/// Whether a code is that of a Latin letter.
pub fn is_latin(code: u8) -> bool {
    code.is_ascii_lowercase()
}

/// The codes of the first [`MAX_CHARS`] characters of a text.
pub fn typed_codes(text: &str) -> Vec<u8> {
    text.chars().take(MAX_CHARS).filter_map(code).collect()
}

/// The phonetic code of a letter; `None` for the soft and the hard sign.
///
/// Unstressed vowels, `й`, `щ` and the soft sign are what people misspell and what transliteration loses, so words are compared without
/// these differences.
fn phonetic_code(letter: u8) -> Option<u8> {
    const TABLE: [u8; 34] = phonetic_table();
    match letter {
        27 | 29 => None, // ъ, ь
        0..=33 => Some(TABLE[letter as usize]),
        _ => Some(letter),
    }
}

/// The phonetic code of each letter; most have their own.
const fn phonetic_table() -> [u8; 34] {
    let mut table = [0; 34];
    let mut letter = 0;
    while letter < 34 {
        table[letter] = letter as u8;
        letter += 1;
    }
    let from = letter_codes::<7>("оийыэёщ");
    let to = letter_codes::<7>("аеееееш");
    let mut at = 0;
    while at < from.len() {
        table[from[at] as usize] = to[at];
        at += 1;
    }
    table
}

/// The codes of a text of small Cyrillic letters, each of which has two bytes in UTF-8.
pub const fn letter_codes<const N: usize>(text: &str) -> [u8; N] {
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

/// A text of letter codes as it is written.
pub fn written(letters: &[u8]) -> String {
    let character = |&code: &u8| match code {
        GAP => ' ',
        YO => 'ё',
        1..YO => char::from_u32('а' as u32 + u32::from(code) - 1).unwrap_or(' '),
        digit => char::from(digit.wrapping_sub(ZERO).wrapping_add(b'0')),
    };
    letters.iter().map(character).collect()
}

/// A reading in phonetic codes: doubled letters and gaps become single, digits stay as they are.
pub fn phonetic(reading: &[u8]) -> Vec<u8> {
    let mut out = vec![GAP];
    for &letter in reading {
        if let Some(code) = phonetic_code(letter)
            && (out.last() != Some(&code) || code >= ZERO)
        {
            out.push(code);
        }
    }
    if out.last() != Some(&GAP) {
        out.push(GAP);
    }
    out
}
