//! The page's body: header, steps, footer.

use leptos::prelude::*;

use super::contacts::contacts;
use super::setting::Setting;
use super::sheet::source;
use super::step::step;
use super::{poster, print, share};
use crate::site::hooks;
use crate::site::pages::Page;

/// The body of a page, in HTML.
pub fn body(page: Page, setting: &Setting) -> String {
    let view = match page {
        Page::Guide => guide(setting),
        Page::Print => print::print(setting),
        Page::Poster => poster::poster(setting),
        Page::NotFound => not_found(setting),
    };
    // Leptos parts neighbouring texts by empty comments, for a hydration that never comes here.
    Owner::new().with(|| view.to_html()).replace("<!>", "")
}

fn guide(setting: &Setting) -> AnyView {
    let title = setting.text(&setting.guide.site.name);
    let start = format!("#{}", setting.guide.start);
    view! {
        <header class="top"><a href=start>{title}</a></header>
        {steps(setting, true, None)}
        {contacts(setting)}
        {footer(setting, true)}
    }
    .into_any()
}

/// The page for a wrong address carries the whole guide itself: whatever depth the host shows it at, no link on it can
/// lead astray.
fn not_found(setting: &Setting) -> AnyView {
    let words = &setting.guide.words.not_found;
    let notice = view! {
        <div class="notice">
            <p class="title">{setting.text(&words.title)}</p>
            <p>{setting.text(&words.lead)}</p>
        </div>
    };
    view! { {steps(setting, false, Some(notice.into_any()))} {contacts(setting)} {footer(setting, false)} }.into_any()
}

/// The steps; the page for a wrong address has no codes on its leaflets, as it may be anywhere.
fn steps(setting: &Setting, coded: bool, notice: Option<AnyView>) -> AnyView {
    let steps = setting.guide.steps.iter().map(|each| step(setting, each, coded)).collect_view();
    let start = setting.guide.start.value.clone();
    view! { <main>{notice}{steps}</main> }.attr(hooks::START, start).into_any()
}

/// The footer. The page for a wrong address has no script, and so nothing to share a step with, and leads nowhere.
fn footer(setting: &Setting, found: bool) -> AnyView {
    let words = &setting.guide.words;
    let paper = found.then(|| {
        view! { <p><a href=Page::Guide.to(Page::Print)>{setting.text(&words.paper.whole)}</a></p> }
    });
    view! {
        <footer>
            {found.then(|| share::plain(setting))}
            <p>{source(setting)}" "<span>{setting.text(&words.page.privacy)}</span></p>
            <p><a href=setting.guide.hotline.vk.value.clone() rel="noopener">{setting.text(&words.page.vk)}</a></p>
            {paper}
        </footer>
    }
    .into_any()
}
