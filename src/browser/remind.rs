//! Mounts the reminder: the calendar's file as a link, for the opening that comes next.

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::clock::utc_now;
use super::line::Line;
use super::tools::encode;
use crate::guide::reminder::{Reminder, next_opening};
use crate::guide::say::Lines;
use crate::site::hooks;
use crate::view::remind::live;

/// Mounts one reminder. `None`, and nothing, where its card's schedule can't be read.
pub fn mount(element: Element, ticks: RwSignal<u32>) -> Option<()> {
    let line = Line::beside(&element)?;
    let words = Lines::read(&element.get_attribute(hooks::WORDS)?);
    let element: HtmlElement = element.dyn_into().ok()?;
    let mounted = mount_to(element, move || {
        let line = StoredValue::new_local(line);
        let told = words.clone();
        let file = Memo::new(move |_| {
            ticks.track();
            line.with_value(|line| file(line, &told))
        });
        live(file, &words)
    });
    mounted.forget();
    Some(())
}

fn file(line: &Line, words: &Lines) -> Option<String> {
    let opening = next_opening(&line.schedule, line.now()?)?;
    let reminder = Reminder {
        opening,
        zone: &line.zone,
        offset: line.clock.offset_at(opening.from)?,
        made: utc_now()?,
        summary: words.get("summary")?,
        description: words.get("description")?,
    };
    // A link that is the file itself needs no script to be opened, and nothing to be cleared away.
    Some(["data:text/calendar;charset=utf-8,", &encode(&reminder.ics())].concat())
}
