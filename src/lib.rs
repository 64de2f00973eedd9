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

use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::document::DocumentFlow;
use crate::islands::{ISLANDS, ISLANDS_AROUND, Islands};
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
    // To read the document, to follow the address and to mount each island are tasks of their own.
    let flow = DocumentFlow::read(&page);
    tasks::defer(Box::new(move || {
        let location = Location::current(&window, &page);
        let islands = Rc::new(Islands::new(&window, page, location, load_bytes, platform));
        // Without a flow nothing says which step is entered: all islands are mounted.
        islands.mount_below(&root, if flow.is_some() { ISLANDS_AROUND } else { ISLANDS }, false);
        if let Some(flow) = flow {
            router::start(&window, flow, &subscribe, location, islands);
        }
    }));
}
