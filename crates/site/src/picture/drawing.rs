//! A picture before it is painted: what stands where. Every shape says which part of the picture it takes.

use guide_core::palette::Color;

use super::font::{Font, Weight};
use super::text_block::TextBlock;

/// A rectangle in pixels, from the picture's upper left corner.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Area {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

impl Area {
    /// The area within this one that leaves so much on each side.
    pub fn within(self, x: f32, y: f32) -> Area {
        Area { x: self.x + x, y: self.y + y, width: self.width - 2.0 * x, height: self.height - 2.0 * y }
    }

    pub fn right(self) -> f32 {
        self.x + self.width
    }

    pub fn bottom(self) -> f32 {
        self.y + self.height
    }

    /// Whether the other lies within this one.
    pub fn holds(self, other: Area) -> bool {
        self.x <= other.x && self.y <= other.y && other.right() <= self.right() && other.bottom() <= self.bottom()
    }

    /// Whether the two share more than a border.
    pub fn meets(self, other: Area) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }
}

pub enum Shape {
    /// A box with round corners; sharp where `radius` is 0.
    Plate { radius: f32, color: Color },
    /// One line of text from the left end of its area, at its baseline.
    Line { text: String, size: f32, weight: Weight, baseline: f32, color: Color },
    /// A code: its modules row by row, dark or light, each a square of whole pixels.
    Code { modules: Vec<bool>, side: usize },
}

/// Shapes in the order in which they are painted.
pub struct Drawing {
    pub width: u32,
    pub height: u32,
    pub ground: Color,
    pub shapes: Vec<(Area, Shape)>,
}

/// How a block of text is written.
#[derive(Clone, Copy)]
pub struct Ink<'f> {
    pub font: &'f Font,
    pub weight: Weight,
    pub color: Color,
}

impl Drawing {
    pub fn plate(&mut self, area: Area, radius: f32, color: Color) {
        self.shapes.push((area, Shape::Plate { radius, color }));
    }

    /// Writes a block from its upper left corner.
    pub fn text(&mut self, block: &TextBlock, ink: Ink, x: f32, y: f32) {
        let height = block.line_height;
        // Capitals stand in the middle of a line's height.
        let baseline = (height + ink.font.capitals(block.size)) / 2.0;
        let mut top = y;
        for text in &block.lines {
            let area = Area { x, y: top, width: ink.font.width(text, block.size), height };
            let (text, baseline) = (text.clone(), (top + baseline).round());
            let line = Shape::Line { text, size: block.size, weight: ink.weight, baseline, color: ink.color };
            self.shapes.push((area, line));
            top += height;
        }
    }
}
