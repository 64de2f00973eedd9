//! How high the parts of the print are, reckoned with the sizes of `print.css`. As texts are measured in the widest of the usual fonts, the
//! parts are no higher on paper, and often a little lower.

use guide_core::contact::{Contact, Phone};
use guide_core::guide::{Advice, Body, Picture, Rule, Step};
use guide_core::render_context::RenderContext;
use guide_core::rich_text::{Block, Inline, RichText, plain_inlines};

use super::contact_card::link_name;
use super::contacts;
use super::outline::{Answer, FurtherStep, Outline, Situation, is_contacts};
use super::print_contents::Entry;
use super::sheets::Part;
use super::space_budget::{BOLD, REGULAR, TextStyle};

/// The width of the sheet within its margins, millimetres.
const WIDTH: f64 = 180.0;
/// The root's font size, millimetres.
const REM: f64 = 12.0 * 25.4 / 72.0;
/// What answers are indented by, with their border.
const INDENT: f64 = 0.875 * REM + 0.4;
/// A situation of this height may be divided between sheets: as a whole it could leave most of a sheet empty.
const MAX_WHOLE: f64 = 125.0;
/// The width that a number of a sheet takes behind what leads there.
const NUMBER_WIDTH: f64 = 16.0;
/// The height of what is no text in the frames of an advice, and its width: borders and padding.
const FRAME: (f64, f64) = (0.4375 * REM + 0.8, REM + 2.0);
/// The same of the frame of a contact, with the margin above it.
const CONTACT_FRAME: (f64, f64) = (2.0 * REM + 0.8, 1.625 * REM + 0.8);

const TEXT: TextStyle = TextStyle { points: 10.2, leading: 1.3, letters: REGULAR };
const STRONG: TextStyle = TextStyle { letters: BOLD, ..TEXT };
const TITLE: TextStyle = TextStyle { points: 21.0, leading: 1.15, letters: BOLD };
const HEADING: TextStyle = TextStyle { points: 13.8, leading: 1.25, letters: BOLD };
const SITUATION: TextStyle = TextStyle { points: 12.0, leading: 1.25, letters: BOLD };
const PHONE: TextStyle = TextStyle { points: 21.0, leading: 1.1, letters: BOLD };

/// Measures the parts of a print.
pub struct Heights<'h, 'g> {
    /// What the texts are filled from.
    pub context: &'h RenderContext<'g>,
    /// The parts of the situations.
    pub outline: &'h Outline<'g>,
}

impl Heights<'_, '_> {
    /// What stands before the contents and the situations: title, rules, who helps.
    pub fn front(&self) -> Part {
        let guide = self.context.guide;
        let strings = &guide.strings.page;
        let title = TITLE.height(&self.context.title(), WIDTH);
        let lead = format!("{} {}", self.context.text(&guide.site.description), self.context.sheet_line());
        let rule = |rule: &Rule| self.rich(&rule.text, WIDTH - 3.25 * REM - 0.8) + 0.125 * REM;
        let rules: f64 = guide.rules.iter().map(rule).sum();
        let rules = if guide.rules.is_empty() { 0.0 } else { rules + HEADING.line() + 1.875 * REM + 0.8 };
        let rungs: Vec<String> =
            guide.ladder.iter().map(|rung| format!("→ {}", self.context.text(&rung.label))).collect();
        let ladder =
            STRONG.height(&rungs.join("  "), WIDTH) + HEADING.height(&self.context.text(&strings.ladder), WIDTH);
        let ladder = if guide.ladder.is_empty() { 0.0 } else { ladder + REM };
        Part { height: title + TEXT.height(&lead, WIDTH) + 0.25 * REM + rules + ladder, keeps_next: false }
    }

    /// The heading before all contents, or before all situations, with the margins of a section.
    pub fn section(&self, heading: &str) -> Part {
        Part { height: self.heading(heading), keeps_next: true }
    }

    /// A line of the contents.
    pub fn entry(&self, entry: &Entry) -> Part {
        let indent = if entry.is_within { 1.5 * REM } else { 0.0 };
        let group = entry.group.as_ref().map_or(0.0, |group| SITUATION.height(group, WIDTH) + 0.5 * REM);
        Part {
            height: group + TEXT.height(&entry.name, WIDTH - indent - NUMBER_WIDTH) + 0.125 * REM,
            keeps_next: false,
        }
    }

