//! Mounts the reminder: the calendar's file as a link, for the opening that comes next.

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::clock;
use super::line::Line;
use super::tools::encode;
use crate::guide::reminder::{Reminder, next_opening};
use crate::guide::say::Lines;
use crate::guide::schedule::Moment;
use crate::site::hooks;
use crate::view::remind::live;

/// Mounts one reminder; the answer makes its file anew. `None`, and nothing to see, where there is no opening to be told.
pub fn mount(element: Element) -> Option<Box<dyn Fn()>> {
    let line = Line::beside(&element)?;
    let words = Lines::read(&element.get_attribute(hooks::WORDS)?);
    let element: HtmlElement = element.dyn_into().ok()?;
    let link = RwSignal::new(file(&line, &words)?);
    let told = words.clone();
    mount_to(element, move || live(link, &told)).forget();
    Some(Box::new(move || {
        if let Some(file) = file(&line, &words) {
            link.set(file);
        }
    }))
}

fn file(line: &Line, words: &Lines) -> Option<String> {
    let opening = next_opening(&line.schedule, line.now()?)?;
    let reminder = Reminder {
        opening,
        zone: &line.zone_name,
        offset: line.zone.offset_at(opening.from),
        made: Moment::since_1970(clock::now())?,
        summary: words.get("summary")?,
        description: words.get("description")?,
    };
    // A link that is the file itself needs no script to be opened, and nothing to be cleared away.
    Some(["data:text/calendar;charset=utf-8,", &encode(&reminder.ics())].concat())
}
