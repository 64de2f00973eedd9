//! How much of a sheet large type takes, estimated for the widest of the usual fonts. What does not fit on the poster is
//! left out as a whole, rather than cut or pushed to a second sheet.

/// The height of a sheet that is still free, millimetres.
pub struct SpaceBudget(usize);

impl SpaceBudget {
    /// A whole sheet within its margins, less a few millimetres for the gaps.
    pub fn sheet() -> SpaceBudget {
        SpaceBudget(262)
    }

    /// Takes the height of what must be there, or all that is left.
    pub fn take(&mut self, height: usize) {
        self.0 = self.0.saturating_sub(height);
    }

    /// Takes the height of what may be there, if so much is left. Returns whether it did.
    pub fn try_reserve(&mut self, height: usize) -> bool {
        let enough = height <= self.0;
        if enough {
            self.take(height);
        }
        enough
    }
}

/// The number of lines that a text takes where `width` characters fit into one. A longer word is broken.
pub fn line_count(text: &str, width: usize) -> usize {
    let (mut lines, mut used) = (1, 0);
    for word in text.split([' ', '\u{a0}']) {
        let long = word.chars().count();
        let after = if used == 0 { long } else { used + 1 + long };
        if after <= width {
            used = after;
            continue;
        }
        lines += usize::from(used > 0) + long.saturating_sub(1) / width;
        used = 1 + long.saturating_sub(1) % width;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, width: usize, expected: usize) {
        assert_eq!(line_count(text, width), expected, "«{text}» in {width}");
    }

    #[test]
    fn lines_are_filled_word_by_word() {
        check("", 5, 1);
        check("один", 5, 1);
        check("один два", 8, 1);
        check("один два", 7, 2);
        check("a bb ccc dddd", 4, 3);
        check("abcdefghij", 5, 2);
        check("ab abcdefghijk", 5, 4);
    }

    #[test]
    fn what_does_not_fit_is_left_out() {
        let mut budget = SpaceBudget(10);
        assert!(budget.try_reserve(4) && !budget.try_reserve(7) && budget.try_reserve(6) && !budget.try_reserve(1));
    }
}
