//! Files that are dropped anywhere on the page.

use gloo_events::{EventListener, EventListenerOptions};
use gloo_utils::document;
use wasm_bindgen::JsCast;
use web_sys::{DataTransfer, DragEvent, Event, File};

/// Calls `open` with each file that is dropped. What a form has taken for itself is left to it, and so is dragged text.
pub fn listen(open: impl Fn(File) + 'static) {
    let options = EventListenerOptions::enable_prevent_default();
    let over = |event: &Event| {
        if let Some(data) = files(event) {
            event.prevent_default();
            data.set_drop_effect("copy");
        }
    };
    EventListener::new_with_options(&document(), "dragover", options, over).forget();
    let dropped = move |event: &Event| {
        let Some(data) = files(event) else { return };
        event.prevent_default();
        if let Some(file) = data.files().and_then(|files| files.get(0)) {
            open(file);
        }
    };
    EventListener::new_with_options(&document(), "drop", options, dropped).forget();
}

/// What is dragged, where it is files that nobody has taken.
fn files(event: &Event) -> Option<DataTransfer> {
    let data = event.dyn_ref::<DragEvent>()?.data_transfer()?;
    let is_files = data.types().iter().any(|kind| kind.as_string().as_deref() == Some("Files"));
    (is_files && !event.default_prevented()).then_some(data)
}
