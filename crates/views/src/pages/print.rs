//! The whole guide on paper: the rules, every situation with its advice, who helps, the hotline.

use guide_core::guide::Body;
use guide_core::pages::Page;
use guide_core::render_context::RenderContext;
use leptos::prelude::*;

use super::contacts;
use super::ladder::rungs;
use super::print_toolbar::print_toolbar;
use super::qr::qr_figure;
use super::situations::situations;
use crate::prose::prose;

/// The page for printing.
pub fn print(context: &RenderContext) -> AnyView {
    let guide = context.guide;
    let strings = &guide.strings.page;
    let rules = guide.rules.iter().map(|rule| view! { <li>{prose(context, &rule.text)}</li> }).collect_view();
    view! {
        {print_toolbar(context, Page::Print)}
        <main class="sheet">
            <h1>{context.title()}</h1>
            <p class="lead">{context.text(&guide.site.description)}" "{context.source_line()}</p>
            <section class="rules"><h2>{context.text(&strings.rules)}</h2><ol>{rules}</ol></section>
            <section class="helpers"><h2>{context.text(&strings.ladder)}</h2>{rungs(context, None)}</section>
            {situations(context)}
            {hotline(context)}
        </main>
    }
    .into_any()
}

/// The hotline's facts, and the QR codes of the site and of the community.
fn hotline(context: &RenderContext) -> AnyView {
    let guide = context.guide;
    let step = guide.steps.iter().find(|step| matches!(step.body, Body::Hotline));
    let lead = step.and_then(|step| step.lead.as_ref()).map(|lead| view! { <p>{prose(context, lead)}</p> });
    let site = qr_figure(context.address(Page::Guide).as_deref(), contacts::site(context));
    let community = qr_figure(Some(&guide.hotline.vk), contacts::community(context));
    view! {
        <section class="contacts">
            <div><h2>{context.text(&guide.hotline.name)}</h2>{lead}{contacts::facts(context)}</div>
            {site}
            {community}
        </section>
    }
    .into_any()
}
