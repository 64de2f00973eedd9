//! The phrases' file: a section for each step, a phrase a line, and the lists of words that phrases choose from.
//!
//! Loading a guide reads this file too. The module is public so that the search can be tested with the phrases alone.

use std::ops::Range;

use guide_core::text::Text;

use crate::diagnostics::{Diagnostics, PHRASES};
use crate::message;
use crate::message::Message;
use crate::toml_reader::{Reader, parse};
use crate::training::phrases::{Phrase, PhraseFault, Phrases, TestSentence, WordLists};

/// Reads the phrases from the text of their file; `None` where it has errors, which go to the diagnostics. `fallback` is the id of the
/// step for those whom nothing fits: the phrases of its section are about something else.
pub fn read(text: &str, fallback: &str, diagnostics: &Diagnostics) -> Option<Phrases> {
    let errors_before = diagnostics.errors();
    let table = parse(text, PHRASES, diagnostics);
    if diagnostics.errors() > errors_before {
        return None;
    }
    let mut root = Reader::root(&table, PHRASES, diagnostics);
    let lists = root.maybe_table("words").map(Reader::named_texts).unwrap_or_default();
    let split = |list: &str| list.split(',').map(|word| word.trim().to_owned()).collect();
    let lists: WordLists = lists.iter().map(|(name, list)| (*name, split(list))).collect();

    // The fallback's label is the last, wherever its section stands.
    let (last, others): (Vec<_>, Vec<_>) = root.named_tables().into_iter().partition(|(name, _)| *name == fallback);
    if last.is_empty() {
        diagnostics.error(
            PHRASES,
            line(text, 1),
            message!("нет раздела [{fallback}]", "there is no section [{fallback}]"),
            message!(
                "Допишите раздел [{fallback}] с фразами о том, чего здесь нет: без него поиск не скажет «ничего не подошло».",
                "Add a section [{fallback}] with phrases about what is not here: without it the search can't say that nothing fits."
            ),
        );
    }
    let mut labels: Vec<String> = others.iter().map(|(name, _)| (*name).to_owned()).collect();
    labels.push(fallback.to_owned());
    let mut sections =
        SectionReader { text, lists: &lists, diagnostics, scenario: 0, phrases: Vec::new(), tests: Vec::new() };
    for (label, (_, mut reader)) in others.into_iter().chain(last).enumerate() {
        if let Some(lines) = reader.maybe_empty_text("phrases") {
            sections.read(label, &lines);
        }
        if let Some(lines) = reader.maybe_empty_text("tests") {
            sections.read_tests(label, &lines);
        }
        reader.finish();
    }
    let SectionReader { phrases, tests, .. } = sections;
    (diagnostics.errors() == errors_before).then_some(Phrases { labels, phrases, tests })
}

/// Reads the phrases of one section after another.
struct SectionReader<'s> {
    /// The text of the file.
    text: &'s str,
    lists: &'s WordLists<'s>,
    diagnostics: &'s Diagnostics,
    /// The number of the scenario that is being read: each section and each comment begins another.
    scenario: usize,
    phrases: Vec<Phrase>,
    tests: Vec<TestSentence>,
}

impl SectionReader<'_> {
    fn read(&mut self, label: usize, lines: &Text) {
        let first = self.first_line(lines);
        self.scenario += 1;
        for (number, phrase) in lines.lines().map(str::trim).enumerate() {
            if phrase.starts_with('#') {
                self.scenario += 1;
            } else if !phrase.is_empty() {
                match Phrase::parse(phrase, label, self.scenario, self.lists) {
                    Ok(phrase) => self.phrases.push(phrase),
                    Err(fault) => {
                        let (what, instead) = explain(&fault, phrase);
                        self.diagnostics.error(PHRASES, line(self.text, first + number), what, instead);
                    }
                }
            }
        }
    }
}

impl SectionReader<'_> {
    /// Reads the sentences that the search is tried with: as they are, without placeholders.
    fn read_tests(&mut self, label: usize, lines: &Text) {
        let first = self.first_line(lines);
        for (number, sentence) in lines.lines().map(str::trim).enumerate() {
            if sentence.contains(['{', '}']) {
                self.diagnostics.error(
                    PHRASES,
                    line(self.text, first + number),
                    message!(
                        "в проверочной фразе вставок не бывает: {sentence}",
                        "a test phrase has no placeholders: “{sentence}”"
                    ),
                    message!(
                        "Напишите её так, как скажет родитель, без фигурных скобок.",
                        "Write it as a parent would say it, without curly brackets."
                    ),
                );
            } else if !sentence.is_empty() && !sentence.starts_with('#') {
                self.tests.push(TestSentence { label, text: sentence.to_owned() });
            }
        }
    }

    /// The number of the line that the first line of a text stands on.
    fn first_line(&self, lines: &Text) -> usize {
        let source = &self.text[lines.at.clone()];
        // The newline after the opening quotes belongs to the source but not to the text.
        let skipped = usize::from(source.trim_start_matches(['\'', '"']).starts_with(['\n', '\r']));
        self.text[..lines.at.start].matches('\n').count() + 1 + skipped
    }
}

/// The byte range of a line; lines are counted from one.
fn line(text: &str, number: usize) -> Range<usize> {
    let start: usize = text.split_inclusive('\n').take(number.saturating_sub(1)).map(str::len).sum();
    let length = text[start..].lines().next().unwrap_or_default().len();
    start..start + length
}

fn explain(fault: &PhraseFault, phrase: &str) -> (Message, Message) {
    match fault {
        PhraseFault::UnknownList(name) => (
            message!("списка слов «{name}» нет", "there is no list of words “{name}”"),
            message!(
                "Допишите его в раздел [words]: \"{name}\" = \"слово, другое слово\"",
                "Add it to the section [words]: \"{name}\" = \"word, another word\""
            ),
        ),
        PhraseFault::UnpairedBracket => (
            message!("скобка без пары: {phrase}", "a bracket without its pair: “{phrase}”"),
            message!("Закройте скобку: {{сына}} или (муж|жена).", "Close the bracket: {{child}} or (son|daughter)."),
        ),
    }
}
