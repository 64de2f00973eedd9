//! Fitting a text into a box: as large as possible, in as few and as even lines as possible, or not at all.

use super::font::Font;

const NO_BREAK: char = '\u{a0}';
/// The step between two font sizes that are tried, in pixels.
const SIZE_STEP: f32 = 1.0;
/// Down to this share of the largest size, a text is made smaller rather than broken into lines.
const UNBROKEN_SHARE: f32 = 0.75;

/// The usual height of a line, in font sizes.
pub const LINE_HEIGHT: f32 = 1.2;

/// The font sizes that a text may have.
#[derive(Clone, Copy)]
pub struct FontSizes {
    /// The largest size, in pixels.
    pub max_size: f32,
    /// The smallest size, in pixels.
    pub min_size: f32,
    /// The height of a line, in font sizes.
    pub line_height: f32,
}

/// A text broken into lines.
pub struct TextBlock {
    /// The lines from the top.
    pub lines: Vec<String>,
    /// The font size, in pixels.
    pub size: f32,
    /// The height of a line, in pixels.
    pub line_height: f32,
}

impl TextBlock {
    /// The height of all lines, in pixels.
    pub fn height(&self) -> f32 {
        self.lines.iter().map(|_| self.line_height).sum()
    }

    fn fits(&self, font: &Font, width: f32, height: f32) -> bool {
        self.height() <= height && self.width(font) <= width
    }

    /// The width of the widest line, in pixels.
    pub fn width(&self, font: &Font) -> f32 {
        self.lines.iter().map(|line| font.width(line, self.size)).fold(0.0, f32::max)
    }
}

/// Makes a text as large as fits a width and a height, in pixels. Lines of the text stay whole where the font size is large enough
/// for that. Words are broken only where they fit no line at the smallest size. `None` where the text is too long even for that.
pub fn fit(font: &Font, text: &str, sizes: FontSizes, width: f32, height: f32) -> Option<TextBlock> {
    let large = FontSizes { min_size: sizes.min_size.max(sizes.max_size * UNBROKEN_SHARE), ..sizes };
    fit_unbroken(font, text, large, width, height).or_else(|| fit_broken(font, text, sizes, width, height))
}

/// The same, without breaking the lines of the text.
pub fn fit_unbroken(font: &Font, text: &str, sizes: FontSizes, width: f32, height: f32) -> Option<TextBlock> {
    let lines: Vec<String> = text.lines().map(str::to_owned).collect();
    sizes_to_try(sizes)
        .map(|size| TextBlock { lines: lines.clone(), size, line_height: size * sizes.line_height })
        .find(|block| block.fits(font, width, height))
}

fn fit_broken(font: &Font, text: &str, sizes: FontSizes, width: f32, height: f32) -> Option<TextBlock> {
    let block = |size, lines| TextBlock { lines, size, line_height: size * sizes.line_height };
    let fits = |size: f32| {
        let whole_words = size <= sizes.min_size || longest_word(font, text, size) <= width;
        whole_words && block(size, wrap(font, text, size, width)).fits(font, width, height)
    };
    let size = sizes_to_try(sizes).find(|size| fits(*size))?;
    Some(block(size, even_lines(font, text, size, width)))
}

/// The sizes to try, from the largest to the smallest.
fn sizes_to_try(sizes: FontSizes) -> impl Iterator<Item = f32> {
    std::iter::successors(Some(sizes.max_size), move |size| {
        (*size > sizes.min_size).then(|| (size - SIZE_STEP).max(sizes.min_size))
    })
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split([' ', '\n']).filter(|word| !word.is_empty())
}

/// The width of the longest word. Words with a no-break space between count as one.
fn longest_word(font: &Font, text: &str, size: f32) -> f32 {
    words(text).map(|word| font.width(word, size)).fold(0.0, f32::max)
}

/// Breaks a text into lines that are no wider than `width`, unless a single letter is.
fn wrap(font: &Font, text: &str, size: f32, width: f32) -> Vec<String> {
    text.lines().flat_map(|paragraph| fill_lines(font, paragraph, size, width)).collect()
}

