//! What loading needs from outside: files and time zones.

use guide_core::zone::Zone;

use crate::message::Message;

/// What loading needs from outside. The tool reads the disk; a test, or an editor in the browser, may read its memory.
pub struct World<'w> {
    /// The bytes of a file by its path; the error says why it can't be read.
    pub read: &'w dyn Fn(&str) -> Result<Vec<u8>, Message>,
    /// The offsets of the time zone of this IANA name from the first day of this year on; `None` where there is no such zone.
    pub zone: &'w dyn Fn(&str, u16) -> Option<Zone>,
}
