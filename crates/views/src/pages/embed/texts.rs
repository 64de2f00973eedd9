//! For those who may put no code on their site: a text of five sentences in three forms, the pictures, an address to say aloud.
//!
//! All three forms are written from one list of pieces, so that they say the same.

use guide_core::contact::Contact;
use guide_core::data_attributes;
use guide_core::fill::{fill, placeholders};
use guide_core::render_context::RenderContext;
use leptos::prelude::*;

use super::codes::{address, code_part, escape_html, link_alone};
use super::copy_block::{CopyBlock, code_block};
use super::pictures::pictures;
use crate::pages::address_text::{readable_address, short_address};
use crate::pages::contact_card::link_label;
use crate::prose::prose;

/// A piece of a sentence.
enum Piece {
    Plain(String),
    Strong(String),
    /// A link to the guide.
    Guide,
    /// A link: its label, its address, and the text that replaces it where there can be no link.
    Link {
        label: String,
        href: String,
        plain: String,
    },
}

/// The text: the first three sentences, which are a paragraph, and the ways to ask, which are a list.
struct Announcement {
    paragraph: Vec<Piece>,
    list: Vec<Vec<Piece>>,
}

/// A sentence with each placeholder replaced by its piece.
fn sentence(template: &str, mut piece: impl FnMut(&str) -> Piece) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = 0;
    for (name, at) in placeholders(template) {
        pieces.extend([Piece::Plain(template[rest..at.start].to_owned()), piece(name)]);
        rest = at.end;
    }
    pieces.push(Piece::Plain(template[rest..].to_owned()));
    // An empty text would stand in the document as a space.
    pieces.retain(|piece| !matches!(piece, Piece::Plain(text) if text.is_empty()));
    pieces
}

impl Announcement {
    fn new(context: &RenderContext) -> Announcement {
        let guide = context.guide;
        let strings = &guide.strings.embed_texts;
        let mut paragraph = sentence(&strings.about, |_| Piece::Strong(guide.site.name.value.clone()));
        paragraph.push(Piece::Plain(format!(" {} ", guide.site.description)));
        paragraph.extend(sentence(&strings.open, |_| Piece::Guide));
        let list = guide.main_contact().map_or_else(Vec::new, |contact| ways_to_ask(context, contact));
        Announcement { paragraph, list }
    }

    /// The text with its links, as people see it.
    fn rich(&self, context: &RenderContext, root: &str) -> AnyView {
        let each = |piece: &Piece| match piece {
            Piece::Plain(text) => prose(context, text),
            Piece::Strong(text) => view! { <strong>{text.clone()}</strong> }.into_any(),
            Piece::Guide => {
                let short = code_part("short", spoken(&address(context)));
                view! { <a href=root.to_owned()>{short}</a> }.attr(data_attributes::GUIDE_LINK, "").into_any()
            }
            Piece::Link { label, href, .. } => view! { <a href=href.clone()>{label.clone()}</a> }.into_any(),
        };
        let all = |pieces: &[Piece]| pieces.iter().map(each).collect_view();
        let list = self.list.iter().map(|pieces| view! { <li>{all(pieces)}</li> }).collect_view();
        view! { <div class="rich"><p>{all(&self.paragraph)}</p><ul>{list}</ul></div> }.into_any()
    }

    /// The text's HTML, in the few tags that every site keeps: `p`, `ul`, `li`, `strong` and `a` with its `href`.
    fn html(&self, context: &RenderContext) -> AnyView {
        let each = |piece: &Piece| match piece {
            Piece::Plain(text) => escape_html(text).into_any(),
            Piece::Strong(text) => format!("<strong>{}</strong>", escape_html(text)).into_any(),
            Piece::Guide => {
                let url = address(context);
                let (site, hash, short) = (
                    code_part("site", url.clone()),
                    code_part("hash", String::new()),
                    code_part("short", spoken(&url)),
                );
                view! { "<a href=\""{site}{hash}"\">"{short}"</a>" }.into_any()
            }
            Piece::Link { label, href, .. } => {
                format!("<a href=\"{}\">{}</a>", escape_html(href), escape_html(label)).into_any()
            }
        };
        let all = |pieces: &[Piece]| pieces.iter().map(each).collect_view();
        let list = self.list.iter().map(|pieces| view! { "<li>"{all(pieces)}"</li>" }).collect_view();
        view! { "<p>"{all(&self.paragraph)}"</p><ul>"{list}"</ul>" }.into_any()
    }

    /// The text without any tag, its addresses written out.
    fn plain(&self, context: &RenderContext) -> AnyView {
        let each = |piece: &Piece| match piece {
            Piece::Plain(text) | Piece::Strong(text) | Piece::Link { plain: text, .. } => text.clone().into_any(),
            Piece::Guide => {
                view! { {code_part("site", address(context))}{code_part("hash", String::new())} }.into_any()
            }
        };
        let all = |pieces: &[Piece]| pieces.iter().map(each).collect_view();
        let list = self.list.iter().map(|pieces| view! { "\n"{all(pieces)} }).collect_view();
        view! { {all(&self.paragraph)}{list} }.into_any()
    }
}

/// The number with its hours, and the pages of a contact.
fn ways_to_ask(context: &RenderContext, contact: &Contact) -> Vec<Vec<Piece>> {
    let strings = &context.guide.strings.embed_texts;
    let phone = contact.phone().map(|phone| {
        let hours = context.hours(contact);
        let line = if hours.is_empty() { &strings.phone } else { &strings.line };
        let line = fill(line, &[("line", &contact.name), ("hours", &hours)]);
        let full = phone.full();
        sentence(&line, |_| Piece::Link {
            label: full.clone(),
            href: format!("tel:{}", phone.number),
            plain: full.clone(),
        })
    });
    let pages = contact.links.iter().map(|link| {
        let line = fill(&strings.link, &[("name", link_label(context, link))]);
        let url = &link.url.value;
        sentence(&line, |_| Piece::Link { label: spoken(url), href: url.clone(), plain: url.clone() })
    });
    phone.into_iter().chain(pages).collect()
}

/// An address as people say it, without the scheme and in readable letters.
fn spoken(address: &str) -> String {
    readable_address(short_address(address))
}

/// The three forms of the text, the pictures, the address to say aloud, the link alone.
pub fn texts(context: &RenderContext, root: &str) -> AnyView {
    let strings = &context.guide.strings.embed_texts;
    let text = Announcement::new(context);
    let block = |id, title: &str, copy: &str, text| CopyBlock {
        id: None,
        title: context.text(title),
        lead: None,
        text: view! { <div id=id>{text}</div> }.into_any(),
        copy: context.text(copy),
        copied: [context.text(&strings.copied), context.text(&strings.not_copied)],
        button: None,
        more: None,
    };
    let codes = &context.guide.strings.embed_codes;
    let short = code_part("short", spoken(&address(context)));
    view! {
        {block("rich-text", &strings.rich_title, &strings.rich_copy, text.rich(context, root)).view()}
        {block("plain-text", &strings.plain_title, &strings.plain_copy, code_block(text.plain(context))).view()}
        {pictures(context, root)}
        <h3>{context.text(&strings.aloud_title)}</h3>
        <p class="aloud">{short}</p>
        {block("html-text", &strings.html_title, &strings.html_copy, code_block(text.html(context))).view()}
        {CopyBlock::code(context, Some("link"), &codes.link, link_alone(context)).view()}
    }
    .into_any()
}
