//! Mounts the status: said anew at each tick.

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::line::Line;
use crate::guide::say::{Lines, Said, say};
use crate::site::hooks;
use crate::view::status::live;

/// Mounts one status. `None`, and the plain form, where it can't be read.
pub fn mount(element: Element, ticks: RwSignal<u32>) -> Option<()> {
    let line = Line::read(&element)?;
    let words = Lines::read(&element.get_attribute(hooks::WORDS)?);
    let speak = move || -> Option<Said> {
        let now = line.now()?;
        say(line.schedule.status(now), now, line.schedule.last_closed_year(), &words)
    };
    let first = speak()?;
    let sentence: HtmlElement = element.first_element_child()?.dyn_into().ok()?;
    sentence.set_text_content(None);
    let mounted = mount_to(sentence, move || {
        // The clock is the browser's own and stays on this thread.
        let speak = StoredValue::new_local(speak);
        let said = Memo::new(move |before: Option<&Said>| {
            ticks.track();
            speak.with_value(|speak| speak()).or_else(|| before.cloned()).unwrap_or_else(|| first.clone())
        });
        live(move || said.get())
    });
    mounted.forget();
    Some(())
}
