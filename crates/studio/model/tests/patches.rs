//! Patches of the draft: applied and reverted they give the same bytes.

use std::collections::BTreeMap;

use guide_studio_model::{Bytes, Draft, FilePatch, PatchError, Response};

fn draft(files: &[(&str, &str)]) -> Draft {
    let files: BTreeMap<_, _> =
        files.iter().map(|(path, text)| ((*path).to_owned(), Bytes(text.as_bytes().to_vec()))).collect();
    Draft { guide: "guide.toml".into(), files }
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
