//! The hotline's card: whether it answers, the number, the community.

use guide_core::data_attributes;
use guide_core::fill::fill;
use guide_core::phone_number::full_phone;
use guide_core::render_context::RenderContext;
use leptos::prelude::*;

use crate::islands::{reminder, status};
use crate::prose::prose;

/// The card; with a heading of its own where the step's heading does not name the hotline.
pub fn hotline_card(context: &RenderContext, named: bool) -> AnyView {
    let hotline = &context.guide.hotline;
    let strings = &context.guide.strings.page;
    let name = named.then(|| view! { <h2>{context.text(&hotline.name)}</h2> });
    let call = fill(&strings.call, &[("phone", &hotline.phone_shown)]);
    let full = full_phone(hotline);
    let full = fill(&strings.full_phone, &[("phone", &full)]);
    view! {
        <div class=data_attributes::CARD_CLASS>
            {name}
            {status::prerender(context)}
            <div class="calls">
                <a class="button" href=format!("tel:{}", hotline.phone)><span>{prose(context, &call)}</span></a>
                {reminder::prerender(context)}
            </div>
            {calendar(context)}
            <a class="button" href=hotline.vk.value.clone() target="_blank" rel="noopener">{context.text(&strings.vk)}</a>
            <p class="lead">{context.text(&strings.zone)}" "{prose(context, &full)}</p>
        </div>
    }
    .into_any()
}

/// The link to the calendar with all the hours, where the page may refer to other files: in-app browsers take no file that
/// a link itself is, as the reminder's.
fn calendar(context: &RenderContext) -> Option<AnyView> {
    let file = context.calendar.clone()?;
    let name = context.text(&context.guide.strings.remind.calendar);
    Some(view! { <p class="calendar"><a href=file>{name}</a></p> }.into_any())
}
