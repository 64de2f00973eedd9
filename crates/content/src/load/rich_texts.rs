//! Texts with marks, and texts that are shown as they are.

use guide_core::rich_text::RichText;
use guide_core::text::Text;

use crate::limits::{LONGEST_LINE, LONGEST_TEXT};
use crate::markup::{self, PlainText};
use crate::message;
use crate::toml_reader::Reader;

/// Parses a text with paragraphs, lists and links.
pub fn rich(reader: &Reader, text: Text) -> RichText {
    if is_too_long(reader, &text) {
        return RichText::paragraph(text);
    }
    markup::refuse_bullets(&text, reader.source(), &mut |at, what, instead| reader.error(at, what, instead));
    parsed(reader, text)
}

/// Parses somebody else's words, whose signs stay as they are.
pub fn verbatim(reader: &Reader, text: Text) -> RichText {
    if is_too_long(reader, &text) { RichText::paragraph(text) } else { parsed(reader, text) }
}

fn parsed(reader: &Reader, text: Text) -> RichText {
    markup::parse(text, reader.source(), &mut |at, what, instead| reader.error(at, what, instead))
}

/// A text that is shown as it is: marks in it are refused.
pub fn plain(reader: &Reader, text: Text, which: PlainText) -> Text {
    let length = text.chars().count();
    if length > LONGEST_LINE {
        reader.error(
            text.at.clone(),
            message!(
                name = which.word();
                "у {name} не бывает больше {LONGEST_LINE} знаков, а здесь {length}",
                "{name} has at most {LONGEST_LINE} characters, and this one has {length}"
            ),
            message!(
                "Сократите; подробностям место в тексте шага (ключи lead и do).",
                "Make it shorter; details belong in the step's text (the keys lead and do)."
            ),
        );
    }
    markup::refuse_marks(&text, which, reader.source(), &mut |at, what, instead| reader.error(at, what, instead));
    text
}

/// Reports a text that is too long to be parsed.
fn is_too_long(reader: &Reader, text: &Text) -> bool {
    let length = text.chars().count();
    if length > LONGEST_TEXT {
        reader.error(
            text.at.clone(),
            message!(
                "у текста не бывает больше {LONGEST_TEXT} знаков, а здесь {length}",
                "a text has at most {LONGEST_TEXT} characters, and this one has {length}"
            ),
            message!(
                "Разделите его на несколько шагов или положите рядом файлом: [порядок](poryadok.pdf)",
                "Divide it into several steps, or put it beside as a file: [rules](rules.pdf)"
            ),
        );
    }
    length > LONGEST_TEXT
}
