//! The ladder «родитель → учреждение → МОЦ», and whom to turn to now.

use leptos::prelude::*;

use super::setting::Setting;

/// The ladder with the rung at index `now` marked.
pub fn ladder(setting: &Setting, now: usize) -> AnyView {
    let rungs: Vec<AnyView> = setting
        .guide
        .ladder
        .iter()
        .enumerate()
        .map(|(index, rung)| {
            view! { <li aria-current=(index == now).then_some("step")>{setting.text(&rung.label)}</li> }.into_any()
        })
        .collect();
    let heading = setting.text(&setting.guide.words.page.ladder);
    view! { <h2>{heading}</h2><div class="rungs"><ol class="ladder">{rungs}</ol></div> }.into_any()
}
