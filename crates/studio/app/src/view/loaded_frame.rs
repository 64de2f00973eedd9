//! A frame with its document, from when it is out of sight until it goes.

use gloo_events::EventListener;
use gloo_utils::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlIFrameElement;

use super::page_document::PageDocument;

/// A frame with its document.
pub struct Loaded {
    /// The frame; it goes when this is dropped.
    pub frame: HtmlIFrameElement,
    /// The step that was asked for, not the one that the person has walked to.
    pub step: String,
    /// Keeps the document alive.
    pub document: PageDocument,
    /// What follows the document's links.
    pub clicks: Option<EventListener>,
}

impl Drop for Loaded {
    fn drop(&mut self) {
        self.frame.remove();
    }
}

/// A frame out of sight. Nothing in it can take the focus from the field that is typed in.
pub fn new_frame(title: &str) -> Option<HtmlIFrameElement> {
    let frame: HtmlIFrameElement = document().create_element("iframe").ok()?.dyn_into().ok()?;
    frame.set_class_name("coming");
    _ = frame.set_attribute("inert", "");
    _ = frame.set_attribute("aria-hidden", "true");
    _ = frame.set_attribute("title", title);
    Some(frame)
}
