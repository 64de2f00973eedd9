//! What loading asks of the world outside: files and time zones.

use guide_core::zone::Zone;

/// What loading asks of the world outside. The tool answers from the disk, the editor from the page's memory.
pub struct World<'w> {
    /// The text of a file by its path, or a Russian sentence that says why there is none.
    pub read: &'w dyn Fn(&str) -> Result<String, String>,
    /// The offsets of the zone of this IANA name from the first day of a year on; `None` where there is no such zone.
    pub zone: &'w dyn Fn(&str, u16) -> Option<Zone>,
}
