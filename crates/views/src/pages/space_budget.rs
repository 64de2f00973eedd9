//! How much of a sheet large type takes, reckoned for the widest of the usual fonts: what does not fit on the poster is
//! left out whole, rather than cut or pushed to a second sheet.

/// The millimetres of a sheet that are not given away yet.
pub struct SpaceBudget(usize);

impl SpaceBudget {
    /// A whole sheet, within its margins, with a few millimetres for the gaps.
    pub fn sheet() -> SpaceBudget {
        SpaceBudget(262)
    }

    /// Gives room to what must be there.
    pub fn take(&mut self, height: usize) {
        self.0 = self.0.saturating_sub(height);
    }

    /// Gives room to what may be there, if there is enough.
    pub fn spare(&mut self, height: usize) -> bool {
        let enough = height <= self.0;
        if enough {
            self.take(height);
        }
        enough
    }
}

/// The lines that a text takes where so many characters fit into one; a longer word is broken.
pub fn lines(text: &str, width: usize) -> usize {
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
        assert_eq!(lines(text, width), expected, "«{text}» in {width}");
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
        let mut room = SpaceBudget(10);
        assert!(room.spare(4) && !room.spare(7) && room.spare(6) && !room.spare(1));
    }
}