/// Breaks a text into as few lines as `wrap` does, and as even as possible.
fn even_lines(font: &Font, text: &str, size: f32, width: f32) -> Vec<String> {
    let lines = wrap(font, text, size, width);
    let mut narrower = longest_word(font, text, size).max(width / 2.0);
    while narrower < width {
        let even_lines = wrap(font, text, size, narrower);
        if even_lines.len() == lines.len() {
            return even_lines;
        }
        narrower += 8.0;
    }
    lines
}

/// Puts as many words into each line as fit. A line breaks at a no-break space only where the words around it fit no line.
fn fill_lines(font: &Font, text: &str, size: f32, width: f32) -> Vec<String> {
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

/// Where to break a word that fits no line, in bytes: after a slash or a hyphen where there is one, as in addresses, else after
/// the last letter that fits, and at least after the first one.
fn break_point(word: &str, fits: impl Fn(&str) -> bool) -> usize {
    let ends = word.char_indices().map(|(at, c)| at + c.len_utf8());
    let first = word.chars().next().map_or(0, char::len_utf8);
    let end = ends.take_while(|end| fits(&word[..*end])).last().unwrap_or(first);
    word[..end].rfind(['/', '-']).map_or(end, |at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::Assets;
    use crate::picture::font::Fonts;

    const WIDE: f32 = 1000.0;

    fn fitted(text: &str, (max_size, min_size): (f32, f32), width: f32, height: f32) -> Option<TextBlock> {
        let assets = Assets::included();
        let fonts = Fonts::of(&assets).expect("fonts");
        let block = fit(&fonts.bold, text, FontSizes { max_size, min_size, line_height: LINE_HEIGHT }, width, height)?;
        assert!(block.width(&fonts.bold) <= width && block.height() <= height, "size {}", block.size);
        Some(block)
    }

    #[track_caller]
    fn check(text: &str, width: f32, expected: &[&str]) {
        assert_eq!(fitted(text, (20.0, 20.0), width, WIDE).expect("a block").lines, expected);
    }

    #[test]
    fn text_is_as_large_as_fits() {
        let size = |width, height| fitted("один два", (40.0, 10.0), width, height).expect("a block").size;
        assert_eq!(size(WIDE, WIDE), 40.0);
        assert!(size(60.0, WIDE) < 40.0, "no word is broken");
        assert!(size(100.0, 30.0) < size(100.0, 60.0));
    }

    #[test]
    fn lines_are_as_few_and_as_even_as_possible() {
        check("один два три", WIDE, &["один два три"]);
        check("один два три четыре", 180.0, &["один два", "три четыре"]);
        check("один\nдва три", WIDE, &["один", "два три"]);
        check("один в\u{a0}поле", 80.0, &["один", "в\u{a0}поле"]);
        check("", WIDE, &[]);
    }

    #[test]
    fn words_are_broken_only_where_they_fit_no_line() {
        check("зарегистрироваться", 110.0, &["зарегистр", "ироваться"]);
        check("example.ru/navigator", 150.0, &["example.ru/", "navigator"]);
    }

    #[test]
    fn a_text_too_long_at_any_size_has_no_block() {
        assert!(fitted("один два три четыре", (20.0, 16.0), 90.0, 40.0).is_none());
        assert!(fitted("я", (20.0, 16.0), 1.0, 40.0).is_none());
    }

    #[test]
    fn lines_of_the_text_stay_whole_where_they_fit() {
        let assets = Assets::included();
        let fonts = Fonts::of(&assets).expect("fonts");
        let sizes = FontSizes { max_size: 40.0, min_size: 20.0, line_height: LINE_HEIGHT };
        let block = fit_unbroken(&fonts.bold, "один\nдва три четыре", sizes, 250.0, WIDE).expect("a block");
        assert_eq!(block.lines, ["один", "два три четыре"]);
        assert!(fit_unbroken(&fonts.bold, "один\nдва три четыре", sizes, 100.0, WIDE).is_none());
    }
}
