//! One step: a section, which CSS shows when the address names it.

use guide_core::data_attributes;
use guide_core::guide::{Body, Step};
use guide_core::render_context::RenderContext;
use leptos::prelude::*;

use super::advice::advice;
use super::answers::answers;
use super::contact_card::contact_card;
use super::contacts::step_block;
use super::institution;
use super::ladder::ladder;
use super::leaflet_code::own_code;
use super::not_covered::not_covered;
use super::picture::picture;
use crate::islands::{phone_script, search, trail};
use crate::rich_text;

/// A step's section: trail, heading, what the step says, answers. `with_qr`: with the QR code or the address of its leaflet.
pub fn step(context: &RenderContext, step: &Step, with_qr: bool) -> AnyView {
    let id = step.id.value.clone();
    let first = *step.id == *context.guide.start;
    let name = context.text(&step.heading);
    let heading = view! { <h1>{name.clone()}</h1> }.attr(data_attributes::STEP, id.clone());
    let lead = step.lead.as_ref().map(|lead| rich_text::lead(context, lead));
    let quote = step.quote.as_ref().map(|quote| rich_text::quote(context, quote));
    let body = match &step.body {
        Body::Question => None,
        Body::Advice(texts) => Some(advice(context, texts)),
        Body::Contacts => None,
    };
    let contacts = contacts(context, step);
    let institution = institution::slot(context, step);
    let rung = step.rung.map(|rung| ladder(context, rung));
    let main = context.guide.main_contact().filter(|_| first);
    let main = main.map(|contact| contact_card(context, contact, Some(context.text(&contact.name))));
    let rules = first.then(|| rules(context));
    let class = if first { data_attributes::FIRST_STEP_CLASS } else { data_attributes::STEP_CLASS };
    // Labelled by `aria-labelledby`, Orca reads «region» without the heading when one goes back to a step.
    view! {
        <section class=class id=id tabindex="-1" aria-label=name>
            {(!first).then(|| trail::prerender(context, step))}
            {heading}
            {lead}
            {if first { search::prerender(context) } else { None }}
            {quote}
            {picture(context, step)}
            {body}
            {contacts}
            {institution}
            {rung}
            {answers(context, step)}
            {not_covered(context, step)}
            {rules}
            {main}
            {step_block(context, step)}
            {if with_qr { own_code(context, step) } else { None }}
        </section>
    }
    .into_any()
}

/// The cards of a step's contacts, and what to say on the phone. The card of a step's only contact needs no heading of its own.
fn contacts(context: &RenderContext, step: &Step) -> Option<AnyView> {
    let is_alone = matches!(step.body, Body::Contacts) && step.contacts.len() == 1;
    let cards: Vec<AnyView> = context
        .guide
        .contacts_of(step)
        .map(|contact| contact_card(context, contact, (!is_alone).then(|| context.text(&contact.name))))
        .collect();
    let has_phone = context.guide.contacts_of(step).any(|contact| contact.phone().is_some());
    let script = has_phone.then(|| phone_script::prerender(context));
    (!cards.is_empty()).then(|| view! { {cards} {script} }.into_any())
}

/// The rules under their heading; `None` where the guide has none.
fn rules(context: &RenderContext) -> Option<AnyView> {
    if context.guide.rules.is_empty() {
        return None;
    }
    let rules =
        context.guide.rules.iter().map(|rule| view! { <li>{rich_text::item(context, &rule.text)}</li> }).collect_view();
    let rules = view! { <h2>{context.text(&context.guide.strings.page.rules)}</h2><ol class="rules">{rules}</ol> };
    Some(rules.into_any())
}
