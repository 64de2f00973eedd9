//! The guide's colours, read from the stylesheet of the pages.

/// Red, green and blue.
pub type Color = [u8; 3];

/// The light colours of `style/tokens.css`.
pub struct Palette {
    /// The background of cards and on paper.
    pub paper: Color,
    /// The background of pages.
    pub ground: Color,
    /// Text.
    pub ink: Color,
    /// Less important text, and strong borders.
    pub soft: Color,
    /// Thin borders.
    pub line: Color,
    /// Links, and what the eye should go to.
    pub accent: Color,
    /// Text on the accent colour.
    pub accent_ink: Color,
    /// A light background in the accent colour.
    pub accent_wash: Color,
    /// What to do: «Нужно», and the hotline on the map.
    pub act: Color,
    /// A light background of the same.
    pub act_wash: Color,
}

impl Palette {
    /// Reads the colours from the text of a stylesheet, the first value of each. The error is the name of a colour that is not there
    /// as `#rgb` or `#rrggbb`.
    pub fn read(css: &str) -> Result<Palette, &'static str> {
        let color = |name: &'static str| color_value(css, name).and_then(parse_color).ok_or(name);
        Ok(Palette {
            paper: color("--paper")?,
            ground: color("--ground")?,
            ink: color("--ink")?,
            soft: color("--soft")?,
            line: color("--line")?,
            accent: color("--accent")?,
            accent_ink: color("--accent-ink")?,
            accent_wash: color("--accent-wash")?,
            act: color("--do")?,
            act_wash: color("--do-wash")?,
        })
    }

    /// A stylesheet with each `var(--name)` of these colours replaced by the colour, for files of their own.
    pub fn resolve(&self, css: &str) -> String {
        let colors = [
            ("--paper", self.paper),
            ("--ground", self.ground),
            ("--ink", self.ink),
            ("--soft", self.soft),
            ("--line", self.line),
            ("--accent", self.accent),
            ("--accent-ink", self.accent_ink),
            ("--accent-wash", self.accent_wash),
            ("--do", self.act),
            ("--do-wash", self.act_wash),
        ];
        colors.iter().fold(css.to_owned(), |css, (name, [r, g, b])| {
            css.replace(&format!("var({name})"), &format!("#{r:02x}{g:02x}{b:02x}"))
        })
    }
}

fn color_value<'c>(css: &'c str, name: &str) -> Option<&'c str> {
    let (_, after) = css.split_once(&format!("{name}:"))?;
    after.split([';', '}']).next().map(str::trim)
}

fn parse_color(value: &str) -> Option<Color> {
    let digits: Option<Vec<u8>> =
        value.strip_prefix('#')?.chars().map(|c| c.to_digit(16).map(|digit| digit as u8)).collect();
    match digits?[..] {
        [r, g, b] => Some([r * 17, g * 17, b * 17]),
        [r, s, g, h, b, c] => Some([r * 16 + s, g * 16 + h, b * 16 + c]),
        _ => None,
    }
}

/// A mixture of two colours, with so many per cent of the second.
pub fn mix(first: Color, second: Color, percent: u16) -> Color {
    std::array::from_fn(|at| {
        let sum = u16::from(first[at]) * (100 - percent) + u16::from(second[at]) * percent;
        (sum / 100) as u8
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read_from_the_stylesheet() {
        let palette = Palette::read(include_str!("../../../style/tokens.css")).expect("a palette");
        assert_eq!((palette.paper, palette.accent), ([255; 3], [0x0a, 0x58, 0xa3]));
        assert_eq!(mix([0; 3], [200; 3], 50), [100; 3]);
    }

    #[test]
    fn variables_are_replaced_by_colours() {
        let palette = Palette::read(include_str!("../../../style/tokens.css")).expect("a palette");
        assert_eq!(palette.resolve("a{fill:var(--paper);stroke:var(--do-wash)}"), "a{fill:#ffffff;stroke:#eef8f2}");
    }

    #[test]
    fn an_unreadable_colour_is_named() {
        let css = include_str!("../../../style/tokens.css").replace("#0a58a3", "navy");
        assert_eq!(Palette::read(&css).err(), Some("--accent"));
    }
}
