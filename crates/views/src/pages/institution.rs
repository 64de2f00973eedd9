//! The parent's own institution, where the page's address asks for one that the guide knows: a school's site may.
//!
//! Its card waits in a template, and each step that sends parents to their institution has a place for it. Without
//! script, or with an id that the guide does not know, the places stay empty.

use guide_core::data_attributes;
use guide_core::guide::{INSTITUTION, Institution, Step};
use guide_core::phone_number::readable;
use guide_core::render_context::RenderContext;
use leptos::prelude::*;

/// The place for the card on a step; none where the guide knows no institution or the step sends elsewhere.
pub fn place(context: &RenderContext, step: &Step) -> Option<AnyView> {
    let rung = context.guide.ladder.get(step.rung?)?;
    let wanted = *rung.id == *INSTITUTION && !context.guide.institutions.is_empty();
    wanted.then(|| view! { <div></div> }.attr(data_attributes::CONTACT, "").into_any())
}

/// Every institution's card, none of which is shown before it is asked for.
pub fn cards(context: &RenderContext) -> Option<AnyView> {
    let known = &context.guide.institutions;
    let cards: Vec<AnyView> = known.iter().map(|institution| card(context, institution)).collect();
    (!cards.is_empty())
        .then(|| view! { <template>{cards}</template> }.attr(data_attributes::INSTITUTIONS, "").into_any())
}

fn card(context: &RenderContext, institution: &Institution) -> AnyView {
    let name = context.text(&institution.name);
    let heading = match &institution.site {
        Some(site) => view! { <a href=site.value.clone() target="_blank" rel="noopener">{name}</a> }.into_any(),
        None => name.into_any(),
    };
    let phone = institution.phone.as_ref().map(|phone| {
        let shown = institution.phone_shown.as_ref().map_or_else(|| phone.value.clone(), |end| readable(phone, end));
        view! { <a class="whole" href=format!("tel:{phone}")>{context.text(&shown)}</a> }
    });
    let email = institution.email.as_ref().map(|email| {
        view! { <a href=format!("mailto:{email}")>{email.value.clone()}</a> }
    });
    view! {
        <div class="institution">
            <p class="lead">{context.text(&context.guide.strings.page.institution)}</p>
            <p><b>{heading}</b></p>
            {phone}" "{email}
        </div>
    }
    .attr(data_attributes::INSTITUTION, institution.id.value.clone())
    .into_any()
}
