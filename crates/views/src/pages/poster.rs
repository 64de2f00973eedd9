//! The poster for a notice board: large type, a code for the phone, and slips to tear off.

use guide_core::pages::Page;
use guide_core::phone_number::full_phone;
use guide_core::render_context::RenderContext;
use leptos::prelude::*;

use super::address_text::short_address;
use super::contacts::spelled;
use super::ladder::rungs;
use super::sheet::{bar, coded};
use super::space_budget::{SpaceBudget, lines};
use crate::prose::prose;

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
pub fn poster(context: &RenderContext) -> AnyView {
    let guide = context.guide;
    let strings = &guide.strings;
    let code = coded(context.address(Page::Guide), context.text(&strings.paper.scan));
    let code = code.or_else(|| coded(Some(guide.hotline.vk.value.clone()), context.text(&strings.page.vk)));
    let (title, lines) = title(context);
    // Smaller type, if that lets more stand there.
    let large = plan(context, lines, 100);
    let (plan, dense) = if large.whole() { (large, false) } else { (plan(context, lines, 80), true) };
    let rule = guide.rules.first().filter(|_| plan.rule);
    let situations = context.situations().into_iter().map(|name| view! { <li>{name}</li> }).collect_view();
    view! {
        {bar(context, Page::Poster)}
        <main class=if dense { "sheet poster dense" } else { "sheet poster" }>
            <h1 class=(lines > 2).then_some("small")>{title}</h1>
            <div class="when">{plan.situations.then(|| view! { <ul>{situations}</ul> })}{code}</div>
            {rule.map(|rule| view! { <p class="rule">{prose(context, &rule.text)}</p> })}
            {plan.ladder.then(|| rungs(context, None))}
            <div class="call">
                <p class="number">{prose(context, &guide.hotline.phone_shown)}</p>
                <p>{context.text(&guide.hotline.name)}<br/>{prose(context, context.hours())}</p>
            </div>
            <p class="source">{context.source_line()}</p>
            <ul class=if is_tall(context) { "slips tall" } else { "slips" } aria-hidden="true">
                {(0..SLIPS).map(|_| slip(context)).collect_view()}
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
fn plan(context: &RenderContext, title: usize, size: usize) -> Plan {
    let height = |text: &str, (width, height): (usize, usize)| lines(text, width * 100 / size) * height * size / 100;
    let mut room = SpaceBudget::sheet();
    // The source's line stands with the slips.
    room.take(title * TITLE.1 + CODE + 6 + if is_tall(context) { 84 } else { 60 });
    room.take(HOURS.1 * size / 100 + height(context.hours(), HOURS));
    let rule = context.guide.rules.first().map_or(0, |rule| 7 + height(&context.text(&rule.text), RULE));
    let situations: usize = context.situations().iter().map(|name| height(name, SITUATION)).sum();
    Plan { rule: room.spare(rule), situations: room.spare(situations.saturating_sub(CODE)), ladder: room.spare(10) }
}

/// The title, its two parts on lines of their own, and the lines that it takes in large type.
fn title(context: &RenderContext) -> (AnyView, usize) {
    let name = context.text(&context.guide.site.name);
    match name.split_once(": ") {
        Some((first, rest)) => {
            let taken = lines(first, TITLE.0) + lines(rest, TITLE.0);
            (view! { {format!("{first}: ")}<br/>{rest.to_owned()} }.into_any(), taken)
        }
        None => (name.clone().into_any(), lines(&name, TITLE.0)),
    }
}

/// Where a slip leads: to the site, else to the community.
fn slip_address(context: &RenderContext) -> String {
    let address = context.address(Page::Guide).unwrap_or_else(|| context.guide.hotline.vk.value.clone());
    short_address(&address).to_owned()
}

/// Whether the slips need longer lines: more than three of them do not fit beside the number.
fn is_tall(context: &RenderContext) -> bool {
    lines(context.hours(), SLIP) + lines(&slip_address(context), SLIP) > 3
}

fn slip(context: &RenderContext) -> AnyView {
    view! {
        <li><div>
            <b>{prose(context, &full_phone(&context.guide.hotline))}</b>
            <span>{prose(context, context.hours())}</span>
            <span>{spelled(&slip_address(context))}</span>
        </div></li>
    }
    .into_any()
}
