//! Mounts the messages: all of them share what was typed.

use leptos::mount::mount_to;
use web_sys::{Element, HtmlElement};

use wasm_bindgen::JsCast;

use crate::guide::say::Lines;
use crate::site::hooks;
use crate::view::message::{Fields, live};
use crate::view::tools::Tools;

/// Mounts one message. `None`, and the plain text, where it can't be read.
pub fn mount(element: Element, fields: Fields, tools: Tools) -> Option<()> {
    let template = element.get_attribute(hooks::TEMPLATE)?;
    let words = Lines::read(&element.get_attribute(hooks::WORDS)?);
    let element: HtmlElement = element.dyn_into().ok()?;
    element.set_text_content(None);
    mount_to(element, move || live(template, words, fields, tools)).forget();
    Some(())
}
