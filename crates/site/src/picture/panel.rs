//! The panel in the accent colour: the hotline and, where it is known, the address of the site as text and as a QR code.

use guide_core::palette::mix;
use guide_views::pages::qr::Modules;

use super::column::{Column, TextSlot};
use super::content::Content;
use super::drawing::{Drawing, Rect, Shape};
use super::font::Weight;
use super::format::{Format, Theme};
use super::text_block::{FontSizes, LINE_HEIGHT};

/// The width of a panel at the side of a picture, in pixels.
const SIDE_WIDTH: f32 = 384.0;
/// Its margins at the sides and above and below, in pixels.
const SIDE_MARGIN: (f32, f32) = (44.0, 36.0);
/// The same margins of a panel at the bottom of a picture.
const BOTTOM_MARGIN: (f32, f32) = (64.0, 44.0);
/// The greatest side of its code, in pixels.
const BOTTOM_CODE: f32 = 296.0;
/// The greatest height of its hotline, in pixels.
const BOTTOM_HOTLINE: f32 = 390.0;
/// Between the code, the address and the hotline, in pixels.
const GAP: f32 = 22.0;

/// A code whose modules are smaller than this is hard to read for a camera, in pixels.
const MIN_MODULE: f32 = 3.0;
/// What is reserved for each module where texts are long, in pixels.
const RESERVED_MODULE: f32 = 3.5;
const CODE_RADIUS: f32 = 16.0;
/// The share of white in the colour of less important lines, in per cent.
const SOFT_PERCENT: u16 = 90;

/// The slots of the texts of a panel.
struct TextSlots {
    name: TextSlot,
    number: TextSlot,
    full_number: TextSlot,
    hours: TextSlot,
    address: TextSlot,
}

const fn slot(max_size: f32, min_size: f32, height: f32, gap: f32) -> TextSlot {
    TextSlot { sizes: FontSizes { max_size, min_size, line_height: LINE_HEIGHT }, height, gap }
}

const SIDE_SLOTS: TextSlots = TextSlots {
    name: slot(28.0, 20.0, 68.0, 0.0),
    number: slot(66.0, 24.0, 80.0, 0.0),
    full_number: slot(28.0, 20.0, 34.0, 0.0),
    hours: slot(28.0, 18.0, 112.0, 4.0),
    address: slot(32.0, 18.0, 66.0, 0.0),
};
/// The slots where there is no code.
const SIDE_SLOTS_WITHOUT_CODE: TextSlots = TextSlots {
    name: slot(30.0, 20.0, 108.0, 0.0),
    full_number: slot(30.0, 20.0, 36.0, 0.0),
    hours: slot(30.0, 18.0, 216.0, 14.0),
    ..SIDE_SLOTS
};
const BOTTOM_SLOTS: TextSlots = TextSlots {
    name: slot(38.0, 24.0, 60.0, 0.0),
    number: slot(96.0, 36.0, 116.0, 0.0),
    full_number: slot(38.0, 24.0, 46.0, 0.0),
    hours: slot(38.0, 22.0, 120.0, 4.0),
    address: slot(46.0, 22.0, 90.0, 0.0),
};

/// Draws the panel of a picture, at the side of a wide one or at the bottom of a square one, and returns the rest of the picture.
pub fn draw(drawing: &mut Drawing, content: &Content, format: Format, theme: Theme) -> Rect {
    let whole = Rect { x: 0.0, y: 0.0, width: drawing.width as f32, height: drawing.height as f32 };
    match format {
        Format::Wide => at_side(drawing, content, whole, theme),
        Format::Square => at_bottom(drawing, content, whole, theme),
    }
}

fn at_side(drawing: &mut Drawing, content: &Content, whole: Rect, theme: Theme) -> Rect {
    let left = whole.right() - SIDE_WIDTH;
    let panel = Rect { x: left, width: SIDE_WIDTH, ..whole };
    drawing.rounded_rect(panel, 0.0, theme.palette.accent);
    let inner = panel.inset(SIDE_MARGIN.0, SIDE_MARGIN.1);
    let slots = if content.address.is_some() { &SIDE_SLOTS } else { &SIDE_SLOTS_WITHOUT_CODE };
    let code = code(content).filter(|code| CodeCard::of(code, inner.width).is_some());
    let reserved = code.map_or(0.0, |code| code.side as f32 * RESERVED_MODULE + GAP);
    let address = address(content, inner.width, slots, theme);
    let gap = if address.is_empty() { 0.0 } else { GAP };
    let hotline = hotline(content, inner.width, inner.height - reserved - address.height() - gap, slots, theme);
    let texts_height = address.height() + gap + hotline.height();
    let card = code.and_then(|code| CodeCard::of(code, inner.width.min(inner.height - texts_height - GAP)));
    let height = texts_height + card.as_ref().map_or(0.0, |card| card.side + GAP);
    let mut y = inner.y + (inner.height - height) / 2.0;
    if let Some(card) = card {
        card.draw(drawing, inner.x, y, theme);
        y += card.side + GAP;
    }
    address.draw(drawing, inner.x, y);
    hotline.draw(drawing, inner.x, y + texts_height - hotline.height());
    Rect { width: left, ..whole }
}

