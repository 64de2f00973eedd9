//! The guide's colours, read from where the pages have them.

pub type Color = [u8; 3];

/// The light colours of `style/tokens.css`.
pub struct Palette {
    pub paper: Color,
    pub ground: Color,
    pub ink: Color,
    pub soft: Color,
    pub line: Color,
    pub accent: Color,
    pub accent_ink: Color,
    pub accent_wash: Color,
    /// What is to be done: «Нужно», and the hotline on the map.
    pub act: Color,
    pub act_wash: Color,
}

impl Palette {
    /// Reads the colours from the text of a stylesheet, the first value of each. Refuses with the name of one that is not there as
    /// `#rgb` or `#rrggbb`.
    pub fn read(css: &str) -> Result<Palette, &'static str> {
        let color = |name: &'static str| value(css, name).and_then(parse).ok_or(name);
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

    /// A stylesheet in which each `var(--name)` of these colours is the colour itself, for a file that no other style reaches.
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

fn value<'c>(css: &'c str, name: &str) -> Option<&'c str> {
    let (_, after) = css.split_once(&format!("{name}:"))?;
    after.split([';', '}']).next().map(str::trim)
}

fn parse(value: &str) -> Option<Color> {
    let digits: Option<Vec<u8>> =
        value.strip_prefix('#')?.chars().map(|c| c.to_digit(16).map(|digit| digit as u8)).collect();
    match digits?[..] {
        [r, g, b] => Some([r * 17, g * 17, b * 17]),
        [r, s, g, h, b, c] => Some([r * 16 + s, g * 16 + h, b * 16 + c]),
        _ => None,
    }
}

/// A colour between two, with so much of the second, in per cent.
pub fn mix(first: Color, second: Color, share: u16) -> Color {
    std::array::from_fn(|at| {
        let sum = u16::from(first[at]) * (100 - share) + u16::from(second[at]) * share;
        (sum / 100) as u8
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_the_stylesheets() {
        let palette = Palette::read(include_str!("../../../style/tokens.css")).expect("a palette");
        assert_eq!((palette.paper, palette.accent), ([255; 3], [0x0a, 0x58, 0xa3]));
        assert_eq!(mix([0; 3], [200; 3], 50), [100; 3]);
    }

    #[test]
    fn a_stylesheet_is_resolved_to_colours() {
        let palette = Palette::read(include_str!("../../../style/tokens.css")).expect("a palette");
        assert_eq!(palette.resolve("a{fill:var(--paper);stroke:var(--do-wash)}"), "a{fill:#ffffff;stroke:#eef8f2}");
    }

    #[test]
    fn a_colour_that_cannot_be_read_is_named() {
        let css = include_str!("../../../style/tokens.css").replace("#0a58a3", "navy");
        assert_eq!(Palette::read(&css).err(), Some("--accent"));
    }
}
