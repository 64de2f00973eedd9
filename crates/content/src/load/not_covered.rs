//! What the guide says nothing about.

use guide_core::guide::NotCovered;

use super::rich_texts::plain;
use crate::toml_reader::Reader;

/// Reads one `[[not_covered]]`.
pub fn not_covered(mut reader: Reader) -> NotCovered {
    let (topic, ask) = (reader.text("topic"), reader.maybe_text("ask"));
    let not_covered = NotCovered {
        topic: plain(&reader, topic, "названия"),
        ask: ask.map(|ask| plain(&reader, ask, "названия")),
    };
    reader.finish();
    not_covered
}
