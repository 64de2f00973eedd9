//! The panel in the accent colour: the hotline, and the way to the site where it is known.

use guide_core::palette::mix;
use guide_views::pages::qr::Modules;

use super::column::{Column, Slot};
use super::content::Content;
use super::drawing::{Area, Drawing, Shape};
use super::font::Weight;
use super::format::{Format, Look};
use super::text_block::{LEADING, Type};

/// The width of a panel at a picture's side, and its margins at the sides and above and below, in pixels.
const SIDE: f32 = 384.0;
const SIDE_MARGIN: (f32, f32) = (44.0, 36.0);
/// The same margins of a panel at a picture's foot, and the side of its code.
const FOOT_MARGIN: (f32, f32) = (64.0, 44.0);
const FOOT_CODE: f32 = 296.0;
/// The most that the hotline takes of it.
const FOOT_HOTLINE: f32 = 390.0;
/// Between the code, the address and the hotline.
const GAP: f32 = 22.0;

/// A camera reads no code whose modules are smaller than this, in pixels.
const LEAST_MODULE: f32 = 3.0;
/// What is left for each module where texts are long.
const GOOD_MODULE: f32 = 3.5;
const CODE_RADIUS: f32 = 16.0;
/// How white the less important lines are, in per cent.
const SOFT: u16 = 90;

/// The room for a panel's texts.
struct Slots {
    name: Slot,
    number: Slot,
    full_number: Slot,
    hours: Slot,
    address: Slot,
}

const fn slot(most: f32, least: f32, height: f32, gap: f32) -> Slot {
    Slot { kind: Type { most, least, leading: LEADING }, height, gap }
}

const SIDE_SLOTS: Slots = Slots {
    name: slot(28.0, 20.0, 68.0, 0.0),
    number: slot(66.0, 24.0, 80.0, 0.0),
    full_number: slot(28.0, 20.0, 34.0, 0.0),
    hours: slot(28.0, 18.0, 112.0, 4.0),
    address: slot(32.0, 18.0, 66.0, 0.0),
};
/// Without a code there is room for more.
const SIDE_SLOTS_ALONE: Slots = Slots {
    name: slot(30.0, 20.0, 108.0, 0.0),
    full_number: slot(30.0, 20.0, 36.0, 0.0),
    hours: slot(30.0, 18.0, 216.0, 14.0),
    ..SIDE_SLOTS
};
const FOOT_SLOTS: Slots = Slots {
    name: slot(38.0, 24.0, 60.0, 0.0),
    number: slot(96.0, 36.0, 116.0, 0.0),
    full_number: slot(38.0, 24.0, 46.0, 0.0),
    hours: slot(38.0, 22.0, 120.0, 4.0),
    address: slot(46.0, 22.0, 90.0, 0.0),
};

/// Draws the panel of a picture and gives what is left of it: a wide one has the panel at its side, a square one at its foot.
pub fn draw(drawing: &mut Drawing, content: &Content, format: Format, look: Look) -> Area {
    let whole = Area { x: 0.0, y: 0.0, width: drawing.width as f32, height: drawing.height as f32 };
    match format {
        Format::Wide => side(drawing, content, whole, look),
        Format::Square => foot(drawing, content, whole, look),
    }
}

fn side(drawing: &mut Drawing, content: &Content, whole: Area, look: Look) -> Area {
    let left = whole.right() - SIDE;
    let panel = Area { x: left, width: SIDE, ..whole };
    drawing.plate(panel, 0.0, look.palette.accent);
    let inner = panel.within(SIDE_MARGIN.0, SIDE_MARGIN.1);
    let slots = if content.address.is_some() { &SIDE_SLOTS } else { &SIDE_SLOTS_ALONE };
    let code = code(content).filter(|code| Card::of(code, inner.width).is_some());
    let least = code.map_or(0.0, |code| code.side as f32 * GOOD_MODULE + GAP);
    let address = address(content, inner.width, slots, look);
    let apart = if address.is_empty() { 0.0 } else { GAP };
    let hotline = hotline(content, inner.width, inner.height - least - address.height() - apart, slots, look);
    let lines = address.height() + apart + hotline.height();
    let card = code.and_then(|code| Card::of(code, inner.width.min(inner.height - lines - GAP)));
    let height = lines + card.as_ref().map_or(0.0, |card| card.side + GAP);
    let mut y = inner.y + (inner.height - height) / 2.0;
    if let Some(card) = card {
        card.draw(drawing, inner.x, y, look);
        y += card.side + GAP;
    }
    address.draw(drawing, inner.x, y);
    hotline.draw(drawing, inner.x, y + lines - hotline.height());
    Area { width: left, ..whole }
}

