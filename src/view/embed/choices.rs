//! What can be chosen for all codes at once: the step to begin with, colours, width, the institution to name.

use leptos::prelude::*;

use super::super::setting::Setting;
use crate::site::hooks;

/// The widths to choose from, px: a site's side column, phones, a column of text.
const WIDTHS: [&str; 4] = ["300", "360", "480", "640"];

/// The form; not to be seen without script, which would have to act on it.
pub fn choices(setting: &Setting) -> AnyView {
    let words = &setting.guide.words.embed_choices;
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
        <form class="choose" id="choices" hidden>
            <h2>{setting.text(&words.title)}</h2>
            <p>{setting.text(&words.lead)}</p>
            <label>{setting.text(&words.start)}<select name="start"><option value="">{setting.text(&words.beginning)}</option>{steps}</select></label>
            <label>{setting.text(&words.theme)}
                <select name="theme">
                    <option value="">{setting.text(&words.auto)}</option>
                    {choice("light", setting.text(&words.light))}
                    {choice("dark", setting.text(&words.dark))}
                </select>
            </label>
            <label>{setting.text(&words.width)}<select name="width"><option value="">{setting.text(&words.usual)}</option>{widths}</select></label>
            {institutions}
        </form>
    }
    .attr(hooks::SITE, setting.guide.site.url.as_ref().map(|url| url.value.clone()))
    .into_any()
}

fn choice(value: &str, label: String) -> AnyView {
    view! { <option value=value.to_owned()>{label}</option> }.into_any()
}
