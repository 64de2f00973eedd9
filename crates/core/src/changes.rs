//! The list of what has changed in a guide: what parents read of it, and what the QR codes of printed sheets carry.

use crate::schedule::Date;
use crate::text::Text;

/// An entry of the list of changes.
#[derive(Clone, Default)]
pub struct ChangeEntry {
    /// The day, such as `2026-11-26`.
    pub date: Text,
    /// Who has changed the guide; empty where nobody is named.
    pub who: String,
    /// Why, in a line.
    pub why: String,
    /// What has changed, a sentence each. May be empty.
    pub details: Vec<String>,
}

impl ChangeEntry {
    /// The day as six digits, `261126`, for the address in a QR code: two digits each of year, month and day. `None` where it is no day
    /// of this century, which the loading refuses.
    pub fn code(&self) -> Option<String> {
        let date = Date::parse(&self.date).filter(|date| (2000..2100).contains(&date.year()))?;
        Some(format!("{:02}{:02}{:02}", date.year() % 100, date.month(), date.day()))
    }
}
