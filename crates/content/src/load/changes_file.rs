//! The file with the list of changes, the newest first: reading it, and adding an entry to it.
//!
//! An entry is a line with the day, who, and why, and below it indented lines with what has changed. Who may be left out:
//!
//! ```text
//! 2026-11-26 — Иванова А. А. — Продлили часы в четверг.
//!   Контакт «Горячая линия», часы работы: было «…», стало «…».
//! 2026-10-01 — Первая версия.
//! ```

use std::ops::Range;

use guide_core::changes::ChangeEntry;
use guide_core::schedule::Date;
use guide_core::text::Text;

use crate::diagnostics::{CHANGES, Diagnostics};
use crate::message;
use crate::message::Message;

/// The dashes that may follow the date, as people type them. The same one follows the name.
const DASHES: [&str; 3] = ["—", "–", "-"];
/// What to write, for diagnostics.
fn example() -> Message {
    message!(
        "2026-11-26 — Иванова А. А. — Продлили часы в четверг.",
        "2026-11-26 — A. Smith — Longer hours on Thursday."
    )
}

/// Reads the list from the text of its file. What is wrong with a line goes to the diagnostics, and the line is skipped.
pub fn read(text: &str, diagnostics: &Diagnostics) -> Vec<ChangeEntry> {
    let mut entries: Vec<ChangeEntry> = Vec::new();
    // Details below an entry that is refused belong to it.
    let mut any_entry = false;
    for (start, line) in lines(text) {
        let at = start..start + line.len();
        match Line::parse(line) {
            Line::Empty => {}
            Line::Detail(_) if !any_entry => diagnostics.error(
                CHANGES,
                at,
                message!(
                    "над этой строкой нет записи, к которой она относится",
                    "there is no entry above this line for it to belong to"
                ),
                message!(
                    example = example();
                    "Напишите над ней, кто и зачем изменил справочник: {example}",
                    "Write above it who changed the guide and why: {example}"
                ),
            ),
            Line::Detail(detail) => {
                entries.iter_mut().last().into_iter().for_each(|entry| entry.details.push(detail.to_owned()))
            }
            Line::Entry(written) => {
                any_entry = true;
                entries.extend(entry(written, start, entries.last(), diagnostics));
            }
        }
    }
    entries
}

/// The text of a list with one more entry, before those of the same day and of earlier ones. What would break the lines of the file is
/// made safe: breaks become spaces, and a long dash in a name a short one.
pub fn with_entry(text: &str, entry: &ChangeEntry) -> String {
    let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let (date, why, who) = (one_line(&entry.date), one_line(&entry.why), one_line(&entry.who).replace('—', "–"));
    let mut lines_of_entry = vec![match who.as_str() {
        // A dash of the reason's own must not seem to follow a name.
        "" if why.contains('—') => format!("{date} — — {why}"),
        "" => format!("{date} — {why}"),
        who => format!("{date} — {who} — {why}"),
    }];
    let details = entry.details.iter().map(|detail| one_line(detail)).filter(|detail| !detail.is_empty());
    lines_of_entry.extend(details.map(|detail| format!("  {detail}")));
    let added: String = lines_of_entry.iter().flat_map(|line| [line.trim_end(), line_end]).collect();

    let is_not_newer = |line: &str| matches!(Line::parse(line), Line::Entry(written) if Date::parse(written.date).is_some_and(|other| Some(other) <= Date::parse(&date)));
    let before = lines(text).find(|(_, line)| is_not_newer(line)).map_or(text.len(), |(start, _)| start);
    let (newer, older) = text.split_at(before);
    let gap = if matches!(newer, "" | "\u{feff}") || newer.ends_with('\n') { "" } else { line_end };
    [newer, gap, &added, older].concat()
}

/// A text in one line, with single spaces and without control characters.
fn one_line(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The lines of a text, each with its first byte, without the mark that Windows editors put before the first.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    text[mark..].split_inclusive('\n').scan(mark, |next, line| {
        let start = *next;
        *next += line.len();
        Some((start, line.trim_end()))
    })
}

