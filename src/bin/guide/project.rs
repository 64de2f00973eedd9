//! Where the project's files are.

use std::path::{Path, PathBuf};

/// The project's folder: cargo names it when it runs the tool, else it is where the tool was made.
pub fn root() -> PathBuf {
    std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from)
}

/// The text of one of the project's files.
pub fn read(path: &str) -> Result<String, String> {
    let path = root().join(path);
    std::fs::read_to_string(&path).map_err(|why| unreadable(&path, &why))
}

/// Why a file could not be read, for people.
pub fn unreadable(path: &Path, why: &std::io::Error) -> String {
    match why.kind() {
        std::io::ErrorKind::NotFound => format!("файла {} нет", path.display()),
        std::io::ErrorKind::InvalidData => format!("файл {} не в кодировке UTF-8", path.display()),
        _ => format!("файл {} не читается ({why})", path.display()),
    }
}

/// The files below a folder of the project, as paths from that folder with `/`, in order.
pub fn files_below(folder: &str) -> Result<Vec<String>, String> {
    let root = root().join(folder);
    let mut files = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        let entries = std::fs::read_dir(&folder).map_err(|why| unreadable(&folder, &why))?;
        for entry in entries {
            let path = entry.map_err(|why| unreadable(&folder, &why))?.path();
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(relative) = path.strip_prefix(&root) {
                files.push(relative.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    files.sort();
    Ok(files)
}
