//! The hotline's card: whether it answers now, how to reach it. A fact to show on the card is added here.

use guide_core::data_attributes;
use guide_core::fill::fill;
use guide_core::phone_number::full_phone;
use guide_core::render_context::RenderContext;
use leptos::prelude::*;

use crate::islands::{reminder, status};
use crate::prose::prose;

/// The card, with the heading `name` where the step's own heading does not name the hotline.
pub fn hotline_card(context: &RenderContext, name: Option<String>) -> AnyView {
    let strings = &context.guide.strings.page;
    let vk = context.guide.hotline.vk.value.clone();
    let full_phone = fill(&strings.full_phone, &[("phone", &full_phone(&context.guide.hotline))]);
    view! {
        <div class=data_attributes::CARD_CLASS>
            {name.map(|name| view! { <h2>{name}</h2> })}
            {status::prerender(context)}
            <div class="calls">{call(context)}{reminder::prerender(context)}</div>
            {calendar(context)}
            <a class="button" href=vk target="_blank" rel="noopener">{context.text(&strings.vk)}</a>
            <p class="lead">{context.text(&strings.zone)}" "{prose(context, &full_phone)}</p>
        </div>
    }
    .into_any()
}

/// The button that calls the hotline.
fn call(context: &RenderContext) -> AnyView {
    let hotline = &context.guide.hotline;
    let label = fill(&context.guide.strings.page.call, &[("phone", &hotline.phone_shown)]);
    view! { <a class="button" href=format!("tel:{}", hotline.phone)><span>{prose(context, &label)}</span></a> }
        .into_any()
}

/// The link to the calendar file with all opening hours; `None` where the page cannot refer to other files. In-app browsers
/// do not open the reminder's link, which is a `data:` URL, but they do open a file.
fn calendar(context: &RenderContext) -> Option<AnyView> {
    let file = context.calendar.clone()?;
    let name = context.text(&context.guide.strings.remind.calendar);
    Some(view! { <p class="calendar"><a href=file>{name}</a></p> }.into_any())
}
