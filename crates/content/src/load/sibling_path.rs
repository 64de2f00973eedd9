//! The paths of the files that the guide's file names.

/// The path of a file called `name` in the folder of the file at `path`.
pub fn sibling_path(path: &str, name: &str) -> String {
    format!("{}{name}", folder(path))
}

/// The folder of the file at `path`, with its last slash; empty where the path has none.
pub fn folder(path: &str) -> &str {
    path.rfind(['/', '\\']).map_or("", |slash| &path[..=slash])
}
