//! A text of the content, with its position in the file.

use std::fmt;
use std::ops::{Deref, Range};

/// A text of the content and the bytes of the file it was read from, so that a diagnostic can point at it.
#[derive(Clone, Default)]
pub struct Text {
    /// The text itself.
    pub value: String,
    /// Its byte range in the file.
    pub at: Range<usize>,
}

impl Deref for Text {
    type Target = str;
    fn deref(&self) -> &str {
        &self.value
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.value)
    }
}
