//! The poster for a notice board: large type, a code for the phone, and slips to tear off.

use leptos::prelude::*;

use super::contacts::spelled;
use super::ladder::rungs;
use super::prose::prose;
use super::setting::{Setting, full_phone, short_address};
use super::sheet::{bar, coded, source};
use crate::site::pages::Page;

/// As many slips as fit side by side with legible type.
const SLIPS: usize = 8;
/// More situations than these would not be read from two metres; then the poster names none.
const SITUATIONS: usize = 10;
/// A longer text is set smaller, so that the poster stays one page: the characters of the title, of a situation, of the rule.
const LONG: [usize; 3] = [40, 22, 130];

/// The page of the poster.
pub fn poster(setting: &Setting) -> AnyView {
    let guide = setting.guide;
    let words = &guide.words;
    let rule = guide.rules.first().map(|rule| {
        view! { <p class=sized("rule", &rule.text, LONG[2])>{prose(setting, &rule.text)}</p> }
    });
    let code = coded(setting.address(Page::Guide), setting.text(&words.paper.scan));
    let code = code.or_else(|| coded(Some(guide.hotline.vk.value.clone()), setting.text(&words.page.vk)));
    view! {
        {bar(setting, Page::Poster)}
        <main class="sheet poster">
            <h1 class=sized("name", &guide.site.name, LONG[0])>{title(setting)}</h1>
            <div class="when">{situations(setting)}{code}</div>
            {rule}
            {rungs(setting, None)}
            <div class="call">
                <p class="number">{prose(setting, &guide.hotline.phone_shown)}</p>
                <p>{setting.text(&guide.hotline.name)}<br/>{prose(setting, setting.hours())}</p>
            </div>
            <p class="source">{source(setting)}</p>
            <ul class="slips" aria-hidden="true">{(0..SLIPS).map(|_| slip(setting)).collect_view()}</ul>
        </main>
    }
    .into_any()
}

/// The title, its two parts on lines of their own.
fn title(setting: &Setting) -> AnyView {
    let name = setting.text(&setting.guide.site.name);
    match name.split_once(": ") {
        Some((first, rest)) => view! { {format!("{first}: ")}<br/>{rest.to_owned()} }.into_any(),
        None => name.into_any(),
    }
}

/// The class of a text, with a second one where the text is long.
fn sized(class: &str, text: &str, long: usize) -> String {
    let small = if text.chars().count() > long { " long" } else { "" };
    format!("{class}{small}")
}

/// The situations in the few words that the trail has for them.
fn situations(setting: &Setting) -> Option<AnyView> {
    let start = setting.guide.step(&setting.guide.start)?;
    let named: Vec<&str> = start
        .options
        .iter()
        .filter(|option| !option.aside)
        .map(|option| &**option.short.as_ref().unwrap_or(&option.label))
        .collect();
    let longest = named.iter().max_by_key(|name| name.chars().count()).copied().unwrap_or_default();
    let items = named.iter().map(|name| view! { <li>{setting.text(name)}</li> }).collect_view();
    (named.len() <= SITUATIONS)
        .then(|| view! { <ul class=sized("situations", longest, LONG[1])>{items}</ul> }.into_any())
}

fn slip(setting: &Setting) -> AnyView {
    let hotline = &setting.guide.hotline;
    let address = setting.address(Page::Guide).unwrap_or_else(|| hotline.vk.value.clone());
    view! {
        <li><div>
            <b>{setting.text(&full_phone(hotline))}</b>
            <span>{prose(setting, setting.hours())}</span>
            <span>{spelled(short_address(&address))}</span>
        </div></li>
    }
    .into_any()
}
