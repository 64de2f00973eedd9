//! The islands' start in a real browser: reads the document, mounts what it finds. What is missing or garbled stays
//! the plain document that it is.

mod clock;
mod document;
mod place;
mod status;
mod trail;

use wasm_bindgen::prelude::wasm_bindgen;

/// Mounts the islands. `entered` are the fragments of the address since the page came, the first at its coming, with
/// spaces between: a trail is told whole even if its answers were given before the islands were there.
#[wasm_bindgen]
pub fn start(entered: &str) {
    let Some(window) = web_sys::window() else { return };
    let Some(page) = window.document() else { return };
    if let Some(plan) = document::Plan::read(&page) {
        place::follow(&window, plan, entered);
    }
    status::mount_all(&window, &page);
}
