//! From the parser's events to paragraphs and lists.

use std::ops::Range;

use guide_core::rich_text::{Block, Inline, LinkTarget, plain_inlines};
use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::faults::Fault;
use super::leftovers::Leftovers;
use super::links::link_target;
use super::list_marks::ListMarks;

/// How deep lists may stand in lists.
const DEEPEST: usize = 3;

/// The paragraphs and lists of a text. What they can't say goes to `refuse`, with its bytes in the text.
pub fn parse(text: &str, refuse: &mut dyn FnMut(Range<usize>, Fault)) -> Vec<Block> {
    // Tables and footnotes are parsed in order to be refused.
    let parser = Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES);
    for (_, definition) in parser.reference_definitions().iter() {
        refuse(definition.span.clone(), Fault::Definition);
    }
    let mut builder = Builder {
        text,
        refuse,
        blocks: vec![Vec::new()],
        lists: Vec::new(),
        inlines: vec![Vec::new()],
        targets: Vec::new(),
        in_bold: false,
        refused: 0,
        leftovers: Leftovers::default(),
    };
    // How deep the parser is within something that was refused.
    let mut refused = 0;
    for (event, at) in parser.into_offset_iter() {
        match event {
            Event::Start(_) if refused > 0 => refused += 1,
            Event::End(_) if refused > 0 => refused -= 1,
            _ if refused > 0 => {}
            Event::Start(tag) => {
                if let Err(fault) = builder.start(tag, at.clone()) {
                    builder.refuse(at, fault);
                    refused = 1;
                }
            }
            Event::End(tag) => builder.end(tag, at),
            event => builder.inline(event, at),
        }
    }
    if let Some((at, fault)) = builder.leftovers.finish(text) {
        builder.refuse(at, fault);
    }
    builder.blocks.into_iter().next().unwrap_or_default()
}

/// What is being built. Parts that are not finished yet are stacks, the innermost last.
struct Builder<'b> {
    text: &'b str,
    refuse: &'b mut dyn FnMut(Range<usize>, Fault),
    /// The blocks of the whole text, and of each open item.
    blocks: Vec<Vec<Block>>,
    lists: Vec<List>,
    /// The parts of the open paragraph, and of each open bold text and link in it.
    inlines: Vec<Vec<Inline>>,
    /// The targets of the open links.
    targets: Vec<LinkTarget>,
    in_bold: bool,
    /// How much was refused so far.
    refused: usize,
    leftovers: Leftovers,
}

/// A list that is being read.
struct List {
    first: Option<u64>,
    items: Vec<Vec<Block>>,
    marks: ListMarks,
    /// How much had been refused when the open item began.
    refused_before: usize,
}

