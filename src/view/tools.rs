//! What islands ask of the browser, handed down to them: nothing here knows how it is done.

use std::rc::Rc;

/// The browser's means of passing a text on.
#[derive(Clone)]
pub struct Tools {
    /// Puts a text on the clipboard, then tells whether it is there.
    pub copy: Rc<dyn Fn(&str, Box<dyn FnOnce(bool)>)>,
    /// Opens the system's sheet with a text, or a link and its title; `None` where there is no such sheet.
    pub share: Option<Rc<dyn Fn(Shared)>>,
    /// Encodes a text as a part of a URL.
    pub encode: fn(&str) -> String,
}

/// What is shared: one of the two.
pub enum Shared {
    Text(String),
    Link { title: String, url: String },
}
