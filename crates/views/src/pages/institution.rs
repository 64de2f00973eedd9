//! The card of the parent's own institution, shown where the page's address names one: a school's site may do that.
//!
//! The cards wait in a template, and each step that sends parents to their institution has a slot for one. Without script,
//! or with an id that the guide does not know, the slots stay empty.

use guide_core::data_attributes;
use guide_core::guide::{Institution, Step};
use guide_core::render_context::RenderContext;
use leptos::prelude::*;

/// The slot for the card on a step; `None` where the guide knows no institution or the step sends elsewhere.
pub fn slot(context: &RenderContext, step: &Step) -> Option<AnyView> {
    let rung = context.guide.ladder.get(step.rung?)?;
    let needed = rung.institutions && !context.guide.institutions.is_empty();
    needed.then(|| view! { <div></div> }.attr(data_attributes::CONTACT, "").into_any())
}

/// The template with every institution's card; `None` where the guide knows no institution.
pub fn cards(context: &RenderContext) -> Option<AnyView> {
    let institutions = &context.guide.institutions;
    let cards: Vec<AnyView> = institutions.iter().map(|institution| card(context, institution)).collect();
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
        view! { <a class="whole" href=format!("tel:{}", phone.number)>{context.text(&phone.full())}</a> }
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
