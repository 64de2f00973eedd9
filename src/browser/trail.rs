//! Mounts the trail of each step.

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::document::island;
use crate::site::hooks;
use crate::view::trail::{Crumb, crumbs};

/// The trail of one step; the answers told are a signal, empty where none are.
pub type Told = RwSignal<Vec<Crumb>>;

/// A step's trail, mounted when there is first something else to tell than the plain form does.
pub struct Row {
    section: Element,
    told: Option<Told>,
}

/// What the plain form says where no way is told: the way to the start.
fn home(row: &Element) -> Option<Crumb> {
    let link = row.query_selector("a").ok()??;
    Some(Crumb { href: link.get_attribute("href")?, label: link.text_content()? })
}

impl Row {
    pub fn of(section: Element) -> Row {
        Row { section, told: None }
    }

    /// Tells these answers; `plain` where the plain form tells the same, which then need not be replaced. `None` where
    /// the step has no row.
    pub fn tell(&mut self, answers: Vec<Crumb>, plain: bool) -> Option<()> {
        if let Some(told) = self.told {
            if told.with_untracked(|before| *before != answers) {
                told.set(answers);
            }
            return Some(());
        }
        if plain {
            return Some(());
        }
        let row: HtmlElement = self.section.query_selector(&island(hooks::TRAIL)).ok()??.dyn_into().ok()?;
        let change = row.get_attribute(hooks::CHANGE)?;
        let told = RwSignal::new(answers);
        let home: Vec<Crumb> = home(&row).into_iter().collect();
        row.set_text_content(None);
        let inside = move || match told.get() {
            none if none.is_empty() => crumbs(home.clone(), ""),
            answers => crumbs(answers, &change),
        };
        mount_to(row, move || inside).forget();
        self.told = Some(told);
        Some(())
    }
}
