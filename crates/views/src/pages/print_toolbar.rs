//! The toolbar above a sheet to print, which paper does not show.

use guide_core::pages::Page;
use guide_core::render_context::RenderContext;
use leptos::prelude::*;

/// The toolbar of the page `page`: links to the guide and to the other page for printing, and the button that prints. The
/// button needs a script; until it runs, a hint stands in the button's place.
pub fn print_toolbar(context: &RenderContext, page: Page) -> AnyView {
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
