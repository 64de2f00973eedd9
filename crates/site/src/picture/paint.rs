//! Painting a drawing and writing it as a PNG. Only sums, products and roots of floats are used, which are the same to the bit on
//! every machine.

use ab_glyph_rasterizer::{Point, Rasterizer, point};
use guide_core::palette::Color;
use ttf_parser::OutlineBuilder;

use super::drawing::{Area, Drawing, Shape};
use super::font::Fonts;

/// How far the control points of a quarter of a circle stand from its ends, for a radius of 1.
const ARC: f32 = 0.552_284_8;

/// The steps from one colour to another at the edge of a shape. No eye tells more apart, and with all 255 a file is half as large again.
const SHADES: f32 = 31.0;

const BLACK: Color = [0; 3];

/// The drawing as the bytes of a PNG file.
pub fn png(drawing: &Drawing, fonts: &Fonts) -> Result<Vec<u8>, png::EncodingError> {
    let mut canvas = Canvas::new(drawing);
    for (area, shape) in &drawing.shapes {
        match shape {
            Shape::Plate { radius, color } if *radius > 0.0 => {
                canvas.fill(*area, *color, |pen| plate(*area, *radius, pen))
            }
            Shape::Plate { color, .. } => canvas.rectangle(*area, *color),
            Shape::Line { text, size, weight, baseline, color } => {
                // Letters may reach a little beyond their advances and their line.
                let reach = area.within(-size, -size);
                canvas.fill(reach, *color, |pen| fonts.of(*weight).outline(text, *size, area.x, *baseline, pen));
            }
            Shape::Code { modules, side } => canvas.code(*area, modules, *side),
        }
    }
    canvas.encode()
}

struct Canvas {
    width: usize,
    height: usize,
    pixels: Vec<u8>,
}

impl Canvas {
    fn new(drawing: &Drawing) -> Canvas {
        let (width, height) = (drawing.width as usize, drawing.height as usize);
        Canvas { width, height, pixels: drawing.ground.repeat(width * height) }
    }

    /// Fills the outlines that `draw` makes within an area.
    fn fill(&mut self, area: Area, color: Color, draw: impl FnOnce(&mut Pen)) {
        let (left, top) = (area.x.floor(), area.y.floor());
        let (width, height) = ((area.right() - left).ceil() as usize, (area.bottom() - top).ceil() as usize);
        let mut pen =
            Pen { raster: Rasterizer::new(width, height), left, top, start: point(0.0, 0.0), at: point(0.0, 0.0) };
        draw(&mut pen);
        pen.raster.for_each_pixel_2d(|x, y, share| {
            if share > 0.0 {
                self.blend(left as i64 + i64::from(x), top as i64 + i64::from(y), color, share);
            }
        });
    }

    fn blend(&mut self, x: i64, y: i64, color: Color, share: f32) {
        let inside = (0..self.width as i64).contains(&x) && (0..self.height as i64).contains(&y);
        if !inside {
            return;
        }
        let share = (share.min(1.0) * SHADES).round() as u32 * 255 / SHADES as u32;
        let at = (y as usize * self.width + x as usize) * 3;
        for (under, over) in self.pixels[at..at + 3].iter_mut().zip(color) {
            *under = ((u32::from(*under) * (255 - share) + u32::from(over) * share + 127) / 255) as u8;
        }
    }

    /// Fills whole pixels.
    fn rectangle(&mut self, area: Area, color: Color) {
        let within = |edge: f32, end: usize| (edge.round().max(0.0) as usize).min(end);
        let columns = within(area.x, self.width)..within(area.right(), self.width);
        let row = color.repeat(columns.len());
        for y in within(area.y, self.height)..within(area.bottom(), self.height) {
            let start = (y * self.width + columns.start) * 3;
            self.pixels[start..start + row.len()].copy_from_slice(&row);
        }
    }

    fn code(&mut self, area: Area, modules: &[bool], side: usize) {
        let size = area.width / side as f32;
        for (at, _) in modules.iter().enumerate().filter(|(_, dark)| **dark) {
            let (column, row) = ((at % side) as f32, (at / side) as f32);
            let module = Area { x: area.x + column * size, y: area.y + row * size, width: size, height: size };
            self.rectangle(module, BLACK);
        }
    }

    fn encode(&self) -> Result<Vec<u8>, png::EncodingError> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, self.width as u32, self.height as u32);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_compression(png::Compression::High);
        // Plain areas are pressed best as they are.
        encoder.set_filter(png::Filter::NoFilter);
        let mut writer = encoder.write_header()?;
        writer.write_image_data(&self.pixels)?;
        writer.finish()?;
        Ok(bytes)
    }
}

/// Outlines a box with round corners.
fn plate(area: Area, radius: f32, pen: &mut Pen) {
    let (left, top, right, bottom) = (area.x, area.y, area.right(), area.bottom());
    let far = radius * (1.0 - ARC);
    pen.move_to(left + radius, top);
    pen.line_to(right - radius, top);
    pen.curve_to(right - far, top, right, top + far, right, top + radius);
    pen.line_to(right, bottom - radius);
    pen.curve_to(right, bottom - far, right - far, bottom, right - radius, bottom);
    pen.line_to(left + radius, bottom);
    pen.curve_to(left + far, bottom, left, bottom - far, left, bottom - radius);
    pen.line_to(left, top + radius);
    pen.curve_to(left, top + far, left + far, top, left + radius, top);
    pen.close();
}

/// Takes outlines in the picture's pixels to a raster that covers a part of it.
struct Pen {
    raster: Rasterizer,
    left: f32,
    top: f32,
    start: Point,
    at: Point,
}

impl Pen {
    fn point(&self, x: f32, y: f32) -> Point {
        point(x - self.left, y - self.top)
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.start = self.point(x, y);
        self.at = self.start;
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let to = self.point(x, y);
        self.raster.draw_line(self.at, to);
        self.at = to;
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let (control, to) = (self.point(x1, y1), self.point(x, y));
        self.raster.draw_quad(self.at, control, to);
        self.at = to;
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let (first, second, to) = (self.point(x1, y1), self.point(x2, y2), self.point(x, y));
        self.raster.draw_cubic(self.at, first, second, to);
        self.at = to;
    }

    fn close(&mut self) {
        self.raster.draw_line(self.at, self.start);
        self.at = self.start;
    }
}
