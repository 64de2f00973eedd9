//! What islands ask of the browser, handed down to them: nothing here knows how it is done.

use std::rc::Rc;

use leptos::tachys::renderer::Rndr;
use leptos::tachys::renderer::types::{Element, Event};

/// The browser's means of passing a text on.
#[derive(Clone)]
pub struct Tools {
    /// Puts a text on the clipboard, then tells whether it is there.
    pub copy: Copy,
    /// Opens the system's sheet with a text, or a link and its title; `None` where there is no such sheet.
    pub share: Option<Rc<dyn Fn(Shared)>>,
    /// Encodes a text as a part of a URL.
    pub encode: fn(&str) -> String,
}

/// What is done at events of these names, with spaces between.
pub type Act = (&'static str, Rc<dyn Fn(Event)>);

/// Does so from now on, as `use:at=("click", act)`. Leptos' own `on:` has a kind of code for each handler, and a table for
/// the whole page, 2 kB together.
pub fn at(element: Element, (events, act): Act) {
    for event in events.split(' ') {
        let act = act.clone();
        // An island stays as long as its page: nobody will want to take it back.
        std::mem::forget(Rndr::add_event_listener(&element, event, Box::new(move |event| act(event))));
    }
}

/// Copies a text, then tells.
pub type Copy = Rc<dyn Fn(&str, Told)>;

/// Is told whether something was done.
pub type Told = Box<dyn FnOnce(bool)>;

/// What is shared: one of the two.
pub enum Shared {
    Text(String),
    Link { title: String, url: String },
}
