//! The page for site keepers: three ways to put the guide on a school's site, with a preview.
//!
//! Everything stands there without script. The page's own script (`public/embed/choose.js`) fills the parts of the codes
//! that the choices change, and shows them at work.

use leptos::prelude::*;

use super::embed_checker::checker;
use super::prose::prose;
use super::qr::qr;
use super::setting::Setting;
use crate::guide::model::Text;
use crate::site::hooks;

/// A height that shows any step on a phone without much scrolling, px.
const SENSIBLE: &str = "800";
/// The widths to choose from, px.
const WIDTHS: [&str; 3] = ["360", "480", "640"];
/// The picture of the QR code, beside the page.
pub const QR_FILE: &str = "qr.svg";

/// The page's body, with the way to the site's folder.
pub fn embed(setting: &Setting, root: &str) -> AnyView {
    let words = &setting.guide.words.embed;
    let title = setting.text(&setting.guide.site.name);
    let checks = words.checks.iter().map(|item| view! { <li>{prose(setting, item)}</li> }).collect_view();
    view! {
        <header class="top"><a href=root.to_owned()>{title}</a></header>
        <main>
            <h1>{setting.text(&words.title)}</h1>
            <p class="lead">{setting.text(&words.lead)}</p>
            {choices(setting)}
            <div class="preview">
                <noscript>{frame(setting, root)}</noscript>
            </div>
            {snippet(setting, "script", &words.script_title, &words.script_lead, script_code(setting))}
            {snippet(setting, "frame", &words.frame_title, &words.frame_lead, frame_code(setting))}
            {snippet(setting, "link", &words.link_title, &words.link_lead, link_code(setting))}
            {picture(setting)}
            <h2>{setting.text(&words.checks_title)}</h2>
            <ol class="rules">{checks}</ol>
            <h2>{setting.text(&words.strict_title)}</h2>
            <p>{setting.text(&words.policy)}</p>
            <pre tabindex="0"><code>"script-src "{part("origin", address(setting))}"; frame-src "{part("origin", address(setting))}</code></pre>
            <p>{setting.text(&words.sandbox)}</p>
            <pre tabindex="0"><code>"sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\""</code></pre>
            <h2>{setting.text(&words.more_title)}</h2>
            <dl>
                <dt><code>"data-height=\"600\""</code></dt><dd>{setting.text(&words.height)}</dd>
                <dt><code>"data-institution=\"id\""</code></dt><dd>{setting.text(&words.institution)}</dd>
                <dt><code>"{ type: \"guide:height\", height }"</code></dt><dd>{setting.text(&words.tells_height)}</dd>
                <dt><code>"{ type: \"guide:step\", step }"</code></dt><dd>{setting.text(&words.tells_step)}</dd>
            </dl>
            {checker(setting)}
        </main>
    }
    .into_any()
}

/// What can be chosen; not to be seen without script, which would have to act on it.
fn choices(setting: &Setting) -> AnyView {
    let words = &setting.guide.words.embed;
    let start = setting.guide.step(&setting.guide.start);
    let steps = start.into_iter().flat_map(|step| &step.options);
    let steps = steps.map(|option| choice(&option.next, setting.text(&option.label))).collect_view();
    let widths = WIDTHS.map(|width| choice(width, format!("{width}\u{a0}px"))).collect_view();
    let known = &setting.guide.institutions;
    let institutions = (!known.is_empty()).then(|| {
        let each = known.iter().map(|known| choice(&known.id, setting.text(&known.name))).collect_view();
        let none = setting.text(&words.unnamed);
        let title = setting.text(&setting.guide.words.page.institution);
        view! { <label>{title}<select name="institution"><option value="">{none}</option>{each}</select></label> }
    });
    view! {
        <form class="choose" hidden>
            <label>{setting.text(&words.start)}<select name="start"><option value="">{setting.text(&words.beginning)}</option>{steps}</select></label>
            <label>{setting.text(&words.theme)}
                <select name="theme">
                    <option value="">{setting.text(&words.auto)}</option>
                    {choice("light", setting.text(&words.light))}
                    {choice("dark", setting.text(&words.dark))}
                </select>
            </label>
            <label>{setting.text(&words.width)}<select name="width"><option value="">{setting.text(&words.full)}</option>{widths}</select></label>
            {institutions}
            <button type="button" class="button">{setting.text(&words.preview)}</button>
        </form>
    }
    .attr(hooks::SITE, setting.guide.site.url.as_ref().map(|url| url.value.clone()))
    .into_any()
}

