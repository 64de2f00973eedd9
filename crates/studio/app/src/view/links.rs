//! Where the links of a previewed page lead: within the page as on a phone, from the map to forms, and nowhere where the preview would
//! be left.

use guide_studio_model::Place;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use super::{Tab, ViewState};
use crate::editor::Editor;
use crate::panel::Panel;
use crate::{browser, words};

/// Follows the link that was clicked, if one was.
pub fn follow(editor: Editor, view: ViewState, event: &Event) {
    // The elements of a frame belong to another window, so `dyn_into` would refuse them.
    let Some(target) = event.target() else { return };
    let Ok(Some(link)) = target.unchecked_into::<Element>().closest("a[href]") else { return };
    let address = link.get_attribute("href").unwrap_or_default();
    if address.starts_with('#') {
        return;
    }
    let site = browser::site_address();
    if let Some(within) = address.strip_prefix(&site).or_else(|| within_site(&address)) {
        event.prevent_default();
        let (page, step) = within.split_once('#').unwrap_or((within, ""));
        match page {
            "" if step.is_empty() => view.tab.set(Tab::Phone),
            "" => Panel::go("step", &decode(step)),
            "map/" => view.tab.set(Tab::Map),
            "print/" => view.tab.set(Tab::Print),
            "print/poster/" | "poster/" => view.tab.set(Tab::Poster),
            _ => say(editor, &address),
        }
    } else if address.contains("blob%3A") {
        // Sharing: the page in the preview has no address that others could open.
        event.prevent_default();
        say(editor, address.split('?').next().unwrap_or_default());
    } else if address.starts_with("http:") || address.starts_with("https:") {
        _ = link.set_attribute("target", "_blank");
        _ = link.set_attribute("rel", "noopener");
    } else {
        event.prevent_default();
        say(editor, &address);
    }
}

/// What a relative address names of the site, wherever it is used: a Blob document has no folder that it could be relative to.
fn within_site(address: &str) -> Option<&str> {
    let has_scheme = address.split(['/', '#']).next().is_some_and(|start| start.contains(':'));
    (!has_scheme).then(|| address.trim_start_matches("../").trim_start_matches("./"))
}

fn say(editor: Editor, address: &str) {
    editor.message.set(words::fill(words::view_links::LEADS_AWAY, &[("address", &decode(address))]));
}

fn decode(text: &str) -> String {
    js_sys::decode_uri_component(text).map(String::from).unwrap_or_else(|_| text.to_owned())
}

/// The step whose form is open, in words of the address: its id.
pub fn step_of(editor: Editor, panel: &Panel) -> Option<String> {
    match &*panel.kind {
        "step" | "phrases" => match panel.item.strip_prefix('@') {
            Some(index) => {
                let index: usize = index.parse().ok()?;
                Some(editor.text(&Place::guide(["step".into(), index.into(), "id".into()])))
            }
            None => Some(panel.item.clone()),
        },
        "general" | "rules" | "institutions" => Some(editor.text(&Place::guide(["start".into()]))),
        "not-covered" => Some(editor.text(&Place::guide(["fallback".into()]))),
        _ => None,
    }
}
