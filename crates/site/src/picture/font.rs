//! The fonts of the pictures: the width of texts, and the outlines of letters. They are among the assets, so a picture has the same bytes
//! on every machine.

use ttf_parser::gpos::{PairAdjustment, PositioningSubtable};
use ttf_parser::{Face, GlyphId, OutlineBuilder, Tag};

use crate::assets::Assets;
use crate::site_error::SiteError;

/// The fonts of a picture.
pub struct Fonts<'a> {
    /// For most texts.
    pub medium: Font<'a>,
    /// For titles and numbers.
    pub bold: Font<'a>,
}

impl<'a> Fonts<'a> {
    /// The fonts among the assets. The error says in Russian that one is missing or can't be read.
    pub fn of(assets: &'a Assets) -> Result<Fonts<'a>, SiteError> {
        let font = |path| Font::parse(assets.file(path)?).ok_or(SiteError::Font);
        Ok(Fonts { medium: font("style/fonts/GolosText-Medium.ttf")?, bold: font("style/fonts/GolosText-Bold.ttf")? })
    }

    /// The font of a weight.
    pub fn get(&self, weight: Weight) -> &Font<'a> {
        match weight {
            Weight::Medium => &self.medium,
            Weight::Bold => &self.bold,
        }
    }
}

/// The weight of a font.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Weight {
    /// 500.
    Medium,
    /// 700.
    Bold,
}

/// A font.
pub struct Font<'a> {
    face: Face<'a>,
    kerning: Vec<PairAdjustment<'a>>,
}

impl<'a> Font<'a> {
    fn parse(bytes: &'a [u8]) -> Option<Font<'a>> {
        let face = Face::parse(bytes, 0).ok()?;
        let kerning = kerning(&face);
        Some(Font { face, kerning })
    }

    /// The width of a text in one line, in pixels.
    pub fn width(&self, text: &str, size: f32) -> f32 {
        self.visit_glyphs(text, |_, _| {}) * self.scale(size)
    }

    /// The height of capital letters, in pixels.
    pub fn cap_height(&self, size: f32) -> f32 {
        f32::from(self.face.capital_height().unwrap_or_default()) * self.scale(size)
    }

    /// Whether a character is in the font or invisible.
    pub fn can_draw(&self, c: char) -> bool {
        is_invisible(c) || self.face.glyph_index(c).is_some()
    }

    /// Draws a text from its left end at the baseline, without the characters that the font does not have.
    pub fn outline(&self, text: &str, size: f32, x: f32, baseline: f32, pen: &mut impl OutlineBuilder) {
        let scale = self.scale(size);
        self.visit_glyphs(text, |glyph, advance| {
            let mut pixel_pen = PixelPen { pen, x: x + advance * scale, y: baseline, scale };
            self.face.outline_glyph(glyph, &mut pixel_pen);
        });
    }

    /// Calls `visit` with each glyph of a text and its distance from the start, and returns the width of the text; both in font units.
    fn visit_glyphs(&self, text: &str, mut visit: impl FnMut(GlyphId, f32)) -> f32 {
        let mut advance = 0.0;
        let mut before = None;
        for glyph in text.chars().filter(|c| !is_invisible(*c)).filter_map(|c| self.face.glyph_index(c)) {
            advance += before.map_or(0.0, |before| self.kerning_of(before, glyph));
            visit(glyph, advance);
            advance += f32::from(self.face.glyph_hor_advance(glyph).unwrap_or_default());
            before = Some(glyph);
        }
        advance
    }

    /// The kerning of a pair of glyphs, in font units.
    fn kerning_of(&self, left: GlyphId, right: GlyphId) -> f32 {
        f32::from(self.kerning.iter().find_map(|pairs| adjustment(pairs, left, right)).unwrap_or_default())
    }

    /// Pixels per font unit.
    fn scale(&self, size: f32) -> f32 {
        size / f32::from(self.face.units_per_em())
    }
}

/// Whether a character is drawn as nothing: controls, joiners, soft hyphens, variation selectors.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// The kerning of pairs in the font's `GPOS` table.
fn kerning<'a>(face: &Face<'a>) -> Vec<PairAdjustment<'a>> {
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

/// The kerning of a pair in one subtable; `None` where the next one has to be looked at.
fn adjustment(pairs: &PairAdjustment, left: GlyphId, right: GlyphId) -> Option<i16> {
    let values = match pairs {
        PairAdjustment::Format1 { coverage, sets } => sets.get(coverage.get(left)?)?.get(right)?,
        PairAdjustment::Format2 { coverage, classes, matrix } => {
            coverage.get(left)?;
            matrix.get((classes.0.get(left), classes.1.get(right)))?
        }
    };
    Some(values.0.x_advance)
}

/// Converts font units, where y grows upwards, into pixels, where it grows downwards.
struct PixelPen<'p, P> {
    pen: &'p mut P,
    x: f32,
    y: f32,
    scale: f32,
}

impl<P> PixelPen<'_, P> {
    fn at(&self, x: f32, y: f32) -> (f32, f32) {
        (self.x + x * self.scale, self.y - y * self.scale)
    }
}

impl<P: OutlineBuilder> OutlineBuilder for PixelPen<'_, P> {
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
