//! Which sheet each part of the print stands on, where the guide is so long that its print has contents.
//!
//! No browser tells a page on which sheet something will be printed. So the sheets are cut here, and each begins with its number: what the
//! contents say is right even where a font that nobody expected makes a sheet go on over the next.

use guide_core::render_context::RenderContext;
use leptos::prelude::*;

use super::outline::{Outline, Position};
use super::print_contents::{Entry, entries};
use super::print_heights::Heights;
use super::sheets::{Part, Sheets};

/// A print of so many sheets is seen at a glance.
const MAX_SHORT: usize = 3;
/// The height of a sheet within its margins less what rounding may add and the line with its number, millimetres.
const CAPACITY: f64 = 267.0 - 1.5 - 6.5;

/// The sheets of a print.
pub struct PrintPlan {
    /// `None` where the print is short: the browser divides it.
    sheets: Option<Sheets>,
    /// The lines of the contents.
    entries: Vec<Entry>,
    /// Whether each situation may be divided between sheets.
    divided: Vec<bool>,
    /// The place of the heading of the situations among all parts; they follow it.
    situations: usize,
    /// The place of the contacts.
    contacts: usize,
}

/// The place of the heading of the contents among all parts; the front is before it, the lines of the contents behind.
const CONTENTS: usize = 1;

impl PrintPlan {
    /// The plan of an outline's print.
    pub fn new(context: &RenderContext, outline: &Outline) -> PrintPlan {
        let heights = Heights { context, outline };
        let (situations, divided) = heights.situations();
        let heading = context.guide.step(&context.guide.start).map_or("", |start| &start.heading);
        let rest = [&[heights.section(&context.text(heading))], &*situations, &[heights.contacts()]].concat();
        let sheets = Sheets::new(&[&[heights.front()], &*rest].concat(), CAPACITY);
        if sheets.total() <= MAX_SHORT {
            return PrintPlan { sheets: None, entries: Vec::new(), divided, situations: 0, contacts: 0 };
        }
        let entries = entries(context, outline);
        let lines = entries.iter().map(|entry| heights.entry(entry));
        let contents = heights.section(&context.text(&context.guide.strings.paper.contents));
        let mut parts: Vec<Part> = [heights.front(), contents].into_iter().chain(lines).collect();
        let situations = parts.len();
        parts.extend(rest);
        let contacts = parts.len() - 1;
        PrintPlan { sheets: Some(Sheets::new(&parts, CAPACITY)), entries, divided, situations, contacts }
    }

    /// Whether the print has contents and numbers its sheets itself.
    pub fn is_long(&self) -> bool {
        self.sheets.is_some()
    }

    /// The lines of the contents.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Whether a situation may be divided between sheets; `number` is its number on paper.
    pub fn is_divided(&self, number: usize) -> bool {
        number.checked_sub(1).and_then(|index| self.divided.get(index)).copied().unwrap_or_default()
    }

    /// The number of the sheet that a part of the situations stands on; `None` where the browser divides the print.
    pub fn sheet_of(&self, position: Position) -> Option<usize> {
        Some(self.sheets.as_ref()?.number(self.situations + 1 + position))
    }

    /// The mark of a sheet that begins with this part of the situations. `continued` is the name of the situation that goes on there.
    pub fn mark(&self, position: Position, continued: &str) -> Option<AnyView> {
        self.mark_before(self.situations + 1 + position, continued)
    }

    /// The mark of the first sheet.
    pub fn front_mark(&self) -> Option<AnyView> {
        self.mark_before(0, "")
    }

    /// The mark of a sheet that begins with the heading of the contents.
    pub fn contents_mark(&self) -> Option<AnyView> {
        self.mark_before(CONTENTS, "")
    }

    /// The mark of a sheet that begins with this line of the contents, under their heading.
    pub fn entry_mark(&self, index: usize, heading: &str) -> Option<AnyView> {
        self.mark_before(CONTENTS + 1 + index, heading)
    }

    /// The mark of a sheet that begins with the heading of the situations.
    pub fn situations_mark(&self) -> Option<AnyView> {
        self.mark_before(self.situations, "")
    }

    /// The mark of a sheet that begins with the contacts.
    pub fn contacts_mark(&self) -> Option<AnyView> {
        self.mark_before(self.contacts, "")
    }

    /// The line with a sheet's number, with which it begins.
    fn mark_before(&self, part: usize, continued: &str) -> Option<AnyView> {
        let sheets = self.sheets.as_ref().filter(|sheets| sheets.is_first(part))?;
        let name = (!continued.is_empty()).then(|| view! { <span class="continued">{continued.to_owned()}</span> });
        let number = format!("{} / {}", sheets.number(part), sheets.total());
        Some(view! { <p class="sheet-number">{name}<span>{number}</span></p> }.into_any())
    }
}
