//! Mounts the trail of each step.

use guide_core::data_attributes;
use guide_views::islands::trail::live;
use guide_views::step_links::StepLink;
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::document::island;

/// A step's trail, mounted when there is first something else to show than the prerendered form does.
#[derive(Default)]
pub struct TrailRow(Option<MountedTrail>);

/// A mounted trail.
struct MountedTrail {
    shown: RwSignal<Vec<StepLink>>,
    /// What is shown where no answer is known: the prerendered form's way to the start.
    home: StepLink,
    /// What each answer's link says of going back.
    change: String,
}

impl TrailRow {
    /// Shows these answers in the row of the step's section; `prerendered` where the prerendered form shows the same, which then need not
    /// be replaced. `None` where the step has no row.
    pub fn show(&mut self, section: &Element, answers: &[StepLink], prerendered: bool) -> Option<()> {
        if let Some(mounted) = &self.0 {
            mounted.show(answers);
        } else if !prerendered {
            self.0 = Some(mount(section, answers)?);
        }
        Some(())
    }
}

impl MountedTrail {
    fn show(&self, answers: &[StepLink]) {
        let MountedTrail { shown, home, change } = self;
        let answers = match answers.is_empty() {
            true => vec![home.clone()],
            false => answers.iter().map(|answer| StepLink { change: change.clone(), ..answer.clone() }).collect(),
        };
        if shown.with_untracked(|before| *before != answers) {
            shown.set(answers);
        }
    }
}

fn mount(section: &Element, answers: &[StepLink]) -> Option<MountedTrail> {
    let place: HtmlElement = section.query_selector(&island(data_attributes::TRAIL)).ok()??.dyn_into().ok()?;
    let change = place.get_attribute(data_attributes::CHANGE)?;
    let link = place.query_selector("a").ok()??;
    let home = StepLink { href: link.get_attribute("href")?, label: link.text_content()?, change: String::new() };
    let shown = RwSignal::new(Vec::new());
    let mounted = MountedTrail { shown, home, change };
    mounted.show(answers);
    place.set_text_content(None);
    mount_to(place, move || live(shown)).forget();
    Some(mounted)
}
