//! The parent's own institution, where the page's address asks for one that the guide knows: a school's site may.
//!
//! Its card waits in a template, and each step that sends parents to their institution has a place for it. Without
//! script, or with an id that the guide does not know, the places stay empty.

use leptos::prelude::*;

use super::setting::{Setting, readable};
use crate::guide::model::{INSTITUTION, Institution, Step};
use crate::site::hooks;

/// The place for the card on a step; none where the guide knows no institution or the step sends elsewhere.
pub fn place(setting: &Setting, step: &Step) -> Option<AnyView> {
    let rung = setting.guide.ladder.get(step.rung?)?;
    let wanted = *rung.id == *INSTITUTION && !setting.guide.institutions.is_empty();
    wanted.then(|| view! { <div></div> }.attr(hooks::CONTACT, "").into_any())
}

/// Every institution's card, none of which is shown before it is asked for.
pub fn cards(setting: &Setting) -> Option<AnyView> {
    let known = &setting.guide.institutions;
    let cards: Vec<AnyView> = known.iter().map(|institution| card(setting, institution)).collect();
    (!cards.is_empty()).then(|| view! { <template>{cards}</template> }.attr(hooks::INSTITUTIONS, "").into_any())
}

fn card(setting: &Setting, institution: &Institution) -> AnyView {
    let name = setting.text(&institution.name);
    let heading = match &institution.site {
        Some(site) => view! { <a href=site.value.clone() target="_blank" rel="noopener">{name}</a> }.into_any(),
        None => name.into_any(),
    };
    let phone = institution.phone.as_ref().map(|phone| {
        let shown = institution.phone_shown.as_ref().map_or_else(|| phone.value.clone(), |end| readable(phone, end));
        view! { <a class="whole" href=format!("tel:{phone}")>{setting.text(&shown)}</a> }
    });
    let email = institution.email.as_ref().map(|email| {
        view! { <a href=format!("mailto:{email}")>{email.value.clone()}</a> }
    });
    view! {
        <div class="institution">
            <p class="lead">{setting.text(&setting.guide.words.page.institution)}</p>
            <p><b>{heading}</b></p>
            {phone}" "{email}
        </div>
    }
    .attr(hooks::INSTITUTION, institution.id.value.clone())
    .into_any()
}
