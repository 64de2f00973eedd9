//! What the guide says nothing about.

use guide_core::guide::NotCovered;

use super::rich_texts::plain;
use crate::markup::PlainText;
use crate::toml_reader::Reader;

/// Reads one `[[not_covered]]`.
pub fn not_covered(mut reader: Reader) -> NotCovered {
    let (topic, ask) = (reader.text("topic"), reader.maybe_text("ask"));
    let not_covered = NotCovered {
        topic: plain(&reader, topic, PlainText::Name),
        ask: ask.map(|ask| plain(&reader, ask, PlainText::Name)),
    };
    reader.finish();
    not_covered
}
