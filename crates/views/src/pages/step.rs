//! One step: a section that the address shows.

use guide_core::data_attributes;
use guide_core::guide::{Body, Step};
use guide_core::pages::Page;
use guide_core::render_context::RenderContext;
use leptos::prelude::*;

use super::advice::advice;
use super::choices::choices;
use super::hotline_card::hotline_card;
use super::ladder::ladder;
use super::{institution, sheet};
use crate::islands::{phone_script, search, trail};
use crate::prose::prose;

/// A step's section: the way here, the heading, what it tells, the answers; `coded` with a code for its leaflet.
pub fn step(context: &RenderContext, step: &Step, coded: bool) -> AnyView {
    let id = step.id.value.clone();
    let first = *step.id == *context.guide.start;
    let name = context.text(&step.heading);
    let heading = view! { <h1>{name.clone()}</h1> }.attr(data_attributes::STEP, id.clone());
    let lead = step.lead.as_ref().map(|lead| view! { <p class="lead">{prose(context, lead)}</p> });
    let quote = step.quote.as_ref().map(|quote| view! { <blockquote>{quote.value.clone()}</blockquote> });
    let told = match &step.body {
        Body::Question => None,
        Body::Advice(told) => Some(advice(context, told)),
        Body::Hotline => Some(view! { {hotline_card(context, false)} {phone_script::prerender(context)} }.into_any()),
    };
    let own = institution::place(context, step);
    let rung = step.rung.map(|rung| ladder(context, rung));
    let question = matches!(step.body, Body::Question);
    let after = first.then(|| (rules(context), hotline_card(context, true)));
    let class = if first { data_attributes::FIRST_STEP_CLASS } else { data_attributes::STEP_CLASS };
    // Called by `aria-labelledby`, Orca says nothing but «region» on the way back here, and leaves the heading out.
    view! {
        <section class=class id=id tabindex="-1" aria-label=name>
            {(!first).then(|| trail::prerender(context, step))}
            {heading}
            {lead}
            {if first { search::prerender(context) } else { None }}
            {quote}
            {told}
            {own}
            {rung}
            {choices(context, step, question)}
            {after}
            {if coded { code(context, step, first) } else { None }}
        </section>
    }
    .into_any()
}

/// On the step's leaflet only: the code that opens the step on a phone.
fn code(context: &RenderContext, step: &Step, first: bool) -> Option<AnyView> {
    let site = context.address(Page::Guide)?;
    let address = if first { site } else { format!("{site}#{}", step.id) };
    sheet::coded(Some(address), context.text(&context.guide.strings.paper.scan))
}

fn rules(context: &RenderContext) -> AnyView {
    let rules = context.guide.rules.iter().map(|rule| view! { <li>{prose(context, &rule.text)}</li> }).collect_view();
    view! { <h2>{context.text(&context.guide.strings.page.rules)}</h2><ol class="rules">{rules}</ol> }.into_any()
}
