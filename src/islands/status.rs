//! Mounts what says whether the hotline answers, and says it anew at each tick: the status of a card, the sign in the header.

use guide_core::data_attributes;
use guide_core::schedule::{Moment, Status};
use guide_core::status_text::{StatusText, sign_text, status_text};
use guide_core::strings::Strings;
use guide_views::islands::status::{StatusSignals, live};
use leptos::mount::mount_to;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::hotline_data::HotlineData;

/// How a status is put into words.
type Say = fn(Status, Moment, Option<u16>, &Strings) -> Option<StatusText>;

/// Mounts one status; the answer says it anew. `None`, and the plain form, where it can't be read.
pub fn mount(element: Element) -> Option<Box<dyn Fn()>> {
    let line = HotlineData::read(&element)?;
    speak(element, line, status_text)
}

/// Mounts the sign in the header, which tells the first line of the page.
pub fn mount_sign(element: Element, root: &Element) -> Option<Box<dyn Fn()>> {
    let line = HotlineData::below(root)?;
    speak(element, line, sign_text)
}

fn speak(element: Element, line: HotlineData, say: Say) -> Option<Box<dyn Fn()>> {
    let strings = Strings::read(&element.get_attribute(data_attributes::STRINGS)?);
    let speak = move || -> Option<StatusText> {
        let now = line.now()?;
        say(line.schedule.status(now), now, line.schedule.last_closed_year(), &strings)
    };
    let signals = StatusSignals::new(speak()?);
    let place: HtmlElement = element.first_element_child()?.dyn_into().ok()?;
    place.set_text_content(None);
    mount_to(place, move || live(signals)).forget();
    Some(Box::new(move || {
        if let Some(said) = speak() {
            signals.update(said);
        }
    }))
}
