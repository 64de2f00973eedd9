//! The card of a contact: whether it is open now, how to reach it. A fact to show on the card is added here.

use guide_core::calendar::has_calendar;
use guide_core::contact::{Contact, ContactLink, Network, Phone};
use guide_core::data_attributes;
use guide_core::fill::fill;
use guide_core::render_context::RenderContext;
use leptos::prelude::*;

use crate::islands::{reminder, status};
use crate::prose::prose;
use crate::rich_text::rich_text;

/// The card, with the heading `name` where the step's own heading does not name the contact.
pub fn contact_card(context: &RenderContext, contact: &Contact, name: Option<String>) -> AnyView {
    let note = contact.note.as_ref().map(|note| rich_text(context, note));
    let others = contact.phones.iter().skip(1).map(|phone| call(context, phone)).collect_view();
    let links = contact.links.iter().map(|link| link_button(context, link)).collect_view();
    view! {
        <div class=data_attributes::CARD_CLASS>
            {name.map(|name| view! { <h2>{name}</h2> })}
            {note}
            {status::prerender(context, contact)}
            {calls(context, contact)}
            {others}
            {calendar(context, contact)}
            {email(context, contact)}
            {links}
            {place(context, contact)}
            {small_print(context, contact)}
        </div>
    }
    .into_any()
}

/// The first number and the reminder to call it, which change places when the contact opens or closes.
fn calls(context: &RenderContext, contact: &Contact) -> Option<AnyView> {
    let phone = contact.phone()?;
    let reminder = reminder::prerender(context, contact);
    Some(view! { <div class="calls">{call(context, phone)}{reminder}</div> }.into_any())
}

/// The button that calls a number.
pub fn call(context: &RenderContext, phone: &Phone) -> AnyView {
    let label = fill(&context.guide.strings.page.call, &[("phone", &phone.short())]);
    let whose = phone.label.as_ref().map(|label| view! { " "<small>{context.text(label)}</small> });
    view! { <a class="button" href=format!("tel:{}", phone.number)><span>{prose(context, &label)}{whose}</span></a> }
        .into_any()
}

/// The link to the calendar file with all opening hours; `None` where the page cannot refer to other files. In-app browsers
/// do not open the reminder's link, which is a `data:` URL, but they do open a file.
fn calendar(context: &RenderContext, contact: &Contact) -> Option<AnyView> {
    let root = context.root.clone()?;
    let hours = contact.hours.as_ref()?;
    contact.phone()?;
    if !has_calendar(&hours.schedule, context.source_date()?) {
        return None;
    }
    let name = context.text(&context.guide.strings.remind.calendar);
    Some(view! { <p class="calendar"><a href=format!("{root}{}", contact.calendar_file())>{name}</a></p> }.into_any())
}

fn email(context: &RenderContext, contact: &Contact) -> Option<AnyView> {
    let email = contact.email.as_ref()?;
    let label = fill(&context.guide.strings.page.email, &[("email", email)]);
    Some(view! { <a class="button" href=format!("mailto:{email}")>{label}</a> }.into_any())
}

/// The button that opens a page of the contact.
pub fn link_button(context: &RenderContext, link: &ContactLink) -> AnyView {
    let url = link.url.value.clone();
    view! { <a class="button" href=url target="_blank" rel="noopener">{link_name(context, link)}</a> }.into_any()
}

/// What a page of a contact is called.
pub fn link_name(context: &RenderContext, link: &ContactLink) -> String {
    context.text(link_label(context, link))
}

/// The same with plain spaces, for texts to copy.
pub fn link_label<'g>(context: &RenderContext<'g>, link: &'g ContactLink) -> &'g str {
    let strings = &context.guide.strings.page;
    let network = match link.network {
        Network::Site => &strings.site,
        Network::Vk => &strings.vk,
        Network::Telegram => &strings.telegram,
        Network::Max => &strings.max,
        Network::Whatsapp => &strings.whatsapp,
    };
    link.label.as_ref().unwrap_or(network)
}

/// Where the contact is, and the link to a map.
fn place(context: &RenderContext, contact: &Contact) -> Option<AnyView> {
    let strings = &context.guide.strings.page;
    let address = fill(&strings.address, &[("address", contact.address.as_ref()?)]);
    let map = contact.map.as_ref().map(|map| {
        view! { " "<a href=map.value.clone() target="_blank" rel="noopener">{context.text(&strings.map)}</a> }
    });
    Some(view! { <p class="place">{prose(context, &address)}{map}</p> }.into_any())
}

/// The time zone and the full number, where the button has a short one.
fn small_print(context: &RenderContext, contact: &Contact) -> Option<AnyView> {
    let zone = contact.hours.as_ref().and_then(|hours| hours.zone_text.as_ref()).map(|text| context.text(text));
    let full = contact.phone().filter(|phone| phone.short() != phone.full());
    let full = full.map(|phone| fill(&context.guide.strings.page.full_phone, &[("phone", &phone.full())]));
    let full = full.map(|text| prose(context, &text));
    match (zone, full) {
        (None, None) => None,
        (Some(zone), Some(full)) => Some(view! { <p class="lead">{zone}" "{full}</p> }.into_any()),
        (zone, full) => Some(view! { <p class="lead">{zone}{full}</p> }.into_any()),
    }
}
