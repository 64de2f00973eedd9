//! Patches of the draft: applied and reverted they give the same bytes.

use std::collections::BTreeMap;

use guide_studio_model::{Bytes, Draft, Entry, FilePatch, History, PatchError, Place, Response};

fn draft(files: &[(&str, &str)]) -> Draft {
    let files: BTreeMap<_, _> =
        files.iter().map(|(path, text)| ((*path).to_owned(), Bytes(text.as_bytes().to_vec()))).collect();
    Draft { guide: "guide.toml".into(), files, url: None }
}

#[test]
fn patches_lead_there_and_back() {
    let states = [
        draft(&[("guide.toml", "a = 1\nb = 2\n")]),
        draft(&[("guide.toml", "a = 1\nb = «два»\n"), ("words.toml", "")]),
        draft(&[("words.toml", "ё")]),
        draft(&[("guide.toml", "")]),
    ];
    for before in &states {
        for after in &states {
            let patches = before.patches_to(after);
            let mut changed = before.clone();
            changed.apply(&patches).expect("the patches fit");
            assert_eq!(changed, *after);
            changed.revert(&patches).expect("the patches fit");
            assert_eq!(changed, *before);
        }
    }
}

#[test]
fn a_patch_that_does_not_fit_changes_nothing() {
    let (first, second) = (draft(&[("a", "one"), ("b", "two")]), draft(&[("a", "three"), ("b", "four")]));
    let mut other = draft(&[("a", "one"), ("b", "five")]);
    assert_eq!(other.apply(&first.patches_to(&second)), Err(PatchError));
    assert_eq!(other, draft(&[("a", "one"), ("b", "five")]));
}

#[test]
fn messages_survive_their_way() {
    let patches = vec![FilePatch::between("blank.pdf", None, Some(&[0, 255, 13])).expect("a difference")];
    let sent = Response::Built { patches, files: 3, notes: vec!["«ё» —".into()] };
    let text = serde_json::to_string(&sent).expect("JSON");
    assert_eq!(serde_json::from_str::<Response>(&text).expect("the message"), sent);
}

/// A draft whose history is walked.
struct Walk {
    draft: Draft,
    history: History,
}

impl Walk {
    fn type_in(&mut self, field: &str, text: &str) {
        let after = draft(&[("guide.toml", text)]);
        let patches = self.draft.patches_to(&after);
        self.history.add(Entry {
            name: format!("{field}: {text}"),
            typing: Some(Place::guide([field.into()])),
            patches,
        });
        self.draft = after;
    }

    fn text(&self) -> String {
        String::from_utf8(self.draft.files["guide.toml"].0.clone()).expect("a text")
    }

    fn undo(&mut self) -> bool {
        let patches = self.history.undo();
        patches.inspect(|patches| self.draft.apply(patches).expect("the patches fit")).is_some()
    }

    fn redo(&mut self) -> bool {
        let patches = self.history.redo();
        patches.inspect(|patches| self.draft.apply(patches).expect("the patches fit")).is_some()
    }
}

#[test]
fn typing_in_a_field_is_one_entry_until_it_is_left() {
    let mut walk = Walk { draft: draft(&[("guide.toml", "")]), history: History::default() };
    for text in ["п", "пр", "при"] {
        walk.type_in("name", text);
    }
    walk.history.close();
    walk.type_in("name", "привет");
    walk.type_in("place", "привет!");
    assert_eq!(walk.history.done().collect::<Vec<_>>(), ["place: привет!", "name: привет", "name: п"]);
    let mut texts = Vec::new();
    while walk.undo() {
        texts.push(walk.text());
    }
    assert_eq!(texts, ["привет", "при", ""]);
    while walk.redo() {
        texts.push(walk.text());
    }
    assert_eq!(texts[3..], ["при", "привет", "привет!"]);
    walk.undo();
    walk.type_in("name", "пока");
    assert!(!walk.redo(), "what was undone is forgotten");
}
