//! Checks of the texts: something must fill every placeholder.

use guide_core::fill::placeholders;
use guide_core::guide::{Body, Guide};
use guide_core::text::Text;

use crate::diagnostics::{Diagnostics, GUIDE};
use crate::placeholders::allowed_placeholders;

/// The placeholders of the guide's texts, filled from the hotline.
const HOTLINE_FACTS: [&str; 2] = ["phone", "hours"];
/// The placeholders of a message: the same, and those that the parent fills.
const MESSAGE_FACTS: [&str; 6] = ["phone", "hours", "child", "born", "programme", "situation"];

/// Reports the placeholders that nothing fills.
pub fn placeholders_filled(guide: &Guide, diagnostics: &Diagnostics) {
    for rule in &guide.rules {
        check_placeholders(&rule.text, &HOTLINE_FACTS, diagnostics);
    }
    for step in &guide.steps {
        check_placeholders(&step.heading, &[], diagnostics);
        step.lead.iter().for_each(|lead| check_placeholders(lead, &HOTLINE_FACTS, diagnostics));
        step.quote.iter().for_each(|quote| check_placeholders(quote, &[], diagnostics));
        for option in &step.options {
            check_placeholders(&option.label, &[], diagnostics);
            option.short.iter().for_each(|short| check_placeholders(short, &[], diagnostics));
        }
        if let Body::Advice(advice) = &step.body {
            check_placeholders(&advice.dont, &HOTLINE_FACTS, diagnostics);
            check_placeholders(&advice.act, &HOTLINE_FACTS, diagnostics);
            advice.message.iter().for_each(|message| check_placeholders(message, &MESSAGE_FACTS, diagnostics));
        }
    }
}

fn check_placeholders(text: &Text, names: &[&str], diagnostics: &Diagnostics) {
    // Escapes make it uncertain where in the file the placeholder is, so the diagnostic points at the whole text.
    for (name, _) in placeholders(text).filter(|(name, _)| !names.contains(name)) {
        diagnostics.error(
            GUIDE,
            text.at.clone(),
            format!("{{{name}}}: эту вставку здесь заполнить нечем"),
            allowed_placeholders(names),
        );
    }
}
