//! Checks of the texts: something must fill every placeholder.

use std::iter::once;

use guide_core::contact::Contact;
use guide_core::fill::placeholders;
use guide_core::guide::{Body, Guide};
use guide_core::text::Text;

use crate::diagnostics::{Diagnostics, GUIDE};
use crate::message;
use crate::placeholders::allowed_placeholders;

/// Reports the placeholders that nothing fills.
pub fn placeholders_filled(guide: &Guide, diagnostics: &Diagnostics) {
    let facts = contact_facts(guide);
    let facts: Vec<&str> = facts.iter().map(String::as_str).collect();
    let fields = guide.fields.iter().map(|field| &*field.id.value);
    let of_message: Vec<&str> = facts.iter().copied().chain(fields).collect();
    for rule in &guide.rules {
        check_placeholders(&rule.text, &facts, diagnostics);
    }
    for text in guide.not_covered.iter().flat_map(|not_covered| once(&not_covered.topic).chain(&not_covered.ask)) {
        check_placeholders(text, &[], diagnostics);
    }
    for note in guide.contacts.iter().filter_map(|contact| contact.note.as_ref()) {
        check_placeholders(note, &facts, diagnostics);
    }
    for step in &guide.steps {
        check_placeholders(&step.heading, &[], diagnostics);
        step.lead.iter().for_each(|lead| check_placeholders(lead, &facts, diagnostics));
        step.quote.iter().for_each(|quote| check_placeholders(quote, &[], diagnostics));
        for option in &step.options {
            check_placeholders(&option.label, &[], diagnostics);
            option.short.iter().for_each(|short| check_placeholders(short, &[], diagnostics));
        }
        if let Body::Advice(advice) = &step.body {
            advice.dont.iter().for_each(|dont| check_placeholders(dont, &facts, diagnostics));
            check_placeholders(&advice.act, &facts, diagnostics);
            advice.message.iter().for_each(|message| check_placeholders(message, &of_message, diagnostics));
        }
    }
}

/// The placeholders of the guide's texts: those of the main contact, then those of each by its id.
fn contact_facts(guide: &Guide) -> Vec<String> {
    let facts = |contact: &Contact| {
        let phone = contact.phone().map(|_| "phone");
        phone.into_iter().chain(contact.hours.as_ref().map(|_| "hours"))
    };
    let of_main = guide.main_contact().into_iter().flat_map(facts).map(str::to_owned);
    let by_id = guide.contacts.iter().flat_map(|contact| facts(contact).map(|fact| format!("{}.{fact}", contact.id)));
    of_main.chain(by_id).collect()
}

fn check_placeholders(text: &Text, names: &[&str], diagnostics: &Diagnostics) {
    // Escapes make it uncertain where in the file the placeholder is, so the diagnostic points at the whole text.
    for (name, _) in placeholders(text).filter(|(name, _)| !names.contains(name)) {
        diagnostics.error(
            GUIDE,
            text.at.clone(),
            message!(
                "{{{name}}}: эту вставку здесь заполнить нечем",
                "{{{name}}}: nothing can fill this placeholder here"
            ),
            allowed_placeholders(names),
        );
    }
}
