//! The page for site keepers: which way fits their site, the code to copy, how to see that it works.
//!
//! Everything stands there without script. The page's own scripts (`public/embed/`) fill the parts of the codes that the choices
//! change, copy them and show them at work.

use leptos::prelude::*;

use super::prose::prose;
use super::setting::Setting;
use crate::guide::model::Text;

mod checker;
mod choices;
mod codes;
mod pictures;
mod texts;
mod ways;

use codes::part;
pub use pictures::QR_FILE;

/// The page's body, with the way to the site's folder.
pub fn embed(setting: &Setting, root: &str) -> AnyView {
    let words = &setting.guide.words.embed;
    let title = setting.text(&setting.guide.site.name);
    view! {
        <header class="top"><a href=root.to_owned()>{title}</a></header>
        <main>
            <h1>{setting.text(&words.title)}</h1>
            <p class="lead">{setting.text(&words.lead)}</p>
            <h2>{setting.text(&words.which)}</h2>
            {ways::ways(setting, root)}
            <p class="lead">{setting.text(&words.unsure)}</p>
            {choices::choices(setting)}
            {checker::checker(setting)}
            {experts(setting)}
        </main>
    }
    .into_any()
}

/// What whoever sets a host's policy, or writes scripts for the page, wants to know.
fn experts(setting: &Setting) -> AnyView {
    let words = &setting.guide.words.embed;
    let origin = || part("origin", codes::origin(setting));
    view! {
        <h2>{setting.text(&words.strict_title)}</h2>
        <p>{setting.text(&words.policy)}</p>
        <pre id="policy"><code>"script-src "{origin()}"; frame-src "{origin()}" tel: mailto: data:"</code></pre>
        <p>{setting.text(&words.sandbox)}</p>
        <pre id="sandbox"><code>"allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads"</code></pre>
        <h2>{setting.text(&words.more_title)}</h2>
        <dl>
            <dt><code>"data-height=\"600\""</code></dt><dd>{setting.text(&words.height)}</dd>
            <dt><code>"data-top=\"80\""</code></dt><dd>{setting.text(&words.top)}</dd>
            <dt><code>"style=\"min-height:640px\""</code></dt><dd>{setting.text(&words.reserve)}</dd>
            <dt><code>"data-title=\"…\""</code></dt><dd>{setting.text(&words.title_wish)}</dd>
            <dt><code>"data-institution=\"id\""</code></dt><dd>{setting.text(&words.institution)}</dd>
            <dt><code>"{ type: \"guide:height\", height }"</code></dt><dd>{setting.text(&words.tells_height)}</dd>
            <dt><code>"{ type: \"guide:step\", step }"</code></dt><dd>{setting.text(&words.tells_step)}</dd>
        </dl>
    }
    .into_any()
}

/// The items of a list.
fn items(setting: &Setting, texts: &[Text]) -> AnyView {
    texts.iter().map(|text| view! { <li>{prose(setting, text)}</li> }).collect_view().into_any()
}
