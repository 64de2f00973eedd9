//! Why files or folders can't be written, in words.

use std::io::{Error, ErrorKind};

use guide_content::message;
use guide_content::message::Message;

/// What an error of the disk means, without a stop. What is rare is said in the system's own words.
pub fn trouble(why: &Error) -> Message {
    match why.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => message!("на диске нет места", "the disk is full"),
        ErrorKind::PermissionDenied => message!("нет прав на запись", "permission denied"),
        ErrorKind::ReadOnlyFilesystem => {
            message!("этот диск открыт только для чтения", "this disk can only be read")
        }
        ErrorKind::NotADirectory => {
            message!("одна из папок этого пути — файл", "one of the folders of this path is a file")
        }
        _ => Message::same(why.to_string()),
    }
}