fn at_bottom(drawing: &mut Drawing, content: &Content, whole: Rect, theme: Theme) -> Rect {
    let card = code(content).and_then(|code| CodeCard::of(code, BOTTOM_CODE));
    let indent = card.as_ref().map_or(0.0, |card| card.side + 2.0 * GAP);
    let width = whole.width - 2.0 * BOTTOM_MARGIN.0 - indent;
    let address = address(content, width, &BOTTOM_SLOTS, theme);
    let gap = if address.is_empty() { 0.0 } else { GAP };
    let hotline = hotline(content, width, BOTTOM_HOTLINE, &BOTTOM_SLOTS, theme);
    let texts_height = hotline.height() + gap + address.height();
    let height = (texts_height.max(card.as_ref().map_or(0.0, |card| card.side)) + 2.0 * BOTTOM_MARGIN.1).round();
    let panel = Rect { y: whole.height - height, height, ..whole };
    drawing.rounded_rect(panel, 0.0, theme.palette.accent);
    if let Some(card) = card {
        card.draw(drawing, panel.x + BOTTOM_MARGIN.0, panel.y + (height - card.side) / 2.0, theme);
    }
    let (x, y) = (panel.x + BOTTOM_MARGIN.0 + indent, panel.y + (height - texts_height) / 2.0);
    hotline.draw(drawing, x, y);
    address.draw(drawing, x, y + texts_height - address.height());
    Rect { height: panel.y, ..whole }
}

/// The name, number and hours of the hotline. Hours that are too long for their slot get what is left of `height`.
fn hotline<'l>(content: &Content, width: f32, height: f32, slots: &TextSlots, theme: Theme<'l>) -> Column<'l> {
    let (ink, soft) = (theme.palette.accent_ink, mix(theme.palette.accent, theme.palette.accent_ink, SOFT_PERCENT));
    let mut column = Column::new(width, theme.fonts);
    column.push(&content.contact, Weight::Medium, soft, slots.name);
    column.push(&content.phone, Weight::Bold, ink, slots.number);
    if let Some(full) = &content.full_phone {
        column.push(full, Weight::Medium, ink, slots.full_number);
    }
    if !column.push(&content.hours, Weight::Medium, soft, slots.hours) {
        let left = height - column.height() - slots.hours.gap;
        column.push(&content.hours, Weight::Medium, soft, TextSlot { height: left, ..slots.hours });
    }
    column
}

/// The address of the site; an empty column where it is unknown.
fn address<'l>(content: &Content, width: f32, slots: &TextSlots, theme: Theme<'l>) -> Column<'l> {
    let mut column = Column::new(width, theme.fonts);
    if let Some(address) = &content.address {
        column.push(&address.shown, Weight::Bold, theme.palette.accent_ink, slots.address);
    }
    column
}

/// The code of the address.
fn code(content: &Content) -> Option<&Modules> {
    content.address.as_ref()?.code.as_ref()
}

/// A code on a white card, whose modules are whole pixels.
struct CodeCard<'c> {
    code: &'c Modules,
    side: f32,
}

impl<'c> CodeCard<'c> {
    /// A card no larger than `side`. `None` where the modules would be too small.
    fn of(code: &'c Modules, side: f32) -> Option<CodeCard<'c>> {
        let module = (side / code.side as f32).floor();
        (module >= MIN_MODULE).then_some(CodeCard { code, side: module * code.side as f32 })
    }

    fn draw(&self, drawing: &mut Drawing, x: f32, y: f32, theme: Theme) {
        let card = Rect { x: x.round(), y: y.round(), width: self.side, height: self.side };
        drawing.rounded_rect(card, CODE_RADIUS, theme.palette.paper);
        drawing.shapes.push((card, Shape::QrCode { modules: self.code.dark.clone(), side: self.code.side }));
    }
}
