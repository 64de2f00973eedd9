//! A picture before it is painted: shapes, each with the rectangle that it takes.

use guide_core::palette::Color;

use super::font::{Font, Weight};
use super::text_block::TextBlock;

/// A rectangle in pixels, from the picture's upper left corner.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Rect {
    /// The left edge.
    pub x: f32,
    /// The upper edge.
    pub y: f32,
    /// The width.
    pub width: f32,
    /// The height.
    pub height: f32,
}

impl Rect {
    /// The rectangle without a margin of `x` at the left and right and `y` above and below.
    pub fn inset(self, x: f32, y: f32) -> Rect {
        Rect { x: self.x + x, y: self.y + y, width: self.width - 2.0 * x, height: self.height - 2.0 * y }
    }

    /// The right edge.
    pub fn right(self) -> f32 {
        self.x + self.width
    }

    /// The lower edge.
    pub fn bottom(self) -> f32 {
        self.y + self.height
    }

    /// Whether the other is within this one.
    pub fn contains(self, other: Rect) -> bool {
        self.x <= other.x && self.y <= other.y && other.right() <= self.right() && other.bottom() <= self.bottom()
    }

    /// Whether the two overlap; a shared edge does not count.
    pub fn intersects(self, other: Rect) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }
}

/// A shape within its rectangle.
#[expect(missing_docs, reason = "the fields without a comment are what their names say")]
pub enum Shape {
    /// A rectangle with round corners.
    RoundedRect {
        /// In pixels; 0 gives sharp corners.
        radius: f32,
        color: Color,
    },
    /// One line of text from the left edge of its rectangle.
    TextLine {
        text: String,
        /// The font's size in pixels.
        size: f32,
        weight: Weight,
        /// How far the baseline is from the top of the picture, in pixels.
        baseline: f32,
        color: Color,
    },
    /// A QR code, each module a square of whole pixels.
    QrCode {
        /// Row by row, true where dark.
        modules: Vec<bool>,
        /// How many modules a row has.
        side: usize,
    },
}

/// A picture as shapes.
pub struct Drawing {
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// The colour behind all shapes.
    pub background: Color,
    /// In the order in which they are painted.
    pub shapes: Vec<(Rect, Shape)>,
}

/// The font and the colour of a text.
#[derive(Clone, Copy)]
pub struct TextStyle<'f> {
    /// The font.
    pub font: &'f Font<'f>,
    /// Its weight.
    pub weight: Weight,
    /// The colour.
    pub color: Color,
}

impl Drawing {
    /// Adds a rectangle with round corners.
    pub fn rounded_rect(&mut self, rect: Rect, radius: f32, color: Color) {
        self.shapes.push((rect, Shape::RoundedRect { radius, color }));
    }

    /// Adds the lines of a text block with the upper left corner at this point.
    pub fn text(&mut self, block: &TextBlock, style: TextStyle, x: f32, y: f32) {
        let height = block.line_height;
        // Capital letters are in the middle of the line.
        let baseline = (height + style.font.cap_height(block.size)) / 2.0;
        let mut top = y;
        for text in &block.lines {
            let rect = Rect { x, y: top, width: style.font.width(text, block.size), height };
            let (text, baseline) = (text.clone(), (top + baseline).round());
            let line = Shape::TextLine { text, size: block.size, weight: style.weight, baseline, color: style.color };
            self.shapes.push((rect, line));
            top += height;
        }
    }
}
