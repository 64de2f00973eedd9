//! Links to steps as items of a list: one kind of view for the trail and for the search, as each would weigh as much again in wasm.

use leptos::prelude::*;

/// One answer told: what was answered, the question's address, and what the link says of going back, if anything.
#[derive(Clone, PartialEq)]
pub struct StepLink {
    pub href: String,
    pub label: String,
    pub change: String,
}

/// Links as items of a list that changes: one kind for the trail and the search.
pub fn links(links: RwSignal<Vec<StepLink>>) -> impl IntoView {
    move || links.get().into_iter().map(link).collect::<Vec<_>>()
}

/// One link; `change` is what it says beside, if anything.
pub fn link(StepLink { href, label, change }: StepLink) -> impl IntoView {
    view! { <li><a href=href>{label}" "<span>{change}</span></a></li> }
}
