//! The hotline's card: whether it answers, the number, the community.

use leptos::prelude::*;

use super::prose::prose;
use super::setting::{Setting, full_phone};
use super::{remind, status};
use crate::guide::fill::fill;

/// The card; with a heading of its own where the step's heading does not name the hotline.
pub fn hotline(setting: &Setting, named: bool) -> AnyView {
    let hotline = &setting.guide.hotline;
    let words = &setting.guide.words.page;
    let name = named.then(|| view! { <h2>{setting.text(&hotline.name)}</h2> });
    let call = fill(&words.call, &[("phone", &hotline.phone_shown)]);
    let full = full_phone(hotline);
    let full = fill(&words.full_phone, &[("phone", &full)]);
    view! {
        <div class="hotline">
            {name}
            {status::plain(setting)}
            <a class="button call" href=format!("tel:{}", hotline.phone)>{setting.text(&call)}</a>
            <a class="button" href=hotline.vk.value.clone() target="_blank" rel="noopener">{setting.text(&words.vk)}</a>
            {remind::plain(setting)}
            <p class="lead">{setting.text(&words.zone)}" "{prose(setting, &full)}</p>
        </div>
    }
    .into_any()
}
