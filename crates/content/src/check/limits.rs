//! Checks of how large a guide is: what the map, paper and a phone can bear.

use guide_core::guide::{Choice, Guide, Step};
use guide_core::text::Text;

use crate::diagnostics::{Diagnostics, GUIDE};
use crate::limits::{MOST_ANSWERS, MOST_ANSWERS_OF_STEP, MOST_STEPS};
use crate::message;

/// Reports a guide of too many steps or answers, and returns whether it is one. Steps with too many answers are reported too.
pub fn is_too_large(guide: &Guide, diagnostics: &Diagnostics) -> bool {
    let steps = guide.steps.len();
    let options = || guide.steps.iter().flat_map(|step| &step.options);
    let answers = options().count();
    if steps > MOST_STEPS {
        diagnostics.error(
            GUIDE,
            last(guide.steps.iter().map(|step: &Step| &step.id)),
            message!(
                "в справочнике не бывает больше {MOST_STEPS} шагов, а здесь {steps}",
                "a guide has at most {MOST_STEPS} steps, and this one has {steps}"
            ),
            message!(
                "Объедините похожие советы или разделите справочник на несколько и свяжите их ссылками.",
                "Join pieces of advice that are alike, or divide the guide into several and link them to each other."
            ),
        );
    } else if answers > MOST_ANSWERS {
        diagnostics.error(
            GUIDE,
            last(options().map(|option: &Choice| &option.id)),
            message!(
                "в справочнике не бывает больше {MOST_ANSWERS} ответов, а здесь {answers}",
                "a guide has at most {MOST_ANSWERS} answers, and this one has {answers}"
            ),
            message!(
                "Объедините похожие ответы или разделите справочник на несколько и свяжите их ссылками.",
                "Join answers that are alike, or divide the guide into several and link them to each other."
            ),
        );
    }
    for step in guide.steps.iter().filter(|step| step.options.len() > MOST_ANSWERS_OF_STEP) {
        diagnostics.error(
            GUIDE,
            step.id.at.clone(),
            message!(
                "у шага «{}» не бывает больше {MOST_ANSWERS_OF_STEP} ответов, а здесь {}",
                "the step “{}” can have at most {MOST_ANSWERS_OF_STEP} answers, but it has {}",
                step.id,
                step.options.len()
            ),
            message!(
                "Разделите вопрос на два: сначала спросите о теме, потом — о случае.",
                "Divide the question in two: ask about the subject first, then about the case."
            ),
        );
    }
    steps > MOST_STEPS || answers > MOST_ANSWERS
}

/// The place of the text that stands last in the file.
fn last<'t>(texts: impl Iterator<Item = &'t Text>) -> std::ops::Range<usize> {
    texts.map(|text| text.at.clone()).max_by_key(|at| at.start).unwrap_or_default()
}