impl Builder<'_> {
    /// Opens a part of the text, if the text may have it.
    fn start(&mut self, tag: Tag, at: Range<usize>) -> Result<(), Fault> {
        let source = &self.text[at.clone()];
        match tag {
            Tag::Paragraph => self.end_paragraph(),
            Tag::List(first) => {
                self.end_paragraph();
                if self.blocks.len() > 1 && self.blocks.last().is_some_and(Vec::is_empty) {
                    return Err(Fault::TwoMarks);
                }
                if self.lists.len() == DEEPEST {
                    return Err(Fault::TooDeep);
                }
                self.lists.push(List { first, items: Vec::new(), marks: ListMarks::default(), refused_before: 0 });
            }
            Tag::Item => {
                self.blocks.push(Vec::new());
                let mark = source.trim_start().split(char::is_whitespace).next().unwrap_or_default();
                let start = at.end - source.trim_start().len();
                if let Some(fault) = self.lists.last_mut().and_then(|list| list.marks.next(mark)) {
                    self.refuse(start..start + mark.len(), fault);
                }
                if let Some(list) = self.lists.last_mut() {
                    list.refused_before = self.refused;
                }
            }
            Tag::Strong if source.starts_with('_') => return Err(Fault::Underscores),
            Tag::Strong if self.in_bold => return Err(Fault::BoldInBold),
            Tag::Strong => {
                self.in_bold = true;
                self.inlines.push(Vec::new());
            }
            Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. } => return Err(Fault::Autolink),
            Tag::Link { link_type: LinkType::Inline, dest_url, title, .. } => {
                if !title.is_empty() {
                    return Err(Fault::LinkTitle);
                }
                let target = link_target(&dest_url).map_err(Fault::Link)?;
                self.targets.push(target);
                self.inlines.push(Vec::new());
            }
            Tag::Link { .. } => return Err(Fault::Reference),
            Tag::Image { .. } => return Err(Fault::Image),
            Tag::Emphasis => return Err(Fault::Italics),
            Tag::Heading { .. } if source.starts_with('#') => return Err(Fault::Heading),
            Tag::Heading { .. } => return Err(Fault::Underlined),
            Tag::BlockQuote(_) => return Err(Fault::Quote),
            Tag::CodeBlock(CodeBlockKind::Indented) => return Err(Fault::Indented),
            Tag::CodeBlock(_) => return Err(Fault::Code),
            Tag::HtmlBlock => return Err(Fault::Html),
            Tag::Table(_) => return Err(Fault::Table),
            Tag::FootnoteDefinition(_) => return Err(Fault::Footnote),
            _ => return Err(Fault::Other),
        }
        Ok(())
    }

    /// Closes the innermost open part.
    fn end(&mut self, tag: TagEnd, at: Range<usize>) {
        match tag {
            TagEnd::Strong => {
                self.in_bold = false;
                let inside = self.inlines.pop().unwrap_or_default();
                self.push(Inline::Bold(inside));
            }
            TagEnd::Link => {
                let label = self.inlines.pop().unwrap_or_default();
                let target = self.targets.pop();
                if plain_inlines(&label).trim().is_empty() {
                    self.refuse(at, Fault::LinkWithoutText);
                } else if let Some(target) = target {
                    self.push(Inline::Link { label, target });
                }
            }
            TagEnd::Item => {
                self.end_paragraph();
                let blocks = self.blocks.pop().unwrap_or_default();
                // An item is not empty where something in it was refused.
                let refused_before = self.lists.last().map(|list| list.refused_before);
                if blocks.is_empty() && refused_before == Some(self.refused) {
                    self.refuse(at, Fault::EmptyItem);
                }
                if let Some(list) = self.lists.last_mut() {
                    list.items.push(blocks);
                }
            }
            TagEnd::List(_) => {
                if let (Some(List { first, items, .. }), Some(blocks)) = (self.lists.pop(), self.blocks.last_mut()) {
                    blocks.push(Block::List { first, items });
                }
            }
            _ => self.end_paragraph(),
        }
    }

    /// Adds a part without an inside.
    fn inline(&mut self, event: Event, at: Range<usize>) {
        match event {
            Event::Text(text) => {
                if let Some((at, fault)) = self.leftovers.add(self.text, at) {
                    self.refuse(at, fault);
                }
                self.push(Inline::Text(text.into_string()));
            }
            Event::SoftBreak => self.push(Inline::Text("\n".into())),
            Event::HardBreak => self.push(Inline::Break),
            Event::Code(_) => self.refuse(at, Fault::Code),
            Event::Html(_) | Event::InlineHtml(_) => self.refuse(at, Fault::Html),
            Event::Rule => self.refuse(at, Fault::Ruler),
            Event::FootnoteReference(_) => self.refuse(at, Fault::Footnote),
            _ => self.refuse(at, Fault::Other),
        }
    }

    fn push(&mut self, inline: Inline) {
        let Some(inlines) = self.inlines.last_mut() else { return };
        match (inlines.last_mut(), inline) {
            (Some(Inline::Text(text)), Inline::Text(more)) => text.push_str(&more),
            (_, inline) => inlines.push(inline),
        }
    }

    /// The text of an item has no paragraph of its own where the list is tight, so it ends with whatever follows.
    fn end_paragraph(&mut self) {
        let inlines = self.inlines.last_mut().map(std::mem::take).unwrap_or_default();
        let is_empty = plain_inlines(&inlines).trim().is_empty();
        if let Some(blocks) = self.blocks.last_mut().filter(|_| !is_empty) {
            blocks.push(Block::Paragraph(inlines));
        }
    }

    /// Refuses a part of the text, without the white space around it.
    fn refuse(&mut self, at: Range<usize>, fault: Fault) {
        let source = self.text[at.clone()].trim_end();
        let length = source.len();
        let at = at.start + length - source.trim_start().len()..at.start + length;
        let source = source.trim_start();
        // Of a link with a wrong target only the target.
        let target = source.rfind("](").filter(|_| matches!(fault, Fault::Link(_)));
        let at = match target {
            Some(middle) if middle + 3 < source.len() => at.start + middle + 2..at.end - 1,
            _ => at,
        };
        self.refused += 1;
        (self.refuse)(at, fault);
    }
}
