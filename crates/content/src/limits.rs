//! How large a guide may be. What these numbers are taken from stands in `docs/decisions/064-limits-of-a-guide.md`.

/// The most steps of a guide.
pub const MOST_STEPS: usize = 2_000;
/// The most answers of a guide, of all its steps together.
pub const MOST_ANSWERS: usize = 5_000;
/// The most answers of one step.
pub const MOST_ANSWERS_OF_STEP: usize = 500;
/// The most characters of a text that stands in one line: a heading, an answer, a name.
pub const LONGEST_LINE: usize = 300;
/// The most characters of a text with paragraphs.
pub const LONGEST_TEXT: usize = 10_000;
/// The most characters of an id.
pub const LONGEST_ID: usize = 100;
/// The most bytes of a content file.
pub const LARGEST_FILE: usize = 5_000_000;
