//! The texts: every placeholder is one that something fills.

use guide_core::fill::placeholders;
use guide_core::guide::{Body, Guide};
use guide_core::text::Text;

use crate::diagnostics::{Diagnostics, GUIDE};
use crate::placeholders::allowed;

/// What the guide's own texts may hold: filled from the hotline.
const FACTS: [&str; 2] = ["phone", "hours"];
/// What a message may hold besides: filled by the parent.
const MESSAGE: [&str; 6] = ["phone", "hours", "child", "born", "programme", "situation"];

/// Reports the placeholders that nothing fills.
pub fn placeholders_filled(guide: &Guide, diagnostics: &Diagnostics) {
    for rule in &guide.rules {
        known(&rule.text, &FACTS, diagnostics);
    }
    for step in &guide.steps {
        known(&step.heading, &[], diagnostics);
        step.lead.iter().for_each(|lead| known(lead, &FACTS, diagnostics));
        step.quote.iter().for_each(|quote| known(quote, &[], diagnostics));
        for option in &step.options {
            known(&option.label, &[], diagnostics);
            option.short.iter().for_each(|short| known(short, &[], diagnostics));
        }
        if let Body::Advice(advice) = &step.body {
            known(&advice.dont, &FACTS, diagnostics);
            known(&advice.act, &FACTS, diagnostics);
            advice.message.iter().for_each(|message| known(message, &MESSAGE, diagnostics));
        }
    }
}

fn known(text: &Text, names: &[&str], diagnostics: &Diagnostics) {
    // The place of a hole within its text can't be told exactly past escapes, so the whole text is named.
    for (name, _) in placeholders(text).filter(|(name, _)| !names.contains(name)) {
        diagnostics.error(
            GUIDE,
            text.at.clone(),
            format!("{{{name}}}: эту вставку здесь заполнить нечем"),
            allowed(names),
        );
    }
}
