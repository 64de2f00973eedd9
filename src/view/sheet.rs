//! What the pages for printing share: the bar above the sheet, which paper does not show, and the codes.

use leptos::prelude::*;

use super::qr::qr;
use super::setting::Setting;
use crate::site::pages::Page;

/// The bar: the way back to the guide, to the other page for printing, and the button. The button needs a script; until
/// it is there a hint stands in its place.
pub fn bar(setting: &Setting, page: Page) -> AnyView {
    let words = &setting.guide.words;
    let (other, name) = match page {
        Page::Poster => (Page::Print, &words.paper.sheet),
        _ => (Page::Poster, &words.paper.poster),
    };
    view! {
        <header class="bar">
            <nav>
                <a href=page.to(Page::Guide)>{setting.text(&words.page.home)}</a>
                <a href=page.to(other)>{setting.text(name)}</a>
            </nav>
            <div class="act">
                <button type="button" hidden="">{setting.text(&words.paper.print)}</button>
                <p>{setting.text(&words.paper.hint)}</p>
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
