//! The page's body: header, steps, footer.

use leptos::prelude::*;

use super::accessibility::accessibility;
use super::contacts::contacts;
use super::embed::embed;
use super::institution;
use super::setting::Setting;
use super::step::step;
use super::update::update;
use super::{map, poster, print, share, sign};
use crate::guide::model::Step;
use crate::site::hooks;
use crate::site::pages::Page;

/// The body of a page, in HTML.
pub fn body(page: Page, setting: &Setting) -> String {
    let view = match page {
        Page::Guide => guide(setting),
        Page::Embed => embed(setting, &page.to_root()),
        Page::Map => map(setting),
        Page::Print => print::print(setting),
        Page::Poster => poster::poster(setting),
        Page::Accessibility => statement(setting),
        Page::NotFound => not_found(setting),
    };
    // The page for a wrong address may be anywhere: it does not know where the worker is.
    let update = (page != Page::NotFound).then(|| update(setting, page));
    let view = view! { {view}{update} };
    // Leptos parts neighbouring texts by empty comments, for a hydration that never comes here.
    Owner::new().with(|| view.to_html()).replace("<!>", "")
}

fn guide(setting: &Setting) -> AnyView {
    let title = setting.text(&setting.guide.site.name);
    let start = format!("#{}", setting.guide.start);
    view! {
        <header class="top">
            <a href=start>{title}</a>
            <a class="apart" href="./" target="_blank" rel="noopener">{setting.text(&setting.guide.words.page.apart)}</a>
            {sign::plain(setting)}
        </header>
        {steps(setting, true, None)}
        {contacts(setting)}
        {footer(setting, Some(beside(setting)))}
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
    view! { {steps(setting, false, Some(notice.into_any()))} {contacts(setting)} {footer(setting, None)} }.into_any()
}

/// The steps; the page for a wrong address has no codes on its leaflets, as it may be anywhere.
///
/// The first step and the notice stand last: CSS hides what stands behind the step that the address names.
fn steps(setting: &Setting, coded: bool, notice: Option<AnyView>) -> AnyView {
    let start = setting.guide.start.value.clone();
    let (first, others): (Vec<&Step>, Vec<&Step>) = setting.guide.steps.iter().partition(|step| *step.id == *start);
    let [others, first] = [others, first].map(|steps| {
        let steps = steps.into_iter().map(|each| step(setting, each, coded));
        steps.collect_view()
    });
    let main = view! { <main>{others}{notice}{first}</main> }.attr(hooks::START, start);
    view! { {main} {institution::cards(setting)} }.into_any()
}

/// What only the guide's own page offers: sharing a step, and the pages beside it.
fn beside(setting: &Setting) -> AnyView {
    let words = &setting.guide.words;
    view! {
        {share::plain(setting)}
        <p class="pages">
            <a href=Page::Guide.to(Page::Print)>{setting.text(&words.paper.whole)}</a>
            <a href=Page::Map.address()>{setting.text(&words.map.link)}</a>
            <a href=Page::Embed.address()>{setting.text(&words.page.for_sites)}</a>
            <a href=Page::Accessibility.address()>{setting.text(&words.accessibility.title)}</a>
        </p>
    }
    .into_any()
}

fn map(setting: &Setting) -> AnyView {
    let title = setting.text(&setting.guide.site.name);
    view! {
        <header class="top"><a href=Page::Map.to_root()>{title}</a></header>
        <main>{map::map(setting)}</main>
        {footer(setting, None)}
    }
    .into_any()
}

fn statement(setting: &Setting) -> AnyView {
    let title = setting.text(&setting.guide.site.name);
    view! {
        <header class="top"><a href=Page::Accessibility.to_root()>{title}</a></header>
        <main>{accessibility(setting)}</main>
        {footer(setting, None)}
    }
    .into_any()
}

/// The footer, with what only this page has in it.
fn footer(setting: &Setting, beside: Option<AnyView>) -> AnyView {
    let words = &setting.guide.words.page;
    view! {
        <footer>
            {beside}
            <p>{setting.backed()}" "<span>{setting.text(&words.privacy)}</span></p>
            <p><a href=setting.guide.hotline.vk.value.clone() target="_blank" rel="noopener">{setting.text(&words.vk)}</a></p>
        </footer>
    }
    .into_any()
}
