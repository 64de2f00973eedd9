//! The islands' start in a real browser: reads the document, mounts what it finds. What is missing or garbled stays
//! the plain document that it is.

mod clock;
mod clock_tick;
mod document;
mod hotline_data;
mod islands;
mod platform;
mod router;
mod tasks;

use guide_core::data_attributes;
use guide_core::strings::Strings;
use guide_views::islands::message::Fields;
use guide_views::islands::{phone_script, share};
use guide_views::platform::Platform;
use js_sys::Function;
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::prelude::{JsCast, wasm_bindgen};
use web_sys::{Document, Element, HtmlElement, Window};

use crate::router::Location;

/// Mounts the islands. `follow` calls a function with each visit of a step, those of the past first (`boot.js` says how one
/// is written): a trail is told whole even if its answers were given before the islands were there. `load` gets a file of
/// the site by its address and integrity, as a promise of its bytes. `announce` and `pass_on` are those of the files of
/// that name.
#[wasm_bindgen]
pub fn start(follow: Function, load: Function, announce: Function, pass_on: Function) {
    let Some(window) = web_sys::window() else { return };
    let platform = platform::platform(&window, announce, pass_on);
    let Some(page) = window.document() else { return };
    let Some(root) = page.document_element() else { return };
    // To read the document, to follow the address and to mount what lives in it are tasks of their own.
    let document = document::DocumentFlow::read(&page);
    tasks::defer(
        &window.clone(),
        Box::new(move || {
            let location = Location::at(&window, &page);
            if let Some(document) = document {
                router::follow(&window, document, &follow, location);
            }
            tasks::defer(
                &window.clone(),
                Box::new(move || mount_islands(window, page, root, location, load, platform)),
            );
        }),
    );
}

fn mount_islands(
    window: Window,
    page: Document,
    root: Element,
    location: Location,
    load: Function,
    platform: Platform,
) {
    let ticks = clock_tick::start(&window);
    let fields = Fields::new();
    // What is in sight comes first; each has a task of its own, so that a tap in between is answered at once.
    let islands = document::all(&root, &document::selector(data_attributes::ISLAND));
    let (mut queue, hidden): (Vec<Element>, Vec<Element>) =
        islands.partition(|element| element.get_client_rects().length() > 0);
    queue.extend(hidden);
    tasks::run_in_tasks(window, queue, move |element| {
        // An island that can't be read stays plain and keeps none of the others from being mounted.
        _ = match element.get_attribute(data_attributes::ISLAND).as_deref() {
            Some(data_attributes::STATUS) => islands::status::mount(element).map(|tick| ticks.borrow_mut().push(tick)),
            Some(data_attributes::SIGN) => {
                islands::status::mount_sign(element, &root).map(|tick| ticks.borrow_mut().push(tick))
            }
            Some(data_attributes::REMINDER) => {
                islands::reminder::mount(element).map(|tick| ticks.borrow_mut().push(tick))
            }
            Some(data_attributes::SEARCH) => islands::search::mount(&load, &page, element, fields, &platform),
            Some(data_attributes::MESSAGE) => islands::message::mount_when_opened(element, fields, platform.clone()),
            Some(data_attributes::PHONE_SCRIPT) => {
                let fallback = element.get_attribute(data_attributes::FALLBACK);
                speak(element, |strings| phone_script::live(location.told, fields.situation(), fallback, strings))
            }
            Some(data_attributes::SHARE) => {
                speak(element, |strings| share::live(location.here, &strings, platform.clone()))
            }
            _ => None,
        };
    });
}

/// Mounts an island that needs no more than its words.
fn speak<V: IntoView + 'static>(element: Element, view: impl FnOnce(Strings) -> V) -> Option<()> {
    let strings = Strings::read(&element.get_attribute(data_attributes::STRINGS)?);
    let element: HtmlElement = element.dyn_into().ok()?;
    element.set_text_content(None);
    let view = view(strings);
    mount_to(element, move || view).forget();
    Some(())
}
