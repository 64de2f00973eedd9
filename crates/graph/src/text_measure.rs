//! The width of texts, and where their lines break, without a browser.
//!
//! The pages have no font of their own: a phone shows Roboto, San Francisco or Noto, a desktop Segoe UI or DejaVu. So texts
//! are measured in the widest of these, DejaVu Sans; in the others they are about a tenth narrower.

/// Advance widths in DejaVu Sans, in thousandths of the font size, from the space to the tilde.
#[rustfmt::skip]
const ASCII: [u16; 95] = [
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337,
    636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531,
    1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787,
    603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500,
    500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612,
    635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
];

/// The same from «А» to «я», without «Ё» and «ё».
#[rustfmt::skip]
const CYRILLIC: [u16; 64] = [
    684, 686, 686, 610, 781, 632, 1077, 641, 748, 748, 710, 752, 863, 752, 787, 752,
    603, 698, 611, 609, 861, 685, 776, 686, 1069, 1094, 833, 882, 686, 698, 1080, 695,
    613, 617, 589, 525, 691, 615, 901, 532, 650, 650, 604, 639, 754, 654, 612, 654,
    635, 550, 583, 592, 855, 592, 681, 591, 915, 942, 707, 790, 589, 549, 842, 602,
];

/// The width of characters in neither table: that of wide ones.
const OTHER: u16 = 1000;

/// The space at which a line does not break.
pub const NO_BREAK: char = '\u{a0}';

/// The width of a text in one line, in the unit of the font size.
pub fn width(text: &str, size: f64) -> f64 {
    text.chars().map(|c| f64::from(advance(c))).sum::<f64>() * size / 1000.0
}

/// The width of a character, in font sizes.
pub fn letter_width(c: char) -> f64 {
    f64::from(advance(c)) / 1000.0
}

fn advance(c: char) -> u16 {
    let nth = |first: char| (c as usize).checked_sub(first as usize);
    match c {
        NO_BREAK => ASCII[0],
        'ё' => 615,
        'Ё' => 632,
        '«' | '»' => 612,
        '–' => 500,
        '„' | '“' | '”' => 518,
        _ => {
            let ascii = nth(' ').and_then(|nth| ASCII.get(nth));
            let cyrillic = nth('А').and_then(|nth| CYRILLIC.get(nth));
            ascii.or(cyrillic).copied().unwrap_or(OTHER)
        }
    }
}

/// The narrowest width that a text can be wrapped to.
pub fn longest_word(text: &str, size: f64) -> f64 {
    text.split([' ', NO_BREAK]).map(|word| width(word, size)).fold(0.0, f64::max)
}

/// Wraps a text into lines no wider than `max_width`, or than its longest word. They are as few as possible and then as even as
/// possible, so that a box is no wider than necessary.
pub fn wrap(text: &str, size: f64, max_width: f64) -> Vec<String> {
    let words = Words::of(text, size);
    let max_width = max_width.max(longest_word(text, size));
    let lines = words.lines(max_width);
    if lines.len() < 2 {
        return lines;
    }
    let mut narrower =
        lines.iter().flat_map(|line| line.split(' ')).map(|group| width(group, size)).fold(0.0, f64::max);
    while narrower < max_width {
        let mut count = 0;
        words.fill(narrower, |_, begins_line| count += usize::from(begins_line));
        if count == lines.len() {
            return words.lines(narrower);
        }
        narrower += 4.0;
    }
    lines
}

/// The words of a text, measured once.
struct Words<'t> {
    size: f64,
    /// The words between two spaces, of which there are several where no-break spaces join them, each with its width in thousandths of the
    /// font size.
    groups: Vec<Vec<(&'t str, u32)>>,
}

impl<'t> Words<'t> {
    fn of(text: &'t str, size: f64) -> Words<'t> {
        let measured = |word: &'t str| (word, word.chars().map(|c| u32::from(advance(c))).sum());
        let groups = text.split(' ').filter(|group| !group.is_empty());
        Words { size, groups: groups.map(|group| group.split(NO_BREAK).map(measured).collect()).collect() }
    }

    /// The lines, none wider than `max_width` but for a longer word.
    fn lines(&self, max_width: f64) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        self.fill(max_width, |words, begins_line| match lines.last_mut().filter(|_| !begins_line) {
            Some(line) => {
                line.push(' ');
                push_words(line, words);
            }
            None => {
                lines.push(String::new());
                lines.last_mut().into_iter().for_each(|line| push_words(line, words));
            }
        });
        lines
    }

    /// Puts as many words into each line as fit, and says for those that stay together whether they begin a line. A line breaks at a
    /// no-break space only where the words around it fit no line.
    fn fill(&self, max_width: f64, mut place: impl FnMut(&[(&str, u32)], bool)) {
        let space = u32::from(ASCII[0]);
        let fits = |width: u32| f64::from(width) * self.size / 1000.0 <= max_width + 1e-6;
        let mut line: Option<u32> = None;
        for group in &self.groups {
            let joined = group.iter().map(|(_, width)| width + space).sum::<u32>() - space;
            let together = if fits(joined) { group.len() } else { 1 };
            for words in group.chunks(together) {
                let width = if together > 1 { joined } else { words[0].1 };
                let after = line.map(|line| line + space + width).filter(|width| fits(*width));
                place(words, after.is_none());
                line = Some(after.unwrap_or(width));
            }
        }
    }
}

fn push_words(line: &mut String, words: &[(&str, u32)]) {
    for (nth, (word, _)) in words.iter().enumerate() {
        if nth > 0 {
            line.push(NO_BREAK);
        }
        line.push_str(word);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_those_of_the_font() {
        assert_eq!(width("Ая", 1000.0), 684.0 + 602.0);
        assert_eq!(width("0 0", 1000.0), 636.0 + 318.0 + 636.0);
        assert_eq!(width("—ё", 1000.0), 1000.0 + 615.0);
    }

    #[track_caller]
    fn check(text: &str, max_width: f64, expected: &[&str]) {
        assert_eq!(wrap(text, 10.0, max_width), expected);
    }

    #[test]
    fn lines_are_as_few_and_as_even_as_possible() {
        check("один два три", 1000.0, &["один два три"]);
        check("один два три четыре", 100.0, &["один два", "три четыре"]);
        check("", 100.0, &[]);
    }

    #[test]
    fn a_long_word_has_a_line_of_its_own() {
        check("а зарегистрироваться не", 20.0, &["а", "зарегистрироваться", "не"]);
    }

    #[test]
    fn no_break_spaces_break_only_where_nothing_else_fits() {
        check("один в\u{a0}поле воин", 60.0, &["один", "в\u{a0}поле", "воин"]);
        check("в\u{a0}поле", 30.0, &["в", "поле"]);
    }
}
