//! The poster for a notice board: large type, a code for the phone, and slips to tear off.

use guide_core::pages::Page;
use guide_core::render_context::RenderContext;
use leptos::prelude::*;

use super::address_text::{breakable, short_address};
use super::contact_card::link_name;
use super::ladder::rungs;
use super::print_toolbar::print_toolbar;
use super::qr::qr_figure;
use super::space_budget::{SpaceBudget, line_count};
use crate::prose::prose;

/// The number of slips: as many as fit side by side with legible type.
const SLIPS: usize = 8;

/// Type at its largest size.
struct Type {
    /// The characters that fit into a line.
    width: usize,
    /// The height of a line, millimetres.
    line: usize,
}

const TITLE: Type = Type { width: 17, line: 16 };
const SITUATION: Type = Type { width: 20, line: 11 };
const RULE: Type = Type { width: 34, line: 10 };
const HOURS: Type = Type { width: 22, line: 9 };
/// The characters that fit into a slip's line.
const SLIP_WIDTH: usize = 24;
/// The height of the QR code with its caption, millimetres.
const QR_HEIGHT: usize = 76;

/// The poster's page.
pub fn poster(context: &RenderContext) -> AnyView {
    let guide = context.guide;
    let strings = &guide.strings;
    let qr = qr_figure(context.address(Page::Guide).as_deref(), context.text(&strings.paper.scan));
    let contact = guide.main_contact();
    let qr = qr.or_else(|| {
        let link = contact?.links.first()?;
        qr_figure(Some(&link.url), link_name(context, link))
    });
    let (title, title_lines) = title(context);
    // Smaller type where large type leaves something out.
    let large = Fitting::new(context, title_lines, 100);
    let (fitting, dense) =
        if large.is_everything() { (large, false) } else { (Fitting::new(context, title_lines, 80), true) };
    let rule = guide.rules.first().filter(|_| fitting.rule);
    let situations = context.situations().into_iter().map(|name| view! { <li>{name}</li> }).collect_view();
    view! {
        {print_toolbar(context, Page::Poster)}
        <main class=if dense { "sheet poster dense" } else { "sheet poster" }>
            <h1 class=(title_lines > 2).then_some("small")>{title}</h1>
            <div class="when">{fitting.situations.then(|| view! { <ul>{situations}</ul> })}{qr}</div>
            {rule.map(|rule| view! { <p class="rule">{prose(context, &rule.text.plain())}</p> })}
            {fitting.ladder.then(|| rungs(context, None))}
            {contact.map(|contact| {
                let number = contact.phone().map(|phone| view! { <p class="number">{prose(context, &phone.short())}</p> });
                view! {
                    <div class="call">
                        {number}
                        <p>{context.text(&contact.name)}<br/>{prose(context, &context.hours(contact))}</p>
                    </div>
                }
            })}
            <p class="source">{context.source_line()}</p>
            <ul class=if has_tall_slips(context) { "slips tall" } else { "slips" } aria-hidden="true">
                {(0..SLIPS).map(|_| slip(context)).collect_view()}
            </ul>
        </main>
    }
    .into_any()
}

/// What fits on the sheet besides the title, the QR code, the hotline and the slips.
struct Fitting {
    rule: bool,
    situations: bool,
    ladder: bool,
}

impl Fitting {
    /// What fits with type of this size, in per cent of the largest.
    fn new(context: &RenderContext, title_lines: usize, size: usize) -> Fitting {
        let height = |text: &str, of: Type| line_count(text, of.width * 100 / size) * of.line * size / 100;
        let mut budget = SpaceBudget::sheet();
        // The source's line, 6 mm, stands with the slips.
        budget.take(title_lines * TITLE.line + QR_HEIGHT + 6 + if has_tall_slips(context) { 84 } else { 60 });
        budget.take(HOURS.line * size / 100 + height(&main_hours(context), HOURS));
        let rule = context.guide.rules.first().map_or(0, |rule| 7 + height(&context.text(&rule.text), RULE));
        // The situations stand beside the QR code, so they need space only where they are higher.
        let situations: usize = context.situations().iter().map(|name| height(name, SITUATION)).sum();
        Fitting {
            rule: budget.try_reserve(rule),
            situations: budget.try_reserve(situations.saturating_sub(QR_HEIGHT)),
            ladder: budget.try_reserve(10),
        }
    }

    fn is_everything(&self) -> bool {
        self.rule && self.situations && self.ladder
    }
}

/// The title, its two parts on lines of their own, and the number of lines that it takes.
fn title(context: &RenderContext) -> (AnyView, usize) {
    let name = context.text(&context.guide.site.name);
    match name.split_once(": ") {
        Some((first, rest)) => {
            let lines = line_count(first, TITLE.width) + line_count(rest, TITLE.width);
            (view! { {format!("{first}: ")}<br/>{rest.to_owned()} }.into_any(), lines)
        }
        None => (name.clone().into_any(), line_count(&name, TITLE.width)),
    }
}

/// The hours of the main contact; empty where they are not known.
fn main_hours(context: &RenderContext) -> String {
    context.guide.main_contact().map_or_else(String::new, |contact| context.hours(contact))
}

/// Where a slip leads: to the site, else to the main contact's page; empty where there is neither.
fn slip_address(context: &RenderContext) -> String {
    let page = || Some(context.guide.main_contact()?.links.first()?.url.value.clone());
    let address = context.address(Page::Guide).or_else(page).unwrap_or_default();
    short_address(&address).to_owned()
}

/// Whether the slips are made taller: more than three lines do not fit beside the number.
fn has_tall_slips(context: &RenderContext) -> bool {
    line_count(&main_hours(context), SLIP_WIDTH) + line_count(&slip_address(context), SLIP_WIDTH) > 3
}

fn slip(context: &RenderContext) -> AnyView {
    let phone = context.guide.main_contact().and_then(|contact| contact.phone());
    view! {
        <li><div>
            {phone.map(|phone| view! { <b>{prose(context, &phone.full())}</b> })}
            <span>{prose(context, &main_hours(context))}</span>
            <span>{breakable(&slip_address(context))}</span>
        </div></li>
    }
    .into_any()
}
