//! The texts: every placeholder is one that something fills.

use crate::guide::fill::placeholders;
use crate::guide::load::{GUIDE, Log, allowed};
use crate::guide::model::{Body, Guide, Text};

/// What the guide's own texts may hold: filled from the hotline.
const FACTS: [&str; 2] = ["phone", "hours"];
/// What a message may hold besides: filled by the parent.
const MESSAGE: [&str; 6] = ["phone", "hours", "child", "born", "programme", "situation"];

/// Reports the placeholders that nothing fills.
pub fn placeholders_filled(guide: &Guide, log: &Log) {
    for rule in &guide.rules {
        known(&rule.text, &FACTS, log);
    }
    for step in &guide.steps {
        known(&step.heading, &[], log);
        step.lead.iter().for_each(|lead| known(lead, &FACTS, log));
        step.quote.iter().for_each(|quote| known(quote, &[], log));
        for option in &step.options {
            known(&option.label, &[], log);
            option.short.iter().for_each(|short| known(short, &[], log));
        }
        if let Body::Advice(advice) = &step.body {
            known(&advice.dont, &FACTS, log);
            known(&advice.act, &FACTS, log);
            advice.message.iter().for_each(|message| known(message, &MESSAGE, log));
        }
    }
}

fn known(text: &Text, names: &[&str], log: &Log) {
    // The place of a hole within its text can't be told exactly past escapes, so the whole text is named.
    for (name, _) in placeholders(text).filter(|(name, _)| !names.contains(name)) {
        log.error(GUIDE, text.at.clone(), format!("{{{name}}}: эту вставку здесь заполнить нечем"), allowed(names));
    }
}
