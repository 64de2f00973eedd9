//! Mounting the islands: what each reads from its place in the document, and what it does there.

pub mod message;
pub mod reminder;
pub mod search;
pub mod status;
pub mod trail;

use std::rc::Rc;

use guide_core::data_attributes;
use guide_core::status_text::{sign_text, status_text};
use guide_core::strings::Strings;
use guide_views::islands::message::Fields;
use guide_views::islands::{phone_script, share};
use guide_views::platform::Platform;
use js_sys::Function;
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, Window};

use crate::clock_tick::{self, Ticks};
use crate::document::{all, strings};
use crate::router::Location;
use crate::tasks;

/// The selector for islands.
pub const ISLANDS: &str = "[data-island]";
/// That for the islands of the header and the footer, which each step has in sight.
pub const ISLANDS_AROUND: &str = "header [data-island],footer [data-island]";

/// Mounts islands: those of a step when it is first entered.
pub struct Islands {
    page: Document,
    location: Location,
    load_bytes: Function,
    platform: Platform,
    ticks: Ticks,
    /// What was typed, which all messages share.
    fields: Fields,
}

impl Islands {
    /// None is mounted yet.
    pub fn new(
        window: &Window,
        page: Document,
        location: Location,
        load_bytes: Function,
        platform: Platform,
    ) -> Islands {
        Islands { page, location, load_bytes, platform, ticks: clock_tick::start(window), fields: Fields::new() }
    }

    /// Mounts those islands below an element that match: at once, or each in a task of its own, so that a tap in between is answered at
    /// once.
    pub fn mount_below(self: &Rc<Islands>, root: &Element, selector: &str, at_once: bool) {
        let islands = self.clone();
        tasks::run_in_tasks(all(root, selector), at_once, move |element| islands.mount(element));
    }

    /// Mounts an island. One that can't be read stays plain and keeps none of the others from being mounted.
    fn mount(&self, element: Element) {
        let Islands { page, location, load_bytes, platform, ticks, fields } = self;
        let name = element.get_attribute(data_attributes::ISLAND);
        let tick = match name.as_deref() {
            Some(data_attributes::STATUS) => status::mount(element, data_attributes::STATUS, status_text),
            Some(data_attributes::SIGN) => status::mount(element, data_attributes::SIGN, sign_text),
            Some(data_attributes::REMINDER) => reminder::mount(element),
            Some(data_attributes::SEARCH) => search::mount(load_bytes, page, element, *fields, platform).and(None),
            Some(data_attributes::MESSAGE) => message::mount_when_opened(element, *fields, platform.clone()).and(None),
            Some(name @ data_attributes::PHONE_SCRIPT) => mount_with_strings(page, name, element, |strings| {
                phone_script::live(location.answers, fields.situation(), strings)
            })
            .and(None),
            Some(name @ data_attributes::SHARE) => mount_with_strings(page, name, element, |strings| {
                share::live(location.here, &strings, platform.clone())
            })
            .and(None),
            _ => None,
        };
        ticks.borrow_mut().extend(tick);
    }
}

/// Mounts an island that needs no more than its words.
fn mount_with_strings<V: IntoView + 'static>(
    page: &Document,
    name: &str,
    element: Element,
    view: impl FnOnce(Strings) -> V,
) -> Option<()> {
    let strings = strings(page, name)?;
    let element: HtmlElement = element.dyn_into().ok()?;
    element.set_text_content(None);
    let view = view(strings);
    mount_to(element, move || view).forget();
    Some(())
}
