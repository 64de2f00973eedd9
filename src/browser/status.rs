//! Mounts what says whether the hotline answers, and says it anew at each tick: the status of a card, the sign in the header.

use leptos::mount::mount_to;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::line::Line;
use crate::guide::say::{Lines, Said, say, sign};
use crate::guide::schedule::{Moment, Status};
use crate::site::hooks;
use crate::view::status::{Sentence, live};

/// How a status is put into words.
type Say = fn(Status, Moment, Option<u16>, &Lines) -> Option<Said>;

/// Mounts one status; the answer says it anew. `None`, and the plain form, where it can't be read.
pub fn mount(element: Element) -> Option<Box<dyn Fn()>> {
    let line = Line::read(&element)?;
    speak(element, line, say)
}

/// Mounts the sign in the header, which tells the first line of the page.
pub fn mount_sign(element: Element, root: &Element) -> Option<Box<dyn Fn()>> {
    let line = Line::below(root)?;
    speak(element, line, sign)
}

fn speak(element: Element, line: Line, say: Say) -> Option<Box<dyn Fn()>> {
    let words = Lines::read(&element.get_attribute(hooks::WORDS)?);
    let speak = move || -> Option<Said> {
        let now = line.now()?;
        say(line.schedule.status(now), now, line.schedule.last_closed_year(), &words)
    };
    let sentence = Sentence::of(speak()?);
    let place: HtmlElement = element.first_element_child()?.dyn_into().ok()?;
    place.set_text_content(None);
    mount_to(place, move || live(sentence)).forget();
    Some(Box::new(move || {
        if let Some(said) = speak() {
            sentence.say(said);
        }
    }))
}
