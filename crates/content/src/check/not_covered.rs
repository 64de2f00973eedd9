//! Checks of the list of what the guide says nothing about: it has a step to stand on, and each topic stands there once.

use std::collections::BTreeSet;

use guide_core::guide::Guide;
use guide_core::text::Text;

use crate::diagnostics::{Diagnostics, GUIDE};
use crate::message;

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
            message!(
                "этот список негде показать: нет шага «ничего не подошло»",
                "there is nowhere to show this list: there is no step for those whom nothing fits"
            ),
            message!(
                "Допишите в начало файла id такого шага, например: fallback = \"none\" — или удалите разделы [[not_covered]].",
                "Add the id of such a step at the beginning of the file, for example: fallback = \"none\" — or delete the sections [[not_covered]]."
            ),
        );
    }
    let mut said = BTreeSet::new();
    for topic in topics {
        if !said.insert(folded(topic)) {
            diagnostics.error(
                GUIDE,
                topic.at.clone(),
                message!("«{topic}»: об этом в списке уже сказано", "“{topic}”: the list has said this already"),
                message!(
                    "Удалите этот раздел [[not_covered]], а если спрашивать можно и у других, допишите их в ask через запятую: ask = \"школа, детский сад\"",
                    "Delete this section [[not_covered]]; if others can be asked too, add them to ask after a comma: ask = \"school, kindergarten\""
                ),
            );
        }
    }
}

/// A topic as people compare them: whatever its capitals and its spaces.
fn folded(topic: &str) -> String {
    topic.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
