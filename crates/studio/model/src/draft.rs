//! The draft: the content files as they are, and the difference between two states of one.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::Bytes;

/// The content folder.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Draft {
    /// The path of the guide's own file among `files`.
    pub guide: String,
    /// Every file by its path from the content folder.
    pub files: BTreeMap<String, Bytes>,
    /// The address that the site was built for, where the tool was told it besides the content. It goes before the content's own.
    #[serde(default)]
    pub url: Option<String>,
}

/// The difference between two states of a file.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct FilePatch {
    /// Its path from the content folder.
    pub path: String,
    /// What happens to it.
    pub change: FileChange,
}

/// What happens to a file.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum FileChange {
    /// It comes, with this content.
    Create(Bytes),
    /// It goes; it had this content.
    Delete(Bytes),
    /// From the byte `at` on, `inserted` stands in place of `removed`.
    Replace {
        /// The first byte that differs.
        at: usize,
        /// What stood there.
        removed: Bytes,
        /// What stands there now.
        inserted: Bytes,
    },
}

/// A patch does not fit the draft, which is then left as it was.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PatchError;

impl FilePatch {
    /// The difference between two states of a file, `None` meaning that it is not there. There is no patch where they are equal.
    pub fn between(path: &str, before: Option<&[u8]>, after: Option<&[u8]>) -> Option<FilePatch> {
        let change = match (before, after) {
            (None, None) => return None,
            (None, Some(after)) => FileChange::Create(Bytes(after.to_vec())),
            (Some(before), None) => FileChange::Delete(Bytes(before.to_vec())),
            (Some(before), Some(after)) if before == after => return None,
            (Some(before), Some(after)) => {
                let at = before.iter().zip(after).take_while(|(a, b)| a == b).count();
                let (old, new) = (&before[at..], &after[at..]);
                let tail = old.iter().rev().zip(new.iter().rev()).take_while(|(a, b)| a == b).count();
                FileChange::Replace {
                    at,
                    removed: Bytes(old[..old.len() - tail].to_vec()),
                    inserted: Bytes(new[..new.len() - tail].to_vec()),
                }
            }
        };
        Some(FilePatch { path: path.to_owned(), change })
    }

    /// The patch that takes this one back.
    pub fn inverse(&self) -> FilePatch {
        let change = match &self.change {
            FileChange::Create(bytes) => FileChange::Delete(bytes.clone()),
            FileChange::Delete(bytes) => FileChange::Create(bytes.clone()),
            FileChange::Replace { at, removed, inserted } => {
                FileChange::Replace { at: *at, removed: inserted.clone(), inserted: removed.clone() }
            }
        };
        FilePatch { path: self.path.clone(), change }
    }

    /// The bytes that it holds.
    pub(crate) fn weight(&self) -> usize {
        match &self.change {
            FileChange::Create(bytes) | FileChange::Delete(bytes) => bytes.0.len(),
            FileChange::Replace { removed, inserted, .. } => removed.0.len() + inserted.0.len(),
        }
    }
}

impl Draft {
    /// The patches that make `after` of this draft.
    pub fn patches_to(&self, after: &Draft) -> Vec<FilePatch> {
        let mut paths: Vec<&String> = self.files.keys().chain(after.files.keys()).collect();
        paths.sort();
        paths.dedup();
        let bytes = |draft: &'_ Draft, path: &String| draft.files.get(path).map(|bytes| bytes.0.clone());
        let patch =
            |path: &String| FilePatch::between(path, bytes(self, path).as_deref(), bytes(after, path).as_deref());
        paths.into_iter().filter_map(patch).collect()
    }

    /// Applies patches one after the other. The error leaves the draft as it was.
    pub fn apply(&mut self, patches: &[FilePatch]) -> Result<(), PatchError> {
        let mut done = Vec::new();
        for patch in patches {
            if let Err(error) = self.apply_one(patch) {
                for patch in done.into_iter().rev() {
                    _ = self.apply_one(&FilePatch::inverse(patch));
                }
                return Err(error);
            }
            done.push(patch);
        }
        Ok(())
    }

    /// Takes back patches that have been applied, the last one first.
    pub fn revert(&mut self, patches: &[FilePatch]) -> Result<(), PatchError> {
        self.apply(&patches.iter().rev().map(FilePatch::inverse).collect::<Vec<_>>())
    }

    fn apply_one(&mut self, patch: &FilePatch) -> Result<(), PatchError> {
        let old = self.files.get_mut(&patch.path);
        match (&patch.change, old) {
            (FileChange::Create(bytes), None) => {
                self.files.insert(patch.path.clone(), bytes.clone());
            }
            (FileChange::Delete(bytes), Some(old)) if old == bytes => {
                self.files.remove(&patch.path);
            }
            (FileChange::Replace { at, removed, inserted }, Some(Bytes(old))) => {
                let end = at.checked_add(removed.0.len()).filter(|end| old.get(*at..*end) == Some(&removed.0[..]));
                old.splice(*at..end.ok_or(PatchError)?, inserted.0.iter().copied());
            }
            _ => return Err(PatchError),
        }
        Ok(())
    }
}
