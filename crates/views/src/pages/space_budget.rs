//! How much space a text takes on paper, reckoned for the widest of the usual fonts. In the others it takes less.

use guide_graph::text_measure;

/// A point, in millimetres.
const POINT: f64 = 25.4 / 72.0;

/// The width of regular letters.
pub const REGULAR: f64 = 1.0;
/// How much wider bold letters are, with the tight spacing that the poster's stylesheet gives them.
pub const TIGHT_BOLD: f64 = 1.1;
/// The same without tight spacing.
pub const BOLD: f64 = 1.14;

/// How a text is set.
#[derive(Clone, Copy)]
pub struct TextStyle {
    /// The font size in points.
    pub points: f64,
    /// The height of a line, in the unit of the font size.
    pub leading: f64,
    /// How wide its letters are, as a multiple of regular ones.
    pub letters: f64,
}

impl TextStyle {
    /// The font size, millimetres.
    pub fn size(self) -> f64 {
        self.points * POINT
    }

    /// The height of a line, millimetres.
    pub fn line(self) -> f64 {
        self.size() * self.leading
    }

    /// The width of a text in one line, millimetres.
    pub fn width(self, text: &str) -> f64 {
        text_measure::width(text, self.size()) * self.letters
    }

    /// The width of the widest part of a text that spaces do not divide, millimetres.
    pub fn widest_word(self, text: &str) -> f64 {
        text.split(' ').map(|word| self.width(word)).fold(0.0, f64::max)
    }

    /// The number of lines of a text; `width_of` says how wide each is, millimetres. A word that is wider than its line is broken.
    pub fn lines(self, text: &str, width_of: impl Fn(usize) -> f64) -> usize {
        let space = self.width(" ");
        let mut lines = 0;
        for paragraph in text.split('\n') {
            let mut used = 0.0;
            for word in paragraph.split(' ').filter(|word| !word.is_empty()) {
                let word_width = self.width(word);
                let gap = if used > 0.0 { space } else { 0.0 };
                if used + gap + word_width <= width_of(lines) {
                    used += gap + word_width;
                    continue;
                }
                lines += usize::from(used > 0.0);
                used = 0.0;
                for letter in word.chars().map(|letter| self.width(letter.encode_utf8(&mut [0; 4]))) {
                    if used > 0.0 && used + letter > width_of(lines) {
                        lines += 1;
                        used = 0.0;
                    }
                    used += letter;
                }
            }
            lines += 1;
        }
        lines
    }

    /// The height of a text in a column of this width, millimetres; 0 for an empty text.
    pub fn height(self, text: &str, width: f64) -> f64 {
        if text.is_empty() { 0.0 } else { self.lines(text, |_| width) as f64 * self.line() }
    }

    /// The height of a list of texts, each on lines of its own, around a figure in the upper right corner. `figure` is its width
    /// and its height, `column` the width of the whole; all in millimetres.
    pub fn height_around(self, texts: &[String], column: f64, figure: (f64, f64)) -> f64 {
        let (figure_width, figure_height) = figure;
        let mut top = 0.0_f64;
        for text in texts {
            // A word that does not fit beside the figure begins below it.
            if self.widest_word(text) > column - figure_width {
                top = top.max(figure_height);
            }
            let start = top;
            let width_of = |line: usize| {
                let is_beside = start + line as f64 * self.line() < figure_height;
                if is_beside { column - figure_width } else { column }
            };
            top += self.lines(text, width_of) as f64 * self.line();
        }
        top.max(figure_height)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A letter «н» is 6.54 mm wide, a space 3.18, a line 10 mm high.
    const STYLE: TextStyle = TextStyle { points: 28.0, leading: 1.0, letters: REGULAR };

    #[track_caller]
    fn check(text: &str, width: f64, expected: usize) {
        assert_eq!(STYLE.lines(text, |_| width), expected, "«{text}» in {width} mm");
    }

    #[test]
    fn lines_are_filled_word_by_word() {
        check("", 20.0, 1);
        check("нн", 20.0, 1);
        check("нн нн", 30.0, 1);
        check("нн нн", 28.0, 2);
        check("н нн\nн", 100.0, 2);
        // A no-break space keeps words together.
        check("н н\u{a0}н", 17.0, 2);
    }

    #[test]
    fn a_word_that_is_too_wide_is_broken() {
        check("нннннн", 20.0, 2);
        check("н нннннн н", 20.0, 4);
        check("ннн", 1.0, 3);
    }

    #[test]
    fn bold_letters_are_wider() {
        let bold = TextStyle { letters: BOLD, ..STYLE };
        assert!(bold.width("н") > STYLE.width("н"));
    }

    #[test]
    fn a_list_is_narrow_beside_a_figure_and_wide_below() {
        let texts = |count: usize| vec!["нн нн нн".to_owned(); count];
        let line = STYLE.line();
        // In tenths of a line.
        let around =
            |texts: &[String], figure: (f64, f64)| (STYLE.height_around(texts, 60.0, figure) / line * 10.0).round();
        let figure = (20.0, 3.5 * line);
        // Beside the figure each takes two lines.
        assert_eq!(around(&texts(1), figure), 35.0);
        assert_eq!(around(&texts(2), figure), 40.0);
        assert_eq!(around(&texts(4), figure), 60.0);
        // Without a figure there is nothing to flow around.
        assert_eq!(around(&texts(4), (0.0, 0.0)), 40.0);
        // A word wider than the space beside the figure begins below it.
        assert_eq!(around(&["нннннннн".to_owned()], figure), 45.0);
    }
}
