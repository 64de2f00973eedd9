//! A font that the tool brings along: how wide its texts are, and the outlines of its letters. No font of the machine is
//! asked, so a picture has the same bytes everywhere.

use ttf_parser::gpos::{PairAdjustment, PositioningSubtable};
use ttf_parser::{Face, GlyphId, OutlineBuilder, Tag};

/// The two weights of a picture's type.
pub struct Fonts {
    pub medium: Font,
    pub bold: Font,
}

impl Fonts {
    /// The fonts of `style/fonts/`. `None` where a file there is no font.
    pub fn bundled() -> Option<Fonts> {
        let medium = Font::parse(include_bytes!("../../../../style/fonts/GolosText-Medium.ttf"))?;
        let bold = Font::parse(include_bytes!("../../../../style/fonts/GolosText-Bold.ttf"))?;
        Some(Fonts { medium, bold })
    }

    pub fn of(&self, weight: Weight) -> &Font {
        match weight {
            Weight::Medium => &self.medium,
            Weight::Bold => &self.bold,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Weight {
    Medium,
    Bold,
}

pub struct Font {
    face: Face<'static>,
    kerning: Vec<PairAdjustment<'static>>,
}

impl Font {
    fn parse(bytes: &'static [u8]) -> Option<Font> {
        let face = Face::parse(bytes, 0).ok()?;
        let kerning = kerning(&face);
        Some(Font { face, kerning })
    }

    /// The width of a text in one line, in pixels.
    pub fn width(&self, text: &str, size: f32) -> f32 {
        self.walk(text, |_, _| {}) * self.scale(size)
    }

    /// The height of capitals, in pixels.
    pub fn capitals(&self, size: f32) -> f32 {
        f32::from(self.face.capital_height().unwrap_or_default()) * self.scale(size)
    }

    /// Whether a character can be drawn, or needs not be.
    pub fn knows(&self, c: char) -> bool {
        is_invisible(c) || self.face.glyph_index(c).is_some()
    }

    /// Draws a text from its left end at the baseline. What the font does not know is left out.
    pub fn outline(&self, text: &str, size: f32, x: f32, baseline: f32, pen: &mut impl OutlineBuilder) {
        let scale = self.scale(size);
        self.walk(text, |glyph, advanced| {
            let mut placed = Placed { pen, x: x + advanced * scale, y: baseline, scale };
            self.face.outline_glyph(glyph, &mut placed);
        });
    }

    /// Visits each glyph of a text with the way to it, and gives the way to the end; both in the font's units.
    fn walk(&self, text: &str, mut visit: impl FnMut(GlyphId, f32)) -> f32 {
        let mut advanced = 0.0;
        let mut before = None;
        for glyph in text.chars().filter(|c| !is_invisible(*c)).filter_map(|c| self.face.glyph_index(c)) {
            advanced += before.map_or(0.0, |before| self.kern(before, glyph));
            visit(glyph, advanced);
            advanced += f32::from(self.face.glyph_hor_advance(glyph).unwrap_or_default());
            before = Some(glyph);
        }
        advanced
    }

    /// What a pair stands closer or wider than its glyphs alone, in the font's units.
    fn kern(&self, left: GlyphId, right: GlyphId) -> f32 {
        f32::from(self.kerning.iter().find_map(|pairs| pair(pairs, left, right)).unwrap_or_default())
    }

    fn scale(&self, size: f32) -> f32 {
        size / f32::from(self.face.units_per_em())
    }
}

/// What leaves no ink and no gap: controls, joiners, hyphens for a break that is not made, the choice of an emoji's look.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// The pairs of the font's own kerning, which its `GPOS` table holds.
fn kerning(face: &Face<'static>) -> Vec<PairAdjustment<'static>> {
    let Some(table) = face.tables().gpos else { return Vec::new() };
    let feature = table.features.into_iter().find(|feature| feature.tag == Tag::from_bytes(b"kern"));
    let lookups = feature.into_iter().flat_map(|feature| feature.lookup_indices);
    let lookups = lookups.filter_map(|index| table.lookups.get(index));
    lookups
        .flat_map(|lookup| lookup.subtables.into_iter::<PositioningSubtable>())
        .filter_map(|subtable| match subtable {
            PositioningSubtable::Pair(pairs) => Some(pairs),
            _ => None,
        })
        .collect()
}

/// The adjustment of a pair by one subtable; `None` where the next one is to be asked.
fn pair(pairs: &PairAdjustment, left: GlyphId, right: GlyphId) -> Option<i16> {
    let values = match pairs {
        PairAdjustment::Format1 { coverage, sets } => sets.get(coverage.get(left)?)?.get(right)?,
        PairAdjustment::Format2 { coverage, classes, matrix } => {
            coverage.get(left)?;
            matrix.get((classes.0.get(left), classes.1.get(right)))?
        }
    };
    Some(values.0.x_advance)
}

/// Turns the font's units, where y goes up, into pixels, where it goes down.
struct Placed<'p, P> {
    pen: &'p mut P,
    x: f32,
    y: f32,
    scale: f32,
}

impl<P> Placed<'_, P> {
    fn at(&self, x: f32, y: f32) -> (f32, f32) {
        (self.x + x * self.scale, self.y - y * self.scale)
    }
}

impl<P: OutlineBuilder> OutlineBuilder for Placed<'_, P> {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.pen.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.pen.line_to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let ((x1, y1), (x, y)) = (self.at(x1, y1), self.at(x, y));
        self.pen.quad_to(x1, y1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let ((x1, y1), (x2, y2), (x, y)) = (self.at(x1, y1), self.at(x2, y2), self.at(x, y));
        self.pen.curve_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.pen.close();
    }
}
