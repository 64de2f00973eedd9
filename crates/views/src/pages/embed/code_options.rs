//! The options of all codes at once: the step to begin with, colours, width, the institution to name.

use guide_core::data_attributes;
use guide_core::render_context::RenderContext;
use leptos::prelude::*;

/// The widths to choose from, px: a side column, phones, a column of text.
const WIDTHS: [&str; 4] = ["300", "360", "480", "640"];

/// The form of the options. It is hidden until the page's script, which acts on it, shows it.
pub fn code_options(context: &RenderContext) -> AnyView {
    let strings = &context.guide.strings.embed_choices;
    let start = context.guide.step(&context.guide.start);
    let steps = start.into_iter().flat_map(|step| &step.options);
    let steps = steps.map(|answer| option(&answer.next, context.text(&answer.label))).collect_view();
    let widths = WIDTHS.map(|width| option(width, format!("{width}\u{a0}px"))).collect_view();
    let known = &context.guide.institutions;
    let institutions = (!known.is_empty()).then(|| {
        let each = known.iter().map(|known| option(&known.id, context.text(&known.name))).collect_view();
        let none = context.text(&strings.unnamed);
        let title = context.text(&context.guide.strings.page.institution);
        view! { <label>{title}<select name="institution"><option value="">{none}</option>{each}</select></label> }
    });
    view! {
        <form class="choose" id="choices" hidden>
            <h2>{context.text(&strings.title)}</h2>
            <p>{context.text(&strings.lead)}</p>
            <label>{context.text(&strings.start)}<select name="start"><option value="">{context.text(&strings.beginning)}</option>{steps}</select></label>
            <label>{context.text(&strings.theme)}
                <select name="theme">
                    <option value="">{context.text(&strings.auto)}</option>
                    {option("light", context.text(&strings.light))}
                    {option("dark", context.text(&strings.dark))}
                </select>
            </label>
            <label>{context.text(&strings.width)}<select name="width"><option value="">{context.text(&strings.usual)}</option>{widths}</select></label>
            {institutions}
        </form>
    }
    .attr(data_attributes::SITE, context.guide.site.url.as_ref().map(|url| url.value.clone()))
    .into_any()
}

/// An option of a `<select>`.
fn option(value: &str, label: String) -> AnyView {
    view! { <option value=value.to_owned()>{label}</option> }.into_any()
}
