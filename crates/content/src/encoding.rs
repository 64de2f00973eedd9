//! From the bytes of a content file to its text. Files must be UTF-8; a file in another encoding is named as such.

use std::ops::Range;

use crate::message;
use crate::message::Message;

/// Why the bytes of a file are no text in UTF-8.
pub struct NotUtf8 {
    /// What can be shown of the file, so that its lines can be counted.
    pub shown: String,
    /// The first bytes of `shown` that are wrong.
    pub at: Range<usize>,
    /// A sentence that says what is wrong.
    pub what: Message,
    /// A sentence that says what to do.
    pub instead: Message,
}

/// The text of a file in UTF-8, without the byte order mark that Windows editors put before it.
pub fn decode(bytes: Vec<u8>) -> Result<String, Box<NotUtf8>> {
    if is_utf16(&bytes) {
        return Err(Box::new(NotUtf8 {
            shown: String::new(),
            at: 0..0,
            what: message!(
                "файл сохранён в кодировке UTF-16 («Юникод»), а нужна UTF-8",
                "the file is saved as UTF-16 (“Unicode”), but must be UTF-8"
            ),
            instead: save_as(),
        }));
    }
    let error = match String::from_utf8(bytes) {
        Ok(text) => return Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)),
        Err(error) => error,
    };
    // What comes before the first wrong byte stays as it is, so its index holds in the shown text too.
    let start = error.utf8_error().valid_up_to();
    let (what, instead) = if is_windows_1251(error.as_bytes()) {
        (
            message!(
                "файл сохранён в кодировке Windows-1251 (ANSI), а нужна UTF-8",
                "the file is saved as Windows-1251 (ANSI), but must be UTF-8"
            ),
            save_as(),
        )
    } else {
        let byte = error.as_bytes().get(start).copied().unwrap_or_default();
        (
            message!(
                "файл не в кодировке UTF-8: первый непонятный байт — {byte:02X}",
                "the file is not in UTF-8: the first byte that makes no sense is {byte:02X}"
            ),
            message!(
                save_as = save_as();
                "Наберите это место заново; если испорчен весь текст, откройте прежний файл. {save_as}",
                "Type this place again; if the whole text is spoilt, open an earlier copy of the file. {save_as}"
            ),
        )
    };
    let shown = String::from_utf8_lossy(error.as_bytes()).into_owned();
    let end = (start + char::REPLACEMENT_CHARACTER.len_utf8()).min(shown.len());
    Err(Box::new(NotUtf8 { shown, at: start..end, what, instead }))
}

/// How to save a file in UTF-8.
fn save_as() -> Message {
    message!(
        "Сохраните файл в UTF-8. В Блокноте: «Файл → Сохранить как…», внизу «Кодировка: UTF-8», «Сохранить».",
        "Save the file in UTF-8. In Notepad: “File → Save as…”, below “Encoding: UTF-8”, “Save”."
    )
}

/// Whether this is UTF-16: it begins with its byte order mark, or one byte in ten is the zero half of a Latin letter, space or newline.
fn is_utf16(bytes: &[u8]) -> bool {
    let zeros = bytes.iter().filter(|byte| **byte == 0).count();
    bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) || (zeros > 0 && zeros * 10 >= bytes.len())
}

/// Whether this looks like Russian text in Windows-1251: nearly all bytes beyond ASCII are its letters and marks, most of them small
/// letters. In UTF-8 every other byte would be no letter, and in KOI8-R most would be capitals.
fn is_windows_1251(bytes: &[u8]) -> bool {
    let count = |is: fn(&u8) -> bool| bytes.iter().filter(|byte| is(byte)).count();
    let all = count(|byte| *byte >= 0x80);
    let small = count(|byte| matches!(byte, 0xe0..=0xff | 0xb8));
    let capitals = count(|byte| matches!(byte, 0xc0..=0xdf | 0xa8));
    // «», the dash, the ellipsis, the number sign and the space that does not break.
    let marks = count(|byte| matches!(byte, 0xab | 0xbb | 0x96 | 0x97 | 0x85 | 0xb9 | 0xa0));
    (small + capitals + marks) * 10 >= all * 9 && small > capitals
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::in_english::assert_in_english;

    fn refused(bytes: &[u8]) -> NotUtf8 {
        let refused = decode(bytes.to_vec()).expect_err("it is not UTF-8");
        assert_in_english(&refused.what.ru, &refused.what.en, &[]);
        assert_in_english(&refused.instead.ru, &refused.instead.en, &[]);
        *refused
    }

    /// «name = "Школа № 5 — «Ёлка»"» in Windows-1251.
    const WINDOWS_1251: &[u8] =
        b"name = \"\xd8\xea\xee\xeb\xe0 \xb9 5 \x97 \xab\xa8\xeb\xea\xe0\xbb\"\nplace = \"\xc8\xe2\xe0\xed\xee\xe2\xee\"\n";

    #[test]
    fn utf8_is_read_with_and_without_its_mark() {
        assert_eq!(decode("Ёлка\r\n".into()).ok().as_deref(), Some("Ёлка\r\n"));
        assert_eq!(decode("\u{feff}Ёлка".into()).ok().as_deref(), Some("Ёлка"));
        assert_eq!(decode(Vec::new()).ok().as_deref(), Some(""));
    }

    #[test]
    fn windows_1251_is_named() {
        let refused = refused(WINDOWS_1251);
        assert!(refused.what.ru.contains("Windows-1251"), "{}", refused.what.ru);
        assert!(refused.instead.ru.contains("Кодировка: UTF-8"), "{}", refused.instead.ru);
        assert_eq!(refused.at, 8..11, "the first Russian letter");
        assert_eq!(refused.shown.lines().count(), 2, "its lines can be shown");
    }

    #[test]
    fn utf16_is_named_in_both_byte_orders_and_without_its_mark() {
        let text = "name = \"Школа\"\n";
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let marked = [&[0xff, 0xfe][..], &little].concat();
        for bytes in [&little, &big, &marked, &vec![0xff, 0xfe], &vec![0xfe, 0xff, 4]] {
            assert!(refused(bytes).what.ru.contains("UTF-16"), "{bytes:?}");
        }
    }

    #[test]
    fn another_wrong_byte_is_reported_at_its_place() {
        for (before, wrong) in [("name = \"Школа ", 0xd0), ("", 0x80), ("# Ёлка\nx", 0xff)] {
            let bytes = [before.as_bytes(), &[wrong], " № 5, улица Ленина, город Иваново\"".as_bytes()].concat();
            let refused = refused(&bytes);
            assert!(refused.what.ru.ends_with(&format!("{wrong:02X}")), "{}", refused.what.ru);
            assert_eq!(refused.at.start, before.len());
            assert!(refused.shown.is_char_boundary(refused.at.end), "{:?}", refused.at);
        }
    }
}
