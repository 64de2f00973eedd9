//! The program on the phone: reads the document, follows the address, mounts the islands that it finds. What is missing or garbled
//! stays the plain document that it is.

mod clock;
mod clock_tick;
mod contact_hours;
mod document;
mod islands;
mod js_values;
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

use crate::document::DocumentFlow;
use crate::router::Location;

/// Starts the program. `subscribe` takes a function and calls it with each step entered, those of the past first (`boot.js` says how
/// one is written): a trail is known whole even if its answers were given before the islands were there. `load_bytes` loads a file of
/// the site by its address and integrity, as a promise of its bytes. `announce` and `share_or_copy` are those of the files of that name.
#[wasm_bindgen]
pub fn start(subscribe: Function, load_bytes: Function, announce: Function, share_or_copy: Function) {
    let Some(window) = web_sys::window() else { return };
    let platform = platform::platform(&window, announce, share_or_copy);
    let Some(page) = window.document() else { return };
    let Some(root) = page.document_element() else { return };
    // To read the document, to follow the address and to mount what lives in it are tasks of their own.
    let flow = DocumentFlow::read(&page);
    tasks::defer(Box::new(move || {
        let location = Location::current(&window, &page);
        if let Some(flow) = flow {
            router::start(&window, flow, &subscribe, location);
        }
        tasks::defer(Box::new(move || mount_islands(window, page, root, location, load_bytes, platform)));
    }));
}

fn mount_islands(
    window: Window,
    page: Document,
    root: Element,
    location: Location,
    load_bytes: Function,
    platform: Platform,
) {
    let ticks = clock_tick::start(&window);
    let fields = Fields::new();
    // What is in sight comes first; each has a task of its own, so that a tap in between is answered at once.
    let islands = document::all(&root, &document::selector(data_attributes::ISLAND));
    let (mut queue, hidden): (Vec<Element>, Vec<Element>) =
        islands.partition(|element| element.get_client_rects().length() > 0);
    queue.extend(hidden);
    tasks::run_in_tasks(queue, move |element| {
        // An island that can't be read stays plain and keeps none of the others from being mounted.
        _ = match element.get_attribute(data_attributes::ISLAND).as_deref() {
            Some(data_attributes::STATUS) => islands::status::mount(element).map(|tick| ticks.borrow_mut().push(tick)),
            Some(data_attributes::SIGN) => {
                islands::status::mount_sign(element).map(|tick| ticks.borrow_mut().push(tick))
            }
            Some(data_attributes::REMINDER) => {
                islands::reminder::mount(element).map(|tick| ticks.borrow_mut().push(tick))
            }
            Some(data_attributes::SEARCH) => islands::search::mount(&load_bytes, &page, element, fields, &platform),
            Some(data_attributes::MESSAGE) => islands::message::mount_when_opened(element, fields, platform.clone()),
            Some(data_attributes::PHONE_SCRIPT) => {
                let fallback = element.get_attribute(data_attributes::FALLBACK);
                mount_with_strings(element, |strings| {
                    phone_script::live(location.answers, fields.situation(), fallback, strings)
                })
            }
            Some(data_attributes::SHARE) => {
                mount_with_strings(element, |strings| share::live(location.here, &strings, platform.clone()))
            }
            _ => None,
        };
    });
}

/// Mounts an island that needs no more than its words.
fn mount_with_strings<V: IntoView + 'static>(element: Element, view: impl FnOnce(Strings) -> V) -> Option<()> {
    let strings = Strings::read(&element.get_attribute(data_attributes::STRINGS)?);
    let element: HtmlElement = element.dyn_into().ok()?;
    element.set_text_content(None);
    let view = view(strings);
    mount_to(element, move || view).forget();
    Some(())
}
