//! Content of the former format, which a site has that was made by an older version: it is brought into the present one when it is opened.

use guide_content::diagnostics::{GUIDE, STRINGS};
use guide_content::message::Message;
use guide_content::upgrade::upgrade;
use guide_studio_model::{Bytes, Draft};

use crate::files::{bytes_of, guide_tree};
use crate::state::checked;

/// A draft in the present format, and sentences that say what was changed for it. A draft that is in the present format already stays as it
/// is, and so does one that would have more errors then: its findings say what to do.
pub fn upgraded(draft: Draft) -> (Draft, Vec<Message>) {
    let is_former = guide_tree(&draft).is_some_and(|tree| tree.get("hotline").is_some());
    match in_present_format(&draft).filter(|_| is_former) {
        Some((after, changes)) => (after, changes),
        None => (draft, Vec::new()),
    }
}

fn in_present_format(draft: &Draft) -> Option<(Draft, Vec<Message>)> {
    let before = checked(draft, "");
    let language = before.guide.as_ref()?.strings.language.clone();
    let guide = before.files.get(GUIDE)?;
    let words = before.files.get(STRINGS).filter(|file| !file.path.is_empty());
    let new = upgrade(&guide.text, words.map(|file| file.text.as_str()), &language).ok()?;
    let mut after = draft.clone();
    let mut put = |path: &str, text: &str| {
        let bytes = bytes_of(text, draft.files.get(path).map(|bytes| bytes.0.as_slice()));
        after.files.insert(path.to_owned(), Bytes(bytes));
    };
    put(&guide.path, &new.guide);
    if let Some((file, text)) = words.zip(new.words) {
        put(&file.path, &text);
    }
    let is_worse = checked(&after, "").diagnostics.errors() > before.diagnostics.errors();
    (!is_worse).then_some((after, new.changes))
}
