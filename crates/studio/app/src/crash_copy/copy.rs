//! A copy of unsaved work: the files that differ from the site's content, and what that content was.

use std::collections::BTreeMap;

use guide_studio_model::{Bytes, Draft};
use js_sys::Date;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;

/// A copy.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Copy {
    /// When it was written, in ms since 1970.
    pub saved: f64,
    /// What the guide is called.
    pub name: String,
    /// The path of the guide's own file.
    guide: String,
    /// The files that differ from the site's content; `None` for one that is gone.
    files: BTreeMap<String, Option<Bytes>>,
    /// The hash of each of these files as the site had it; none where it did not have it.
    base: BTreeMap<String, String>,
}

impl Copy {
    /// The copy of a draft; `content` is the site's.
    pub fn of(name: String, content: &Draft, draft: &Draft) -> Copy {
        let mut files: BTreeMap<String, Option<Bytes>> = BTreeMap::new();
        for (path, bytes) in &draft.files {
            if content.files.get(path) != Some(bytes) {
                files.insert(path.clone(), Some(bytes.clone()));
            }
        }
        for path in content.files.keys().filter(|path| !draft.files.contains_key(*path)) {
            files.insert(path.clone(), None);
        }
        let hash_of = |path: &String| Some((path.clone(), hash(&content.files.get(path)?.0)));
        let base = files.keys().filter_map(hash_of).collect();
        Copy { saved: Date::now(), name, guide: draft.guide.clone(), files, base }
    }

    /// The draft that it stands for, on the content that the site has now.
    pub fn restored(&self, content: &Draft) -> Draft {
        let mut draft = Draft { guide: self.guide.clone(), files: content.files.clone(), url: content.url.clone() };
        for (path, bytes) in &self.files {
            match bytes {
                Some(bytes) => _ = draft.files.insert(path.clone(), bytes.clone()),
                None => _ = draft.files.remove(path),
            }
        }
        draft
    }

    /// The paths of the files that the site has had changed since, and that the copy would replace as a whole.
    pub fn replaced(&self, content: &Draft) -> Vec<String> {
        let is_same =
            |path: &&String| content.files.get(*path).map(|bytes| hash(&bytes.0)) == self.base.get(*path).cloned();
        self.files.keys().filter(|path| !is_same(path)).cloned().collect()
    }

    /// When it was written, in words: `26.11.2026, 11:32`.
    pub fn when(&self) -> String {
        let at = Date::new(&JsValue::from_f64(self.saved));
        format!("{:02}.{:02}.{:04}, {}", at.get_date(), at.get_month() + 1, at.get_full_year(), clock(self.saved))
    }
}

/// A time in ms since 1970 as a clock here shows it.
pub fn clock(time: f64) -> String {
    let at = Date::new(&JsValue::from_f64(time));
    format!("{:02}:{:02}", at.get_hours(), at.get_minutes())
}

/// The hash FNV-1a, which tells versions of a file apart; nobody is to be kept from forging it.
fn hash(bytes: &[u8]) -> String {
    let hash = bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}")
}
