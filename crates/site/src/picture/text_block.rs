//! Fitting a text into a box: as large as it can be, in as few and as even lines, or not at all.

use super::font::Font;

const NO_BREAK: char = '\u{a0}';
/// The step between two sizes that are tried, in pixels.
const STEP: f32 = 1.0;
/// Down to this share of its largest size, type is made smaller rather than a line broken.
const UNBROKEN: f32 = 0.75;

/// The height of a line that leaves room above capitals and below the baseline, in sizes of the type.
pub const LEADING: f32 = 1.2;

/// The type that a text may be set in.
#[derive(Clone, Copy)]
pub struct Type {
    /// The largest size, in pixels.
    pub most: f32,
    pub least: f32,
    /// The height of a line, in sizes.
    pub leading: f32,
}

/// A text set in lines.
pub struct TextBlock {
    pub lines: Vec<String>,
    /// The size of the type and the height of a line, in pixels.
    pub size: f32,
    pub line_height: f32,
}

impl TextBlock {
    pub fn height(&self) -> f32 {
        self.lines.iter().map(|_| self.line_height).sum()
    }

    fn fits(&self, font: &Font, width: f32, height: f32) -> bool {
        self.height() <= height && self.width(font) <= width
    }

    pub fn width(&self, font: &Font) -> f32 {
        self.lines.iter().map(|line| font.width(line, self.size)).fold(0.0, f32::max)
    }
}

/// Sets a text as large as fits a width and a height, in pixels. A line break in the text is one in the block; there are no others
/// where the type is large enough without them. Words are broken only where they fit no line at the least size. `None` where the
/// text is too long even for that.
pub fn fit(font: &Font, text: &str, kind: Type, width: f32, height: f32) -> Option<TextBlock> {
    let large = Type { least: kind.least.max(kind.most * UNBROKEN), ..kind };
    fit_unbroken(font, text, large, width, height).or_else(|| fit_broken(font, text, kind, width, height))
}

/// The same, with no more lines than the text has itself.
pub fn fit_unbroken(font: &Font, text: &str, kind: Type, width: f32, height: f32) -> Option<TextBlock> {
    let lines: Vec<String> = text.lines().map(str::to_owned).collect();
    sizes(kind)
        .map(|size| TextBlock { lines: lines.clone(), size, line_height: size * kind.leading })
        .find(|block| block.fits(font, width, height))
}

fn fit_broken(font: &Font, text: &str, kind: Type, width: f32, height: f32) -> Option<TextBlock> {
    let set = |size, lines| TextBlock { lines, size, line_height: size * kind.leading };
    let fits = |size: f32| {
        let whole_words = size <= kind.least || longest_word(font, text, size) <= width;
        whole_words && set(size, wrap(font, text, size, width)).fits(font, width, height)
    };
    let size = sizes(kind).find(|size| fits(*size))?;
    Some(set(size, even(font, text, size, width)))
}

/// The sizes of a type, from the largest to the least.
fn sizes(kind: Type) -> impl Iterator<Item = f32> {
    std::iter::successors(Some(kind.most), move |size| (*size > kind.least).then(|| (size - STEP).max(kind.least)))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split([' ', '\n']).filter(|word| !word.is_empty())
}

/// What no-break spaces hold together counts as one word.
fn longest_word(font: &Font, text: &str, size: f32) -> f32 {
    words(text).map(|word| font.width(word, size)).fold(0.0, f32::max)
}

/// The lines of a text, none wider than `width` unless a single letter is.
fn wrap(font: &Font, text: &str, size: f32, width: f32) -> Vec<String> {
    text.lines().flat_map(|paragraph| fill(font, paragraph, size, width)).collect()
}

/// As few lines as `wrap` makes, and among such as even as can be.
fn even(font: &Font, text: &str, size: f32, width: f32) -> Vec<String> {
    let lines = wrap(font, text, size, width);
    let mut narrow = longest_word(font, text, size).max(width / 2.0);
    while narrow < width {
        let even = wrap(font, text, size, narrow);
        if even.len() == lines.len() {
            return even;
        }
        narrow += 8.0;
    }
    lines
}

