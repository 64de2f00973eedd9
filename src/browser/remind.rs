//! Mounts the reminder: the calendar's file as a link, for the opening that comes next. While the hotline is closed it
//! stands first, before the call; while it is open, behind it.

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::clock;
use super::line::Line;
use super::tools::{encode, focus};
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
    let place: Element = element.clone().into();
    mount_to(element, move || live(link, &told)).forget();
    arrange(&place, line.is_open()?);
    Some(Box::new(move || {
        if let Some((file, open)) = file(&line, &words).zip(line.is_open()) {
            link.set(file);
            arrange(&place, open);
        }
    }))
}

/// Puts the reminder and its neighbour, the call, into their order.
fn arrange(remind: &Element, open: bool) -> Option<()> {
    let neighbours = remind.parent_element()?;
    let (first, last) = (neighbours.first_element_child()?, neighbours.last_element_child()?);
    if (&last == remind) == open {
        return Some(());
    }
    let focused = remind.owner_document()?.active_element();
    // Both anew: what only changed its place would count as having been moved under the eye, though the boxes stay.
    neighbours.append_child(&last).ok()?;
    neighbours.append_child(&first).ok()?;
    if let Some(focused) = focused.filter(|focused| neighbours.contains(Some(focused))) {
        focus(&focused.dyn_into().ok()?);
    }
    Some(())
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
