//! The QR code of a step's leaflet, which opens the guide on a phone.
//!
//! The code of an address can't be compressed. So a large guide has one code for all its leaflets, and each says the address of its step
//! in letters.

use guide_core::guide::Step;
use guide_core::pages::Page;
use guide_core::render_context::RenderContext;
use leptos::prelude::*;

use super::address_text::{breakable, short_address};
use super::qr::{alike_qr_figure, qr_figure};

/// The most steps of a guide with a code for each: more than that would double the size of the page.
const MAX_CODES: usize = 32;

/// What stands on the leaflet of this step alone: its code, or its address; `None` where the site's address is not known.
pub fn own_code(context: &RenderContext, step: &Step) -> Option<AnyView> {
    let is_first = *step.id == *context.guide.start;
    if has_own_codes(context) {
        let site = context.sheet_address()?;
        let address = |id: &str| format!("{site}#{id}");
        let ids = context.guide.steps.iter().map(|step| &*step.id.value);
        let longest = address(ids.max_by_key(|id| id.len()).unwrap_or_default());
        let own = if is_first { site.clone() } else { address(&step.id) };
        return alike_qr_figure(&own, &longest, context.text(&context.guide.strings.paper.scan));
    }
    let site = context.address(Page::Guide).filter(|_| !is_first)?;
    let address = format!("{}/#{}", short_address(&site), step.id);
    Some(view! { <p class="step-address">{breakable(&address)}</p> }.into_any())
}

/// The code of the guide, which stands behind the steps for all leaflets; `None` where each has its own.
pub fn shared_code(context: &RenderContext) -> Option<AnyView> {
    let site = context.sheet_address().filter(|_| !has_own_codes(context))?;
    qr_figure(Some(&site), context.text(&context.guide.strings.paper.scan))
}

fn has_own_codes(context: &RenderContext) -> bool {
    context.guide.steps.len() <= MAX_CODES
}
