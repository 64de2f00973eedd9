//! Texts with marks: paragraphs, lists, links and bold words, in a small subset of CommonMark. Everything else is refused with its place.
//!
//! CommonMark's own parser reads the marks. Before it the indentation is put right, and behind it whatever the pages don't show, or what
//! looks like a mark and is none, becomes an error, so that no page shows marks as text.

mod blocks;
mod bullets;
mod fault_sentences;
mod faults;
mod indentation;
mod leftovers;
mod links;
mod list_marks;
mod places;
mod plain_fields;

use std::ops::Range;

use guide_core::rich_text::RichText;
use guide_core::text::Text;

use crate::message::Message;

pub use self::bullets::refuse_bullets;
use self::faults::Fault;
use self::indentation::{Indented, Swallowed};
pub use self::links::file_path;
pub use self::places::Places;
pub use self::plain_fields::{PlainText, refuse_marks};

/// Takes an error: its bytes in the file, a Russian sentence that says what is wrong, and one that says what to write instead.
pub type Report<'r> = dyn FnMut(Range<usize>, Message, Message) + 'r;

/// Parses a text that was read from `file_text`. What it can't say goes to `report`, and what is left is returned.
pub fn parse(text: Text, file_text: &str, report: &mut Report) -> RichText {
    let places = Places::new(&text, file_text);
    let indented = Indented::new(&text.value);
    let mut refuse = |range: Range<usize>, fault: Fault| {
        let (what, instead) = fault.sentences(&places);
        report(places.in_file(range), what, instead);
    };
    let mut refuse_parsed = |range: Range<usize>, fault: Fault| refuse(indented.in_source(range), fault);
    // One cause, one error: what the parser makes of such lines is not what was meant.
    if indented.swallowed.is_empty() {
        let blocks = blocks::parse(&indented.text, &mut refuse_parsed);
        return RichText { source: text, blocks };
    }
    for line in &indented.swallowed {
        match line {
            Swallowed::Number(at) => refuse(at.clone(), Fault::NumberInParagraph),
            Swallowed::AfterList(at) => refuse(at.clone(), Fault::TextAfterList),
        }
    }
    RichText::paragraph(text)
}
