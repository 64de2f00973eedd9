//! The islands' start in a real browser: reads the document, mounts what it finds. What is missing or garbled stays
//! the plain document that it is.

mod clock;
mod document;
mod find;
mod line;
mod message;
mod place;
mod remind;
mod status;
mod tick;
mod tools;
mod trail;

use std::rc::Rc;

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, HtmlElement};

use crate::guide::say::Lines;
use crate::site::hooks;
use crate::view::message::Fields;
use crate::view::{phone, share};
use place::Stand;

/// Mounts the islands. `entered` are the fragments of the address since the page came, the first at its coming, with
/// spaces between: a trail is told whole even if its answers were given before the islands were there.
#[wasm_bindgen]
pub fn start(entered: &str) {
    let Some(window) = web_sys::window() else { return };
    let Some(page) = window.document() else { return };
    let Some(root) = page.document_element() else { return };
    let stand = Stand::at(&window, &page);
    if let Some(plan) = document::Plan::read(&page) {
        place::follow(&window, plan, entered, stand);
    }
    let mut ticking: Vec<Box<dyn Fn()>> = Vec::new();
    let tools = tools::tools(&window);
    let fields = Fields::new();
    for element in document::all(&root, &document::selector(hooks::ISLAND)) {
        // An island that can't be read stays plain and keeps none of the others from being mounted.
        _ = match element.get_attribute(hooks::ISLAND).as_deref() {
            Some(hooks::STATUS) => status::mount(element).map(|tick| ticking.push(tick)),
            Some(hooks::REMIND) => remind::mount(element).map(|tick| ticking.push(tick)),
            Some(hooks::FIND) => find::mount(&window, &page, element),
            Some(hooks::MESSAGE) => message::mount(element, fields, tools.clone()),
            Some(hooks::PHONE) => speak(element, |words| phone::live(stand.told, words)),
            Some(hooks::SHARE) => speak(element, |words| share::live(stand.here, &words, tools.clone())),
            _ => None,
        };
    }
    tick::each_tick(&window, Rc::new(move || ticking.iter().for_each(|tick| tick())));
}

/// Mounts an island that needs no more than its words.
fn speak<V: IntoView + 'static>(element: Element, view: impl FnOnce(Lines) -> V) -> Option<()> {
    let words = Lines::read(&element.get_attribute(hooks::WORDS)?);
    let element: HtmlElement = element.dyn_into().ok()?;
    element.set_text_content(None);
    let view = view(words);
    mount_to(element, move || view).forget();
    Some(())
}
