//! Texts with marks, and texts that are shown as they are.

use guide_core::rich_text::RichText;
use guide_core::text::Text;

use crate::markup;
use crate::toml_reader::Reader;

/// Parses a text with paragraphs, lists and links.
pub fn rich(reader: &Reader, text: Text) -> RichText {
    markup::refuse_bullets(&text, reader.source(), &mut |at, what, instead| reader.error(at, what, instead));
    verbatim(reader, text)
}

/// Parses somebody else's words, whose signs stay as they are.
pub fn verbatim(reader: &Reader, text: Text) -> RichText {
    markup::parse(text, reader.source(), &mut |at, what, instead| reader.error(at, what, instead))
}

/// A text that is shown as it is: marks in it are refused. `name` says which text it is, in the genitive: «заголовка».
pub fn plain(reader: &Reader, text: Text, name: &str) -> Text {
    markup::refuse_marks(&text, name, reader.source(), &mut |at, what, instead| reader.error(at, what, instead));
    text
}
