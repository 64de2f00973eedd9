//! A guide as the beginning of another centre's: the facts of the old place, and the marks that they have until they are replaced.

use guide_content::markers::{MARK, marks};
use guide_studio_model::{Draft, Key, Node};

use crate::edit::Source;
use crate::tree::{PlaceIndex, parse};

/// Marks every fact of the old place.
pub fn renew(_draft: &mut Draft) -> Result<(), String> {
    Err("пока не готово".to_owned())
}

/// The ways to the values that are marked, in the order of the text.
pub fn marked(text: &str) -> Vec<Vec<Key>> {
    let marks = marks(text);
    if marks.is_empty() {
        return Vec::new();
    }
    let Some(toml) = parse(text) else { return Vec::new() };
    let index = PlaceIndex::new(&toml);
    marks.iter().map(|mark| index.before(mark.start, text)).collect()
}

/// Takes the marks off the value that was set, and off what it is in or has in it.
pub fn unmark(source: &mut Source, way: &[Key], _value: &Node) {
    let ways = marked(&source.text);
    let is_meant = |marked: &Vec<Key>| way.starts_with(marked) || marked.starts_with(way);
    let marks: Vec<_> = marks(&source.text).into_iter().zip(&ways).filter(|(_, way)| is_meant(way)).collect();
    for (at, _) in marks.into_iter().rev() {
        let comment = source.text.get(at.clone()).unwrap_or_default().to_owned();
        match comment.split_once(MARK).and_then(|(_, rest)| rest.strip_prefix(';')) {
            Some(rest) => source.splice(at, &format!("#{rest}")),
            None => {
                let start = source.text[..at.start].trim_end_matches([' ', '\t']).len();
                source.splice(start..at.end, "");
            }
        }
    }
}
