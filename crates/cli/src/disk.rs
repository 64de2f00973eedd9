//! Errors of the disk, for people.

use std::path::Path;

use guide_content::message;
use guide_content::message::Message;

/// A sentence, without a stop, that says why a file could not be read.
pub fn unreadable(path: &Path, why: &std::io::Error) -> Message {
    match why.kind() {
        std::io::ErrorKind::NotFound => message!("файла {} нет", "there is no file {}", path.display()),
        std::io::ErrorKind::InvalidData => {
            message!("файл {} не в кодировке UTF-8", "the file {} is not in UTF-8", path.display())
        }
        std::io::ErrorKind::IsADirectory => {
            message!("{} — папка, а нужен файл", "{} is a folder, but a file is needed", path.display())
        }
        std::io::ErrorKind::PermissionDenied => message!(
            "файл {} прочитать не разрешено",
            "the file {} may not be read: permission is denied",
            path.display()
        ),
        _ => message!("файл {} не читается ({why})", "the file {} can't be read ({why})", path.display()),
    }
}