    /// All situations, one part for each position of the outline, and whether each may be divided between sheets.
    pub fn situations(&self) -> (Vec<Part>, Vec<bool>) {
        let (mut parts, mut divided) = (Vec::new(), Vec::new());
        let mut last_group = None;
        for situation in &self.outline.situations {
            let group = situation.option.group.as_ref();
            let begins = group.map(|group| &**group) != last_group;
            last_group = group.map(|group| &**group);
            let heading = group.filter(|_| begins).map_or(0.0, |group| self.heading(&self.context.text(group)));
            let from = parts.len();
            self.situation(situation, &mut parts);
            let is_whole = height_of(&parts[from..]) <= MAX_WHOLE;
            let last = parts.len() - 1;
            if is_whole {
                parts[from..last].iter_mut().for_each(|part| part.keeps_next = true);
            }
            parts[from].height += heading;
            divided.push(!is_whole);
        }
        (parts, divided)
    }

    /// The frames of the contacts: that of the main one, and those of the others.
    pub fn contacts(&self) -> Part {
        let guide = self.context.guide;
        let Some((main, others)) = guide.contacts.split_first() else {
            return Part { height: 14.0 * REM, keeps_next: false };
        };
        let codes = usize::from(guide.site.url.is_some()) + usize::from(!main.links.is_empty());
        let width = WIDTH - CONTACT_FRAME.1 - codes as f64 * 11.0 * REM;
        let code = if codes > 0 { 10.0 * REM + 4.0 * TEXT.line() } else { 0.0 };
        let main = self.contact(main, width).max(code) + CONTACT_FRAME.0;
        let column = (WIDTH - 0.75 * REM) / 2.0 - CONTACT_FRAME.1;
        let row = |row: &[Contact]| {
            row.iter().map(|contact| self.contact(contact, column)).fold(0.0, f64::max) + CONTACT_FRAME.0
        };
        Part { height: main + others.chunks(2).map(row).sum::<f64>(), keeps_next: false }
    }

    /// The name and the facts of a contact, as [`contacts::facts`] shows them.
    fn contact(&self, contact: &Contact, width: f64) -> f64 {
        let text = |text: &str| TEXT.height(&self.context.text(text), width) + 0.25 * REM;
        let number = |phone: &Phone| {
            let whose = phone.label.as_ref().map_or("", |label| label);
            let full = text(&format!("{} {}", self.context.guide.strings.page.full_phone, phone.full()));
            PHONE.height(&format!("{} {whose}", phone.short()), width) + 0.25 * REM + full
        };
        let hours = contact.hours.as_ref().map_or(0.0, |hours| {
            let lead = hours.lead.as_ref().unwrap_or(&self.context.guide.strings.page.hours);
            let zone = hours.zone_text.as_ref().map_or("", |zone| zone);
            text(&format!("{lead} {}. {zone}", self.context.hours(contact)))
        });
        let pages = contact.links.iter().map(|link| text(&format!("{}: {}", link_name(self.context, link), link.url)));
        HEADING.height(&self.context.text(&contact.name), width)
            + contacts::lead(self.context, contact).map_or(0.0, |lead| self.rich(lead, width) + 0.25 * REM)
            + contact.phones.iter().map(number).sum::<f64>()
            + hours
            + contact.email.as_ref().map_or(0.0, |email| text(email))
            + contact
                .address
                .as_ref()
                .map_or(0.0, |place| text(&format!("{} {place}", self.context.guide.strings.page.address)))
            + pages.sum::<f64>()
    }

    fn heading(&self, text: &str) -> f64 {
        HEADING.height(text, WIDTH) + 1.375 * REM
    }

