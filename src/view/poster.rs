//! The poster for a notice board: large type, a code for the phone, and slips to tear off.

use leptos::prelude::*;

use super::contacts::spelled;
use super::ladder::rungs;
use super::prose::prose;
use super::room::{Room, lines};
use super::setting::{Setting, full_phone, short_address};
use super::sheet::{bar, coded};
use crate::site::pages::Page;

/// As many slips as fit side by side with legible type.
const SLIPS: usize = 8;

/// The characters that fit into a line, and a line's height in millimetres, of type at its largest.
const TITLE: (usize, usize) = (17, 16);
const SITUATION: (usize, usize) = (20, 11);
const RULE: (usize, usize) = (34, 10);
const HOURS: (usize, usize) = (22, 9);
const SLIP: usize = 24;
/// The height of the code with its caption.
const CODE: usize = 76;

/// The page of the poster.
pub fn poster(setting: &Setting) -> AnyView {
    let guide = setting.guide;
    let words = &guide.words;
    let code = coded(setting.address(Page::Guide), setting.text(&words.paper.scan));
    let code = code.or_else(|| coded(Some(guide.hotline.vk.value.clone()), setting.text(&words.page.vk)));
    let (title, lines) = title(setting);
    // Smaller type, if that lets more stand there.
    let large = plan(setting, lines, 100);
    let (plan, dense) = if large.whole() { (large, false) } else { (plan(setting, lines, 80), true) };
    let rule = guide.rules.first().filter(|_| plan.rule);
    let situations = named(setting).into_iter().map(|name| view! { <li>{name}</li> }).collect_view();
    view! {
        {bar(setting, Page::Poster)}
        <main class=if dense { "sheet poster dense" } else { "sheet poster" }>
            <h1 class=(lines > 2).then_some("small")>{title}</h1>
            <div class="when">{plan.situations.then(|| view! { <ul>{situations}</ul> })}{code}</div>
            {rule.map(|rule| view! { <p class="rule">{prose(setting, &rule.text)}</p> })}
            {plan.ladder.then(|| rungs(setting, None))}
            <div class="call">
                <p class="number">{prose(setting, &guide.hotline.phone_shown)}</p>
                <p>{setting.text(&guide.hotline.name)}<br/>{prose(setting, setting.hours())}</p>
            </div>
            <p class="source">{setting.backed()}</p>
            <ul class=if is_tall(setting) { "slips tall" } else { "slips" } aria-hidden="true">
                {(0..SLIPS).map(|_| slip(setting)).collect_view()}
            </ul>
        </main>
    }
    .into_any()
}

/// What there is room for besides the title, the code, the hotline and the slips.
struct Plan {
    rule: bool,
    situations: bool,
    ladder: bool,
}

impl Plan {
    fn whole(&self) -> bool {
        self.rule && self.situations && self.ladder
    }
}

/// The plan for type of this size, in per cent of the largest.
fn plan(setting: &Setting, title: usize, size: usize) -> Plan {
    let height = |text: &str, (width, height): (usize, usize)| lines(text, width * 100 / size) * height * size / 100;
    let mut room = Room::sheet();
    // The source's line stands with the slips.
    room.take(title * TITLE.1 + CODE + 6 + if is_tall(setting) { 84 } else { 60 });
    room.take(HOURS.1 * size / 100 + height(setting.hours(), HOURS));
    let rule = setting.guide.rules.first().map_or(0, |rule| 7 + height(&setting.text(&rule.text), RULE));
    let situations: usize = named(setting).iter().map(|name| height(name, SITUATION)).sum();
    Plan { rule: room.spare(rule), situations: room.spare(situations.saturating_sub(CODE)), ladder: room.spare(10) }
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

/// The situations in the few words that the trail has for them.
pub(super) fn named(setting: &Setting) -> Vec<String> {
    let start = setting.guide.step(&setting.guide.start);
    let options = start.map_or(&[][..], |start| &start.options).iter().filter(|option| !option.aside);
    options.map(|option| setting.text(option.short.as_ref().unwrap_or(&option.label))).collect()
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
            <b>{prose(setting, &full_phone(&setting.guide.hotline))}</b>
            <span>{prose(setting, setting.hours())}</span>
            <span>{spelled(&slip_address(setting))}</span>
        </div></li>
    }
    .into_any()
}
