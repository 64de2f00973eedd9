//! The files of a draft by their role: which path each has, and its text.

use guide_studio_model::{Draft, FileRole, Node};

use crate::tree::tree_of;

/// The roles of the files in TOML, in the order of the files' indices in `guide_content`.
pub const ROLES: [FileRole; 3] = [FileRole::Guide, FileRole::Words, FileRole::Phrases];

/// The mark that Windows editors put before a text in UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The text of a file, without its byte order mark; `None` where it is no UTF-8.
pub fn text_of(bytes: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(bytes).ok()?;
    Some(text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text))
}

/// The bytes of a text, with the mark that the file had before.
pub fn bytes_of(text: &str, before: Option<&[u8]>) -> Vec<u8> {
    let has_mark = before.is_some_and(|before| before.starts_with(BYTE_ORDER_MARK.as_bytes()));
    [if has_mark { BYTE_ORDER_MARK } else { "" }, text].concat().into_bytes()
}

/// The text of the file at a path.
pub fn text<'d>(draft: &'d Draft, path: &str) -> Option<&'d str> {
    text_of(&draft.files.get(path)?.0)
}

/// The tree of the guide's own file; `None` where it can't be parsed.
pub fn guide_tree(draft: &Draft) -> Option<Node> {
    tree_of(text(draft, &draft.guide)?)
}

/// The key at the beginning of the guide's file that names the file of this role.
pub fn key_of(role: FileRole) -> &'static str {
    match role {
        FileRole::Guide => "",
        FileRole::Words => "words",
        FileRole::Phrases => "phrases",
    }
}

/// The path of the file of this role, which the guide's `tree` names, whether there is such a file or not.
pub fn path(draft: &Draft, tree: Option<&Node>, role: FileRole) -> Option<String> {
    match role {
        FileRole::Guide => Some(draft.guide.clone()),
        _ => tree?.get(key_of(role))?.text().map(|name| sibling(&draft.guide, name)),
    }
}

/// The path of a file called `name` in the folder of the file at `path`.
pub fn sibling(path: &str, name: &str) -> String {
    let folder = path.rfind('/').map_or("", |slash| &path[..=slash]);
    format!("{folder}{name}")
}
