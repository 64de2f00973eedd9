//! The whole guide on paper: the rules, every situation with its advice, who helps, the hotline.

use leptos::prelude::*;

use super::contacts;
use super::ladder::rungs;
use super::prose::prose;
use super::setting::Setting;
use super::sheet::{bar, coded};
use super::situations::situations;
use crate::guide::model::Body;
use crate::site::pages::Page;

/// The page for printing.
pub fn print(setting: &Setting) -> AnyView {
    let guide = setting.guide;
    let words = &guide.words.page;
    let rules = guide.rules.iter().map(|rule| view! { <li>{prose(setting, &rule.text)}</li> }).collect_view();
    view! {
        {bar(setting, Page::Print)}
        <main class="sheet">
            <h1>{setting.title()}</h1>
            <p class="lead">{setting.text(&guide.site.description)}" "{setting.backed()}</p>
            <section class="rules"><h2>{setting.text(&words.rules)}</h2><ol>{rules}</ol></section>
            <section class="helpers"><h2>{setting.text(&words.ladder)}</h2>{rungs(setting, None)}</section>
            {situations(setting)}
            {hotline(setting)}
        </main>
    }
    .into_any()
}

fn hotline(setting: &Setting) -> AnyView {
    let guide = setting.guide;
    let step = guide.steps.iter().find(|step| matches!(step.body, Body::Hotline));
    let lead = step.and_then(|step| step.lead.as_ref()).map(|lead| view! { <p>{prose(setting, lead)}</p> });
    let site = coded(setting.address(Page::Guide), contacts::site(setting));
    let community = coded(Some(guide.hotline.vk.value.clone()), contacts::community(setting));
    view! {
        <section class="contacts">
            <div><h2>{setting.text(&guide.hotline.name)}</h2>{lead}{contacts::facts(setting)}</div>
            {site}
            {community}
        </section>
    }
    .into_any()
}
