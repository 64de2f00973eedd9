//! What stands in a page's head: titles, the policy, what search engines and shared links read.

use leptos::prelude::*;

use super::setting::Setting;
use crate::guide::model::Body;
use crate::site::pages::Page;

/// What a page's head refers to. Every name is a path from the page's own folder.
pub struct Refs {
    /// The stylesheet's text, which stands in the page itself.
    pub style: String,
    /// The policy, which names the stylesheet by its hash.
    pub policy: String,
    /// The module script and the wasm it loads, where the page has islands.
    pub script: Option<(String, String)>,
    /// The small script of a page for printing.
    pub print: Option<String>,
    /// The icon, where the page may refer to other files at all.
    pub icon: Option<String>,
}

/// The inside of `<head>`, after the character set.
pub fn head(page: Page, setting: &Setting, refs: &Refs) -> String {
    let found = page != Page::NotFound;
    let title = match page {
        Page::Guide => setting.title(),
        Page::Print => titled(setting, &setting.guide.words.paper.sheet),
        Page::Poster => titled(setting, &setting.guide.words.paper.poster),
        Page::NotFound => setting.text(&setting.guide.words.not_found.title),
    };
    let description = setting.text(&setting.guide.site.description);
    let url = setting.address(page).filter(|_| found);
    let preload = refs.script.as_ref().map(|(script, wasm)| {
        view! {
            <script type="module" async="" src=script.clone()></script>
            {view! { <link rel="preload" type="application/wasm" crossorigin="" media="(scripting: enabled)" href=wasm.clone()/> }.attr("as", "fetch")}
        }
    });
    let view = view! {
        <meta http-equiv="Content-Security-Policy" content=refs.policy.clone()/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <title>{title.clone()}</title>
        <style inner_html=refs.style.clone()></style>
        <link rel="icon" href=refs.icon.clone().unwrap_or("data:,".into())/>
        {preload}
        {refs.print.clone().map(|script| view! { <script defer="" src=script></script> })}
        {(!found).then(|| view! { <meta name="robots" content="noindex"/> })}
        {found.then(|| view! {
            <meta name="description" content=description.clone()/>
            {property("og:type", "website")}
            {property("og:locale", "ru_RU")}
            {property("og:title", &title)}
            {property("og:description", &description)}
        })}
        {url.map(|url| view! { <link rel="canonical" href=url.clone()/>{property("og:url", &url)} })}
        {(page == Page::Guide).then(|| view! { <script type="application/ld+json" inner_html=faq(setting)></script> })}
    };
    Owner::new().with(|| view.to_html()).replace("<!>", "")
}

/// The title of a page beside the guide.
fn titled(setting: &Setting, name: &str) -> String {
    setting.text(&format!("{name} — {}", setting.guide.site.name))
}

/// An Open Graph tag, which shared links are shown by.
fn property(name: &'static str, content: &str) -> AnyView {
    view! { <meta content=content.to_owned()/> }.attr("property", name).into_any()
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
