//! Drafts for the tables.

use std::collections::BTreeMap;

use guide_studio_model::{Bytes, Draft, Edit, FileRole, Key, Node, Place, Request, Response, State};
use guide_studio_session::Session;
use guide_studio_session::edit::apply;

pub const IVANOVO: &str = include_str!("../../../../../content/ivanovo.toml");
pub const WORDS: &str = include_str!("../../../../../content/words.toml");
pub const PHRASES: &str = include_str!("../../../../../content/phrases.toml");
pub const SMALL: &str = include_str!("../../../../../tests/data/small.toml");
pub const CERTIFICATES: &str = include_str!("../../../../../examples/certificates/guide.toml");

/// A draft of these files, the first of which is the guide.
pub fn draft(files: &[(&str, &str)]) -> Draft {
    let bytes = |(path, text): &(&str, &str)| ((*path).to_owned(), Bytes(text.as_bytes().to_vec()));
    Draft { guide: files[0].0.to_owned(), files: files.iter().map(bytes).collect::<BTreeMap<_, _>>(), url: None }
}

/// The shipped guide with its files.
pub fn ivanovo() -> Draft {
    draft(&[("ivanovo.toml", IVANOVO), ("words.toml", WORDS), ("phrases.toml", PHRASES)])
}

/// The state of a response.
#[track_caller]
pub fn state(response: Response) -> State {
    match response {
        Response::State(state) => *state,
        other => panic!("no state: {other:?}"),
    }
}

/// Opens a draft.
#[track_caller]
pub fn open(session: &mut Session, draft: Draft) -> State {
    let request = Request::Open { draft, base: None, today: "2026-11-26".into(), site: "https://example.ru/".into() };
    state(session.handle(request, &mut |_| {}).0)
}

/// A way as it is written: numbers are places in lists.
pub fn way(written: &str) -> Vec<Key> {
    let key = |part: &str| part.parse::<usize>().map_or_else(|_| Key::from(part), Key::from);
    written.split('/').filter(|part| !part.is_empty()).map(key).collect()
}

/// A place in the guide's own file.
pub fn at(written: &str) -> Place {
    Place::guide(way(written))
}

/// A place in another file.
pub fn place(file: FileRole, written: &str) -> Place {
    Place { file, keys: way(written) }
}

pub fn text(text: &str) -> Node {
    Node::Text(text.to_owned())
}

pub fn table(entries: &[(&str, Node)]) -> Node {
    Node::Table(entries.iter().map(|(name, node)| ((*name).to_owned(), node.clone())).collect())
}

pub fn texts(items: &[&str]) -> Node {
    Node::List(items.iter().copied().map(text).collect())
}

/// The text of a file of a draft.
#[track_caller]
pub fn file<'d>(draft: &'d Draft, path: &str) -> &'d str {
    std::str::from_utf8(&draft.files.get(path).unwrap_or_else(|| panic!("no {path}")).0).expect("UTF-8")
}

/// A guide's text after an edit.
#[track_caller]
pub fn edited(guide: &str, edit: Edit) -> String {
    let after = apply(&draft(&[("guide.toml", guide)]), &[edit]).unwrap_or_else(|why| panic!("{why}"));
    file(&after, "guide.toml").to_owned()
}

/// Compares a guide's text after an edit with its text before, where `from` has become `to`, which stands there once.
#[track_caller]
pub fn assert_edit(guide: &str, edit: Edit, from: &str, to: &str) {
    assert_eq!(guide.matches(from).count(), 1, "{from:?} stands there once");
    assert_same(&edited(guide, edit), &guide.replacen(from, to, 1));
}

/// Compares two long texts and shows where they differ.
#[track_caller]
pub fn assert_same(got: &str, wanted: &str) {
    if got != wanted {
        let at = got.bytes().zip(wanted.bytes()).take_while(|(one, other)| one == other).count();
        let part = |text: &str| {
            let start = text.floor_char_boundary(at.saturating_sub(150));
            text[start..text.ceil_char_boundary((at + 250).min(text.len()))].to_owned()
        };
        panic!("the texts differ:\n--- got\n{}\n--- wanted\n{}", part(got), part(wanted));
    }
}
