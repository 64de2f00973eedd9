//! Cuts the parts of a long print into sheets, so that the number of each sheet is known when the page is built.

/// A part of a print that is not cut, as far as a sheet holds it.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// Its height, millimetres.
    pub height: f64,
    /// Whether it must be followed on its own sheet by the next part, as a heading must.
    pub keeps_next: bool,
}

/// Which sheet each part stands on.
#[derive(Debug)]
pub struct Sheets(Vec<usize>);

impl Sheets {
    /// Fills sheets of this height, millimetres, with parts in their order.
    pub fn new(parts: &[Part], capacity: f64) -> Sheets {
        let mut writer = Writer { capacity, number: 1, used: 0.0, numbers: Vec::with_capacity(parts.len()) };
        for run in parts.chunk_by(|one, _| one.keeps_next) {
            let height: f64 = run.iter().map(|part| part.height).sum();
            // What is kept together but higher than a sheet is kept at its beginning only.
            if writer.used + height > capacity && writer.used > 0.0 {
                writer.begin_sheet();
            }
            run.iter().for_each(|part| writer.add(part.height));
        }
        Sheets(writer.numbers)
    }

    /// The number of the sheet that a part begins on, from 1.
    pub fn number(&self, part: usize) -> usize {
        self.0.get(part).copied().unwrap_or(1)
    }

    /// Whether a part is the first on its sheet.
    pub fn is_first(&self, part: usize) -> bool {
        part.checked_sub(1).is_none_or(|before| self.number(before) != self.number(part))
    }

    /// How many sheets there are.
    pub fn total(&self) -> usize {
        self.0.last().copied().unwrap_or_default()
    }
}

struct Writer {
    capacity: f64,
    number: usize,
    /// The height that is used on the present sheet.
    used: f64,
    numbers: Vec<usize>,
}

impl Writer {
    fn begin_sheet(&mut self) {
        self.number += 1;
        self.used = 0.0;
    }

    fn add(&mut self, height: f64) {
        if self.used + height > self.capacity && self.used > 0.0 {
            self.begin_sheet();
        }
        self.numbers.push(self.number);
        self.used += height;
        // What no sheet holds goes on over as many as it needs; the next part begins a new one.
        if self.used > self.capacity {
            self.number += (height / self.capacity) as usize;
            self.used = self.capacity;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Parts with these heights; those of a negative one keep the next.
    #[track_caller]
    fn check(heights: &[f64], expected: &[usize]) {
        let parts: Vec<Part> =
            heights.iter().map(|height| Part { height: height.abs(), keeps_next: *height < 0.0 }).collect();
        assert_eq!(Sheets::new(&parts, 10.0).0, expected, "{heights:?}");
    }

    #[test]
    fn a_sheet_is_filled_before_the_next_begins() {
        check(&[4.0, 4.0, 2.0, 1.0, 9.0], &[1, 1, 1, 2, 2]);
        check(&[], &[]);
    }

    #[test]
    fn a_heading_is_never_the_last_on_a_sheet() {
        check(&[8.0, -1.0, 3.0], &[1, 2, 2]);
        check(&[8.0, -1.0, -1.0, 2.0, 6.0], &[1, 2, 2, 2, 2]);
    }

    #[test]
    fn what_is_kept_together_in_vain_is_cut_where_the_sheet_ends() {
        check(&[2.0, -6.0, -6.0, 1.0], &[1, 2, 3, 3]);
    }

    #[test]
    fn what_no_sheet_holds_takes_several_and_their_numbers() {
        check(&[3.0, 25.0, 1.0], &[1, 2, 5]);
    }

    #[test]
    fn the_first_part_of_each_sheet_is_known() {
        let parts = [5.0, 5.0, 5.0].map(|height| Part { height, keeps_next: false });
        let sheets = Sheets::new(&parts, 10.0);
        assert_eq!([0, 1, 2].map(|part| sheets.is_first(part)), [true, false, true]);
        assert_eq!((sheets.number(2), sheets.total()), (2, 2));
    }
}
