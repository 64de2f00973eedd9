//! The situations as chips: framed boxes like the answers of the guide, as many as fit.

use super::drawing::{Drawing, Rect, TextStyle};
use super::font::{Fonts, Weight};
use super::format::Theme;
use super::text_block::{FontSizes, LINE_HEIGHT, TextBlock, fit_unbroken};

/// More chips are too many to read at a glance.
const MAX_CHIPS: usize = 8;
/// The largest and the smallest font size that are tried, in pixels.
const SIZES: (f32, f32) = (40.0, 28.0);
/// The step between two sizes, in pixels.
const SIZE_STEP: f32 = 2.0;

/// The space left and right of a text, in font sizes, like the three below.
const PADDING: f32 = 0.62;
const HEIGHT: f32 = 1.65;
const GAP: f32 = 0.32;
const RADIUS: f32 = 0.4;
/// The width of the frame, in pixels.
const BORDER: f32 = 2.0;

/// Chips with their positions from the upper left corner of the whole.
pub struct Chips {
    chips: Vec<(Rect, TextBlock)>,
    /// The height of all rows, in pixels.
    pub height: f32,
}

/// As many of the first situations as fit a width and a height, at the largest font size at which that many fit.
pub fn fitting_chips(situations: &[String], width: f32, height: f32, fonts: &Fonts) -> Chips {
    let situations = &situations[..situations.len().min(MAX_CHIPS)];
    let mut best = Chips { chips: Vec::new(), height: 0.0 };
    let mut size = SIZES.0;
    while size >= SIZES.1 {
        let chips = in_rows(situations, width, height, size, fonts);
        if chips.chips.len() > best.chips.len() {
            best = chips;
        }
        size -= SIZE_STEP;
    }
    best
}

/// The situations in rows, in their order. Those wider than a row, or below the height, are left out.
fn in_rows(situations: &[String], width: f32, height: f32, size: f32, fonts: &Fonts) -> Chips {
    let (row, gap) = ((size * HEIGHT).round(), (size * GAP).round());
    let (mut x, mut y) = (0.0, 0.0);
    let mut placed = Chips { chips: Vec::new(), height: 0.0 };
    for text in situations {
        let sizes = FontSizes { max_size: size, min_size: size, line_height: LINE_HEIGHT };
        let Some(block) = fit_unbroken(&fonts.medium, text, sizes, width - 2.0 * PADDING * size, row) else { continue };
        let wide = (block.width(&fonts.medium) + 2.0 * PADDING * size).ceil();
        if x + wide > width {
            (x, y) = (0.0, y + row + gap);
        }
        if y + row > height {
            break;
        }
        placed.chips.push((Rect { x, y, width: wide, height: row }, block));
        placed.height = y + row;
        x += wide + gap;
    }
    placed
}

impl Chips {
    /// Draws the chips with the upper left corner at this point.
    pub fn draw(&self, drawing: &mut Drawing, x: f32, y: f32, theme: Theme) {
        let style = TextStyle { font: &theme.fonts.medium, weight: Weight::Medium, color: theme.palette.ink };
        for (rect, block) in &self.chips {
            let frame = Rect { x: (x + rect.x).round(), y: (y + rect.y).round(), ..*rect };
            let radius = block.size * RADIUS;
            drawing.rounded_rect(frame, radius, theme.palette.line);
            drawing.rounded_rect(frame.inset(BORDER, BORDER), radius - BORDER, theme.palette.paper);
            let left = frame.x + (frame.width - block.width(style.font)) / 2.0;
            drawing.text(block, style, left, frame.y + (frame.height - block.height()) / 2.0);
        }
    }
}
