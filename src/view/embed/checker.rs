//! The checker on the page for site keepers: a field for the source of one's own page, and what it holds of the guide's codes.
//!
//! The page's script (`public/embed/check.js`) reads what is pasted, on this machine alone. Whatever it may say waits in a
//! template; without script the checker says that it needs one.

use leptos::prelude::*;

use super::super::setting::Setting;
use crate::guide::model::Text;
use crate::guide::words::EmbedCheckerWords;
use crate::site::hooks;

/// How a finding is marked, by the class of its list item.
#[derive(Clone, Copy)]
enum Mark {
    Good,
    Fix,
    Info,
}

/// The whole section, with its heading.
pub fn checker(setting: &Setting) -> AnyView {
    let words = &setting.guide.words.embed_checker;
    let copying = words.copying.iter().map(|item| view! { <li>{setting.text(item)}</li> }).collect_view();
    let ids = |ids: Vec<&str>| ids.join(" ");
    let form = view! {
        <div class="checker" hidden>
            <label>{setting.text(&words.field)}
                <textarea rows="6" autocomplete="off" autocapitalize="off" spellcheck="false"></textarea>
            </label>
            <button type="button" class="button">{setting.text(&words.button)}</button>
            <div class="findings"></div>
            <template>{findings(setting, words)}</template>
        </div>
    }
    .attr(hooks::SITE, setting.guide.site.url.as_ref().map(|url| url.value.clone()))
    .attr(hooks::STEPS, ids(setting.guide.steps.iter().map(|step| &*step.id.value).collect()))
    .attr(hooks::INSTITUTIONS, ids(setting.guide.institutions.iter().map(|known| &*known.id.value).collect()));
    view! {
        <h2 id="check">{setting.text(&words.title)}</h2>
        <p>{setting.text(&words.lead)}</p>
        <noscript><p>{setting.text(&words.no_script)}</p></noscript>
        <ul>{copying}</ul>
        {form}
        <p>{setting.text(&words.limits)}</p>
    }
    .into_any()
}

/// Everything that may be found, by name: list items in which the script fills the placeholders.
fn findings(setting: &Setting, words: &EmbedCheckerWords) -> AnyView {
    use Mark::{Fix, Good, Info};
    let all = [
        ("whole", Good, &words.whole),
        ("frame", Good, &words.frame),
        ("link", Good, &words.link),
        ("script-missing", Fix, &words.script_missing),
        ("link-missing", Fix, &words.link_missing),
        ("place-missing", Fix, &words.place_missing),
        ("old", Info, &words.old),
        ("as-text", Fix, &words.as_text),
        ("hidden", Fix, &words.hidden),
        ("script-elsewhere", Info, &words.script_elsewhere),
        ("script-delayed", Info, &words.script_delayed),
        ("frame-link", Fix, &words.frame_link),
        ("frame-width", Fix, &words.frame_width),
        ("frame-style", Fix, &words.frame_style),
        ("frame-sandbox", Fix, &words.frame_sandbox),
        ("frame-delayed", Info, &words.frame_delayed),
        ("address", Fix, &words.address),
        ("address-http", Fix, &words.address_http),
        ("address-other", Fix, &words.address_other),
        ("addresses", Fix, &words.addresses),
        ("wish", Fix, &words.wish),
        ("wish-step", Fix, &words.wish_step),
        ("wish-institution", Fix, &words.wish_institution),
        ("wish-unknown", Info, &words.wish_unknown),
        ("policy-script", Fix, &words.policy_script),
        ("policy-frame", Fix, &words.policy_frame),
        ("nothing", Fix, &words.nothing),
        ("only-address", Info, &words.only_address),
        ("not-html", Info, &words.not_html),
        ("empty", Info, &words.empty),
    ];
    let item = |(name, mark, text): (&'static str, Mark, &Text)| {
        let (class, word) = match mark {
            Good => ("good", &words.good),
            Fix => ("fix", &words.fix),
            Info => ("info", &words.info),
        };
        view! { <li class=class><b>{setting.text(word)}</b>" "<span>{setting.text(text)}</span></li> }
            .attr(hooks::FINDING, name)
    };
    all.into_iter().map(item).collect_view().into_any()
}