/// A line of the file.
enum Line<'t> {
    Empty,
    /// What has changed.
    Detail(&'t str),
    /// The first line of an entry.
    Entry(Written<'t>),
}

/// The parts of the first line of an entry, as they are written; a part that is missing is empty.
struct Written<'t> {
    date: &'t str,
    who: &'t str,
    why: &'t str,
}

impl<'t> Line<'t> {
    fn parse(line: &'t str) -> Line<'t> {
        let text = line.trim();
        match (text.is_empty(), line.starts_with(char::is_whitespace)) {
            (true, _) => Line::Empty,
            (_, true) => Line::Detail(text),
            _ => Line::Entry(Written::parse(text)),
        }
    }
}

impl<'t> Written<'t> {
    fn parse(line: &'t str) -> Written<'t> {
        let (date, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let rest = rest.trim_start();
        let Some(dash) = DASHES.into_iter().find(|dash| after_dash(rest, dash).is_some()) else {
            return Written { date, who: "", why: "" };
        };
        let rest = after_dash(rest, dash).unwrap_or_default();
        let (who, why) = match after_dash(rest, dash) {
            Some(why) => ("", why),
            None => {
                let nothing_behind = || Some((rest.strip_suffix(dash)?.strip_suffix(' ')?, ""));
                rest.split_once(&format!(" {dash} ")).or_else(nothing_behind).unwrap_or(("", rest))
            }
        };
        Written { date, who: who.trim(), why: why.trim() }
    }
}

/// What follows a dash at the start of a text; `None` where there is none, or where it begins a word.
fn after_dash<'t>(text: &'t str, dash: &str) -> Option<&'t str> {
    let rest = text.strip_prefix(dash)?;
    (rest.is_empty() || rest.starts_with(char::is_whitespace)).then(|| rest.trim_start())
}

/// The entry whose first line begins at this byte; `None` where something is wrong with it. `newer` is the entry above it.
fn entry(
    written: Written,
    start: usize,
    newer: Option<&ChangeEntry>,
    diagnostics: &Diagnostics,
) -> Option<ChangeEntry> {
    let Written { date, who, why } = written;
    let at = start..start + date.len();
    let error = |at: Range<usize>, what: Message, instead: Message| {
        diagnostics.error(CHANGES, at, what, instead);
        None
    };
    let entry = ChangeEntry {
        date: Text { value: date.to_owned(), at: at.clone() },
        who: who.to_owned(),
        why: why.to_owned(),
        details: Vec::new(),
    };
    if !date.starts_with(|c: char| c.is_ascii_digit()) {
        let instead = message!(
            example = example();
            "Начните с даты: {example} А если это часть записи выше, поставьте перед строкой два пробела.",
            "Begin with the date: {example} If this is part of the entry above, put two spaces before the line."
        );
        return error(at, message!("запись начинается не с даты", "the entry does not begin with a date"), instead);
    }
    if entry.code().is_none() {
        let what = message!("даты «{date}» нет", "there is no date “{date}”");
        return error(
            at,
            what,
            message!(
                "Напишите год, месяц и день через чёрточку: 2026-11-26",
                "Write the year, the month and the day with hyphens between them: 2026-11-26"
            ),
        );
    }
    if let Some(newer) = newer.filter(|newer| Date::parse(&newer.date) < Date::parse(date)) {
        let what = message!(
            "запись от {date} стоит ниже более ранней, от {}",
            "the entry of {date} stands below an earlier one, of {}",
            newer.date
        );
        return error(
            at,
            what,
            message!(
                "Переставьте записи: новые стоят выше, прежние ниже.",
                "Put the entries in order: new ones above, earlier ones below."
            ),
        );
    }
    if why.is_empty() {
        let what = message!("не сказано, зачем изменён справочник", "it does not say why the guide was changed");
        return error(
            at,
            what,
            message!(
                example = example();
                "Напишите это в той же строке, после тире: {example}",
                "Write it in the same line, after a dash: {example}"
            ),
        );
    }
    Some(entry)
}
