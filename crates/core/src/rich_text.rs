//! Texts with paragraphs, lists, links and bold words, as they are after parsing.
//!
//! `guide_content` parses them from a small subset of CommonMark; the views render the blocks, and whatever takes plain text uses
//! [`RichText::plain`].

use std::ops::Deref;

use crate::text::Text;

/// A text of the content with its blocks. It dereferences to its source.
#[derive(Clone, Default)]
pub struct RichText {
    /// The text as it is in the content file, with its marks.
    pub source: Text,
    /// Its paragraphs and lists, in order.
    pub blocks: Vec<Block>,
}

/// A part of a text that begins on a line of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list.
    List {
        /// The number of the first item; `None` where the items are not numbered.
        first: Option<u64>,
        /// Its items.
        items: Vec<Vec<Block>>,
    },
}

/// A part of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Plain text; a line break of the content file is a `\n` in it, which a paragraph shows as a space.
    Text(String),
    /// A line break that is shown as one.
    Break,
    /// Bold text.
    Bold(Vec<Inline>),
    /// A link.
    Link {
        /// Its text.
        label: Vec<Inline>,
        /// What it leads to.
        target: LinkTarget,
    },
}

/// What a link leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkTarget {
    /// An address: `https://…`, `tel:…` or `mailto:…`.
    Address(String),
    /// A file of the content folder, by its path from there.
    File(String),
}

impl RichText {
    /// A text without marks, as one paragraph.
    pub fn paragraph(source: Text) -> RichText {
        let blocks = vec![Block::Paragraph(vec![Inline::Text(source.value.clone())])];
        RichText { source, blocks }
    }

    /// The inside of the only paragraph; `None` where the text has more than that, or a list.
    pub fn as_paragraph(&self) -> Option<&[Inline]> {
        match &self.blocks[..] {
            [Block::Paragraph(inlines)] => Some(inlines),
            _ => None,
        }
    }

    /// The text without marks: an empty line between blocks, `1. ` or `- ` before the items of a list, which follows its paragraph at
    /// once, and behind the text of a link its address in parentheses, where it is not the text itself.
    pub fn plain(&self) -> String {
        let mut text = String::new();
        write_blocks(&mut text, &self.blocks, "");
        text
    }

    /// Every link, in order.
    pub fn links(&self) -> Vec<&LinkTarget> {
        let mut links = Vec::new();
        self.blocks.iter().for_each(|block| collect_links(block, &mut links));
        links
    }
}

impl Deref for RichText {
    type Target = Text;
    fn deref(&self) -> &Text {
        &self.source
    }
}

impl LinkTarget {
    /// The address, number or file's name as people read it.
    pub fn shown(&self) -> &str {
        match self {
            LinkTarget::File(path) => path.rsplit('/').next().unwrap_or(path),
            LinkTarget::Address(address) => {
                let schemes = ["tel:", "mailto:"];
                schemes.into_iter().find_map(|scheme| address.strip_prefix(scheme)).unwrap_or(address)
            }
        }
    }

    /// What has to stand behind a link's text where nobody can follow the link; `None` where the text says it already.
    pub fn spelled_out(&self, label: &str) -> Option<&str> {
        let shown = self.shown();
        let bare = |text: &str| text.trim_start_matches("https://").trim_end_matches('/').to_owned();
        let is_said = match self {
            LinkTarget::Address(address) if address.starts_with("tel:") => says_number(label, shown),
            _ => bare(label) == bare(shown),
        };
        (!is_said).then_some(shown)
    }
}

/// Whether a text is the placeholder of a phone number, or has the last digits of a dialled number, as `48-28-08` has those of
/// `+74932482808`.
fn says_number(text: &str, dialled: &str) -> bool {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let enough = digits.len() >= 5 || dialled == digits;
    // A Russian number is often written with 8 in place of +7.
    let is_end = |digits: &str| dialled.ends_with(digits);
    text.ends_with("phone}") || enough && (is_end(&digits) || digits.strip_prefix('8').is_some_and(is_end))
}

fn write_blocks(text: &mut String, blocks: &[Block], indent: &str) {
    for (index, block) in blocks.iter().enumerate() {
        let is_list = matches!(block, Block::List { .. });
        if index > 0 {
            text.push_str(if indent.is_empty() && !is_list { "\n\n" } else { "\n" });
            text.push_str(indent);
        }
        match block {
            Block::Paragraph(inlines) => {
                text.push_str(&plain_inlines(inlines).replace('\n', &format!("\n{indent}")));
            }
            Block::List { first, items } => {
                for (number, item) in (0..).zip(items) {
                    if number > 0 {
                        text.push('\n');
                        text.push_str(indent);
                    }
                    match first {
                        Some(first) => text.push_str(&format!("{}. ", first.saturating_add(number))),
                        None => text.push_str("- "),
                    }
                    write_blocks(text, item, &format!("{indent}   "));
                }
            }
        }
    }
}

fn write_inlines(text: &mut String, inlines: &[Inline]) {
    for inline in inlines {
        match inline {
            Inline::Text(plain) => text.push_str(plain),
            Inline::Break => text.push('\n'),
            Inline::Bold(inside) => write_inlines(text, inside),
            Inline::Link { label, target } => {
                let label = plain_inlines(label);
                text.push_str(&label);
                if let Some(address) = target.spelled_out(&label) {
                    text.push_str(&format!(" ({address})"));
                }
            }
        }
    }
}

/// The text of a part of a paragraph, without marks.
pub fn plain_inlines(inlines: &[Inline]) -> String {
    let mut text = String::new();
    write_inlines(&mut text, inlines);
    text
}

fn collect_links<'b>(block: &'b Block, links: &mut Vec<&'b LinkTarget>) {
    match block {
        Block::Paragraph(inlines) => links_of(inlines, links),
        Block::List { items, .. } => items.iter().flatten().for_each(|block| collect_links(block, links)),
    }
}

fn links_of<'i>(inlines: &'i [Inline], links: &mut Vec<&'i LinkTarget>) {
    for inline in inlines {
        match inline {
            Inline::Text(_) | Inline::Break => {}
            Inline::Bold(inside) => links_of(inside, links),
            Inline::Link { target, .. } => links.push(target),
        }
    }
}
