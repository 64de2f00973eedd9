//! Both drawings of a flowchart, and whether one can read them.

use crate::column_widths::may_fit;
use crate::drawing::Drawing;
use crate::flowchart::Flowchart;
use crate::layers::Layers;
use crate::node_box::ANSWER_SIZE;
use crate::{layout, tall, wide};

/// The smallest letters on a landscape A4 sheet, in points.
const MIN_POINTS: f64 = 8.0;
/// The greatest width on a large screen, in pixels. A wider picture would have to be scrolled sideways, where one loses one's place.
const SCREEN_WIDTH: f64 = 1280.0;
/// The smallest letters on a phone, in pixels.
const MIN_PIXELS: f64 = 12.0;
/// The width for a picture on a narrow phone, in pixels.
const PHONE_WIDTH: f64 = 328.0;

/// More steps than this are on no legible picture: that many of the lowest boxes cover a whole sheet.
pub const MAX_STEPS: usize = 150;
/// In a picture of more answers than this nobody would follow a line.
const MAX_ANSWERS: usize = 300;

/// The drawings of a flowchart.
pub struct Pictures {
    /// From top to bottom, for a phone.
    pub tall: Drawing,
    /// From left to right, for paper and a wide screen.
    pub wide: Drawing,
}

impl Pictures {
    /// Draws a flowchart, whatever the size of its letters will be.
    pub fn of(flowchart: &Flowchart) -> Pictures {
        Pictures::from(&layout(flowchart))
    }

    /// Draws a flowchart if it will be narrow enough for a large screen, and its letters large enough on a phone and on a sheet of paper;
    /// `None` where not.
    pub fn legible(flowchart: &Flowchart) -> Option<Pictures> {
        // To draw what is far too large would take long.
        let is_vast = flowchart.nodes.len() > MAX_STEPS || flowchart.edges.len() > MAX_ANSWERS;
        if is_vast || !may_fit(flowchart, MIN_POINTS / ANSWER_SIZE) {
            return None;
        }
        let layers = layout(flowchart);
        let tall = tall::tall(&layers);
        if ANSWER_SIZE * PHONE_WIDTH / tall.width < MIN_PIXELS {
            return None;
        }
        let wide = wide::wide(&layers);
        let pictures = Pictures { tall, wide };
        (pictures.fits_a_screen() && ANSWER_SIZE * wide::scale(&pictures.wide) >= MIN_POINTS).then_some(pictures)
    }

    /// Whether a large screen can show the wide picture.
    pub fn fits_a_screen(&self) -> bool {
        self.wide.width <= SCREEN_WIDTH
    }

    fn from(layers: &Layers) -> Pictures {
        Pictures { tall: tall::tall(layers), wide: wide::wide(layers) }
    }
}
