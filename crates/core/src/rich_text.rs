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
    /// Plain text; a line break of the content file is a `\n` in it.
    Text(String),
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

    /// The text without marks: an empty line between blocks, `1. ` or `- ` before the items of a list, and behind the text of a link its
    /// address in parentheses, where it is not the text itself.
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
    /// The address or number as people read it.
    pub fn shown(&self) -> &str {
        match self {
            LinkTarget::File(path) => path,
            LinkTarget::Address(address) => {
                let schemes = ["tel:", "mailto:"];
                schemes.into_iter().find_map(|scheme| address.strip_prefix(scheme)).unwrap_or(address)
            }
        }
    }
}

fn write_blocks(text: &mut String, blocks: &[Block], indent: &str) {
    for (index, block) in blocks.iter().enumerate() {
        if index > 0 {
            text.push_str(if indent.is_empty() { "\n\n" } else { "\n" });
            text.push_str(indent);
        }
        match block {
            Block::Paragraph(inlines) => write_inlines(text, inlines),
            Block::List { first, items } => {
                for (number, item) in items.iter().enumerate() {
                    if number > 0 {
                        text.push('\n');
                        text.push_str(indent);
                    }
                    match first {
                        Some(first) => text.push_str(&format!("{}. ", first + number as u64)),
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
            Inline::Bold(inside) => write_inlines(text, inside),
            Inline::Link { label, target } => {
                let start = text.len();
                write_inlines(text, label);
                let shown = target.shown();
                if text[start..] != *shown {
                    text.push_str(&format!(" ({shown})"));
                }
            }
        }
    }
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
            Inline::Text(_) => {}
            Inline::Bold(inside) => links_of(inside, links),
            Inline::Link { target, .. } => links.push(target),
        }
    }
}
