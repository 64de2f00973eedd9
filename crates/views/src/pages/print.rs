//! The whole guide on paper: the rules, who helps, every situation with its advice, the hotline. A long one begins with its contents.

use guide_core::contact::{Contact, ContactLink};
use guide_core::pages::Page;
use guide_core::render_context::RenderContext;
use leptos::prelude::*;

use super::contacts;
use super::ladder::rungs;
use super::outline::Outline;
use super::print_contents::contents;
use super::print_plan::PrintPlan;
use super::print_toolbar::print_toolbar;
use super::qr::qr_figure;
use super::situations::Situations;
use crate::rich_text::{self, rich_text};

/// The page for printing.
pub fn print(context: &RenderContext) -> AnyView {
    let guide = context.guide;
    let strings = &guide.strings.page;
    let rules = (!guide.rules.is_empty()).then(|| {
        let rules =
            guide.rules.iter().map(|rule| view! { <li>{rich_text::item(context, &rule.text)}</li> }).collect_view();
        view! { <section class="rules"><h2>{context.text(&strings.rules)}</h2><ol>{rules}</ol></section> }
    });
    let helpers = (!guide.ladder.is_empty()).then(|| {
        view! { <section class="helpers"><h2>{context.text(&strings.ladder)}</h2>{rungs(context, None)}</section> }
    });
    let start = guide.step(&guide.start);
    let outline = start.map(|start| Outline::new(guide, start));
    let plan = outline.as_ref().map(|outline| PrintPlan::new(context, outline));
    let long = plan.as_ref().filter(|plan| plan.is_long());
    let situations = start.zip(outline.as_ref()).zip(plan.as_ref());
    view! {
        {print_toolbar(context, Page::Print)}
        <main class=if long.is_some() { "sheet long" } else { "sheet" }>
            {long.map(|plan| plan.front_mark())}
            <h1>{context.title()}</h1>
            <p class="lead">{context.text(&guide.site.description)}" "{context.sheet_line()}</p>
            {rules}
            {helpers}
            {long.map(|plan| contents(context, plan))}
            {situations.map(|((start, outline), plan)| Situations { context, outline, plan }.list(start))}
            {long.map(|plan| plan.contacts_mark())}
            {contacts(context)}
        </main>
    }
    .into_any()
}

/// The facts of every contact, and the QR codes of the site and of the main contact's first page.
fn contacts(context: &RenderContext) -> AnyView {
    let guide = context.guide;
    let site = qr_figure(context.sheet_address().as_deref(), contacts::site(context));
    let Some((main, others)) = guide.contacts.split_first() else {
        return site.map(|site| view! { <section class="contacts">{site}</section> }).into_any();
    };
    let page = main.links.first().and_then(|link| qr_figure(Some(&link.url), contacts::page(context, link)));
    // The page that has a code is named below it.
    let named = main.links.iter().skip(usize::from(page.is_some()));
    let others = others.iter().map(|contact| {
        view! { <section class="contacts">{contact_facts(context, contact, contact.links.iter())}</section> }
    });
    let others = (guide.contacts.len() > 1).then(|| view! { <div class="others">{others.collect_view()}</div> });
    view! { <section class="contacts">{contact_facts(context, main, named)}{site}{page}</section>{others} }.into_any()
}

/// The name and the facts of a contact, with what the step that is about it says first, and its pages at the end.
fn contact_facts<'g>(
    context: &RenderContext<'g>,
    contact: &'g Contact,
    links: impl Iterator<Item = &'g ContactLink>,
) -> AnyView {
    let lead = contacts::lead(context, contact).map(|lead| rich_text(context, lead));
    let pages = links.map(|link| view! { <p>{contacts::page(context, link)}</p> }).collect_view();
    view! { <div><h2>{context.text(&contact.name)}</h2>{lead}{contacts::facts(context, contact)}{pages}</div> }
        .into_any()
}
