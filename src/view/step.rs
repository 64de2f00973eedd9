//! One step: a section that the address shows.

use leptos::prelude::*;

use super::advice::advice;
use super::choices::choices;
use super::hotline::hotline;
use super::ladder::ladder;
use super::prose::prose;
use super::setting::Setting;
use super::{find, institution, phone, sheet, trail};
use crate::guide::model::{Body, Step};
use crate::site::hooks;
use crate::site::pages::Page;

/// A step's section: the way here, the heading, what it tells, the answers; `coded` with a code for its leaflet.
pub fn step(setting: &Setting, step: &Step, coded: bool) -> AnyView {
    let id = step.id.value.clone();
    let first = *step.id == *setting.guide.start;
    let name = setting.text(&step.heading);
    let heading = view! { <h1>{name.clone()}</h1> }.attr(hooks::STEP, id.clone());
    let lead = step.lead.as_ref().map(|lead| view! { <p class="lead">{prose(setting, lead)}</p> });
    let quote = step.quote.as_ref().map(|quote| view! { <blockquote>{quote.value.clone()}</blockquote> });
    let told = match &step.body {
        Body::Question => None,
        Body::Advice(told) => Some(advice(setting, told)),
        Body::Hotline => Some(view! { {hotline(setting, false)} {phone::plain(setting)} }.into_any()),
    };
    let own = institution::place(setting, step);
    let rung = step.rung.map(|rung| ladder(setting, rung));
    let question = matches!(step.body, Body::Question);
    let after = first.then(|| (rules(setting), hotline(setting, true)));
    let class = if first { hooks::FIRST_STEP_CLASS } else { hooks::STEP_CLASS };
    // Called by `aria-labelledby`, Orca says nothing but «region» on the way back here, and leaves the heading out.
    view! {
        <section class=class id=id tabindex="-1" aria-label=name>
            {(!first).then(|| trail::plain(setting, step))}
            {heading}
            {lead}
            {if first { find::plain(setting) } else { None }}
            {quote}
            {told}
            {own}
            {rung}
            {choices(setting, step, question)}
            {after}
            {if coded { code(setting, step, first) } else { None }}
        </section>
    }
    .into_any()
}

/// On the step's leaflet only: the code that opens the step on a phone.
fn code(setting: &Setting, step: &Step, first: bool) -> Option<AnyView> {
    let site = setting.address(Page::Guide)?;
    let address = if first { site } else { format!("{site}#{}", step.id) };
    sheet::coded(Some(address), setting.text(&setting.guide.words.paper.scan))
}

fn rules(setting: &Setting) -> AnyView {
    let rules = setting.guide.rules.iter().map(|rule| view! { <li>{prose(setting, &rule.text)}</li> }).collect_view();
    view! { <h2>{setting.text(&setting.guide.words.page.rules)}</h2><ol class="rules">{rules}</ol> }.into_any()
}
