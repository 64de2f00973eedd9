//! For those who may put no code on their site: a text of five sentences in three forms, the pictures, an address to say aloud.
//!
//! The forms are written from one list of pieces, so that none says what another does not.

use guide_core::data_attributes;
use guide_core::fill::{fill, placeholders};
use guide_core::phone_number::full_phone;
use guide_core::render_context::RenderContext;
use leptos::prelude::*;

use super::codes::{Sample, address, escaped, link_alone, part, source};
use super::pictures::pictures;
use crate::pages::address_text::{readable_address, short_address};
use crate::prose::prose;

/// A piece of a sentence.
enum Piece {
    Plain(String),
    Strong(String),
    /// The guide's own address, by which it is opened.
    Guide,
    /// What is shown, where it leads, and what stands for it where no link can be.
    Link(String, String, String),
}

/// The first three sentences, which are a paragraph, and the two ways to ask, which are a list.
struct Text {
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

impl Text {
    fn new(context: &RenderContext) -> Text {
        let guide = context.guide;
        let strings = &guide.strings.embed_texts;
        let (hotline, hours) = (&guide.hotline, context.hours());
        let mut paragraph = sentence(&strings.about, |_| Piece::Strong(guide.site.name.value.clone()));
        paragraph.push(Piece::Plain(format!(" {} ", guide.site.description)));
        paragraph.extend(sentence(&strings.open, |_| Piece::Guide));
        let line = fill(&strings.line, &[("line", &hotline.name), ("hours", hours)]);
        let phone = full_phone(hotline);
        let line = sentence(&line, |_| Piece::Link(phone.clone(), format!("tel:{}", hotline.phone), phone.clone()));
        let vk = &hotline.vk.value;
        let vk = sentence(&strings.vk, |_| Piece::Link(spoken(vk), vk.clone(), vk.clone()));
        Text { paragraph, list: vec![line, vk] }
    }

    /// As people see it.
    fn rich(&self, context: &RenderContext, root: &str) -> AnyView {
        let each = |piece: &Piece| match piece {
            Piece::Plain(text) => prose(context, text),
            Piece::Strong(text) => view! { <strong>{text.clone()}</strong> }.into_any(),
            Piece::Guide => {
                let short = part("short", spoken(&address(context)));
                view! { <a href=root.to_owned()>{short}</a> }.attr(data_attributes::GUIDE_LINK, "").into_any()
            }
            Piece::Link(shown, to, _) => view! { <a href=to.clone()>{shown.clone()}</a> }.into_any(),
        };
        let all = |pieces: &[Piece]| pieces.iter().map(each).collect_view();
        let list = self.list.iter().map(|pieces| view! { <li>{all(pieces)}</li> }).collect_view();
        view! { <div class="rich"><p>{all(&self.paragraph)}</p><ul>{list}</ul></div> }.into_any()
    }

    /// In the few tags that every site keeps: `p`, `ul`, `li`, `strong` and `a` with its `href`.
    fn html(&self, context: &RenderContext) -> AnyView {
        let each = |piece: &Piece| match piece {
            Piece::Plain(text) => escaped(text).into_any(),
            Piece::Strong(text) => format!("<strong>{}</strong>", escaped(text)).into_any(),
            Piece::Guide => {
                let url = address(context);
                let (site, hash, short) =
                    (part("site", url.clone()), part("hash", String::new()), part("short", spoken(&url)));
                view! { "<a href=\""{site}{hash}"\">"{short}"</a>" }.into_any()
            }
            Piece::Link(shown, to, _) => format!("<a href=\"{}\">{}</a>", escaped(to), escaped(shown)).into_any(),
        };
        let all = |pieces: &[Piece]| pieces.iter().map(each).collect_view();
        let list = self.list.iter().map(|pieces| view! { "<li>"{all(pieces)}"</li>" }).collect_view();
        view! { "<p>"{all(&self.paragraph)}"</p><ul>"{list}"</ul>" }.into_any()
    }

    /// Without a tag; addresses are spelt out.
    fn plain(&self, context: &RenderContext) -> AnyView {
        let each = |piece: &Piece| match piece {
            Piece::Plain(text) | Piece::Strong(text) | Piece::Link(_, _, text) => text.clone().into_any(),
            Piece::Guide => view! { {part("site", address(context))}{part("hash", String::new())} }.into_any(),
        };
        let all = |pieces: &[Piece]| pieces.iter().map(each).collect_view();
        let list = self.list.iter().map(|pieces| view! { "\n"{all(pieces)} }).collect_view();
        view! { {all(&self.paragraph)}{list} }.into_any()
    }
}

/// An address as people say it.
fn spoken(address: &str) -> String {
    readable_address(short_address(address))
}

/// All of it.
pub fn texts(context: &RenderContext, root: &str) -> AnyView {
    let strings = &context.guide.strings.embed_texts;
    let text = Text::new(context);
    let sample = |id, title: &str, copy: &str, text| Sample {
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
    let short = part("short", spoken(&address(context)));
    view! {
        {sample("rich-text", &strings.rich_title, &strings.rich_copy, text.rich(context, root)).view()}
        {sample("plain-text", &strings.plain_title, &strings.plain_copy, source(text.plain(context))).view()}
        {pictures(context, root)}
        <h3>{context.text(&strings.aloud_title)}</h3>
        <p class="aloud">{short}</p>
        {sample("html-text", &strings.html_title, &strings.html_copy, source(text.html(context))).view()}
        {Sample::code(context, Some("link"), &codes.link, link_alone(context)).view()}
    }
    .into_any()
}
