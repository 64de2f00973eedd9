//! Mounts the status: on the minute, and whenever the page is looked at again, it is said anew.

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlElement, Window};

use super::clock::Clock;
use super::document::{all, island};
use crate::guide::say::{Lines, Said, say};
use crate::guide::schedule::Schedule;
use crate::site::hooks;
use crate::view::status::live;

const MINUTE: i32 = 60_000;

/// Mounts every status of the page; one that can't be read stays plain.
pub fn mount_all(window: &Window, page: &Document) {
    let Some(root) = page.document_element() else { return };
    for element in all(&root, &island(hooks::STATUS)) {
        _ = mount(window, element);
    }
}

fn mount(window: &Window, element: Element) -> Option<()> {
    let attribute = |name: &str| element.get_attribute(name);
    let schedule = {
        let (hours, holidays, closed) =
            (attribute(hooks::HOURS)?, attribute(hooks::HOLIDAYS)?, attribute(hooks::CLOSED)?);
        let split = |text| -> Vec<&str> { str::split_ascii_whitespace(text).collect() };
        Schedule::parse(&hours, &split(&holidays), &split(&closed)).ok()?
    };
    let words = Lines::read(&attribute(hooks::WORDS)?);
    let clock = Clock::of(&attribute(hooks::ZONE)?)?;
    let speak = move || {
        let now = clock.now()?;
        say(schedule.status(now), now, schedule.last_closed_year(), &words)
    };
    // What can't be said now is left plain, hours and all.
    let said = RwSignal::new(speak()?);
    let sentence: HtmlElement = element.first_element_child()?.dyn_into().ok()?;
    sentence.set_text_content(None);
    mount_to(sentence, move || live(move || said.get())).forget();
    let speak = std::rc::Rc::new(move || {
        if let Some(now) = speak().filter(|now: &Said| *now != said.get_untracked()) {
            said.set(now);
        }
    });
    tick(window, speak)
}

/// Calls `speak` at each turn of the minute and whenever the page comes back to sight: timers sleep with the tab.
fn tick(window: &Window, speak: std::rc::Rc<dyn Fn()>) -> Option<()> {
    let woken = speak.clone();
    let wake = Closure::<dyn Fn()>::new(move || woken());
    let page = window.document()?;
    page.add_event_listener_with_callback("visibilitychange", wake.as_ref().unchecked_ref()).ok()?;
    window.add_event_listener_with_callback("pageshow", wake.as_ref().unchecked_ref()).ok()?;
    wake.forget();
    next_minute(window.clone(), speak);
    Some(())
}

fn next_minute(window: Window, speak: std::rc::Rc<dyn Fn()>) {
    let milliseconds = js_sys::Date::now() as i64;
    // A little past the turn: a timer may be early, and a minute said too soon would stay for a whole one.
    let wait = MINUTE - (milliseconds % i64::from(MINUTE)) as i32 + 20;
    let here = window.clone();
    let then = Closure::once_into_js(move || {
        speak();
        next_minute(here, speak);
    });
    _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(then.unchecked_ref(), wait);
}
