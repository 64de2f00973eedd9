//! The editor's app: forms, findings, preview, publishing. It owns the draft and asks the worker for everything that needs the guide's
//! own crates. `js/boot.js` starts it.

mod browser;
mod contents;
mod crash_copy;
mod editor;
mod findings;
mod forms;
mod open;
mod other_tabs;
mod panel;
mod publish;
mod shell;
mod site_content;
mod top_bar;
mod trees;
mod view;
mod words;
mod worker_client;

use leptos::prelude::*;
use wasm_bindgen::prelude::*;

use crate::editor::Editor;
use crate::worker_client::WorkerClient;

/// Starts the app in the page. `create_worker` gives a new worker each time it is called.
#[wasm_bindgen]
pub fn start(create_worker: js_sys::Function) {
    let Some(place) = gloo_utils::document().get_element_by_id("editor") else { return };
    place.set_inner_html("");
    let Ok(place) = place.dyn_into::<web_sys::HtmlElement>() else { return };
    let worker = WorkerClient::new(create_worker);
    let mounted = leptos::mount::mount_to(place, move || {
        let editor = Editor::new(worker, browser::site_address());
        provide_context(editor);
        shell::shell(editor)
    });
    mounted.forget();
}
