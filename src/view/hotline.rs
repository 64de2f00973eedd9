//! The hotline's card: whether it answers, the number, the community.

use leptos::prelude::*;

use super::prose::prose;
use super::setting::{Setting, full_phone};
use super::{remind, status};
use crate::guide::fill::fill;
use crate::site::hooks;

/// The card; with a heading of its own where the step's heading does not name the hotline.
pub fn hotline(setting: &Setting, named: bool) -> AnyView {
    let hotline = &setting.guide.hotline;
    let words = &setting.guide.words.page;
    let name = named.then(|| view! { <h2>{setting.text(&hotline.name)}</h2> });
    let call = fill(&words.call, &[("phone", &hotline.phone_shown)]);
    let full = full_phone(hotline);
    let full = fill(&words.full_phone, &[("phone", &full)]);
    view! {
        <div class=hooks::CARD_CLASS>
            {name}
            {status::plain(setting)}
            <div class="calls">
                <a class="button" href=format!("tel:{}", hotline.phone)><span>{prose(setting, &call)}</span></a>
                {remind::plain(setting)}
            </div>
            {calendar(setting)}
            <a class="button" href=hotline.vk.value.clone() target="_blank" rel="noopener">{setting.text(&words.vk)}</a>
            <p class="lead">{setting.text(&words.zone)}" "{prose(setting, &full)}</p>
        </div>
    }
    .into_any()
}

/// The link to the calendar with all the hours, where the page may refer to other files: in-app browsers take no file that
/// a link itself is, as the reminder's.
fn calendar(setting: &Setting) -> Option<AnyView> {
    let file = setting.calendar.clone()?;
    let name = setting.text(&setting.guide.words.remind.calendar);
    Some(view! { <p class="calendar"><a href=file>{name}</a></p> }.into_any())
}
