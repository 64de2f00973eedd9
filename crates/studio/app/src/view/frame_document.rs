//! What the preview does to the document in its frame: its theme, and where the person is in it.

use gloo_events::EventListener;
use gloo_timers::future::TimeoutFuture;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HashChangeEvent, HashChangeEventInit, HtmlIFrameElement, Window};

/// A document that has not loaded after so many ms is shown as far as it is.
const LOADING: u32 = 3_000;
/// The most time, in ms, that the guide's program is waited for: without it the page is whole too.
const PROGRAM: u32 = 200;

/// Where a person is in a document.
pub struct Position {
    /// The step that was walked to, as a fragment with its `#`, or nothing.
    pub fragment: String,
    /// The trail, as the guide's program keeps it in the history.
    trail: Option<String>,
    scroll: (f64, f64),
}

impl Position {
    /// The position in the document of a window.
    pub fn of(window: &Window) -> Position {
        Position {
            fragment: window.location().hash().unwrap_or_default(),
            trail: trail(window),
            scroll: (window.scroll_x().unwrap_or_default(), window.scroll_y().unwrap_or_default()),
        }
    }

    /// Brings another document to this position; its address has the fragment already.
    pub fn restore(&self, window: &Window) {
        if let (Some(trail), Ok(history)) = (&self.trail, window.history())
            && self::trail(window).as_ref() != Some(trail)
        {
            // The program reads a trail from the history when a step is entered.
            _ = history.replace_state(&JsValue::from_str(trail), "");
            let init = HashChangeEventInit::new();
            init.set_new_url(&window.location().href().unwrap_or_default());
            if let Ok(event) = HashChangeEvent::new_with_event_init_dict("hashchange", &init) {
                _ = window.dispatch_event(&event);
            }
        }
        window.scroll_to_with_x_and_y(self.scroll.0, self.scroll.1);
    }
}

/// The trail that the guide's program has written into the history.
fn trail(window: &Window) -> Option<String> {
    window.history().ok()?.state().ok()?.as_string()
}

/// Waits until the document of a frame has loaded. `None` where there is none.
pub async fn loaded(frame: &HtmlIFrameElement) -> Option<Window> {
    let (sender, receiver) = futures_channel::oneshot::channel::<()>();
    let loading = EventListener::once(frame, "load", move |_| _ = sender.send(()));
    let mut receiver = receiver;
    let mut waited = 0;
    while waited < LOADING && matches!(receiver.try_recv(), Ok(None)) {
        TimeoutFuture::new(5).await;
        waited += 5;
    }
    drop(loading);
    frame.content_window()
}

/// Makes a document what a phone shows: in its theme, and as a page of its own rather than one that a school's page frames.
pub fn prepare(window: &Window, is_dark: bool) {
    set_theme(window, is_dark);
    keep_focus_out(window);
    if let Some(root) = window.document().and_then(|document| document.document_element()) {
        _ = root.class_list().remove_2("framed", "more");
    }
}

/// Has the document of a frame move the focus only where it has it already. `js/boot.js` says how.
fn keep_focus_out(window: &Window) {
    let keep = js_sys::Reflect::get(&gloo_utils::window(), &"keepFocusOutOf".into());
    if let Some(keep) = keep.ok().and_then(|keep| keep.dyn_into::<js_sys::Function>().ok()) {
        _ = keep.call1(&JsValue::UNDEFINED, window);
    }
}

/// Sets the theme of a document, as a page that frames the guide does by its address.
pub fn set_theme(window: &Window, is_dark: bool) {
    if let Some(root) = window.document().and_then(|document| document.document_element()) {
        _ = root.set_attribute("data-theme", if is_dark { "dark" } else { "light" });
    }
}

/// The width that a window's scrollbar, or the room kept for it, takes from the page, in CSS pixels.
pub fn scrollbar(window: &Window) -> u32 {
    let root = window.document().and_then(|document| document.document_element());
    let inside = root.map(|root| root.get_bounding_client_rect().width());
    let whole = window.inner_width().ok().and_then(|width| width.as_f64());
    whole.zip(inside).map_or(0, |(whole, inside)| (whole - inside).max(0.0) as u32)
}

/// A page whose elements can't take the focus by a script or by the address: a browser moves it to the step that the address names as
/// soon as the document has loaded, away from the field that is typed in. Neither `inert` nor `visibility` keeps it from that.
pub fn without_focus(html: &str) -> String {
    html.replace(" tabindex=\"-1\"", " data-focusable")
}

/// Gives the elements of such a page back what was taken.
pub fn with_focus(window: &Window) {
    let found = window.document().and_then(|document| document.query_selector_all("[data-focusable]").ok());
    let Some(found) = found else { return };
    for index in 0..found.length() {
        // The elements of a frame belong to another window, so `dyn_into` would refuse them.
        if let Some(node) = found.item(index) {
            _ = node.unchecked_into::<Element>().set_attribute("tabindex", "-1");
        }
    }
}

/// Waits until the guide's program has written its trail and mounted what is in sight.
pub async fn wait_for_program(window: &Window) {
    let mut waited = 0;
    while waited < PROGRAM && trail(window).is_none() {
        TimeoutFuture::new(10).await;
        waited += 10;
    }
    if waited < PROGRAM {
        TimeoutFuture::new(20).await;
    }
}
