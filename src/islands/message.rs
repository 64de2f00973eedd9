//! Mounts the messages: all of them share what was typed.

use gloo_events::EventListener;
use guide_core::data_attributes;
use guide_views::islands::message::{Fields, live};
use guide_views::platform::Platform;
use leptos::mount::mount_to;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::document::{all, selector, strings};

/// Mounts one message when its `<details>` is first opened: ten forms that few will open need not be made. `None` where
/// it stands in none.
pub fn mount_when_opened(element: Element, fields: Fields, platform: Platform) -> Option<()> {
    let details = element.closest("details").ok()??;
    if details.has_attribute("open") {
        return mount(element, fields, platform);
    }
    EventListener::once(&details, "click", move |_| mount(element, fields, platform).unwrap_or_default()).forget();
    Some(())
}

/// `None`, and the plain text, where it can't be read.
fn mount(element: Element, fields: Fields, platform: Platform) -> Option<()> {
    let page = element.owner_document()?;
    let strings = strings(&page, data_attributes::MESSAGE)?;
    let text = element.query_selector("blockquote").ok()??;
    // Each mark of an empty place becomes the placeholder of its field again.
    for blank in all(&text, &selector(data_attributes::FIELD)) {
        blank.set_text_content(Some(&["{", &blank.get_attribute(data_attributes::FIELD)?, "}"].concat()));
    }
    let template = text.text_content()?;
    let ids = element.get_attribute(data_attributes::FIELDS).unwrap_or_default();
    let element: HtmlElement = element.dyn_into().ok()?;
    // The institution's, where the page shows one.
    let shown = page.query_selector("[data-contact] [href^='mailto:']").ok().flatten();
    let to = shown.and_then(|link| link.get_attribute("href")).unwrap_or_default();
    let to = to.strip_prefix("mailto:").unwrap_or_default().to_owned();
    element.set_text_content(None);
    mount_to(element, move || live(template, ids, strings, to, fields, platform)).forget();
    Some(())
}
