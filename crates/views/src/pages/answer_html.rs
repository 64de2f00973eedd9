//! An answer of the guide as HTML for search engines, which take a few tags: paragraphs, lists, links, bold text.

use guide_core::render_context::RenderContext;
use guide_core::rich_text::{Block, Inline, LinkTarget, RichText};

/// The texts of one answer. Where each is one paragraph, they are one together.
pub fn answer_html<'t>(context: &RenderContext, texts: impl Iterator<Item = &'t RichText> + Clone) -> String {
    let paragraphs: Option<Vec<String>> =
        texts.clone().map(|text| Some(inlines(context, text.as_paragraph()?))).collect();
    match paragraphs {
        Some(paragraphs) => paragraphs.join(" "),
        None => texts.flat_map(|text| &text.blocks).map(|each| block(context, each)).collect(),
    }
}

fn block(context: &RenderContext, each: &Block) -> String {
    match each {
        Block::Paragraph(inside) => format!("<p>{}</p>", inlines(context, inside)),
        Block::List { first, items } => {
            let item = |blocks: &Vec<Block>| -> String { blocks.iter().map(|each| block(context, each)).collect() };
            let items: String = items.iter().map(|blocks| format!("<li>{}</li>", item(blocks))).collect();
            match first {
                None => format!("<ul>{items}</ul>"),
                Some(1) => format!("<ol>{items}</ol>"),
                Some(first) => format!("<ol start=\"{first}\">{items}</ol>"),
            }
        }
    }
}

fn inlines(context: &RenderContext, inside: &[Inline]) -> String {
    let html = |inline: &Inline| match inline {
        Inline::Text(text) => escaped(&context.text(text)),
        Inline::Break => "<br>".to_owned(),
        Inline::Bold(inside) => format!("<b>{}</b>", inlines(context, inside)),
        Inline::Link { label, target: LinkTarget::Address(address) } => {
            format!("<a href=\"{}\">{}</a>", escaped(address), inlines(context, label))
        }
        // A search engine has no page that the path of a file could start from.
        Inline::Link { label, target: LinkTarget::File(_) } => inlines(context, label),
    };
    inside.iter().map(html).collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
