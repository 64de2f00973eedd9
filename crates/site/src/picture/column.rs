//! Texts one below the other, each as large as it can be.

use guide_core::palette::Color;

use super::drawing::{Drawing, Ink};
use super::font::{Fonts, Weight};
use super::text_block::{TextBlock, Type, fit};

pub struct Column<'f> {
    width: f32,
    fonts: &'f Fonts,
    texts: Vec<Text>,
}

/// The type of a text and the room for it.
#[derive(Clone, Copy)]
pub struct Slot {
    pub kind: Type,
    /// The greatest height, in pixels.
    pub height: f32,
    /// From the text above, in pixels.
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
    pub fn new(width: f32, fonts: &'f Fonts) -> Column<'f> {
        Column { width, fonts, texts: Vec::new() }
    }

    /// Adds a text, unless it is too long for its slot. Says whether it was added.
    pub fn push(&mut self, text: &str, weight: Weight, color: Color, slot: Slot) -> bool {
        let block = fit(self.fonts.of(weight), text, slot.kind, self.width, slot.height);
        let gap = if self.is_empty() { 0.0 } else { slot.gap };
        let text = block.map(|block| Text { block, weight, color, gap });
        let added = text.is_some();
        self.texts.extend(text);
        added
    }

    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    pub fn height(&self) -> f32 {
        self.texts.iter().map(|text| text.gap + text.block.height()).sum()
    }

    /// Draws it from its upper left corner.
    pub fn draw(&self, drawing: &mut Drawing, x: f32, y: f32) {
        let mut top = y;
        for text in &self.texts {
            let ink = Ink { font: self.fonts.of(text.weight), weight: text.weight, color: text.color };
            drawing.text(&text.block, ink, x, top + text.gap);
            top += text.gap + text.block.height();
        }
    }
}
