//! Mounts what shows whether a contact is open, and renews it at each tick: the status of a card, the sign in the header.

use guide_core::schedule::{Moment, Status};
use guide_core::status_text::StatusText;
use guide_core::strings::Strings;
use guide_views::islands::status::{StatusSignals, live};
use leptos::mount::mount_to;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::contact_hours::ContactHours;
use crate::document::strings;

/// How a status is put into words.
type ToText = fn(Status, Moment, Option<u16>, &Strings) -> Option<StatusText>;

/// Mounts a status or the sign, `island`; the function returned renews it. `None`, and the prerendered form, where it can't be read.
pub fn mount(element: Element, island: &str, to_text: ToText) -> Option<Box<dyn Fn()>> {
    let contact = ContactHours::of(&element)?;
    let strings = strings(&element.owner_document()?, island)?;
    let text_now = move || -> Option<StatusText> {
        let now = contact.now()?;
        to_text(contact.schedule.status(now), now, contact.schedule.last_closed_year(), &strings)
    };
    let signals = StatusSignals::new(text_now()?);
    let place: HtmlElement = element.first_element_child()?.dyn_into().ok()?;
    place.set_text_content(None);
    mount_to(place, move || live(signals)).forget();
    Some(Box::new(move || {
        if let Some(text) = text_now() {
            signals.update(text);
        }
    }))
}
