//! The poster for a notice board: large type, a code for the phone, and slips to tear off.

use guide_core::guide::Choice;
use guide_core::pages::Page;
use guide_core::render_context::RenderContext;
use leptos::prelude::*;

use super::address_text::{breakable, readable_address, short_address};
use super::contact_card::link_name;
use super::ladder::rungs;
use super::poster_plan::{Plan, PosterTexts};
use super::print_toolbar::print_toolbar;
use super::qr::bare_qr;
use crate::prose::prose;

/// The poster's page.
pub fn poster(context: &RenderContext) -> AnyView {
    let guide = context.guide;
    let texts = texts(context);
    let plan = Plan::new(&texts);
    let code = code(context).and_then(|(address, caption)| {
        let code = bare_qr(&address)?;
        Some(view! { <figure class="coded">{code}<figcaption>{caption}</figcaption></figure> })
    });
    let items = plan.items(&texts).into_iter().map(|item| view! { <li>{item}</li> }).collect_view();
    let list = (!texts.situations.is_empty() && plan.listed > 0)
        .then(|| view! { <ul class=points(plan.list_size)>{items}</ul> });
    let has_middle = code.is_some() || list.is_some();
    view! {
        {print_toolbar(context, Page::Poster)}
        <main class="sheet poster">
            <h1 class=points(plan.title)>{lines(&texts.title)}</h1>
            {has_middle.then(|| view! { <div class="when">{code}{list}</div> })}
            {plan.rule.then(|| view! { <p class="rule">{prose(context, &texts.rule)}</p> })}
            {plan.ladder.then(|| rungs(context, None))}
            {reach(&texts, plan)}
            {guide.main_contact().map(|contact| {
                let hours = plan.has_hours.then(|| view! { <br/>{prose(context, &texts.hours)} });
                view! { <p class=format!("line {}", points(plan.hours))><b>{context.text(&contact.name)}</b>{hours}</p> }
            })}
            <div class="bottom">
                <p class="source">{texts.source.clone()}</p>
                {slips(context, &texts, plan)}
            </div>
        </main>
    }
    .into_any()
}

/// The class that sets the font size on paper.
fn points(points: u16) -> String {
    format!("pt{points}")
}

/// The texts of the poster, as the plan reckons with them and as they are shown.
fn texts(context: &RenderContext) -> PosterTexts {
    let guide = context.guide;
    let paper = &guide.strings.paper;
    let contact = guide.main_contact();
    let phone = contact.and_then(|contact| contact.phone());
    let title = context.text(&guide.site.name).replacen(": ", ":\n", 1);
    let address = address(context);
    let rungs: Vec<String> = guide.ladder.iter().map(|rung| context.text(&rung.label)).collect();
    PosterTexts {
        situations: context.situations(),
        more: context.text(if context.sheet_address().is_some() { &paper.more_by_code } else { &paper.more }),
        groups: groups(context),
        all: context.text(&paper.all),
        caption: code(context).map(|(_, caption)| caption),
        rule: guide.rules.first().map_or_else(String::new, |rule| context.text(&rule.text.plain())),
        ladder: rungs.join(" → "),
        // The parts of a number are the words of its lines.
        reach: phone.map_or_else(|| divided(&address), |phone| phone.short().replace('\u{a0}', " ")),
        is_number: phone.is_some(),
        name: contact.map_or_else(String::new, |contact| context.text(&contact.name)),
        hours: contact.map_or_else(String::new, |contact| context.text(&context.hours(contact))),
        source: context.sheet_line(),
        slip_head: phone.map_or_else(|| title.clone(), |phone| context.text(&phone.full())),
        slip_address: divided(&address),
        title,
    }
}

/// The headings of the groups of situations, and in their order the situations without one; empty where none has a group.
fn groups(context: &RenderContext) -> Vec<String> {
    let start = context.guide.step(&context.guide.start);
    let options: Vec<&Choice> = start.iter().flat_map(|start| &start.options).filter(|option| !option.aside).collect();
    if options.iter().all(|option| option.group.is_none()) {
        return Vec::new();
    }
    let group_of = |option: &Choice| option.group.as_ref().map(|group| group.value.clone());
    let runs = options.chunk_by(|one, next| one.group.is_some() && group_of(one) == group_of(next));
    let names = runs.filter_map(|run| {
        let first = run.first()?;
        Some(context.text(first.group.as_ref().or(first.short.as_ref()).unwrap_or(&first.label)))
    });
    names.collect()
}

/// Where a slip leads, and the sheet where there is no number: to the site, else to a page or the e-mail address of the main
/// contact, else to where it is. Empty where there is none of these.
fn address(context: &RenderContext) -> String {
    let contact = context.guide.main_contact();
    let page = || Some(contact?.links.first()?.url.value.clone());
    let email = || Some(contact?.email.as_ref()?.value.clone());
    let place = || Some(context.text(contact?.address.as_ref()?));
    let web = context.address(Page::Guide).or_else(page).map(|address| readable_address(short_address(&address)));
    web.or_else(email).or_else(place).unwrap_or_default()
}

/// An address with spaces where [`breakable`] lets a line break.
fn divided(address: &str) -> String {
    address.replace('/', "/ ")
}

/// The address of the QR code and its caption: the site, else a page of the main contact.
fn code(context: &RenderContext) -> Option<(String, String)> {
    let site = context.sheet_address().map(|address| (address, context.text(&context.guide.strings.paper.scan)));
    site.or_else(|| {
        let link = context.guide.main_contact()?.links.first()?;
        Some((link.url.value.clone(), link_name(context, link)))
    })
}

/// A text with its line breaks.
fn lines(text: &str) -> AnyView {
    let mut lines = text.split('\n').map(str::to_owned);
    let first = lines.next();
    view! { {first}{lines.map(|line| view! { " "<br/>{line} }).collect_view()} }.into_any()
}

/// The number, its parts whole, or the address in place of it.
fn reach(texts: &PosterTexts, plan: Plan) -> Option<AnyView> {
    let class = format!("number {}", points(plan.reach));
    match (texts.reach.is_empty(), texts.is_number) {
        (true, _) => None,
        (false, false) => Some(view! { <p class=class>{breakable(&texts.reach.replace("/ ", "/"))}</p> }.into_any()),
        (false, true) => {
            let parts = texts.reach.split(' ').enumerate().map(|(index, part)| {
                let space = (index > 0).then_some(" ");
                view! { {space}<span class="whole">{part.to_owned()}</span> }
            });
            Some(view! { <p class=class>{parts.collect_view()}</p> }.into_any())
        }
    }
}

/// The slips; `None` where there is nothing to tell on them. Hidden from screen readers, which have read all of it above.
fn slips(context: &RenderContext, texts: &PosterTexts, plan: Plan) -> Option<AnyView> {
    let slips = plan.slips;
    let slip = || {
        let hours = slips.has_hours.then(|| view! { <span>{prose(context, &texts.hours)}</span> });
        let address =
            slips.has_address.then(|| view! { <span>{breakable(&texts.slip_address.replace("/ ", "/"))}</span> });
        view! { <li><div><b>{prose(context, &texts.slip_head)}</b>{hours}{address}</div></li> }
    };
    let class = format!("slips by-{}{}", slips.count, if slips.tall { " tall" } else { "" });
    let list = || view! { <ul class=class aria-hidden="true">{(0..slips.count).map(|_| slip()).collect_view()}</ul> };
    (slips.count > 0).then(|| list().into_any())
}