fn foot(drawing: &mut Drawing, content: &Content, whole: Area, look: Look) -> Area {
    let card = code(content).and_then(|code| Card::of(code, FOOT_CODE));
    let indent = card.as_ref().map_or(0.0, |card| card.side + 2.0 * GAP);
    let width = whole.width - 2.0 * FOOT_MARGIN.0 - indent;
    let address = address(content, width, &FOOT_SLOTS, look);
    let apart = if address.is_empty() { 0.0 } else { GAP };
    let hotline = hotline(content, width, FOOT_HOTLINE, &FOOT_SLOTS, look);
    let lines = hotline.height() + apart + address.height();
    let height = (lines.max(card.as_ref().map_or(0.0, |card| card.side)) + 2.0 * FOOT_MARGIN.1).round();
    let panel = Area { y: whole.height - height, height, ..whole };
    drawing.plate(panel, 0.0, look.palette.accent);
    if let Some(card) = card {
        card.draw(drawing, panel.x + FOOT_MARGIN.0, panel.y + (height - card.side) / 2.0, look);
    }
    let (x, y) = (panel.x + FOOT_MARGIN.0 + indent, panel.y + (height - lines) / 2.0);
    hotline.draw(drawing, x, y);
    address.draw(drawing, x, y + lines - address.height());
    Area { height: panel.y, ..whole }
}

/// The hotline's name, number and hours. Hours that are too long for their slot take what is left of a height.
fn hotline<'l>(content: &Content, width: f32, height: f32, slots: &Slots, look: Look<'l>) -> Column<'l> {
    let (ink, soft) = (look.palette.accent_ink, mix(look.palette.accent, look.palette.accent_ink, SOFT));
    let mut column = Column::new(width, look.fonts);
    column.push(&content.hotline, Weight::Medium, soft, slots.name);
    column.push(&content.phone, Weight::Bold, ink, slots.number);
    if let Some(full) = &content.full_phone {
        column.push(full, Weight::Medium, ink, slots.full_number);
    }
    if !column.push(&content.hours, Weight::Medium, soft, slots.hours) {
        let left = height - column.height() - slots.hours.gap;
        column.push(&content.hours, Weight::Medium, soft, Slot { height: left, ..slots.hours });
    }
    column
}

/// The site's address, where it is known.
fn address<'l>(content: &Content, width: f32, slots: &Slots, look: Look<'l>) -> Column<'l> {
    let mut column = Column::new(width, look.fonts);
    if let Some(address) = &content.address {
        column.push(&address.shown, Weight::Bold, look.palette.accent_ink, slots.address);
    }
    column
}

fn code(content: &Content) -> Option<&Modules> {
    content.address.as_ref()?.code.as_ref()
}

/// A code on white, whose modules are whole pixels.
struct Card<'c> {
    code: &'c Modules,
    side: f32,
}

impl<'c> Card<'c> {
    /// `None` where the modules would be too small to be read.
    fn of(code: &'c Modules, side: f32) -> Option<Card<'c>> {
        let module = (side / code.side as f32).floor();
        (module >= LEAST_MODULE).then_some(Card { code, side: module * code.side as f32 })
    }

    fn draw(&self, drawing: &mut Drawing, x: f32, y: f32, look: Look) {
        let card = Area { x: x.round(), y: y.round(), width: self.side, height: self.side };
        drawing.plate(card, CODE_RADIUS, look.palette.paper);
        drawing.shapes.push((card, Shape::Code { modules: self.code.dark.clone(), side: self.code.side }));
    }
}
