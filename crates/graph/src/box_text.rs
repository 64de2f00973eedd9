//! What a box shows of a text: all of a usual one, the beginning of a very long one, so that no box is larger than a sheet.

use std::borrow::Cow;

use crate::text_measure;

/// The width of the part of a text that is shown, in font sizes: about 120 letters. The longest titles of real guides have less than a
/// hundred.
const MAX_WIDTH: f64 = 75.0;

/// A word that is wider than this, in font sizes, is broken.
const MAX_WORD: f64 = 15.0;

/// A text as a box shows it; borrowed if that is all of it, as it is written.
pub fn box_text(text: &str) -> Cow<'_, str> {
    let mut width = 0.0;
    let end = text.char_indices().find(|(_, c)| {
        width += text_measure::letter_width(*c);
        width > MAX_WIDTH
    });
    let shown = end.map_or(Cow::Borrowed(text), |(end, _)| Cow::Owned(beginning(&text[..end])));
    if text_measure::longest_word(&shown, 1.0) <= MAX_WORD { shown } else { Cow::Owned(with_broken_words(&shown)) }
}

/// The whole words of a text that is cut off here, and an ellipsis.
fn beginning(text: &str) -> String {
    // A word that is half of the text is cut itself.
    let end = text.rfind(' ').filter(|end| 2 * end > text.len()).unwrap_or(text.len());
    text[..end].trim_end_matches(|c: char| !c.is_alphanumeric()).to_owned() + "…"
}

/// A text with a space wherever a word would become too wide.
fn with_broken_words(text: &str) -> String {
    let mut broken = String::new();
    let mut width = 0.0;
    for c in text.chars() {
        let advance = text_measure::letter_width(c);
        if c == ' ' || c == text_measure::NO_BREAK {
            width = 0.0;
        } else if width + advance > MAX_WORD {
            broken.push(' ');
            width = advance;
        } else {
            width += advance;
        }
        broken.push(c);
    }
    broken
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_usual_text_is_shown_as_it_is() {
        let text = "Нет доступа к\u{a0}почте аккаунта или она на gmail.com";
        assert!(matches!(box_text(text), Cow::Borrowed(shown) if shown == text));
    }

    #[test]
    fn a_very_long_text_is_cut_after_a_word() {
        let shown = box_text(&"заявление, ".repeat(200)).into_owned();
        assert!((90..140).contains(&shown.chars().count()), "{shown}");
        assert!(shown.ends_with("заявление…"), "{shown}");
    }

    #[test]
    fn a_very_long_word_is_cut_and_broken() {
        let shown = box_text(&"щ".repeat(2000)).into_owned();
        assert!((70..90).contains(&shown.chars().count()) && shown.ends_with('…'), "{shown}");
        assert!(text_measure::longest_word(&shown, 1.0) <= MAX_WORD, "{shown}");
        let after_others = box_text(&("а б ".to_owned() + &"щ".repeat(40))).into_owned();
        assert!(after_others.starts_with("а б щщ") && !after_others.ends_with('…'), "{after_others}");
    }
}
