//! The statement of accessibility: by which rules the site was checked, how, what was not, and whom to tell of a barrier.
//!
//! Its words promise what the tests do and no more; whoever changes one looks at the other.

use leptos::prelude::*;

use super::setting::Setting;
use crate::guide::fill::fill;
use crate::guide::model::Text;

/// The inside of the statement's page.
pub fn accessibility(setting: &Setting) -> AnyView {
    let words = &setting.guide.words.accessibility;
    let hotline = &setting.guide.hotline;
    let call = fill(&setting.guide.words.page.call, &[("phone", &hotline.phone_shown)]);
    view! {
        <h1>{setting.text(&words.title)}</h1>
        <p class="lead">{setting.text(&words.lead)}</p>
        <h2>{setting.text(&words.rules_title)}</h2>
        <p>{setting.text(&words.rules)}</p>
        <h2>{setting.text(&words.checked_title)}</h2>
        <p>{setting.text(&words.checked_lead)}</p>
        {list(setting, &words.checked)}
        <h2>{setting.text(&words.unchecked_title)}</h2>
        {list(setting, &words.unchecked)}
        <h2>{setting.text(&words.limits_title)}</h2>
        {list(setting, &words.limits)}
        <h2>{setting.text(&words.tell_title)}</h2>
        <p>{setting.text(&words.tell)}</p>
        <a class="button" href=hotline.vk.value.clone() target="_blank" rel="noopener">
            {setting.text(&setting.guide.words.page.vk)}
        </a>
        <a class="button" href=format!("tel:{}", hotline.phone)>{setting.text(&call)}</a>
    }
    .into_any()
}

fn list(setting: &Setting, items: &[Text]) -> AnyView {
    let items = items.iter().map(|item| view! { <li>{setting.text(item)}</li> }).collect_view();
    view! { <ul class="rules">{items}</ul> }.into_any()
}
