//! Where things stand on a picture: the guide's name and its situations on the page's ground, beside or above a panel in the accent
//! colour with the hotline and the way to the site.

use guide_core::pages::PictureFile;
use guide_core::palette::Palette;

use super::column::{Column, Slot};
use super::content::Content;
use super::drawing::{Area, Drawing};
use super::font::{Fonts, Weight};
use super::format::{Format, Look};
use super::text_block::{LEADING, Type};
use super::{panel, situations};

const PLACE: Slot = Slot { kind: Type { most: 36.0, least: 24.0, leading: LEADING }, height: 44.0, gap: 0.0 };
const TITLE: Type = Type { most: 96.0, least: 36.0, leading: 1.1 };
/// The share of the height that the title may take.
const TITLE_SHARE: f32 = 0.5;

/// The margins of a picture, and the gaps below the place and below the title, in pixels.
const MARGIN: (f32, f32) = (64.0, 46.0);
const UNDER_PLACE: f32 = 6.0;
const UNDER_TITLE: f32 = 30.0;

pub fn layout(content: &Content, format: Format, fonts: &Fonts, palette: &Palette) -> Drawing {
    let PictureFile { width, height, .. } = format.file();
    let mut drawing = Drawing { width, height, ground: palette.ground, shapes: Vec::new() };
    let look = Look { fonts, palette };
    let rest = panel::draw(&mut drawing, content, format, look);
    headline(&mut drawing, content, rest.within(MARGIN.0, MARGIN.1), look);
    drawing
}

/// The place, the title and the situations, together in the middle of an area's height.
fn headline(drawing: &mut Drawing, content: &Content, area: Area, look: Look) {
    let mut column = Column::new(area.width, look.fonts);
    column.push(&content.place, Weight::Medium, look.palette.accent, PLACE);
    let title = Slot { kind: TITLE, height: area.height * TITLE_SHARE, gap: UNDER_PLACE };
    // Of a name that is too long its beginning is enough.
    for text in [Some(content.title.as_str()), content.title.lines().next()].into_iter().flatten() {
        if column.push(text, Weight::Bold, look.palette.ink, title) {
            break;
        }
    }
    let above = column.height() + UNDER_TITLE;
    let chips = situations::chips(&content.situations, area.width, area.height - above, look.fonts);
    let y = area.y + (area.height - above - chips.height) / 2.0;
    column.draw(drawing, area.x, y);
    chips.draw(drawing, area.x, y + above, look);
}
