//! Painting a drawing and encoding it as PNG. Only sums, products and square roots of floats are used, which have the same bits on
//! every machine.

use std::collections::HashMap;

use ab_glyph_rasterizer::{Point, Rasterizer, point};
use guide_core::palette::Color;
use ttf_parser::OutlineBuilder;

use super::drawing::{Drawing, Rect, Shape};
use super::font::Fonts;

/// The distance of the control points of a quarter of a circle from its ends, for a radius of 1.
const ARC: f32 = 0.552_284_8;

/// The number of shades at the edge of a shape. With all 255 a file would be half as large again, with no visible difference.
const SHADES: f32 = 31.0;

const BLACK: Color = [0; 3];

/// The drawing as a PNG file.
pub fn png(drawing: &Drawing, fonts: &Fonts) -> Result<Vec<u8>, png::EncodingError> {
    let mut canvas = Canvas::new(drawing);
    for (rect, shape) in &drawing.shapes {
        match shape {
            Shape::RoundedRect { radius, color } if *radius > 0.0 => {
                canvas.fill(*rect, *color, |pen| rounded_rect(*rect, *radius, pen))
            }
            Shape::RoundedRect { color, .. } => canvas.fill_rect(*rect, *color),
            Shape::TextLine { text, size, weight, baseline, color } => {
                // Letters may reach a little beyond their line.
                let bounds = rect.inset(-size, -size);
                canvas.fill(bounds, *color, |pen| fonts.get(*weight).outline(text, *size, rect.x, *baseline, pen));
            }
            Shape::QrCode { modules, side } => canvas.qr_code(*rect, modules, *side),
        }
    }
    canvas.encode()
}

struct Canvas {
    width: usize,
    height: usize,
    /// Red, green and blue, row by row.
    pixels: Vec<u8>,
}

impl Canvas {
    fn new(drawing: &Drawing) -> Canvas {
        let (width, height) = (drawing.width as usize, drawing.height as usize);
        Canvas { width, height, pixels: drawing.background.repeat(width * height) }
    }

    /// Fills the outlines that `draw` makes within a rectangle.
    fn fill(&mut self, rect: Rect, color: Color, draw: impl FnOnce(&mut Pen)) {
        let (left, top) = (rect.x.floor(), rect.y.floor());
        let (width, height) = ((rect.right() - left).ceil() as usize, (rect.bottom() - top).ceil() as usize);
        let mut pen =
            Pen { raster: Rasterizer::new(width, height), left, top, start: point(0.0, 0.0), current: point(0.0, 0.0) };
        draw(&mut pen);
        pen.raster.for_each_pixel_2d(|x, y, coverage| {
            if coverage > 0.0 {
                self.blend(left as i64 + i64::from(x), top as i64 + i64::from(y), color, coverage);
            }
        });
    }

    /// Mixes a colour into a pixel. Pixels outside the picture are ignored.
    fn blend(&mut self, x: i64, y: i64, color: Color, coverage: f32) {
        let inside = (0..self.width as i64).contains(&x) && (0..self.height as i64).contains(&y);
        if !inside {
            return;
        }
        let coverage = (coverage.min(1.0) * SHADES).round() as u32 * 255 / SHADES as u32;
        let start = (y as usize * self.width + x as usize) * 3;
        for (under, over) in self.pixels[start..start + 3].iter_mut().zip(color) {
            *under = ((u32::from(*under) * (255 - coverage) + u32::from(over) * coverage + 127) / 255) as u8;
        }
    }

    /// Fills a rectangle of whole pixels.
    fn fill_rect(&mut self, rect: Rect, color: Color) {
        let clamped = |edge: f32, end: usize| (edge.round().max(0.0) as usize).min(end);
        let columns = clamped(rect.x, self.width)..clamped(rect.right(), self.width);
        let row = color.repeat(columns.len());
        for y in clamped(rect.y, self.height)..clamped(rect.bottom(), self.height) {
            let start = (y * self.width + columns.start) * 3;
            self.pixels[start..start + row.len()].copy_from_slice(&row);
        }
    }

    fn qr_code(&mut self, rect: Rect, modules: &[bool], side: usize) {
        let size = rect.width / side as f32;
        for (index, _) in modules.iter().enumerate().filter(|(_, dark)| **dark) {
            let (column, row) = ((index % side) as f32, (index / side) as f32);
            let module = Rect { x: rect.x + column * size, y: rect.y + row * size, width: size, height: size };
            self.fill_rect(module, BLACK);
        }
    }

    fn encode(&self) -> Result<Vec<u8>, png::EncodingError> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, self.width as u32, self.height as u32);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_compression(png::Compression::High);
        // Areas of one colour are compressed best without a filter.
        encoder.set_filter(png::Filter::NoFilter);
        let indexed = self.indexed();
        encoder.set_color(if indexed.is_some() { png::ColorType::Indexed } else { png::ColorType::Rgb });
        if let Some((palette, _)) = &indexed {
            encoder.set_palette(palette.as_slice());
        }
        let mut writer = encoder.write_header()?;
        writer.write_image_data(indexed.as_ref().map_or(&self.pixels, |(_, indices)| indices))?;
        writer.finish()?;
        Ok(bytes)
    }

    /// The colours of the picture, in the order in which they come, and the index of each pixel's: a third less to load. `None` where there
    /// are more colours than a byte can number.
    fn indexed(&self) -> Option<(Vec<u8>, Vec<u8>)> {
        let mut known: HashMap<&[u8], u8> = HashMap::new();
        let mut palette = Vec::new();
        let mut indices = Vec::with_capacity(self.pixels.len() / 3);
        for color in self.pixels.chunks_exact(3) {
            let index = match known.get(color) {
                Some(index) => *index,
                None => {
                    let index = u8::try_from(known.len()).ok()?;
                    known.insert(color, index);
                    palette.extend(color);
                    index
                }
            };
            indices.push(index);
        }
        Some((palette, indices))
    }
}

/// Outlines a rectangle with round corners.
fn rounded_rect(rect: Rect, radius: f32, pen: &mut Pen) {
    let (left, top, right, bottom) = (rect.x, rect.y, rect.right(), rect.bottom());
    let control = radius * (1.0 - ARC);
    pen.move_to(left + radius, top);
    pen.line_to(right - radius, top);
    pen.curve_to(right - control, top, right, top + control, right, top + radius);
    pen.line_to(right, bottom - radius);
    pen.curve_to(right, bottom - control, right - control, bottom, right - radius, bottom);
    pen.line_to(left + radius, bottom);
    pen.curve_to(left + control, bottom, left, bottom - control, left, bottom - radius);
    pen.line_to(left, top + radius);
    pen.curve_to(left, top + control, left + control, top, left + radius, top);
    pen.close();
}

/// Draws outlines in the pixels of the picture on a raster for a part of it.
struct Pen {
    raster: Rasterizer,
    left: f32,
    top: f32,
    start: Point,
    current: Point,
}

impl Pen {
    fn point(&self, x: f32, y: f32) -> Point {
        point(x - self.left, y - self.top)
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.start = self.point(x, y);
        self.current = self.start;
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let to = self.point(x, y);
        self.raster.draw_line(self.current, to);
        self.current = to;
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let (control, to) = (self.point(x1, y1), self.point(x, y));
        self.raster.draw_quad(self.current, control, to);
        self.current = to;
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let (first, second, to) = (self.point(x1, y1), self.point(x2, y2), self.point(x, y));
        self.raster.draw_cubic(self.current, first, second, to);
        self.current = to;
    }

    fn close(&mut self) {
        self.raster.draw_line(self.current, self.start);
        self.current = self.start;
    }
}
