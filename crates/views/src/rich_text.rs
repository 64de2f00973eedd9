//! Texts with paragraphs, lists, links and bold words.
//!
//! Behind each link stands where it leads, which only paper shows: nobody can tap a link there.

use guide_core::phone_number::readable;
use guide_core::render_context::RenderContext;
use guide_core::rich_text::{Block, Inline, LinkTarget, RichText, plain_inlines};
use leptos::prelude::*;

use crate::pages::address_text::{breakable, readable_address, short_address};
use crate::prose::prose;

/// A paragraph, or a box with paragraphs and lists.
pub fn rich_text(context: &RenderContext, text: &RichText) -> AnyView {
    let renderer = Renderer { context, is_verbatim: false };
    match text.as_paragraph() {
        Some(inlines) => view! { <p>{renderer.inlines(inlines)}</p> }.into_any(),
        None => view! { <div class="rich">{renderer.blocks(&text.blocks)}</div> }.into_any(),
    }
}

/// The same below a heading, in the style of a lead.
pub fn lead(context: &RenderContext, text: &RichText) -> AnyView {
    let renderer = Renderer { context, is_verbatim: false };
    match text.as_paragraph() {
        Some(inlines) => view! { <p class="lead">{renderer.inlines(inlines)}</p> }.into_any(),
        None => view! { <div class="lead rich">{renderer.blocks(&text.blocks)}</div> }.into_any(),
    }
}

/// The same inside an item of a list, where one paragraph needs no element.
pub fn item(context: &RenderContext, text: &RichText) -> AnyView {
    let renderer = Renderer { context, is_verbatim: false };
    match text.as_paragraph() {
        Some(inlines) => renderer.inlines(inlines),
        None => view! { <div class="rich">{renderer.blocks(&text.blocks)}</div> }.into_any(),
    }
}

/// Somebody else's words, which stay exactly as they are.
pub fn quote(context: &RenderContext, text: &RichText) -> AnyView {
    let renderer = Renderer { context, is_verbatim: true };
    match text.as_paragraph() {
        Some(inlines) => view! { <blockquote>{renderer.inlines(inlines)}</blockquote> }.into_any(),
        None => view! { <blockquote class="rich">{renderer.blocks(&text.blocks)}</blockquote> }.into_any(),
    }
}

/// Renders the parts of one text.
struct Renderer<'r, 'g> {
    context: &'r RenderContext<'g>,
    /// Without placeholders and typography.
    is_verbatim: bool,
}

impl Renderer<'_, '_> {
    fn blocks(&self, blocks: &[Block]) -> AnyView {
        blocks.iter().map(|block| self.block(block)).collect_view().into_any()
    }

    fn block(&self, block: &Block) -> AnyView {
        match block {
            Block::Paragraph(inlines) => view! { <p>{self.inlines(inlines)}</p> }.into_any(),
            Block::List { first: None, items } => view! { <ul>{self.items(items)}</ul> }.into_any(),
            Block::List { first: Some(first), items } => {
                let start = (*first != 1).then(|| first.to_string());
                view! { <ol start=start>{self.items(items)}</ol> }.into_any()
            }
        }
    }

    fn items(&self, items: &[Vec<Block>]) -> AnyView {
        items.iter().map(|item| view! { <li>{self.item(item)}</li> }).collect_view().into_any()
    }

    /// The first paragraph needs no element where nothing but a list follows it.
    fn item(&self, blocks: &[Block]) -> AnyView {
        match blocks {
            [Block::Paragraph(inlines), rest @ ..] if rest.iter().all(|block| matches!(block, Block::List { .. })) => {
                view! { {self.inlines(inlines)}{self.blocks(rest)} }.into_any()
            }
            _ => self.blocks(blocks),
        }
    }

    fn inlines(&self, inlines: &[Inline]) -> AnyView {
        // A link that is no part of a sentence gets the height of a button.
        if let [Inline::Link { label, target }] = inlines {
            return self.link(label, target, Some("alone"));
        }
        let views: Vec<AnyView> = inlines.iter().map(|inline| self.inline(inline)).collect();
        views.into_any()
    }

    fn inline(&self, inline: &Inline) -> AnyView {
        match inline {
            Inline::Text(text) if self.is_verbatim => text.clone().into_any(),
            Inline::Text(text) => prose(self.context, text),
            Inline::Break => view! { <br/> }.into_any(),
            Inline::Bold(inside) => view! { <b>{self.inlines(inside)}</b> }.into_any(),
            Inline::Link { label, target } => self.link(label, target, None),
        }
    }

    fn link(&self, label: &[Inline], target: &LinkTarget, class: Option<&'static str>) -> AnyView {
        let inside = self.inlines(label);
        let shown = target.spelled_out(&plain_inlines(label));
        let (href, is_page, shown) = match target {
            LinkTarget::Address(address) if address.starts_with("https:") => {
                (address.clone(), true, shown.map(|shown| readable_address(short_address(shown))))
            }
            LinkTarget::Address(address) if address.starts_with("tel:+") => {
                (address.clone(), false, shown.map(readable))
            }
            LinkTarget::Address(address) => (address.clone(), false, shown.map(str::to_owned)),
            // On the site a file's name has letters that change with it, so paper has its own name.
            LinkTarget::File(path) => match self.context.file_href(path) {
                Some(href) => (href, true, shown.map(str::to_owned)),
                // A page that can't refer to files shows the words alone.
                None => return inside,
            },
        };
        // In another tab: what a parent typed lives in this page's memory only.
        let (tab, rel) = (is_page.then_some("_blank"), is_page.then_some("noopener"));
        let link = view! { <a href=href target=tab rel=rel>{inside}</a> }.attr("class", class);
        let shown = shown.map(|shown| view! { <span class="address">" ("{breakable(&shown)}")"</span> });
        view! { {link}{shown} }.into_any()
    }
}
