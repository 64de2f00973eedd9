//! The five ways to put the guide on a site, by what its keeper sees there: each is whole, so that nobody has to read another.

use leptos::prelude::*;

use super::super::prose::prose;
use super::super::setting::Setting;
use super::codes::{self, Sample};
use super::{items, texts};
use crate::guide::model::Text;
use crate::guide::words::WayWords;
use crate::site::hooks;

/// The way of those who may put no code on their site.
const PLATFORM: &str = "platform";

/// All ways, one open at a time. Choosing needs no script.
pub fn ways(setting: &Setting, root: &str) -> AnyView {
    let words = &setting.guide.words;
    let checks = &words.embed.checks;
    let script = |id| script(setting, id).view();
    let builder = view! { {script(None)}{frame(setting, root).view()} };
    view! {
        {way(setting, "own-site", &words.own_site, script(Some("script")), checks)}
        {way(setting, "wordpress", &words.wordpress, script(None), checks)}
        {way(setting, "classic", &words.classic, script(None), checks)}
        {way(setting, "builder", &words.builder, builder.into_any(), checks)}
        {way(setting, PLATFORM, &words.platform, texts::texts(setting, root), &words.embed_texts.checks)}
    }
    .into_any()
}

/// One way: `what` is to be copied, `checks` say how to see that it worked.
fn way(setting: &Setting, id: &'static str, way: &WayWords, what: AnyView, checks: &[Text]) -> AnyView {
    let words = &setting.guide.words.embed;
    // Where there is no code, there is none to check.
    let coded = id != PLATFORM;
    view! {
        <details class="way" id=id>
            <summary><b>{setting.text(&way.title)}</b>" "<span>{setting.text(&way.sign)}</span></summary>
            <div class="inside">
                <p><b>{setting.text(&words.rights_title)}</b>" "{prose(setting, &way.rights)}</p>
                <ol class="rules">{items(setting, &way.steps)}</ol>
                {what}
                <h3>{setting.text(&words.checks_title)}</h3>
                <ol class="rules">{items(setting, checks)}</ol>
                {coded.then(|| view! { <p class="choice" hidden><a href="#check">{setting.text(&words.check_link)}</a></p> })}
                <h3>{setting.text(&words.failed_title)}</h3>
                <ul class="rules">{items(setting, &way.failed)}</ul>
            </div>
        </details>
    }
    .attr("name", "way")
    .into_any()
}

fn script(setting: &Setting, id: Option<&'static str>) -> Sample {
    let words = &setting.guide.words.embed_codes;
    let mut sample = Sample::code(setting, id, &words.script, codes::script(setting)).with_preview(setting, None);
    sample.lead = Some(view! { <p>{setting.text(&words.script_lead)}</p> }.into_any());
    sample
}

/// The frame, and below its code how its height was chosen: the script measures the steps.
fn frame(setting: &Setting, root: &str) -> Sample {
    let words = &setting.guide.words.embed_codes;
    let title = setting.text(&setting.guide.site.name);
    let plain = view! { <iframe src=format!("{root}?embed") title=title></iframe> }.into_any();
    let mut sample =
        Sample::code(setting, Some("frame"), &words.frame, codes::frame(setting)).with_preview(setting, Some(plain));
    let measured = view! { <p class="measured">{setting.text(&words.unmeasured)}</p> }
        .attr(hooks::MEASURED, setting.text(&words.measured))
        .attr(hooks::PARTLY, setting.text(&words.partly));
    sample.lead = Some(view! { <p>{setting.text(&words.frame_lead)}</p>{measured} }.into_any());
    sample
}
