//! The phrases' file: what the search learns from.

use super::World;
use super::finding::{File, GUIDE, Log, PHRASES};
use super::guide::beside;
use crate::guide::find::phrases::{Fault, Phrases, Wrong};
use crate::guide::model::Text;

/// Reads the phrases that the guide names; `None` where they can't be read.
pub fn phrases(files: &mut Vec<File>, name: &Text, world: &World, log: &Log) -> Option<Phrases> {
    let path = beside(files, name)?;
    let text = match (world.read)(&path) {
        Ok(text) => text,
        Err(why) => {
            log.error(GUIDE, name.at.clone(), why, "Назовите файл с фразами, например: phrases = \"phrases.toml\"");
            return None;
        }
    };
    let phrases = Phrases::parse(&text).map_err(|faults| {
        for fault in faults {
            let (what, instead) = explain(&fault);
            log.error(PHRASES, line(&text, fault.line), what, instead);
        }
    });
    files.push(File { path, text });
    phrases.ok()
}

/// The bytes of a line, counted from one.
fn line(text: &str, number: usize) -> std::ops::Range<usize> {
    let start: usize = text.split_inclusive('\n').take(number.saturating_sub(1)).map(str::len).sum();
    let length = text[start..].lines().next().unwrap_or_default().len();
    start..start + length
}

fn explain(fault: &Fault) -> (String, String) {
    match &fault.what {
        Wrong::Syntax(why) => (
            format!("файл не читается как TOML: {}", why.lines().next().unwrap_or_default()),
            "Раздел начинают строкой [id-шага], фразы пишут между phrases = ''' и '''.".into(),
        ),
        Wrong::UnknownKey(key) => {
            (format!("неизвестный ключ «{key}»"), "В разделе шага бывает один ключ: phrases.".into())
        }
        Wrong::UnknownWords(name) => (
            format!("списка слов «{name}» нет"),
            format!("Допишите его в раздел [words]: \"{name}\" = \"слово, другое слово\""),
        ),
        Wrong::Bracket(phrase) => {
            (format!("скобка без пары: {phrase}"), "Закройте скобку: {сына} или (муж|жена).".into())
        }
        Wrong::NoNothing => (
            "нет раздела [none]".into(),
            "Допишите раздел [none] с фразами о том, чего здесь нет: без него поиск не скажет «ничего не подошло»."
                .into(),
        ),
    }
}
