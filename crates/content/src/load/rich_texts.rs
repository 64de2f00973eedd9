//! Texts with paragraphs, lists and links.

use guide_core::rich_text::RichText;
use guide_core::text::Text;

use crate::toml_reader::Reader;

/// Parses a text.
pub fn rich(_reader: &Reader, text: Text) -> RichText {
    RichText::paragraph(text)
}
