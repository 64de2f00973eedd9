//! A block of the page with something to copy: a title, the text, the buttons.

use guide_core::data_attributes;
use guide_core::render_context::RenderContext;
use leptos::prelude::*;

/// The parts of the block.
pub struct CopyBlock {
    /// The element's id; only one of several equal blocks has it.
    pub id: Option<&'static str>,
    /// The heading.
    pub title: String,
    /// What stands between the heading and the text.
    pub lead: Option<AnyView>,
    /// What is copied, as it stands on the page.
    pub text: AnyView,
    /// The label of the button that copies.
    pub copy: String,
    /// What the line below says when the text was copied, and when it could not be.
    pub copied: [String; 2],
    /// One more button beside the one that copies.
    pub button: Option<AnyView>,
    /// What stands below the buttons.
    pub more: Option<AnyView>,
}

impl CopyBlock {
    /// The block of a code for a site.
    pub fn code(context: &RenderContext, id: Option<&'static str>, title: &str, code: AnyView) -> CopyBlock {
        let strings = &context.guide.strings.embed;
        CopyBlock {
            id,
            title: context.text(title),
            lead: None,
            text: code_block(code),
            copy: context.text(&strings.copy),
            copied: [context.text(&strings.copied), context.text(&strings.not_copied)],
            button: None,
            more: None,
        }
    }

    /// The same block with a button that shows the code at work, a place for that, and a link to the options. Without script,
    /// `fallback` stands in that place.
    pub fn with_preview(mut self, context: &RenderContext, fallback: Option<AnyView>) -> CopyBlock {
        let strings = &context.guide.strings;
        let show = context.text(&strings.embed.preview);
        self.button = Some(view! { <button type="button" class="button show" hidden>{show}</button> }.into_any());
        let more = view! {
            <p class="choice" hidden><a href="#choices">{context.text(&strings.embed_choices.link)}</a></p>
            <div class="preview">{fallback.map(|fallback| view! { <noscript>{fallback}</noscript> })}</div>
        };
        self.more = Some(more.into_any());
        self
    }

    /// The block as it stands on the page.
    pub fn view(self) -> AnyView {
        let [copied, not_copied] = self.copied;
        let copy_result = view! { <p class="said"></p> }
            .attr(data_attributes::COPIED, copied)
            .attr(data_attributes::NOT_COPIED, not_copied);
        let class = if self.id.is_some() { "sample snippet" } else { "sample" };
        view! {
            <div class=class id=self.id>
                <h3>{self.title}</h3>
                {self.lead}
                {self.text}
                <div class="buttons">
                    <button type="button" class="button copy" hidden>{self.copy}</button>
                    {self.button}
                </div>
                {copy_result}
                {self.more}
            </div>
        }
        .into_any()
    }
}

/// Source text in a monospaced block.
pub fn code_block(text: AnyView) -> AnyView {
    view! { <pre><code>{text}</code></pre> }.into_any()
}
