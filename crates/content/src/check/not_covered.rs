//! Checks of the list of what the guide says nothing about: it has a step to stand on, and each topic stands there once.

use std::collections::BTreeSet;

use guide_core::guide::Guide;
use guide_core::text::Text;

use crate::diagnostics::{Diagnostics, GUIDE};

/// Reports a list without a step, and topics that come again.
pub fn not_covered(guide: &Guide, diagnostics: &Diagnostics) {
    // A topic without a text has been reported.
    let topics = guide.not_covered.iter().map(|not_covered| &not_covered.topic).filter(|topic| !topic.is_empty());
    let topics: Vec<&Text> = topics.collect();
    if guide.fallback.is_none()
        && let Some(first) = topics.first()
    {
        diagnostics.error(
            GUIDE,
            first.at.clone(),
            "этот список негде показать: нет шага «ничего не подошло»",
            "Допишите в начало файла id такого шага, например: fallback = \"none\" — или удалите разделы [[not_covered]].",
        );
    }
    let mut said = BTreeSet::new();
    for topic in topics {
        if !said.insert(folded(topic)) {
            diagnostics.error(
                GUIDE,
                topic.at.clone(),
                format!("«{topic}»: об этом в списке уже сказано"),
                "Удалите этот раздел [[not_covered]], а если спрашивать можно и у других, допишите их в ask через запятую: ask = \"школа, детский сад\"",
            );
        }
    }
}

/// A topic as people compare them: whatever its capitals and its spaces.
fn folded(topic: &str) -> String {
    topic.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
