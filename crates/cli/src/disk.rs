//! Errors of the disk, for people.

use std::path::Path;

/// A Russian sentence, without a stop, that says why a file could not be read.
pub fn unreadable(path: &Path, why: &std::io::Error) -> String {
    match why.kind() {
        std::io::ErrorKind::NotFound => format!("файла {} нет", path.display()),
        std::io::ErrorKind::InvalidData => format!("файл {} не в кодировке UTF-8", path.display()),
        std::io::ErrorKind::IsADirectory => format!("{} — папка, а нужен файл", path.display()),
        std::io::ErrorKind::PermissionDenied => format!("файл {} прочитать не разрешено", path.display()),
        _ => format!("файл {} не читается ({why})", path.display()),
    }
}
