//! The situations as the guide's own answers look: framed plates, as many as there is room for.

use super::drawing::{Area, Drawing, Ink};
use super::font::{Fonts, Weight};
use super::format::Look;
use super::text_block::{LEADING, TextBlock, Type, fit_unbroken};

/// More than this are not read at a glance.
const MOST: usize = 8;
/// The sizes of the type, the largest and the least, and the step between two, in pixels.
const SIZES: (f32, f32) = (40.0, 28.0);
const STEP: f32 = 2.0;

/// Measures in sizes of the type.
const PADDING: f32 = 0.62;
const HEIGHT: f32 = 1.65;
const GAP: f32 = 0.32;
const RADIUS: f32 = 0.4;
const BORDER: f32 = 2.0;

/// Situations with their places from the corner of an area.
pub struct Chips {
    chips: Vec<(Area, TextBlock)>,
    pub height: f32,
}

/// As many of the first situations as fit an area, at the largest size that loses none of these.
pub fn chips(situations: &[String], width: f32, height: f32, fonts: &Fonts) -> Chips {
    let situations = &situations[..situations.len().min(MOST)];
    let mut best = Chips { chips: Vec::new(), height: 0.0 };
    let mut size = SIZES.0;
    while size >= SIZES.1 {
        let chips = placed(situations, width, height, size, fonts);
        if chips.chips.len() > best.chips.len() {
            best = chips;
        }
        size -= STEP;
    }
    best
}

/// The situations row by row, in their order; what is wider than a row, or comes below the area, is left out.
fn placed(situations: &[String], width: f32, height: f32, size: f32, fonts: &Fonts) -> Chips {
    let (row, gap) = ((size * HEIGHT).round(), (size * GAP).round());
    let (mut x, mut y) = (0.0, 0.0);
    let mut placed = Chips { chips: Vec::new(), height: 0.0 };
    for text in situations {
        let kind = Type { most: size, least: size, leading: LEADING };
        let Some(block) = fit_unbroken(&fonts.medium, text, kind, width - 2.0 * PADDING * size, row) else { continue };
        let wide = (block.width(&fonts.medium) + 2.0 * PADDING * size).ceil();
        if x + wide > width {
            (x, y) = (0.0, y + row + gap);
        }
        if y + row > height {
            break;
        }
        placed.chips.push((Area { x, y, width: wide, height: row }, block));
        placed.height = y + row;
        x += wide + gap;
    }
    placed
}

impl Chips {
    /// Draws them from an area's upper left corner.
    pub fn draw(&self, drawing: &mut Drawing, x: f32, y: f32, look: Look) {
        let ink = Ink { font: &look.fonts.medium, weight: Weight::Medium, color: look.palette.ink };
        for (area, block) in &self.chips {
            let plate = Area { x: (x + area.x).round(), y: (y + area.y).round(), ..*area };
            let radius = block.size * RADIUS;
            drawing.plate(plate, radius, look.palette.line);
            drawing.plate(plate.within(BORDER, BORDER), radius - BORDER, look.palette.paper);
            let left = plate.x + (plate.width - block.width(ink.font)) / 2.0;
            drawing.text(block, ink, left, plate.y + (plate.height - block.height()) / 2.0);
        }
    }
}
