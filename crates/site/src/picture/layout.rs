//! The layout of a picture: the name of the guide and its situations on the background of the pages, beside or above a panel in the
//! accent colour with the hotline and the address of the site.

use guide_core::pages::PictureFile;
use guide_core::palette::Palette;

use super::column::{Column, TextSlot};
use super::content::Content;
use super::drawing::{Drawing, Rect};
use super::font::{Fonts, Weight};
use super::format::{Format, Theme};
use super::text_block::{FontSizes, LINE_HEIGHT};
use super::{panel, situations};

const PLACE: TextSlot =
    TextSlot { sizes: FontSizes { max_size: 36.0, min_size: 24.0, line_height: LINE_HEIGHT }, height: 44.0, gap: 0.0 };
const TITLE: FontSizes = FontSizes { max_size: 96.0, min_size: 36.0, line_height: 1.1 };
/// The share of the height that the title may have.
const TITLE_SHARE: f32 = 0.5;

/// The margins of a picture at the sides and above and below, in pixels.
const MARGIN: (f32, f32) = (64.0, 46.0);
/// Gaps, in pixels.
const GAP_BELOW_PLACE: f32 = 6.0;
const GAP_BELOW_TITLE: f32 = 30.0;

/// Lays a picture out.
pub fn layout(content: &Content, format: Format, fonts: &Fonts, palette: &Palette) -> Drawing {
    let PictureFile { width, height, .. } = format.file();
    let mut drawing = Drawing { width, height, background: palette.ground, shapes: Vec::new() };
    let theme = Theme { fonts, palette };
    let rest = panel::draw(&mut drawing, content, format, theme);
    headline(&mut drawing, content, rest.inset(MARGIN.0, MARGIN.1), theme);
    drawing
}

/// Draws the place, the title and the situations, together in the middle of the height of a rectangle.
fn headline(drawing: &mut Drawing, content: &Content, rect: Rect, theme: Theme) {
    let mut column = Column::new(rect.width, theme.fonts);
    column.push(&content.place, Weight::Medium, theme.palette.accent, PLACE);
    let title = TextSlot { sizes: TITLE, height: rect.height * TITLE_SHARE, gap: GAP_BELOW_PLACE };
    // Where the whole name is too long, its first line is shown.
    for text in [Some(content.title.as_str()), content.title.lines().next()].into_iter().flatten() {
        if column.push(text, Weight::Bold, theme.palette.ink, title) {
            break;
        }
    }
    let above = column.height() + GAP_BELOW_TITLE;
    let chips = situations::fitting_chips(&content.situations, rect.width, rect.height - above, theme.fonts);
    let y = rect.y + (rect.height - above - chips.height) / 2.0;
    column.draw(drawing, rect.x, y);
    chips.draw(drawing, rect.x, y + above, theme);
}
