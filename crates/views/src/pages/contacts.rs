//! The facts of a contact on paper: written out, as nobody can tap a link there.

use guide_core::contact::{Contact, ContactLink};
use guide_core::fill::fill;
use guide_core::guide::Step;
use guide_core::pages::Page;
use guide_core::render_context::RenderContext;
use guide_core::rich_text::RichText;
use leptos::prelude::*;

use super::address_text::{breakable, short_address};
use super::contact_card::link_name;
use super::outline::is_contacts;
use crate::prose::prose;

/// The facts of a contact, one a paragraph: numbers, hours, e-mail, place. A fact to show on paper is added here.
pub fn facts(context: &RenderContext, contact: &Contact) -> AnyView {
    let strings = &context.guide.strings.page;
    let phones: Vec<AnyView> = contact
        .phones
        .iter()
        .map(|phone| {
            let whose = phone.label.as_ref().map(|label| view! { " "<small>{context.text(label)}</small> });
            let full = (phone.short() != phone.full()).then(|| {
                let full = fill(&strings.full_phone, &[("phone", &phone.full())]);
                view! { <p>{prose(context, &full)}</p> }
            });
            view! { <p class="number">{prose(context, &phone.short())}{whose}</p>{full} }.into_any()
        })
        .collect();
    let hours = contact.hours.as_ref().map(|hours| {
        let lead = hours.lead.as_ref().unwrap_or(&strings.hours);
        let text = format!("{lead} {}.", context.hours(contact));
        let zone = hours.zone_text.as_ref().map(|zone| view! { " "{context.text(zone)} });
        view! { <p>{prose(context, &text)}{zone}</p> }
    });
    let email = contact.email.as_ref().map(|email| view! { <p>{email.value.clone()}</p> });
    let address = contact.address.as_ref().map(|address| {
        let text = fill(&strings.address, &[("address", address)]);
        view! { <p>{prose(context, &text)}</p> }
    });
    view! { {phones}{hours}{email}{address} }.into_any()
}

/// What the step that is about a contact says first, else what the contact is for.
pub fn lead<'g>(context: &RenderContext<'g>, contact: &'g Contact) -> Option<&'g RichText> {
    let is_about = |step: &&Step| {
        let mut contacts = context.guide.contacts_of(step);
        is_contacts(step) && contacts.next().is_some_and(|first| *first.id == *contact.id) && contacts.next().is_none()
    };
    let step = context.guide.steps.iter().find(is_about);
    step.and_then(|step| step.lead.as_ref()).or(contact.note.as_ref())
}

/// The name and the address of a page of a contact.
pub fn page(context: &RenderContext, link: &ContactLink) -> AnyView {
    breakable(&format!("{}: {}", link_name(context, link), short_address(&link.url)))
}

/// The site's address; `None` where it is not known.
pub fn site(context: &RenderContext) -> Option<AnyView> {
    let address = context.address(Page::Guide)?;
    let text = context.text(&context.guide.strings.paper.address);
    Some(breakable(&fill(&text, &[("address", short_address(&address))])))
}

/// The main contact and the site's address in a block that the guide shows on its leaflets only; `None` where there is neither.
pub fn main_block(context: &RenderContext) -> Option<AnyView> {
    let contact = context.guide.main_contact().map(|contact| contact_facts(context, contact));
    let site = site(context).map(|site| view! { <p>{site}</p> });
    (contact.is_some() || site.is_some()).then(|| view! { <aside class="contacts">{contact}{site}</aside> }.into_any())
}

/// The contacts of a step besides the main one, in a block on its leaflet only; `None` where there are none.
pub fn step_block(context: &RenderContext, step: &Step) -> Option<AnyView> {
    let others: Vec<AnyView> = step
        .contacts
        .iter()
        .filter(|index| **index > 0)
        .filter_map(|index| Some(contact_facts(context, context.guide.contacts.get(*index)?)))
        .collect();
    (!others.is_empty()).then(|| view! { <div class="contacts">{others}</div> }.into_any())
}

fn contact_facts(context: &RenderContext, contact: &Contact) -> AnyView {
    let pages = contact.links.iter().map(|link| view! { <p>{page(context, link)}</p> }).collect_view();
    view! { <h2>{context.text(&contact.name)}</h2>{facts(context, contact)}{pages} }.into_any()
}