/// Puts as many words into each line as fit. What belongs together is parted only where it fits no line.
fn fill(font: &Font, text: &str, size: f32, width: f32) -> Vec<String> {
    let fits = |line: &str| font.width(line, size) <= width;
    let mut lines: Vec<String> = Vec::new();
    for group in words(text) {
        let whole = fits(group);
        for word in group.split(|c| c == NO_BREAK && !whole) {
            let mut rest = word;
            match lines.last_mut() {
                Some(line) if fits(&format!("{line} {word}")) => {
                    line.push(' ');
                    line.push_str(word);
                    continue;
                }
                _ => {}
            }
            while !fits(rest) {
                let (part, after) = rest.split_at(break_point(rest, fits));
                if after.is_empty() {
                    break;
                }
                lines.push(part.to_owned());
                rest = after;
            }
            lines.push(rest.to_owned());
        }
    }
    lines
}

/// Where a word that fits no line is broken, in bytes: after a slash or a hyphen where there is one, as in addresses, else after
/// the last letter that fits; after the first one at least.
fn break_point(word: &str, fits: impl Fn(&str) -> bool) -> usize {
    let ends = word.char_indices().map(|(at, c)| at + c.len_utf8());
    let first = word.chars().next().map_or(0, char::len_utf8);
    let end = ends.take_while(|end| fits(&word[..*end])).last().unwrap_or(first);
    word[..end].rfind(['/', '-']).map_or(end, |at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::font::Fonts;

    const WIDE: f32 = 1000.0;

    fn fitted(text: &str, (most, least): (f32, f32), width: f32, height: f32) -> Option<TextBlock> {
        let fonts = Fonts::bundled().expect("fonts");
        let block = fit(&fonts.bold, text, Type { most, least, leading: LEADING }, width, height)?;
        assert!(block.width(&fonts.bold) <= width && block.height() <= height, "size {}", block.size);
        Some(block)
    }

    #[track_caller]
    fn check(text: &str, width: f32, expected: &[&str]) {
        assert_eq!(fitted(text, (20.0, 20.0), width, WIDE).expect("a block").lines, expected);
    }

    #[test]
    fn type_is_as_large_as_fits() {
        let size = |width, height| fitted("один два", (40.0, 10.0), width, height).expect("a block").size;
        assert_eq!(size(WIDE, WIDE), 40.0);
        assert!(size(60.0, WIDE) < 40.0, "no word is broken");
        assert!(size(100.0, 30.0) < size(100.0, 60.0));
    }

    #[test]
    fn lines_are_few_and_even() {
        check("один два три", WIDE, &["один два три"]);
        check("один два три четыре", 180.0, &["один два", "три четыре"]);
        check("один\nдва три", WIDE, &["один", "два три"]);
        check("один в\u{a0}поле", 80.0, &["один", "в\u{a0}поле"]);
        check("", WIDE, &[]);
    }

    #[test]
    fn words_are_broken_where_there_is_no_other_way() {
        check("зарегистрироваться", 110.0, &["зарегистр", "ироваться"]);
        check("example.ru/navigator", 150.0, &["example.ru/", "navigator"]);
    }

    #[test]
    fn what_is_too_long_at_any_size_has_no_block() {
        assert!(fitted("один два три четыре", (20.0, 16.0), 90.0, 40.0).is_none());
        assert!(fitted("я", (20.0, 16.0), 1.0, 40.0).is_none());
    }

    #[test]
    fn lines_of_the_text_stay_whole_where_they_can() {
        let fonts = Fonts::bundled().expect("fonts");
        let kind = Type { most: 40.0, least: 20.0, leading: LEADING };
        let block = fit_unbroken(&fonts.bold, "один\nдва три четыре", kind, 250.0, WIDE).expect("a block");
        assert_eq!(block.lines, ["один", "два три четыре"]);
        assert!(fit_unbroken(&fonts.bold, "один\nдва три четыре", kind, 100.0, WIDE).is_none());
    }
}
