//! What was found, and how it is printed.

use std::io::Write;

use guide_content::message;
use guide_content::message::Message;

use crate::language::said;

/// What is not as it should be, and how to mend it.
#[derive(Debug)]
pub struct Finding {
    /// What is not as it should be.
    pub what: Message,
    /// What to do.
    pub cure: Message,
}

/// What was found.
#[derive(Debug)]
pub struct Report {
    summary: Message,
    /// What is right.
    pub good: Vec<Message>,
    /// What must be mended: something does not work, or will not.
    pub wrong: Vec<Finding>,
    /// What could be better.
    pub better: Vec<Finding>,
    /// What is to be known beside all that.
    pub notes: Vec<Message>,
}

impl Report {
    /// A report that begins with this line.
    pub fn new(summary: Message) -> Report {
        Report { summary, good: Vec::new(), wrong: Vec::new(), better: Vec::new(), notes: Vec::new() }
    }

    /// Adds what is right.
    pub fn good(&mut self, what: Message) {
        self.good.push(what);
    }

    /// Adds what must be mended.
    pub fn wrong(&mut self, what: Message, cure: Message) {
        self.wrong.push(Finding { what, cure });
    }

    /// Adds what could be better.
    pub fn better(&mut self, what: Message, cure: Message) {
        self.better.push(Finding { what, cure });
    }

    /// Adds what is to be known beside all that.
    pub fn note(&mut self, note: Message) {
        self.notes.push(note);
    }

    /// How much there is to mend and to better.
    pub fn findings(&self) -> usize {
        self.wrong.len() + self.better.len()
    }

    /// Whether anything must be mended.
    pub fn is_wrong(&self) -> bool {
        !self.wrong.is_empty()
    }

    /// Prints all of it.
    pub fn print(&self) {
        // Whoever has closed the pipe, as `head` does, wants no more of it.
        _ = std::io::stdout().write_all(self.text().as_bytes());
    }

    fn text(&self) -> String {
        let mut text = format!("{}\n", said(&self.summary));
        if !self.good.is_empty() {
            text += &format!("\n{}\n", said(&message!("В порядке:", "All right:")));
            text.extend(self.good.iter().map(|what| format!("  + {}\n", said(what))));
        }
        text += &findings_text(&message!("Нужно исправить:", "To be mended:"), '!', &self.wrong);
        text += &findings_text(&message!("Можно лучше:", "Could be better:"), '·', &self.better);
        text.extend(self.notes.iter().map(|note| format!("\n{}\n", said(note))));
        let verdict = match (self.wrong.len(), self.better.len()) {
            (0, 0) => message!("Всё в порядке.", "All is right."),
            (0, better) => message!("Ошибок нет. Замечаний: {better}.", "No errors. Remarks: {better}."),
            (wrong, better) => {
                message!("Ошибок: {wrong}, замечаний: {better}.", "Errors: {wrong}, remarks: {better}.")
            }
        };
        text + &format!("\n{}\n", said(&verdict))
    }
}

fn findings_text(title: &Message, mark: char, findings: &[Finding]) -> String {
    if findings.is_empty() {
        return String::new();
    }
    let lines =
        findings.iter().map(|Finding { what, cure }| format!("  {mark} {}\n    → {}\n", said(what), said(cure)));
    format!("\n{}\n{}", said(title), lines.collect::<String>())
}

/// The first of several names, and how many more there are.
pub fn names<N: AsRef<str>>(names: &[N]) -> Message {
    const SHOWN: usize = 4;
    let shown: Vec<&str> = names.iter().take(SHOWN).map(AsRef::as_ref).collect();
    let shown = shown.join(", ");
    match names.len().saturating_sub(SHOWN) {
        0 => Message::same(shown),
        more => message!("{shown} и ещё {more}", "{shown} and {more} more"),
    }
}
