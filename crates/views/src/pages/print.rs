//! The whole guide on paper: the rules, every situation with its advice, who helps, the hotline.

use guide_core::contact::Contact;
use guide_core::guide::Body;
use guide_core::pages::Page;
use guide_core::render_context::RenderContext;
use leptos::prelude::*;

use super::contacts;
use super::ladder::rungs;
use super::print_toolbar::print_toolbar;
use super::qr::qr_figure;
use super::situations::situations;
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
    view! {
        {print_toolbar(context, Page::Print)}
        <main class="sheet">
            <h1>{context.title()}</h1>
            <p class="lead">{context.text(&guide.site.description)}" "{context.source_line()}</p>
            {rules}
            {helpers}
            {situations(context)}
            {contacts(context)}
        </main>
    }
    .into_any()
}

/// The facts of every contact, and the QR codes of the site and of the main contact's first page.
fn contacts(context: &RenderContext) -> AnyView {
    let guide = context.guide;
    let site = qr_figure(context.address(Page::Guide).as_deref(), contacts::site(context));
    let Some(main) = guide.main_contact() else {
        return site.map(|site| view! { <section class="contacts">{site}</section> }).into_any();
    };
    let page = main.links.first().and_then(|link| qr_figure(Some(&link.url), contacts::page(context, link)));
    let others = guide.contacts.iter().skip(1).map(|contact| {
        view! { <section class="contacts">{contact_facts(context, contact)}</section> }
    });
    view! {
        <section class="contacts">{contact_facts(context, main)}{site}{page}</section>
        {others.collect_view()}
    }
    .into_any()
}

/// The name and the facts of a contact, with what the step that is about it says first.
fn contact_facts(context: &RenderContext, contact: &Contact) -> AnyView {
    let about = |contacts: &[usize]| matches!(contacts, [only] if context.guide.contacts.get(*only).is_some_and(|found| *found.id == *contact.id));
    let step = context.guide.steps.iter().find(|step| matches!(step.body, Body::Contacts) && about(&step.contacts));
    let lead = step.and_then(|step| step.lead.as_ref()).or(contact.note.as_ref());
    let lead = lead.map(|lead| rich_text(context, lead));
    view! { <div><h2>{context.text(&contact.name)}</h2>{lead}{contacts::facts(context, contact)}</div> }.into_any()
}
