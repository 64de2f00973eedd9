//! The paths of the files that the guide's file names.

/// The path of a file called `name` in the folder of the file at `path`.
pub fn sibling_path(path: &str, name: &str) -> String {
    let folder = path.rfind(['/', '\\']).map_or("", |slash| &path[..=slash]);
    format!("{folder}{name}")
}
