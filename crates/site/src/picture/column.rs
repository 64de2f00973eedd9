//! A column of texts, each as large as its slot allows.

use guide_core::palette::Color;

use super::drawing::{Drawing, TextStyle};
use super::font::{Fonts, Weight};
use super::text_block::{FontSizes, TextBlock, fit};

/// Texts one below the other.
pub struct Column<'f> {
    width: f32,
    fonts: &'f Fonts<'f>,
    texts: Vec<Text>,
}

/// The space for a text.
#[derive(Clone, Copy)]
pub struct TextSlot {
    /// The font sizes that it may have.
    pub sizes: FontSizes,
    /// Its greatest height, in pixels.
    pub height: f32,
    /// The gap to the text above, in pixels.
    pub gap: f32,
}

struct Text {
    block: TextBlock,
    weight: Weight,
    color: Color,
    gap: f32,
}

impl<'f> Column<'f> {
    /// A column of this width in pixels.
    pub fn new(width: f32, fonts: &'f Fonts<'f>) -> Column<'f> {
        Column { width, fonts, texts: Vec::new() }
    }

    /// Adds a text unless it is too long for its slot, and returns whether it was added.
    pub fn push(&mut self, text: &str, weight: Weight, color: Color, slot: TextSlot) -> bool {
        let block = fit(self.fonts.get(weight), text, slot.sizes, self.width, slot.height);
        let gap = if self.is_empty() { 0.0 } else { slot.gap };
        let text = block.map(|block| Text { block, weight, color, gap });
        let added = text.is_some();
        self.texts.extend(text);
        added
    }

    /// Whether it has no texts.
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// The height of all texts with their gaps, in pixels.
    pub fn height(&self) -> f32 {
        self.texts.iter().map(|text| text.gap + text.block.height()).sum()
    }

    /// Draws the texts with the upper left corner at this point.
    pub fn draw(&self, drawing: &mut Drawing, x: f32, y: f32) {
        let mut top = y;
        for text in &self.texts {
            let style = TextStyle { font: self.fonts.get(text.weight), weight: text.weight, color: text.color };
            drawing.text(&text.block, style, x, top + text.gap);
            top += text.gap + text.block.height();
        }
    }
}
