//! The strings of the interface: those that come with the tool, and the file of a guide that says some of them otherwise.

use guide_core::fill::placeholders;
use guide_core::language::Language;
use guide_core::text::Text;
use guide_core::ui_strings::{StringSource, UiStrings};

use crate::diagnostics::{Diagnostics, STRINGS};
use crate::message;
use crate::placeholders::allowed_placeholders;
use crate::toml_reader::{Reader, parse};

/// The strings that come with the tool, by the code of their language.
pub const BUILT_IN: [(&str, &str); 2] =
    [("ru", include_str!("../../strings/ru.toml")), ("en", include_str!("../../strings/en.toml"))];

/// Whether the tool has the strings of this language.
pub fn is_built_in(language: &Language) -> bool {
    built_in(language).is_some()
}

fn built_in(language: &Language) -> Option<&'static str> {
    BUILT_IN.iter().find(|(code, _)| *code == language.code()).map(|(_, text)| *text)
}

/// Reads the strings of a guide. `own` is the text of its own file of them. A key that the
/// file lacks has the text that comes with the tool; but in a language that the tool does not have, the file must have every key.
/// Without a file such a language has the tool's English texts, so that the guide can be checked further.
pub fn read(own: Option<&str>, language: &Language, diagnostics: &Diagnostics) -> UiStrings {
    let table = parse(own.unwrap_or_default(), STRINGS, diagnostics);
    let file = Layer::new(Reader::root(&table, STRINGS, diagnostics));
    // Nothing is wrong with the tool's own texts: a test reads them.
    let unused = Diagnostics::default();
    let tool = parse(built_in(language).unwrap_or(BUILT_IN[1].1), STRINGS, &unused);
    let tool = Layer::new(Reader::root(&tool, STRINGS, &unused));
    let must_be_complete = own.is_some() && !is_built_in(language);
    let mut layers = Layers { file, tool, must_be_complete };
    let strings = UiStrings::read(language.clone(), &mut layers);
    layers.file.finish();
    strings
}

/// A file of strings, of which one group after the other is read.
struct Layer<'r> {
    root: Reader<'r>,
    group: Option<Reader<'r>>,
}

impl<'r> Layer<'r> {
    fn new(root: Reader<'r>) -> Layer<'r> {
        Layer { root, group: None }
    }

    fn begin(&mut self, group: Option<Reader<'r>>) {
        if let Some(last) = std::mem::replace(&mut self.group, group) {
            last.finish();
        }
    }

    fn finish(mut self) {
        self.begin(None);
        self.root.finish();
    }
}

/// The guide's own file over the tool's.
struct Layers<'r> {
    file: Layer<'r>,
    tool: Layer<'r>,
    must_be_complete: bool,
}

impl StringSource for Layers<'_> {
    fn group(&mut self, section: &'static str) {
        let group = match self.must_be_complete {
            true => Some(self.file.root.table(section)),
            false => self.file.root.maybe_table(section),
        };
        self.file.begin(group);
        let group = self.tool.root.maybe_table(section);
        self.tool.begin(group);
    }

    fn string(&mut self, key: &'static str, wanted: &[&'static str]) -> Text {
        let own = self.file.group.as_mut().and_then(|group| {
            let text = if self.must_be_complete { Some(group.text(key)) } else { group.maybe_text(key) };
            text.iter().for_each(|text| check_placeholders(group, key, text, wanted));
            text
        });
        own.or_else(|| self.tool.group.as_mut()?.maybe_text(key).map(of_no_file)).unwrap_or_default()
    }

    fn list(&mut self, key: &'static str, count: Option<usize>) -> Vec<Text> {
        let own = self.file.group.as_mut().and_then(|group| {
            let texts = group.maybe_texts(key, count);
            if texts.is_none() && self.must_be_complete {
                group.missing(key, "[\"…\", \"…\"]");
            }
            texts
        });
        own.or_else(|| Some(self.tool.group.as_mut()?.maybe_texts(key, count)?.into_iter().map(of_no_file).collect()))
            .unwrap_or_default()
    }
}

/// A text of the tool, which is at no place of the guide's files.
fn of_no_file(text: Text) -> Text {
    Text { at: 0..0, ..text }
}

/// Reports placeholders that nothing fills, and those that a text lacks.
fn check_placeholders(reader: &Reader, key: &str, text: &Text, wanted: &[&'static str]) {
    let known: Vec<&str> = wanted.iter().flat_map(|names| names.split('|')).collect();
    let present: Vec<&str> = placeholders(text).map(|(name, _)| name).collect();
    for name in present.iter().filter(|name| !known.contains(*name)) {
        reader.error(
            text.at.clone(),
            message!(
                "{{{name}}}: эту вставку здесь заполнить нечем",
                "{{{name}}}: nothing can fill this placeholder here"
            ),
            allowed_placeholders(&known),
        );
    }
    for names in wanted.iter().filter(|names| !text.is_empty() && !names.split('|').any(|name| present.contains(&name)))
    {
        let (first, second) = names.split_once('|').map_or((*names, None), |(first, second)| (first, Some(second)));
        let or = second.map(|name| message!(" или {{{name}}}", " or {{{name}}}")).unwrap_or_default();
        reader.error(
            text.at.clone(),
            message!(
                or = or;
                "«{key}»: потерялась вставка {{{first}}}{or}",
                "“{key}”: the placeholder {{{first}}}{or} is lost"
            ),
            message!(
                or = or;
                "Верните {{{first}}}{or} в текст: на это место программа подставит своё.",
                "Put {{{first}}}{or} back into the text: the program fills in its own there."
            ),
        );
    }
}
