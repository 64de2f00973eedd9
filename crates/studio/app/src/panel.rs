//! The panel that the address names: `#step/forgot-email`. Links to panels are plain links, so back and forward work.

use gloo_events::EventListener;
use gloo_utils::window;
use leptos::prelude::*;

/// What the middle of the page shows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Panel {
    /// The kind: `step`, `contacts`, `publish` and so on.
    pub kind: String,
    /// The item of that kind, such as a step's id; empty for none.
    pub item: String,
}

impl Panel {
    /// The panel that a fragment names, with or without its `#`.
    pub fn parse(fragment: &str) -> Panel {
        let (kind, item) =
            fragment.trim_start_matches('#').split_once('/').unwrap_or((fragment.trim_start_matches('#'), ""));
        let item = js_sys::decode_uri_component(item).map(String::from).unwrap_or_default();
        Panel { kind: kind.to_owned(), item }
    }

    /// The fragment that names a panel.
    pub fn link(kind: &str, item: &str) -> String {
        if item.is_empty() { format!("#{kind}") } else { format!("#{kind}/{}", js_sys::encode_uri_component(item)) }
    }

    /// Goes to a panel, as a link to it would.
    pub fn go(kind: &str, item: &str) {
        _ = window().location().set_hash(&Panel::link(kind, item));
    }

    /// The panel that the address names now, and from now on.
    pub fn signal() -> RwSignal<Panel> {
        let now = || Panel::parse(&window().location().hash().unwrap_or_default());
        let panel = RwSignal::new(now());
        EventListener::new(&window(), "hashchange", move |_| panel.set(now())).forget();
        panel
    }
}
