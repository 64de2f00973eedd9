//! The page for site keepers: which way fits their site, the code to copy, how to see that it works.
//!
//! The page is whole without script. Its scripts (`public/embed/`) fill the parts of the codes that the options change, copy
//! the codes and show them at work.

use codes::code_part;
use guide_core::render_context::RenderContext;
use guide_core::text::Text;
use leptos::prelude::*;

use crate::prose::prose;

mod checker;
mod code_options;
mod codes;
mod copy_block;
mod pictures;
mod texts;
mod ways;

/// The content of the page's body. `root` is the relative path to the site's folder.
pub fn embed(context: &RenderContext, root: &str) -> AnyView {
    let strings = &context.guide.strings.embed;
    let title = context.text(&context.guide.site.name);
    view! {
        <header class="top"><a href=root.to_owned()>{title}</a></header>
        <main>
            <h1>{context.text(&strings.title)}</h1>
            <p class="lead">{context.text(&strings.lead)}</p>
            <h2>{context.text(&strings.which)}</h2>
            {ways::ways(context, root)}
            <p class="lead">{context.text(&strings.unsure)}</p>
            {code_options::code_options(context)}
            {checker::checker(context)}
            {experts(context)}
        </main>
    }
    .into_any()
}

/// For those who set a site's policy or write scripts for its pages: sources to allow, attributes, messages.
fn experts(context: &RenderContext) -> AnyView {
    let strings = &context.guide.strings.embed;
    let origin = || code_part("origin", codes::origin(context));
    view! {
        <h2>{context.text(&strings.strict_title)}</h2>
        <p>{context.text(&strings.policy)}</p>
        <pre id="policy"><code>"script-src "{origin()}"; frame-src "{origin()}" tel: mailto: data:"</code></pre>
        <p>{context.text(&strings.sandbox)}</p>
        <pre id="sandbox"><code>"allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads"</code></pre>
        <h2>{context.text(&strings.more_title)}</h2>
        <dl>
            <dt><code>"data-height=\"600\""</code></dt><dd>{context.text(&strings.height)}</dd>
            <dt><code>"data-top=\"80\""</code></dt><dd>{context.text(&strings.top)}</dd>
            <dt><code>"style=\"min-height:640px\""</code></dt><dd>{context.text(&strings.reserve)}</dd>
            <dt><code>"data-title=\"…\""</code></dt><dd>{context.text(&strings.title_wish)}</dd>
            <dt><code>"data-institution=\"id\""</code></dt><dd>{context.text(&strings.institution)}</dd>
            <dt><code>"{ type: \"guide:height\", height }"</code></dt><dd>{context.text(&strings.tells_height)}</dd>
            <dt><code>"{ type: \"guide:step\", step }"</code></dt><dd>{context.text(&strings.tells_step)}</dd>
        </dl>
    }
    .into_any()
}

/// Texts as items of a list.
fn items(context: &RenderContext, texts: &[Text]) -> AnyView {
    texts.iter().map(|text| view! { <li>{prose(context, text)}</li> }).collect_view().into_any()
}