fn choice(value: &str, label: String) -> AnyView {
    view! { <option value=value.to_owned()>{label}</option> }.into_any()
}

/// One way: what it is good for, its code, a button that copies it.
fn snippet(setting: &Setting, name: &'static str, title: &Text, lead: &Text, code: AnyView) -> AnyView {
    let words = &setting.guide.words.embed;
    let said = view! { <p class="said"></p> }
        .attr(hooks::COPIED, setting.text(&words.copied))
        .attr(hooks::NOT_COPIED, setting.text(&words.not_copied));
    view! {
        <section class="snippet" id=name>
            <h2>{setting.text(title)}</h2>
            <p>{prose(setting, lead)}</p>
            <pre tabindex="0"><code>{code}</code></pre>
            <button type="button" class="button" hidden>{setting.text(&words.copy)}</button>
            {said}
        </section>
    }
    .into_any()
}

/// A part of a code that the choices change, or where the site stands.
fn part(name: &'static str, text: String) -> AnyView {
    view! { <span>{text}</span> }.attr(hooks::PART, name).into_any()
}

fn address(setting: &Setting) -> String {
    let url = setting.guide.site.url.as_ref();
    url.map_or_else(|| setting.guide.words.embed.address.value.clone(), |url| url.value.clone())
}

fn script_code(setting: &Setting) -> AnyView {
    let site = part("site", address(setting));
    view! { "<script src=\""{site}"embed.js\" data-guide"{part("attributes", String::new())}" async></script>" }
        .into_any()
}

fn frame_code(setting: &Setting) -> AnyView {
    let name = setting.guide.site.name.value.clone();
    view! {
        "<iframe src=\""{part("site", address(setting))}"?embed"{part("query", String::new())}{part("hash", String::new())}
        "\" title=\""{name}"\" width=\""{part("width", "100%".into())}"\" height=\""{SENSIBLE}
        "\" style=\"border:0\" loading=\"lazy\" referrerpolicy=\"no-referrer\" allow=\"clipboard-write; web-share\"></iframe>"
    }
    .into_any()
}

fn link_code(setting: &Setting) -> AnyView {
    let name = setting.guide.site.name.value.clone();
    let picture = setting.guide.site.url.as_ref().map(|url| {
        view! { "\n<img src=\""{url.value.clone()}"embed/"{QR_FILE}"\" alt=\"\" width=\"160\" height=\"160\">" }
    });
    view! { "<a href=\""{part("site", address(setting))}{part("hash", String::new())}"\">"{name}"</a>"{picture} }
        .into_any()
}

/// The QR code to look at and to keep; none where the site's address is not known.
fn picture(setting: &Setting) -> Option<AnyView> {
    let words = &setting.guide.words.embed;
    let code = qr(setting.guide.site.url.as_ref()?)?;
    Some(
        view! {
            <div class="picture">{code}<a href=QR_FILE download>{setting.text(&words.qr_save)}</a></div>
        }
        .into_any(),
    )
}

/// The guide at work, in a frame of fixed height.
fn frame(setting: &Setting, root: &str) -> AnyView {
    let title = setting.text(&setting.guide.site.name);
    view! { <iframe src=format!("{root}?embed") title=title></iframe> }.into_any()
}
