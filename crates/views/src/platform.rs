//! What islands ask of the browser, handed down to them: nothing here knows how it is done.

use std::rc::Rc;

use guide_core::strings::Strings;
use leptos::prelude::*;
use leptos::tachys::renderer::Rndr;
use leptos::tachys::renderer::types::{Element, Event};

/// The browser's means of passing a text on, and of having it read aloud.
#[derive(Clone)]
pub struct Platform {
    /// Passes a text on; with a title, by the system's sheet where there is one: the title is empty where the text is no
    /// address. Else, and where the sheet refuses, the text is copied, and that is told.
    pub share_or_copy: ShareOrCopy,
    /// Whether there is such a sheet to share by.
    pub can_share: bool,
    /// Has a text read aloud by a screen reader.
    pub announce: Announce,
    /// Encodes a text as a part of a URL.
    pub encode: fn(&str) -> String,
}

impl Platform {
    /// Says in `said` and aloud whether a copy was made, each time anew.
    pub fn report_copy_in(&self, said: RwSignal<String>, strings: &Strings) -> Callback {
        let (strings, announce) = (strings.clone(), self.announce.clone());
        Rc::new(move |done| {
            let text = strings.get(if done { "copied" } else { "not_copied" }).unwrap_or_default();
            announce(Some(text));
            said.set(text.to_owned());
        })
    }
}

/// What is done at events of these names, with spaces between.
pub type Handler = (&'static str, Rc<dyn Fn(Event)>);

/// Does so from now on, as `use:on=("click", act)`. Leptos' own `on:` has a kind of code for each handler, and a table for
/// the whole page, 2 kB together.
pub fn on(element: Element, (events, act): Handler) {
    for event in events.split(' ') {
        let act = act.clone();
        // An island stays as long as its page: nobody will want to take it back.
        std::mem::forget(Rndr::add_event_listener(&element, event, Box::new(move |event| act(event))));
    }
}

/// Passes a text on, with its title if it is to be shared, then tells whether it was copied.
pub type ShareOrCopy = Rc<dyn Fn(&str, Option<&str>, Callback)>;

/// Has a text read aloud a little later. `None`: what waits to be read waits for longer.
pub type Announce = Rc<dyn Fn(Option<&str>)>;

/// Is told whether something was done.
pub type Callback = Rc<dyn Fn(bool)>;
