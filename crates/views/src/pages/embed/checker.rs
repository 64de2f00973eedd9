//! The checker: a field for the source of a site keeper's own page, and what was found of the guide's codes in it.
//!
//! The page's script (`public/embed/check.js`) reads what is pasted and sends it nowhere. All results that it may show wait in
//! a template; without script the checker says that it needs one.

use guide_core::data_attributes;
use guide_core::render_context::RenderContext;
use guide_core::text::Text;
use guide_core::ui_strings::EmbedCheckerStrings;
use leptos::prelude::*;

/// How a result is marked, by the class of its list item.
#[derive(Clone, Copy)]
enum Mark {
    Good,
    Fix,
    Info,
}

/// The checker's section, with its heading.
pub fn checker(context: &RenderContext) -> AnyView {
    let strings = &context.guide.strings.embed_checker;
    let copying = strings.copying.iter().map(|item| view! { <li>{context.text(item)}</li> }).collect_view();
    let ids = |ids: Vec<&str>| ids.join(" ");
    let form = view! {
        <div class="checker" hidden>
            <label>{context.text(&strings.field)}
                <textarea rows="6" autocomplete="off" autocapitalize="off" spellcheck="false"></textarea>
            </label>
            <button type="button" class="button">{context.text(&strings.button)}</button>
            <div class="findings"></div>
            <template>{results(context, strings)}</template>
        </div>
    }
    .attr(data_attributes::SITE, context.guide.site.url.as_ref().map(|url| url.value.clone()))
    .attr(data_attributes::STEPS, ids(context.guide.steps.iter().map(|step| &*step.id.value).collect()))
    .attr(
        data_attributes::INSTITUTIONS,
        ids(context.guide.institutions.iter().map(|known| &*known.id.value).collect()),
    );
    view! {
        <h2 id="check">{context.text(&strings.title)}</h2>
        <p>{context.text(&strings.lead)}</p>
        <noscript><p>{context.text(&strings.no_script)}</p></noscript>
        <ul>{copying}</ul>
        {form}
        <p>{context.text(&strings.limits)}</p>
    }
    .into_any()
}

/// All results, by name: list items in which the script fills the placeholders.
fn results(context: &RenderContext, strings: &EmbedCheckerStrings) -> AnyView {
    use Mark::{Fix, Good, Info};
    let all = [
        ("whole", Good, &strings.whole),
        ("frame", Good, &strings.frame),
        ("link", Good, &strings.link),
        ("script-missing", Fix, &strings.script_missing),
        ("link-missing", Fix, &strings.link_missing),
        ("place-missing", Fix, &strings.place_missing),
        ("old", Info, &strings.old),
        ("as-text", Fix, &strings.as_text),
        ("hidden", Fix, &strings.hidden),
        ("script-elsewhere", Info, &strings.script_elsewhere),
        ("script-delayed", Info, &strings.script_delayed),
        ("frame-link", Fix, &strings.frame_link),
        ("frame-width", Fix, &strings.frame_width),
        ("frame-style", Fix, &strings.frame_style),
        ("frame-sandbox", Fix, &strings.frame_sandbox),
        ("frame-delayed", Info, &strings.frame_delayed),
        ("address", Fix, &strings.address),
        ("address-http", Fix, &strings.address_http),
        ("address-other", Fix, &strings.address_other),
        ("addresses", Fix, &strings.addresses),
        ("wish", Fix, &strings.wish),
        ("wish-step", Fix, &strings.wish_step),
        ("wish-institution", Fix, &strings.wish_institution),
        ("wish-unknown", Info, &strings.wish_unknown),
        ("policy-script", Fix, &strings.policy_script),
        ("policy-frame", Fix, &strings.policy_frame),
        ("nothing", Fix, &strings.nothing),
        ("only-address", Info, &strings.only_address),
        ("not-html", Info, &strings.not_html),
        ("empty", Info, &strings.empty),
    ];
    let item = |(name, mark, text): (&'static str, Mark, &Text)| {
        let (class, word) = match mark {
            Good => ("good", &strings.good),
            Fix => ("fix", &strings.fix),
            Info => ("info", &strings.info),
        };
        view! { <li class=class><b>{context.text(word)}</b>" "<span>{context.text(text)}</span></li> }
            .attr(data_attributes::CHECK_RESULT, name)
    };
    all.into_iter().map(item).collect_view().into_any()
}