    fn situation(&self, Situation { number, option, step, answers, further, .. }: &Situation, parts: &mut Vec<Part>) {
        let label = SITUATION.height(&format!("{number}. {}", self.context.text(&option.label)), WIDTH);
        let mut own = Part { height: label + 0.8125 * REM + 0.4, keeps_next: false };
        let Some(answers) = answers else {
            own.height += self.reference("", step, WIDTH);
            return parts.push(own);
        };
        let heading = if *step.heading == *option.label { "" } else { &step.heading };
        own.height += self.ask("", heading, step, WIDTH) + self.content(step, WIDTH);
        own.keeps_next = leads_on(step, answers);
        parts.push(own);
        self.answers(answers, WIDTH, parts);
        for FurtherStep { step, answers, .. } in further {
            let ask = self.ask("", &step.heading, step, WIDTH) + 0.5 * REM;
            parts.push(Part { height: ask + self.content(step, WIDTH), keeps_next: leads_on(step, answers) });
            self.answers(answers, WIDTH, parts);
        }
    }

    /// The parts of answers in a column of this width.
    fn answers(&self, answers: &[Answer], width: f64, parts: &mut Vec<Part>) {
        let width = width - INDENT;
        let mut last_group = None;
        for (index, Answer { option, step, answers, .. }) in answers.iter().enumerate() {
            let group = option.group.as_ref().map(|group| self.context.text(group));
            let begins = index == 0 || group != last_group;
            let heading =
                group.as_ref().filter(|_| begins).map_or(0.0, |group| STRONG.height(group, width) + 0.375 * REM);
            let margin = if begins { 0.75 * REM } else { 0.375 * REM };
            last_group = group;
            let own = match answers {
                None => self.reference(&option.label, step, width),
                Some(_) => {
                    let is_named = *step.heading == *option.label && self.outline.number(step).is_none();
                    let heading = if is_named { "" } else { &step.heading };
                    self.ask(&option.label, heading, step, width) + self.content(step, width)
                }
            };
            let keeps_next = answers.as_ref().is_some_and(|answers| leads_on(step, answers));
            parts.push(Part { height: heading + margin + own, keeps_next });
            if let Some(answers) = answers {
                self.answers(answers, width, parts);
            }
        }
    }

    /// The line with an answer and the heading of its step, and the lead.
    fn ask(&self, label: &str, heading: &str, step: &Step, width: f64) -> f64 {
        let label = if label.is_empty() { String::new() } else { format!("{} →  ", self.context.text(label)) };
        let number = self.outline.number(step).map_or_else(String::new, |number| format!("{number}. "));
        let lead = step.lead.as_ref().map_or(0.0, |lead| self.rich(lead, width) + 0.125 * REM);
        mixed_height(&label, &format!("{number}{}", self.context.text(heading)), width) + lead
    }

    /// The line with a reference, behind an answer or alone.
    fn reference(&self, label: &str, step: &Step, width: f64) -> f64 {
        let see = &self.context.guide.strings.paper.see;
        let situation = self.outline.situation_of(step);
        let name = self.context.text(situation.map_or(&step.heading, |situation| &situation.option.label));
        let number = self.outline.number(step).unwrap_or_default();
        let name = if is_contacts(step) { self.contact_names(step) } else { format!("{number}. {name}, 0000") };
        mixed_height(&self.context.text(&format!("{label} →  {see} ")), &name, width) + 0.125 * REM
    }

    /// What stands below the heading and the lead: picture, quote, advice, contacts.
    fn content(&self, step: &Step, width: f64) -> f64 {
        let picture =
            step.picture.as_ref().filter(|picture| picture.print).map_or(0.0, |picture| picture_height(picture, width));
        let quote = step.quote.as_ref().map_or(0.0, |quote| self.rich(quote, width - 2.0 * REM) + REM);
        let advice = match &step.body {
            Body::Advice(advice) => self.advice(advice, width),
            _ => 0.0,
        };
        let see = format!("{} {}", self.context.guide.strings.paper.see, self.contact_names(step));
        let contacts = if step.contacts.is_empty() { 0.0 } else { STRONG.height(&see, width) + 0.125 * REM };
        picture + quote + advice + contacts
    }

