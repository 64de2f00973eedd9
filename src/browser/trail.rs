//! Mounts the trail of each step.

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::document::island;
use crate::site::hooks;
use crate::view::trail::{Crumb, row};

/// A step's trail, mounted when there is first something else to tell than the plain form does.
pub struct Row {
    section: Element,
    told: Option<Told>,
}

/// A mounted trail.
struct Told {
    shown: RwSignal<Vec<Crumb>>,
    /// What is told where no answer is: the plain form's way to the start.
    home: Crumb,
    /// What each answer's link says of going back.
    change: String,
}

impl Row {
    pub fn of(section: Element) -> Row {
        Row { section, told: None }
    }

    /// Tells these answers; `plain` where the plain form tells the same, which then need not be replaced. `None` where
    /// the step has no row.
    pub fn tell(&mut self, answers: Vec<Crumb>, plain: bool) -> Option<()> {
        if let Some(told) = &self.told {
            told.tell(answers);
        } else if !plain {
            self.told = Some(mount(&self.section, answers)?);
        }
        Some(())
    }
}

impl Told {
    fn tell(&self, answers: Vec<Crumb>) {
        let Told { shown, home, change } = self;
        let answers = match answers.is_empty() {
            true => vec![home.clone()],
            false => answers.into_iter().map(|answer| Crumb { change: change.clone(), ..answer }).collect(),
        };
        if shown.with_untracked(|before| *before != answers) {
            shown.set(answers);
        }
    }
}

fn mount(section: &Element, answers: Vec<Crumb>) -> Option<Told> {
    let place: HtmlElement = section.query_selector(&island(hooks::TRAIL)).ok()??.dyn_into().ok()?;
    let change = place.get_attribute(hooks::CHANGE)?;
    let link = place.query_selector("a").ok()??;
    let home = Crumb { href: link.get_attribute("href")?, label: link.text_content()?, change: String::new() };
    let shown = RwSignal::new(Vec::new());
    let told = Told { shown, home, change };
    told.tell(answers);
    place.set_text_content(None);
    mount_to(place, move || row(shown)).forget();
    Some(told)
}
