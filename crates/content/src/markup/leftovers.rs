//! Marks that the parser left in the text, because they are not complete: what was meant is a mark, and it would be shown as signs.

use std::ops::Range;

use super::faults::Fault;

/// Follows the plain text for such marks.
#[derive(Default)]
pub struct Leftovers {
    /// The bytes of the text read last that stand together in the source, without a sign that a backslash makes text.
    run: Range<usize>,
    /// Up to where no more marks are told: the other half of one that was told needs no second error.
    told: usize,
}

impl Leftovers {
    /// Adds the bytes of a piece of plain text. Returns an incomplete mark of what was read before it.
    pub fn add(&mut self, text: &str, at: Range<usize>) -> Option<(Range<usize>, Fault)> {
        if self.run.end == at.start {
            self.run.end = at.end;
            return None;
        }
        let found = self.finish(text);
        let is_escaped = text[..at.start].ends_with('\\');
        let first = text[at.clone()].chars().next().filter(|_| is_escaped);
        self.run = at.start + first.map_or(0, char::len_utf8)..at.end;
        found
    }

    /// The first incomplete mark of what was read last.
    pub fn finish(&mut self, text: &str) -> Option<(Range<usize>, Fault)> {
        let start = self.run.start.max(self.told);
        let run = text.get(start..self.run.end)?;
        let (found, fault) = find(run, &text[self.run.end..])?;
        self.told = text[self.run.end..].find('\n').map_or(text.len(), |line_end| self.run.end + line_end);
        Some((start + found.start..start + found.end, fault))
    }
}

/// The first incomplete mark of a run. `next` is what stands behind the run.
fn find(run: &str, next: &str) -> Option<(Range<usize>, Fault)> {
    let bold = run.match_indices("**").find(|(at, _)| {
        let more = run[at + 2..].starts_with('*') || run[at + 2..].is_empty() && next.starts_with('*');
        !more && !run[..*at].ends_with('*')
    });
    let schemes = ["https:", "http:", "tel:", "mailto:"];
    let apart = run.match_indices("] (").find(|(at, _)| schemes.iter().any(|scheme| run[at + 3..].starts_with(scheme)));
    let marks = [
        (bold, Fault::OpenBold),
        (run.match_indices("](").next(), Fault::OpenLink),
        (apart, Fault::SpaceInLink),
        (run.match_indices("~~").next(), Fault::Strikethrough),
    ];
    let found = marks.into_iter().filter_map(|(found, fault)| found.map(|(at, mark)| (at..at + mark.len(), fault)));
    found.min_by_key(|(at, _)| at.start)
}
