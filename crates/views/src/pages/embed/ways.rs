//! The five ways to put the guide on a site, by the kind of site. Each is whole, so that nobody has to read another.

use guide_core::data_attributes;
use guide_core::render_context::RenderContext;
use guide_core::text::Text;
use guide_core::ui_strings::WayStrings;
use leptos::prelude::*;

use super::copy_block::CopyBlock;
use super::{codes, items, texts};
use crate::prose::prose;

/// The id of the way for those who may put no code on their site.
const PLATFORM: &str = "platform";

/// All ways, one open at a time, without script. `root` is the relative path to the site's folder.
pub fn ways(context: &RenderContext, root: &str) -> AnyView {
    let strings = &context.guide.strings;
    let checks = &strings.embed.checks;
    let script = |id| script(context, id).view();
    let builder = view! { {script(None)}{frame(context, root).view()} };
    view! {
        {way(context, "own-site", &strings.own_site, script(Some("script")), checks)}
        {way(context, "wordpress", &strings.wordpress, script(None), checks)}
        {way(context, "classic", &strings.classic, script(None), checks)}
        {way(context, "builder", &strings.builder, builder.into_any(), checks)}
        {way(context, PLATFORM, &strings.platform, texts::texts(context, root), &strings.embed_texts.checks)}
    }
    .into_any()
}

/// One way: `blocks` are what is to be copied, `checks` say how to see that it worked.
fn way(context: &RenderContext, id: &'static str, way: &WayStrings, blocks: AnyView, checks: &[Text]) -> AnyView {
    let strings = &context.guide.strings.embed;
    // This way has no code that the checker could check.
    let has_code = id != PLATFORM;
    view! {
        <details class="way" id=id>
            <summary><b>{context.text(&way.title)}</b>" "<span>{context.text(&way.sign)}</span></summary>
            <div class="inside">
                <p><b>{context.text(&strings.rights_title)}</b>" "{prose(context, &way.rights)}</p>
                <ol class="rules">{items(context, &way.steps)}</ol>
                {blocks}
                <h3>{context.text(&strings.checks_title)}</h3>
                <ol class="rules">{items(context, checks)}</ol>
                {has_code.then(|| view! { <p class="choice" hidden><a href="#check">{context.text(&strings.check_link)}</a></p> })}
                <h3>{context.text(&strings.failed_title)}</h3>
                <ul class="rules">{items(context, &way.failed)}</ul>
            </div>
        </details>
    }
    .attr("name", "way")
    .into_any()
}

/// The block with the script.
fn script(context: &RenderContext, id: Option<&'static str>) -> CopyBlock {
    let strings = &context.guide.strings.embed_codes;
    let mut block = CopyBlock::code(context, id, &strings.script, codes::script(context)).with_preview(context, None);
    block.lead = Some(view! { <p>{context.text(&strings.script_lead)}</p> }.into_any());
    block
}

/// The block with the frame. The script measures the steps, and a line says how the frame's height was chosen.
fn frame(context: &RenderContext, root: &str) -> CopyBlock {
    let strings = &context.guide.strings.embed_codes;
    let title = context.text(&context.guide.site.name);
    let fallback = view! { <iframe src=format!("{root}?embed") title=title></iframe> }.into_any();
    let mut block = CopyBlock::code(context, Some("frame"), &strings.frame, codes::frame(context))
        .with_preview(context, Some(fallback));
    let measured = view! { <p class="measured">{context.text(&strings.unmeasured)}</p> }
        .attr(data_attributes::MEASURED, context.text(&strings.measured))
        .attr(data_attributes::MEASURED_IN_PART, context.text(&strings.partly));
    block.lead = Some(view! { <p>{context.text(&strings.frame_lead)}</p>{measured} }.into_any());
    block
}
