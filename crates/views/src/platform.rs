//! What islands need of the browser, handed to them as functions: this crate itself calls no browser.

use std::rc::Rc;

use guide_core::strings::Strings;
use leptos::prelude::*;
use leptos::tachys::renderer::Rndr;
use leptos::tachys::renderer::types::{Element, Event};

/// What the browser can do with a text: share, copy, announce and encode it.
#[derive(Clone)]
pub struct Platform {
    /// Shares a text by the system's share sheet, or copies it.
    pub share_or_copy: ShareOrCopy,
    /// Whether the browser has a share sheet.
    pub can_share: bool,
    /// Has a text read aloud by a screen reader.
    pub announce: Announce,
    /// Percent-encodes a text as a part of a URL.
    pub encode: fn(&str) -> String,
}

impl Platform {
    /// A callback that writes into `result`, and announces, whether a text was copied: the strings `copied` and
    /// `not_copied`.
    pub fn show_copy_result(&self, result: RwSignal<String>, strings: &Strings) -> Callback {
        let (strings, announce) = (strings.clone(), self.announce.clone());
        Rc::new(move |copied| {
            let text = strings.get(if copied { "copied" } else { "not_copied" }).unwrap_or_default();
            announce(Some(text));
            result.set(text.to_owned());
        })
    }
}

/// The names of events, with spaces between, and the function that is called at each of them.
pub type Handler = (&'static str, Rc<dyn Fn(Event)>);

/// A directive that adds the handler to an element, as `use:on=handler`. Leptos' own `on:` generates code for each type of
/// handler and keeps a table for the whole page: 2 kB of wasm together.
pub fn on(element: Element, (events, function): Handler) {
    for event in events.split(' ') {
        let function = function.clone();
        // An island stays as long as its page, so the listener is never removed.
        std::mem::forget(Rndr::add_event_listener(&element, event, Box::new(move |event| function(event))));
    }
}

/// Passes a text on. With a title the share sheet is used where there is one; the title is empty where the text is not an
/// address. Without a title, without a sheet, and where the sheet fails, the text is copied; then the callback is called.
pub type ShareOrCopy = Rc<dyn Fn(&str, Option<&str>, Callback)>;

/// Has a text read aloud a little later, in place of any text still waiting. `None` delays the waiting text further.
pub type Announce = Rc<dyn Fn(Option<&str>)>;

/// Is called with whether the text was copied.
pub type Callback = Rc<dyn Fn(bool)>;
