//! The head of each page: title, policy, style, scripts, what search engines and shared links read.

use guide_core::pages::{PICTURE, Page};
use guide_core::render_context::RenderContext;
use leptos::prelude::*;

/// The style, policy, scripts and icons of a page. Every path is relative to the page's own folder.
pub struct PageAssets {
    /// The text of the stylesheet, which stands in the page itself.
    pub style: String,
    /// The content security policy, which names the stylesheet by its hash.
    pub policy: String,
    /// The paths of the page's scripts, in order.
    pub scripts: Vec<String>,
    /// The path of the web app manifest, which a phone reads that installs the site.
    pub manifest: Option<String>,
    /// The path of the icon; `None` on the page for a wrong address, which cannot refer to other files.
    pub icon: Option<String>,
}

/// The inside of a page's `<head>` after the character set, as HTML.
pub fn head(page: Page, context: &RenderContext, assets: &PageAssets) -> String {
    let found = page != Page::NotFound;
    let subtitle = |title: &str| context.text(&format!("{title} — {}", context.guide.site.name));
    let title = match page {
        Page::Guide => context.title(),
        Page::Embed => subtitle(&context.guide.strings.embed.title),
        Page::Map => subtitle(&context.guide.strings.map.title),
        Page::Print => subtitle(&context.guide.strings.paper.sheet),
        Page::Poster => subtitle(&context.guide.strings.paper.poster),
        Page::Accessibility => subtitle(&context.guide.strings.accessibility.title),
        Page::Changes => subtitle(&context.guide.strings.changes.title),
        Page::NotFound => context.text(&context.guide.strings.not_found.title),
    };
    let description = match page {
        Page::Embed => context.text(&context.guide.strings.embed.lead),
        Page::Map => context.text(&context.guide.strings.map.description),
        Page::Accessibility => context.text(&context.guide.strings.accessibility.lead),
        Page::Changes => context.changed_line().unwrap_or_default(),
        _ => context.text(&context.guide.site.description),
    };
    let url = context.address(page).filter(|_| found);
    // The guide's script waits for the document by itself; the small scripts of other pages let the browser wait.
    let is_async = page == Page::Guide;
    let scripts = assets.scripts.iter().cloned();
    let scripts =
        scripts.map(|script| view! { <script async=is_async defer=!is_async src=script></script> }).collect_view();
    let view = view! {
        <meta http-equiv="Content-Security-Policy" content=assets.policy.clone()/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <title>{title.clone()}</title>
        <style inner_html=assets.style.clone()></style>
        <link rel="icon" href=assets.icon.clone().unwrap_or("data:,".into())/>
        {assets.manifest.clone().map(|manifest| view! { <link rel="manifest" href=manifest/><link rel="apple-touch-icon" href="icon-192.png"/> })}
        {scripts}
        {(!found).then(|| view! { <meta name="robots" content="noindex"/> })}
        {found.then(|| view! {
            <meta name="description" content=description.clone()/>
            {property("og:type", "website")}
            {property("og:locale", &context.guide.strings.language.locale())}
            {property("og:title", &title)}
            {property("og:description", &description)}
        })}
        {url.map(|url| view! { <link rel="canonical" href=url.clone()/>{property("og:url", &url)}{picture(context)} })}
    };
    Owner::new().with(|| view.to_html()).replace("<!>", "")
}

/// An Open Graph tag: how a shared link is shown.
fn property(name: &'static str, content: &str) -> AnyView {
    view! { <meta content=content.to_owned()/> }.attr("property", name).into_any()
}

/// The picture of a shared link. Its address must be absolute, so there is one only where the site's address is known.
fn picture(context: &RenderContext) -> Option<AnyView> {
    let site = context.address(Page::Guide)?;
    let tags = view! {
        {property("og:image", &format!("{site}{}", PICTURE.path))}
        {property("og:image:type", "image/png")}
        {property("og:image:width", &PICTURE.width.to_string())}
        {property("og:image:height", &PICTURE.height.to_string())}
        {property("og:image:alt", &context.text(&context.guide.strings.embed.picture_alt))}
        <meta name="twitter:card" content="summary_large_image"/>
    };
    Some(tags.into_any())
}
