//! One step: a section, which CSS shows when the address names it.

use guide_core::data_attributes;
use guide_core::guide::{Body, Step};
use guide_core::pages::Page;
use guide_core::render_context::RenderContext;
use leptos::prelude::*;

use super::advice::advice;
use super::answers::answers;
use super::hotline_card::hotline_card;
use super::institution;
use super::ladder::ladder;
use super::qr::qr_figure;
use crate::islands::{phone_script, search, trail};
use crate::prose::prose;

/// A step's section: trail, heading, what the step says, answers. `with_qr`: with the QR code of its leaflet.
pub fn step(context: &RenderContext, step: &Step, with_qr: bool) -> AnyView {
    let id = step.id.value.clone();
    let first = *step.id == *context.guide.start;
    let name = context.text(&step.heading);
    let heading = view! { <h1>{name.clone()}</h1> }.attr(data_attributes::STEP, id.clone());
    let lead = step.lead.as_ref().map(|lead| view! { <p class="lead">{prose(context, lead)}</p> });
    let quote = step.quote.as_ref().map(|quote| view! { <blockquote>{quote.value.clone()}</blockquote> });
    let body = match &step.body {
        Body::Question => None,
        Body::Advice(texts) => Some(advice(context, texts)),
        Body::Hotline => Some(view! { {hotline_card(context, None)} {phone_script::prerender(context)} }.into_any()),
    };
    let institution = institution::slot(context, step);
    let rung = step.rung.map(|rung| ladder(context, rung));
    let after = first.then(|| (rules(context), hotline_card(context, Some(context.text(&context.guide.hotline.name)))));
    let class = if first { data_attributes::FIRST_STEP_CLASS } else { data_attributes::STEP_CLASS };
    // Labelled by `aria-labelledby`, Orca reads «region» without the heading when one goes back to a step.
    view! {
        <section class=class id=id tabindex="-1" aria-label=name>
            {(!first).then(|| trail::prerender(context, step))}
            {heading}
            {lead}
            {if first { search::prerender(context) } else { None }}
            {quote}
            {body}
            {institution}
            {rung}
            {answers(context, step)}
            {after}
            {if with_qr { leaflet_qr(context, step, first) } else { None }}
        </section>
    }
    .into_any()
}

/// The QR code that opens the step on a phone; shown on the step's leaflet only.
fn leaflet_qr(context: &RenderContext, step: &Step, first: bool) -> Option<AnyView> {
    let site = context.address(Page::Guide)?;
    let address = if first { site } else { format!("{site}#{}", step.id) };
    qr_figure(Some(&address), context.text(&context.guide.strings.paper.scan))
}

fn rules(context: &RenderContext) -> AnyView {
    let rules = context.guide.rules.iter().map(|rule| view! { <li>{prose(context, &rule.text)}</li> }).collect_view();
    view! { <h2>{context.text(&context.guide.strings.page.rules)}</h2><ol class="rules">{rules}</ol> }.into_any()
}
