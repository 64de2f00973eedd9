//! Indentation, forgiven: each line gets the indentation that CommonMark wants of it, so that what stands under an item of a list belongs
//! to the item, and no text becomes code because it is set in from the left.

use std::ops::Range;

/// A text whose lines are indented as CommonMark wants it.
#[derive(Default)]
pub struct Indented {
    /// The text.
    pub text: String,
    pieces: Vec<Piece>,
    /// Lines that CommonMark would add to a paragraph, though they look like something else, by their place in the text as it was.
    pub swallowed: Vec<Swallowed>,
}

/// A part of the new text.
#[derive(Clone, Copy, Default)]
struct Piece {
    /// Where it begins in the new text.
    new: usize,
    /// Where it begins in the text as it was, or where it was put in.
    source: usize,
    /// Whether the text as it was has the same bytes there.
    is_copy: bool,
}

/// A line that would be added to the paragraph before it.
pub enum Swallowed {
    /// It begins with a number, like an item of a list.
    Number(Range<usize>),
    /// It follows an item of a list and is not set in.
    AfterList(Range<usize>),
}

/// An item of a list that the next lines may belong to. All in columns.
struct Item {
    /// Where its mark stands, as written.
    mark: usize,
    /// Where its text begins, as written.
    content: usize,
    /// Where its text begins in the new text.
    new_content: usize,
}

impl Indented {
    /// The lines of a text with their indentation put right.
    pub fn new(source: &str) -> Indented {
        let mut indented = Indented::default();
        let mut open: Vec<Item> = Vec::new();
        let mut in_paragraph = false;
        let mut start = 0;
        for line in source.split_inclusive('\n') {
            let body = line.trim_start_matches([' ', '\t']);
            let at = start + line.len() - body.len();
            start += line.len();
            if body.trim().is_empty() {
                if line.ends_with('\n') {
                    indented.copy("\n", at);
                }
                in_paragraph = false;
                continue;
            }
            let column = columns(&line[..line.len() - body.len()]);
            let place = at..at + body.trim_end().len();
            match ListMark::of(body) {
                Some(mark) if indented.begins_item(&mark, &open, column, in_paragraph) => {
                    close_items(&mut open, column);
                    let parent = open.last().map_or(0, |item| item.new_content);
                    let gap = columns(&body[mark.length..body.len() - mark.text(body).len()]);
                    let gap = if (1..=4).contains(&gap) { gap } else { 1 };
                    open.push(Item {
                        mark: column,
                        content: column + mark.length + gap,
                        new_content: parent + mark.length + 1,
                    });
                    indented.put_in(&" ".repeat(parent), at);
                    indented.copy(&body[..mark.length], at);
                    indented.put_in(" ", at + mark.length);
                    let text = mark.text(body);
                    indented.copy(text, at + body.len() - text.len());
                }
                mark => {
                    if in_paragraph {
                        if mark.is_some_and(|mark| mark.is_number) {
                            indented.swallowed.push(Swallowed::Number(place));
                        } else if open.last().is_some_and(|item| column <= item.mark) {
                            indented.swallowed.push(Swallowed::AfterList(place));
                        }
                    } else {
                        close_items(&mut open, column);
                    }
                    let parent = open.last().map_or(0, |item| item.new_content);
                    indented.put_in(&" ".repeat(parent), at);
                    indented.copy(body, at);
                }
            }
            in_paragraph = true;
        }
        indented
    }

    /// The range of the text as it was, for one of the new text.
    pub fn in_source(&self, range: Range<usize>) -> Range<usize> {
        let piece = |at: usize| {
            let index = self.pieces.partition_point(|piece| piece.new <= at);
            self.pieces[..index].last().copied().unwrap_or_default()
        };
        let place = |at: usize, piece: Piece| if piece.is_copy { piece.source + at - piece.new } else { piece.source };
        let start = place(range.start, piece(range.start));
        // The end belongs to the piece of the last byte, not to the one that begins there.
        let end = place(range.end, piece(range.end.max(range.start + 1) - 1));
        start..end.max(start)
    }

    fn copy(&mut self, text: &str, source: usize) {
        self.pieces.push(Piece { new: self.text.len(), source, is_copy: true });
        self.text.push_str(text);
    }

    fn put_in(&mut self, text: &str, source: usize) {
        self.pieces.push(Piece { new: self.text.len(), source, is_copy: false });
        self.text.push_str(text);
    }

    /// Whether a line with a list's mark begins an item, rather than go on with the paragraph before it.
    fn begins_item(&self, mark: &ListMark, open: &[Item], column: usize, in_paragraph: bool) -> bool {
        // Of the open items it follows one as its sibling if it is not set in as far as the text of that one.
        let follows = open.iter().any(|item| column <= item.mark + 1);
        !in_paragraph || follows || (mark.may_interrupt && !mark.is_empty)
    }
}

/// Closes the items that a line at this column does not belong to: it may be set in less than their text, but more than their mark.
fn close_items(open: &mut Vec<Item>, column: usize) {
    let belongs = |item: &Item| column >= item.content || column > item.mark + 1;
    let inside = open.iter().position(|item| !belongs(item)).unwrap_or(open.len());
    open.truncate(inside);
}

/// The mark that begins an item: `-`, `*`, `+`, or a number with `.` or `)`.
struct ListMark {
    length: usize,
    is_number: bool,
    /// Whether the item may follow a paragraph without an empty line.
    may_interrupt: bool,
    is_empty: bool,
}

impl ListMark {
    fn of(body: &str) -> Option<ListMark> {
        let digits = body.bytes().take_while(u8::is_ascii_digit).count();
        let length = match digits {
            0 => usize::from(body.starts_with(['-', '*', '+'])),
            1..=9 => digits + usize::from(body[digits..].starts_with(['.', ')'])),
            _ => 0,
        };
        let rest = &body[length..];
        if length == 0 || length == digits || !(rest.trim().is_empty() || rest.starts_with([' ', '\t'])) {
            return None;
        }
        let is_number = digits > 0;
        let may_interrupt = !is_number || body[..digits].parse() == Ok(1);
        Some(ListMark { length, is_number, may_interrupt, is_empty: rest.trim().is_empty() })
    }

    /// What follows the mark and the spaces behind it.
    fn text<'b>(&self, body: &'b str) -> &'b str {
        body[self.length..].trim_start_matches([' ', '\t'])
    }
}

/// The width of spaces and tabs.
fn columns(space: &str) -> usize {
    space.chars().fold(0, |column, c| if c == '\t' { column / 4 * 4 + 4 } else { column + 1 })
}
