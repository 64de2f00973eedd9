//! Mounts the reminder: the calendar's file as a link, for the opening that comes next. While the contact is closed it
//! stands first, before the call; while it is open, behind it.

use guide_core::data_attributes;
use guide_core::reminder::{Reminder, next_opening};
use guide_core::schedule::Moment;
use guide_core::strings::Strings;
use guide_views::islands::reminder::live;
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::clock;
use crate::contact_hours::ContactHours;
use crate::document::strings;
use crate::platform::{encode, focus};

/// Mounts one reminder; the function returned makes its file anew. `None`, and nothing to see, where no opening is to come.
pub fn mount(element: Element) -> Option<Box<dyn Fn()>> {
    let contact = ContactHours::of_card(&element)?;
    let strings = strings(&element.owner_document()?, data_attributes::REMINDER)?;
    let element: HtmlElement = element.dyn_into().ok()?;
    let link = RwSignal::new(file(&contact, &strings)?);
    let live_strings = strings.clone();
    let place: Element = element.clone().into();
    mount_to(element, move || live(link, &live_strings)).forget();
    arrange(&place, contact.is_open()?);
    Some(Box::new(move || {
        if let Some((file, open)) = file(&contact, &strings).zip(contact.is_open()) {
            link.set(file);
            arrange(&place, open);
        }
    }))
}

/// Puts the reminder and its neighbour, the call, into their order.
fn arrange(remind: &Element, open: bool) -> Option<()> {
    let neighbours = remind.parent_element()?;
    let (first, last) = (neighbours.first_element_child()?, neighbours.last_element_child()?);
    if (&last == remind) == open {
        return Some(());
    }
    let focused = remind.owner_document()?.active_element();
    // Both anew: what only changed its place would count as having been moved under the eye, though the boxes stay.
    neighbours.append_child(&last).ok()?;
    neighbours.append_child(&first).ok()?;
    if let Some(focused) = focused.filter(|focused| neighbours.contains(Some(focused))) {
        focus(&focused.dyn_into().ok()?);
    }
    Some(())
}

fn file(contact: &ContactHours, strings: &Strings) -> Option<String> {
    let opening = next_opening(&contact.schedule, contact.now()?)?;
    let reminder = Reminder {
        opening,
        zone: contact.facts.get("zone")?,
        offset: contact.zone.offset_at(opening.from),
        made: Moment::since_1970(clock::now())?,
        summary: contact.facts.get("summary")?,
        description: strings.get("description")?,
    };
    // A link that is the file itself needs no script to be opened, and nothing to be cleared away.
    Some(["data:text/calendar;charset=utf-8,", &encode(&reminder.ics())].concat())
}
