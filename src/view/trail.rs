//! The island that tells the way to a step: each answer a link back to the question it answered.
//!
//! One row of a fixed height that scrolls sideways when it is long, so that telling a longer way moves nothing.

use leptos::prelude::*;

/// One answer told: what was answered, and the question's address.
#[derive(Clone, PartialEq)]
pub struct Crumb {
    pub href: String,
    pub label: String,
}

/// The row of answers. `change` is what the link back says.
pub fn crumbs(crumbs: Vec<Crumb>, change: &str) -> impl IntoView + use<> {
    let items: Vec<_> = crumbs
        .into_iter()
        .map(|crumb| view! { <li><a href=crumb.href>{crumb.label}" "<span>{change.to_owned()}</span></a></li> })
        .collect();
    view! { <ol>{items}</ol> }
}

#[cfg(feature = "ssr")]
pub use prerender::plain;

#[cfg(feature = "ssr")]
mod prerender {
    use leptos::prelude::*;

    use super::{Crumb, crumbs};
    use crate::guide::model::Step;
    use crate::guide::walk::Answer;
    use crate::site::hooks;
    use crate::view::setting::Setting;

    /// The plain form: the way that the flow implies, else a link to the start.
    pub fn plain(setting: &Setting, step: &Step) -> AnyView {
        let words = &setting.guide.words.page;
        let change = setting.text(&words.change);
        let implied = setting.flow.step(&step.id).map(|step| setting.flow.implied(step).answers).unwrap_or_default();
        let told: Vec<Crumb> = implied.into_iter().filter_map(|answer| crumb(setting, answer)).collect();
        let inside = match told.is_empty() {
            true => {
                let start = format!("#{}", setting.guide.start);
                view! { <ol><li><a href=start>{setting.text(&words.home)}</a></li></ol> }.into_any()
            }
            false => crumbs(told, &change).into_any(),
        };
        view! { <nav class="trail" aria-label=setting.text(&words.trail)>{inside}</nav> }
            .attr(hooks::ISLAND, hooks::TRAIL)
            .attr(hooks::CHANGE, change)
            .into_any()
    }

    fn crumb(setting: &Setting, answer: Answer) -> Option<Crumb> {
        let step = setting.guide.step(setting.flow.id(answer.step))?;
        let option = step.options.iter().find(|option| *option.id == *setting.flow.option_id(answer))?;
        let label = option.short.as_ref().unwrap_or(&option.label);
        Some(Crumb { href: format!("#{}", step.id), label: setting.text(label) })
    }
}