    /// The frames with what to do and what not, beside each other.
    fn advice(&self, advice: &Advice, width: f64) -> f64 {
        let strings = &self.context.guide.strings.page;
        let act = |width: f64| self.framed(&strings.act, &advice.act, width);
        let Some(dont) = &advice.dont else { return act(width) + 0.25 * REM };
        let dont = |width: f64| self.framed(&strings.dont, dont, width);
        let free = width - 0.5 * REM;
        // Under an answer the widths depend on the texts; a height is no more than in the narrowest that each can have.
        let shares = match (width < WIDTH, advice.dont.as_ref()) {
            (true, Some(text)) => {
                let (left, right) = (self.widest_line(text), self.widest_line(&advice.act));
                let left = (left / (left + right)).clamp(0.33, 0.67);
                (left, 1.0 - left)
            }
            _ => (0.375, 0.625),
        };
        dont(free * shares.0).max(act(free * shares.1)) + 0.25 * REM
    }

    /// A text in a frame, after its heading in the same line.
    fn framed(&self, heading: &str, text: &RichText, width: f64) -> f64 {
        let inside = width - FRAME.1;
        let text = match text.as_paragraph() {
            Some(inlines) => {
                let style = style_of(inlines);
                style.height(&self.context.text(&format!("000 {heading} {}", flat(inlines))), inside)
            }
            None => TEXT.line() + self.blocks(&text.blocks, inside),
        };
        text + FRAME.0
    }

    /// The width of a text's widest paragraph in one line.
    fn widest_line(&self, text: &RichText) -> f64 {
        text.plain().lines().map(|line| TEXT.width(&self.context.text(line))).fold(0.0, f64::max) + FRAME.1 + 20.0
    }

    fn rich(&self, text: &RichText, width: f64) -> f64 {
        self.blocks(&text.blocks, width)
    }

    fn blocks(&self, blocks: &[Block], width: f64) -> f64 {
        let block = |block: &Block| match block {
            Block::Paragraph(inlines) => style_of(inlines).height(&self.context.text(&flat(inlines)), width),
            Block::List { items, .. } => {
                items.iter().map(|item| self.blocks(item, width - 1.5 * REM) + 0.25 * REM).sum()
            }
        };
        let gaps = blocks.len().saturating_sub(1) as f64 * 0.5 * REM;
        blocks.iter().map(block).sum::<f64>() + gaps
    }

    fn contact_names(&self, step: &Step) -> String {
        let names: Vec<String> =
            self.context.guide.contacts_of(step).map(|contact| self.context.text(&contact.name)).collect();
        names.join(", ")
    }
}

/// Whether a part ends with a question, which its answers must follow.
fn leads_on(step: &Step, answers: &[Answer]) -> bool {
    !answers.is_empty() && !matches!(step.body, Body::Advice(_)) && step.quote.is_none() && step.contacts.is_empty()
}

/// The height of a line that begins in regular letters and goes on in bold ones.
fn mixed_height(regular: &str, bold: &str, width: f64) -> f64 {
    let (narrow, wide) = (TEXT.width(regular), STRONG.width(bold));
    let text = format!("{regular}{bold}");
    let letters = (narrow + wide) / TEXT.width(&text).max(0.1);
    TextStyle { letters, ..TEXT }.height(&text, width)
}

fn height_of(parts: &[Part]) -> f64 {
    parts.iter().map(|part| part.height).sum()
}

/// The height of a picture with its margins. Its pixels are those of the page, 96 to the inch.
fn picture_height(picture: &Picture, width: f64) -> f64 {
    let (own_width, own_height) = (f64::from(picture.width) * 25.4 / 96.0, f64::from(picture.height) * 25.4 / 96.0);
    (own_height * (width / own_width).min(1.0)).min(45.0) + REM
}

fn style_of(inlines: &[Inline]) -> TextStyle {
    if inlines.iter().any(|inline| matches!(inline, Inline::Bold(_))) { STRONG } else { TEXT }
}

/// The text of a paragraph with the line breaks that paper shows.
fn flat(inlines: &[Inline]) -> String {
    let text = |inline: &Inline| match inline {
        Inline::Text(text) => text.replace('\n', " "),
        Inline::Break => "\n".to_owned(),
        Inline::Bold(inside) => flat(inside),
        Inline::Link { .. } => plain_inlines(std::slice::from_ref(inline)),
    };
    inlines.iter().map(text).collect()
}
