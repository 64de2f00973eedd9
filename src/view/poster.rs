//! The poster for a notice board: large type, a code for the phone, and slips to tear off.

use leptos::prelude::*;

use super::contacts::spelled;
use super::ladder::rungs;
use super::prose::prose;
use super::room::{Room, lines};
use super::setting::{Setting, full_phone, short_address};
use super::sheet::{bar, coded, source};
use crate::site::pages::Page;

/// As many slips as fit side by side with legible type.
const SLIPS: usize = 8;

/// The characters that fit into a line, and a line's height in millimetres.
const TITLE: (usize, usize) = (17, 16);
const SITUATION: (usize, usize) = (20, 11);
const RULE: (usize, usize) = (34, 10);
const HOURS: (usize, usize) = (22, 9);
const SLIP: usize = 24;

/// The page of the poster.
pub fn poster(setting: &Setting) -> AnyView {
    let guide = setting.guide;
    let words = &guide.words;
    let code = coded(setting.address(Page::Guide), setting.text(&words.paper.scan));
    let code = code.or_else(|| coded(Some(guide.hotline.vk.value.clone()), setting.text(&words.page.vk)));
    let (title, title_lines) = title(setting);
    let tall = is_tall(setting);

    let mut room = Room::sheet();
    room.take(title_lines * TITLE.1);
    // The code, the source's line, the slips.
    room.take(76 + 6 + if tall { 84 } else { 60 });
    room.take((1 + lines(setting.hours(), HOURS.0)) * HOURS.1);
    let rule = guide.rules.first().filter(|rule| room.spare(7 + RULE.1 * lines(&setting.text(&rule.text), RULE.0)));
    let situations = situations(setting, &mut room);
    let ladder = room.spare(10).then(|| rungs(setting, None));
    view! {
        {bar(setting, Page::Poster)}
        <main class="sheet poster">
            <h1 class=(title_lines > 2).then_some("small")>{title}</h1>
            <div class="when">{situations}{code}</div>
            {rule.map(|rule| view! { <p class="rule">{prose(setting, &rule.text)}</p> })}
            {ladder}
            <div class="call">
                <p class="number">{prose(setting, &guide.hotline.phone_shown)}</p>
                <p>{setting.text(&guide.hotline.name)}<br/>{prose(setting, setting.hours())}</p>
            </div>
            <p class="source">{source(setting)}</p>
            <ul class=if tall { "slips tall" } else { "slips" } aria-hidden="true">
                {(0..SLIPS).map(|_| slip(setting)).collect_view()}
            </ul>
        </main>
    }
    .into_any()
}

/// The title, its two parts on lines of their own, and the lines that it takes in large type.
fn title(setting: &Setting) -> (AnyView, usize) {
    let name = setting.text(&setting.guide.site.name);
    match name.split_once(": ") {
        Some((first, rest)) => {
            let taken = lines(first, TITLE.0) + lines(rest, TITLE.0);
            (view! { {format!("{first}: ")}<br/>{rest.to_owned()} }.into_any(), taken)
        }
        None => (name.clone().into_any(), lines(&name, TITLE.0)),
    }
}

/// The situations in the few words that the trail has for them, beside the code.
fn situations(setting: &Setting, room: &mut Room) -> Option<AnyView> {
    let start = setting.guide.step(&setting.guide.start)?;
    let named = start.options.iter().filter(|option| !option.aside);
    let named: Vec<String> = named.map(|option| setting.text(option.short.as_ref().unwrap_or(&option.label))).collect();
    let height: usize = named.iter().map(|name| lines(name, SITUATION.0) * SITUATION.1).sum();
    if !room.spare(height.saturating_sub(76)) {
        return None;
    }
    let items = named.into_iter().map(|name| view! { <li>{name}</li> }).collect_view();
    Some(view! { <ul>{items}</ul> }.into_any())
}

/// Where a slip leads: to the site, else to the community.
fn slip_address(setting: &Setting) -> String {
    let address = setting.address(Page::Guide).unwrap_or_else(|| setting.guide.hotline.vk.value.clone());
    short_address(&address).to_owned()
}

/// Whether the slips need longer lines: more than three of them do not fit beside the number.
fn is_tall(setting: &Setting) -> bool {
    lines(setting.hours(), SLIP) + lines(&slip_address(setting), SLIP) > 3
}

fn slip(setting: &Setting) -> AnyView {
    view! {
        <li><div>
            <b>{setting.text(&full_phone(&setting.guide.hotline))}</b>
            <span>{prose(setting, setting.hours())}</span>
            <span>{spelled(&slip_address(setting))}</span>
        </div></li>
    }
    .into_any()
}
