//! The body of each page: header, content, footer.

use guide_core::data_attributes;
use guide_core::guide::Step;
use guide_core::pages::Page;
use guide_core::render_context::RenderContext;
use leptos::prelude::*;

use super::accessibility::accessibility;
use super::changes::changes;
use super::contact_card::link_name;
use super::contacts::main_block;
use super::embed::embed;
use super::island_data::island_data;
use super::leaflet_code::shared_code;
use super::newer_sheet::newer_sheet;
use super::step::step;
use super::structured_data::structured_data;
use super::update_notice::update_notice;
use super::{institution, map, poster, print};
use crate::islands::{share, sign};

/// The inside of a page's `<body>`, as HTML.
pub fn body(page: Page, context: &RenderContext) -> String {
    let view = match page {
        Page::Guide => guide(context),
        Page::Embed => embed(context, &page.to_root()),
        Page::Map => plain(page, context, map::map(context).into_any()),
        Page::Print => print::print(context),
        Page::Poster => poster::poster(context),
        Page::Accessibility => plain(page, context, accessibility(context)),
        Page::Changes => plain(page, context, changes(context)),
        Page::NotFound => not_found(context),
    };
    // The page for a wrong address may be anywhere: it does not know where the worker is.
    let update = (page != Page::NotFound).then(|| update_notice(context, page));
    let sheet = (page == Page::Guide).then(|| newer_sheet(context));
    let view = view! { {view}{update}{sheet} };
    // Leptos puts empty comments between neighbouring texts, for hydration, which this site does not use, and closes the shapes of a
    // picture by a tag of their own, which none needs.
    Owner::new().with(|| view.to_html()).replace("<!>", "").replace("></path>", "/>").replace("></circle>", "/>")
}

fn guide(context: &RenderContext) -> AnyView {
    let title = context.text(&context.guide.site.name);
    let start = format!("#{}", context.guide.start);
    view! {
        <header class="top">
            <a href=start>{title}</a>
            <a class="apart" href="./" target="_blank" rel="noopener">{context.text(&context.guide.strings.page.apart)}</a>
            {sign::prerender(context)}
        </header>
        {steps(context, true, None)}
        {shared_code(context)}
        {main_block(context)}
        {footer(Page::Guide, context, Some(guide_links(context)))}
        {island_data(context)}
        {structured_data(context)}
    }
    .into_any()
}

/// The page for a wrong address holds the whole guide itself: the host may show it at any depth, where a relative link to
/// another page would be wrong.
fn not_found(context: &RenderContext) -> AnyView {
    let strings = &context.guide.strings.not_found;
    let notice = view! {
        <div class="notice">
            <p class="title">{context.text(&strings.title)}</p>
            <p>{context.text(&strings.lead)}</p>
        </div>
    };
    view! { {steps(context, false, Some(notice.into_any()))} {main_block(context)} {footer(Page::NotFound, context, None)} }.into_any()
}

/// The steps. `with_qr`: with QR codes for their leaflets.
///
/// The first step and the notice stand last: CSS hides what stands behind the step that the address names.
fn steps(context: &RenderContext, with_qr: bool, notice: Option<AnyView>) -> AnyView {
    let start = context.guide.start.value.clone();
    let (first, others): (Vec<&Step>, Vec<&Step>) = context.guide.steps.iter().partition(|step| *step.id == *start);
    let [others, first] = [others, first].map(|steps| {
        let steps = steps.into_iter().map(|each| step(context, each, with_qr));
        steps.collect_view()
    });
    let main = view! { <main>{others}{notice}{first}</main> }.attr(data_attributes::START, start);
    view! { {main} {institution::cards(context)} }.into_any()
}

/// What only the guide's own page has in its footer: sharing a step, and links to the other pages.
fn guide_links(context: &RenderContext) -> AnyView {
    let strings = &context.guide.strings;
    view! {
        {share::prerender(context)}
        <p class="pages">
            <a href=Page::Guide.to(Page::Print)>{context.text(&strings.paper.whole)}</a>
            <a href=Page::Map.address()>{context.text(&strings.map.link)}</a>
            <a href=Page::Embed.address()>{context.text(&strings.page.for_sites)}</a>
            <a href=Page::Accessibility.address()>{context.text(&strings.accessibility.title)}</a>
        </p>
    }
    .into_any()
}

/// A page with nothing but its content between a link to the guide and the footer.
fn plain(page: Page, context: &RenderContext, content: AnyView) -> AnyView {
    let title = context.text(&context.guide.site.name);
    view! {
        <header class="top"><a href=page.to_root()>{title}</a></header>
        <main>{content}</main>
        {footer(page, context, None)}
    }
    .into_any()
}

/// The footer of a page, which begins with `links` where there are any.
fn footer(page: Page, context: &RenderContext, links: Option<AnyView>) -> AnyView {
    let strings = &context.guide.strings.page;
    // A link would lead nowhere from the page for a wrong address, and to itself from the list of changes.
    let has_list_link = !matches!(page, Page::NotFound | Page::Changes);
    let changed = context.changed_line().map(|changed| {
        let list = has_list_link.then(|| {
            view! { " "<a href=page.to(Page::Changes)>{context.text(&context.guide.strings.changes.link)}</a> }
        });
        view! { <p>{changed}{list}</p> }
    });
    let pages = context.guide.main_contact().into_iter().flat_map(|contact| &contact.links).map(|link| {
        let url = link.url.value.clone();
        view! { <p><a href=url target="_blank" rel="noopener">{link_name(context, link)}</a></p> }
    });
    view! {
        <footer>
            {links}
            <p>{context.source_line()}" "<span>{context.text(&strings.privacy)}</span></p>
            {changed}
            {pages.collect_view()}
        </footer>
    }
    .into_any()
}
