//! What stands in a page's head: titles, the policy, what search engines and shared links read.

use leptos::prelude::*;

use super::picture::layout::Format;
use super::setting::Setting;
use crate::guide::model::Body;
use crate::site::pages::{PICTURE, Page};

/// What a page's head refers to. Every name is a path from the page's own folder.
pub struct Refs {
    /// The stylesheet's text, which stands in the page itself.
    pub style: String,
    /// The policy, which names the stylesheet by its hash.
    pub policy: String,
    /// The page's scripts.
    pub scripts: Vec<String>,
    /// What a phone that installs the site asks for.
    pub manifest: Option<String>,
    /// The icon, where the page may refer to other files at all.
    pub icon: Option<String>,
}

/// The inside of `<head>`, after the character set.
pub fn head(page: Page, setting: &Setting, refs: &Refs) -> String {
    let found = page != Page::NotFound;
    let subtitle = |title: &str| setting.text(&format!("{title} — {}", setting.guide.site.name));
    let title = match page {
        Page::Guide => setting.title(),
        Page::Embed => subtitle(&setting.guide.words.embed.title),
        Page::Map => subtitle(&setting.guide.words.map.title),
        Page::Print => subtitle(&setting.guide.words.paper.sheet),
        Page::Poster => subtitle(&setting.guide.words.paper.poster),
        Page::Accessibility => subtitle(&setting.guide.words.accessibility.title),
        Page::NotFound => setting.text(&setting.guide.words.not_found.title),
    };
    let description = setting.text(match page {
        Page::Embed => &setting.guide.words.embed.lead,
        Page::Map => &setting.guide.words.map.description,
        Page::Accessibility => &setting.guide.words.accessibility.lead,
        _ => &setting.guide.site.description,
    });
    let url = setting.address(page).filter(|_| found);
    // The guide's waits for the document itself; the small ones of other pages let the browser do that.
    let own = page == Page::Guide;
    let scripts = refs.scripts.iter().cloned();
    let scripts = scripts.map(|script| view! { <script async=own defer=!own src=script></script> }).collect_view();
    let view = view! {
        <meta http-equiv="Content-Security-Policy" content=refs.policy.clone()/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <title>{title.clone()}</title>
        <style inner_html=refs.style.clone()></style>
        <link rel="icon" href=refs.icon.clone().unwrap_or("data:,".into())/>
        {refs.manifest.clone().map(|manifest| view! { <link rel="manifest" href=manifest/><link rel="apple-touch-icon" href="icon-192.png"/> })}
        {scripts}
        {(!found).then(|| view! { <meta name="robots" content="noindex"/> })}
        {found.then(|| view! {
            <meta name="description" content=description.clone()/>
            {property("og:type", "website")}
            {property("og:locale", "ru_RU")}
            {property("og:title", &title)}
            {property("og:description", &description)}
        })}
        {url.map(|url| view! { <link rel="canonical" href=url.clone()/>{property("og:url", &url)}{picture(setting)} })}
        {(page == Page::Guide).then(|| view! { <script type="application/ld+json" inner_html=faq(setting)></script> })}
    };
    Owner::new().with(|| view.to_html()).replace("<!>", "")
}

/// An Open Graph tag, which shared links are shown by.
fn property(name: &'static str, content: &str) -> AnyView {
    view! { <meta content=content.to_owned()/> }.attr("property", name).into_any()
}

/// The picture that a shared link is shown with. Its address must be absolute, so there is one only where the site's is known.
fn picture(setting: &Setting) -> Option<AnyView> {
    let site = setting.address(Page::Guide)?;
    let (width, height) = Format::Wide.size();
    let tags = view! {
        {property("og:image", &format!("{site}{PICTURE}"))}
        {property("og:image:type", "image/png")}
        {property("og:image:width", &width.to_string())}
        {property("og:image:height", &height.to_string())}
        {property("og:image:alt", &setting.text(&setting.guide.words.embed.picture_alt))}
        <meta name="twitter:card" content="summary_large_image"/>
    };
    Some(tags.into_any())
}

/// The advice as questions and answers, in schema.org's vocabulary.
fn faq(setting: &Setting) -> String {
    let advice = setting.guide.steps.iter().filter_map(|step| match &step.body {
        Body::Advice(advice) => Some((step, advice)),
        _ => None,
    });
    let questions: Vec<serde_json::Value> = advice
        .map(|(step, advice)| {
            let answer = format!("{} {}", setting.text(&advice.dont), setting.text(&advice.act));
            serde_json::json!({
                "@type": "Question",
                "name": setting.text(&step.heading),
                "acceptedAnswer": { "@type": "Answer", "text": answer },
            })
        })
        .collect();
    let page = serde_json::json!({ "@context": "https://schema.org", "@type": "FAQPage", "mainEntity": questions });
    // Within a script element only this sequence could end it early.
    page.to_string().replace("</", "<\\/")
}
