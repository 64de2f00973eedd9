//! The island that tells the way to a step: each answer a link back to the question it answered.
//!
//! One row of a fixed height that scrolls sideways when it is long, so that telling a longer way moves nothing.

use leptos::prelude::*;

/// One answer told: what was answered, the question's address, and what the link says of going back, if anything.
#[derive(Clone, PartialEq)]
pub struct Crumb {
    pub href: String,
    pub label: String,
    pub change: String,
}

/// Links as items of a list that changes: one kind for the trail and the search.
pub fn links(links: RwSignal<Vec<Crumb>>) -> impl IntoView {
    move || links.get().into_iter().map(link).collect::<Vec<_>>()
}

/// The live form: the row of answers.
pub fn row(told: RwSignal<Vec<Crumb>>) -> impl IntoView {
    view! { <ol>{links(told)}</ol> }
}

/// One link; `change` is what it says beside, if anything.
fn link(Crumb { href, label, change }: Crumb) -> impl IntoView {
    view! { <li><a href=href>{label}" "<span>{change}</span></a></li> }
}

#[cfg(feature = "ssr")]
pub use prerender::plain;

#[cfg(feature = "ssr")]
mod prerender {
    use leptos::prelude::*;

    use super::{Crumb, link};
    use crate::guide::model::Step;
    use crate::guide::walk::Answer;
    use crate::site::hooks;
    use crate::view::setting::Setting;

    /// The plain form: the way that the flow implies, else a link to the start.
    pub fn plain(setting: &Setting, step: &Step) -> AnyView {
        let words = &setting.guide.words.page;
        let change = setting.text(&words.change);
        let implied = setting.flow.step(&step.id).map(|step| setting.flow.implied(step).answers).unwrap_or_default();
        let told: Vec<Crumb> = implied.into_iter().filter_map(|answer| crumb(setting, answer, &change)).collect();
        let inside = match told.is_empty() {
            true => {
                let start = format!("#{}", setting.guide.start);
                view! { <li><a href=start>{setting.text(&words.home)}</a></li> }.into_any()
            }
            false => told.into_iter().map(link).collect_view().into_any(),
        };
        view! { <nav class="trail" aria-label=setting.text(&words.trail)><ol>{inside}</ol></nav> }
            .attr(hooks::ISLAND, hooks::TRAIL)
            .attr(hooks::CHANGE, change)
            .into_any()
    }

    fn crumb(setting: &Setting, answer: Answer, change: &str) -> Option<Crumb> {
        let step = setting.guide.step(setting.flow.id(answer.step))?;
        let option = step.options.iter().find(|option| *option.id == *setting.flow.option_id(answer))?;
        let label = option.short.as_ref().unwrap_or(&option.label);
        Some(Crumb { href: format!("#{}", step.id), label: setting.text(label), change: change.to_owned() })
    }
}
