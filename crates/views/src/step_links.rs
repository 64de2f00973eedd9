//! Links to steps as items of a list. The trail and the search share one type of view: a second one would be as large again
//! in the wasm.

use leptos::prelude::*;

/// A link to a step: an answer of the trail, which leads back to its question, or a step that the search has found.
#[derive(Clone, PartialEq)]
pub struct StepLink {
    /// The step's address, `#id`.
    pub href: String,
    /// What the link is called: the answer, or the step's name.
    pub label: String,
    /// What stands behind the label, such as «изменить»; may be empty.
    pub change: String,
}

/// Links as items of a list, which follows the signal.
pub fn links(links: RwSignal<Vec<StepLink>>) -> impl IntoView {
    move || links.get().into_iter().map(link).collect::<Vec<_>>()
}

/// One link as an item of a list.
pub fn link(StepLink { href, label, change }: StepLink) -> impl IntoView {
    view! { <li><a href=href>{label}" "<span>{change}</span></a></li> }
}
