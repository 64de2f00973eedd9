//! The ladder «родитель → учреждение → МОЦ», and whom to turn to now.

use leptos::prelude::*;

use super::setting::Setting;

/// The ladder under its heading, with the rung at index `now` marked.
pub fn ladder(setting: &Setting, now: usize) -> AnyView {
    view! { <h2>{setting.text(&setting.guide.words.page.ladder)}</h2>{rungs(setting, Some(now))} }.into_any()
}

/// The ladder alone.
pub fn rungs(setting: &Setting, now: Option<usize>) -> AnyView {
    let rungs: Vec<AnyView> = setting
        .guide
        .ladder
        .iter()
        .enumerate()
        .map(|(index, rung)| {
            let label = setting.text(&rung.label);
            if Some(index) != now {
                return view! { <li>{label}</li> }.into_any();
            }
            // Not every screen reader tells of `aria-current` on an item of a list.
            let here = setting.text(&setting.guide.words.page.now);
            view! { <li aria-current="step">{label}<span class="visually-hidden">", "{here}</span></li> }.into_any()
        })
        .collect();
    view! { <ol class="ladder">{rungs}</ol> }.into_any()
}
