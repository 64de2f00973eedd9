//! What the pages for printing share: the bar above the sheet, which paper does not show, and the codes.

use guide_core::pages::Page;
use guide_core::render_context::RenderContext;
use leptos::prelude::*;

use super::qr::qr;

/// The bar: the way back to the guide, to the other page for printing, and the button. The button needs a script; until
/// it is there a hint stands in its place.
pub fn bar(context: &RenderContext, page: Page) -> AnyView {
    let strings = &context.guide.strings;
    let (other, name) = match page {
        Page::Poster => (Page::Print, &strings.paper.sheet),
        _ => (Page::Poster, &strings.paper.poster),
    };
    view! {
        <header class="bar">
            <nav>
                <a href=page.to(Page::Guide)>{context.text(&strings.page.home)}</a>
                <a href=page.to(other)>{context.text(name)}</a>
            </nav>
            <div class="act">
                <button type="button" hidden="">{context.text(&strings.paper.print)}</button>
                <p>{context.text(&strings.paper.hint)}</p>
            </div>
        </header>
    }
    .into_any()
}

/// A QR code with what it leads to; nothing where there is no code.
pub fn coded(address: Option<String>, caption: impl IntoView + 'static) -> Option<AnyView> {
    let code = qr(&address?)?;
    Some(view! { <figure class="coded">{code}<figcaption>{caption.into_any()}</figcaption></figure> }.into_any())
}
