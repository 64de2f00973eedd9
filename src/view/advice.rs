//! An advice: what not to do, what to do, what to write. Told by word, shape and place, never by colour alone.

use leptos::prelude::*;

use super::message;
use super::prose::prose;
use super::setting::Setting;
use crate::guide::model::Advice;

/// The two notes and the message.
pub fn advice(setting: &Setting, advice: &Advice) -> AnyView {
    let words = &setting.guide.words.page;
    let message = advice.message.as_ref().map(|text| message::plain(setting, text));
    view! {
        <div class="note dont"><h2>{cross()}{setting.text(&words.dont)}</h2><p>{prose(setting, &advice.dont)}</p></div>
        <div class="note do"><h2>{tick()}{setting.text(&words.act)}</h2><p>{prose(setting, &advice.act)}</p></div>
        {message}
    }
    .into_any()
}

/// The sign of what not to do.
pub fn cross() -> AnyView {
    view! {
        <svg viewBox="0 0 22 22" aria-hidden="true"><circle cx="11" cy="11" r="9"/><path d="M5 17 17 5"/></svg>
    }
    .into_any()
}

/// The sign of what to do.
pub fn tick() -> AnyView {
    view! { <svg viewBox="0 0 22 22" aria-hidden="true"><path d="m3 12 5 5L19 5"/></svg> }.into_any()
}
