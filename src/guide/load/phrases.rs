//! The phrases' file: what the search learns from.

use super::World;
use super::finding::{File, GUIDE, Log, PHRASES};
use super::guide::beside;
use crate::guide::find::phrases::{Fault, Phrases, Wrong};
use crate::guide::model::Text;

/// Reads the phrases that the guide names; `None` where they can't be read, or where no step is named that the search
/// could fall back to.
pub fn phrases(
    files: &mut Vec<File>,
    name: &Text,
    fallback: Option<&Text>,
    world: &World,
    log: &Log,
) -> Option<Phrases> {
    let Some(fallback) = fallback else {
        log.error(
            GUIDE,
            name.at.clone(),
            "поиску некуда отправить тех, кому ничего не подошло",
            "Допишите рядом id такого шага, например: fallback = \"none\"",
        );
        return None;
    };
    let path = beside(files, name)?;
    let text = match (world.read)(&path) {
        Ok(text) => text,
        Err(why) => {
            log.error(GUIDE, name.at.clone(), why, "Назовите файл с фразами, например: phrases = \"phrases.toml\"");
            return None;
        }
    };
    let phrases = Phrases::parse(&text, fallback).map_err(|faults| {
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
        Wrong::NoFallback(id) => (
            format!("нет раздела [{id}]"),
            format!(
                "Допишите раздел [{id}] с фразами о том, чего здесь нет: без него поиск не скажет «ничего не подошло»."
            ),
        ),
    }
}
