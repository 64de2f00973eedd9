//! The guide as data: what a content file says, each text with its place in the file.

use crate::flow::Flow;
use crate::schedule::Schedule;
use crate::text::Text;
use crate::ui_strings::UiStrings;
use crate::zone::Zone;

/// One municipality's guide: the flowchart, the advice, the contacts, the interface's words.
pub struct Guide {
    pub site: Site,
    pub source: Source,
    pub hotline: Hotline,
    /// Who helps, in the order in which to ask: родитель → учреждение → МОЦ.
    pub ladder: Vec<Rung>,
    /// The rules that stand on the start step and in print.
    pub rules: Vec<Rule>,
    /// In the order in which the flow is read from its start.
    pub steps: Vec<Step>,
    /// The id of the step a parent begins at.
    pub start: Text,
    /// The id of the step for those whom nothing fits: the search leads there when it finds no other. Named wherever there
    /// are phrases.
    pub fallback: Option<Text>,
    pub strings: UiStrings,
    /// How to recognise a pasted notice of cancellation.
    pub notice: Option<Notice>,
    /// The institutions that a page may name as the parent's own; none is named unasked.
    pub institutions: Vec<Institution>,
}

/// A notice of cancellation: the words it is known by, those before the account it names, the step to go on from.
pub struct Notice {
    pub mark: Text,
    pub account: Text,
    pub next: Text,
}

/// A school, kindergarten or centre, whose page may ask for its contacts by id.
pub struct Institution {
    pub id: Text,
    pub name: Text,
    /// What a phone dials.
    pub phone: Option<Text>,
    /// How people read the number; what is dialled where there is none.
    pub phone_shown: Option<Text>,
    pub email: Option<Text>,
    /// Its own site.
    pub site: Option<Text>,
}

/// The id of the rung of [`Guide::ladder`] that institutions stand on.
pub const INSTITUTION: &str = "institution";

/// The site's own name and address.
pub struct Site {
    pub name: Text,
    /// The municipality, as it follows the name in titles.
    pub place: Text,
    /// One or two sentences for search engines and shared links.
    pub description: Text,
    /// The public address, where it is known; it ends in `/`.
    pub url: Option<Text>,
}

/// The document that backs every sentence of advice.
pub struct Source {
    pub title: Text,
    pub author: Text,
    /// Its date, `2024-12-18`.
    pub date: Text,
}

/// The support centre's telephone line.
pub struct Hotline {
    pub name: Text,
    /// What a phone dials: `+` and digits.
    pub phone: Text,
    /// How the source writes the number.
    pub phone_shown: Text,
    /// OpenStreetMap `opening_hours` notation, as written in the file.
    pub hours: Text,
    /// IANA name, such as `Europe/Moscow`.
    pub time_zone: Text,
    /// Yearly public holidays: `02-23` or `01-01..01-08`.
    pub holidays: Vec<Text>,
    /// Single days without service, `2026-12-31`.
    pub closed: Vec<Text>,
    /// The centre's VK community.
    pub vk: Text,
    /// The same hours, holidays and exceptions, ready to be asked.
    pub schedule: Schedule,
    /// The offsets of `time_zone` from UTC, for some years from the source's date on.
    pub zone: Zone,
}

/// One who helps.
pub struct Rung {
    pub id: Text,
    pub label: Text,
}

/// A rule to remember.
pub struct Rule {
    pub text: Text,
    /// The place in the source that backs it.
    pub source: Text,
}

/// One screen of the guide: a question with options, or a piece of advice, or a contact.
pub struct Step {
    /// Also its address (`#id`), never renamed.
    pub id: Text,
    /// The question itself, or the advice's title.
    pub heading: Text,
    pub lead: Option<Text>,
    /// A wording to compare with, verbatim from the source.
    pub quote: Option<Text>,
    pub body: Body,
    /// The index in [`Guide::ladder`] of whom to turn to now.
    pub rung: Option<usize>,
    pub options: Vec<Choice>,
    /// The place in the source that backs the step. A bare question needs none.
    pub source: Option<Text>,
    /// What of it the editors added to the source.
    pub editorial: Option<Text>,
}

/// What a step tells.
pub enum Body {
    /// It only asks.
    Question,
    Advice(Advice),
    /// The hotline's card: the way through the flow ends here.
    Hotline,
}

/// What not to do, what to do, and what to write.
pub struct Advice {
    pub dont: Text,
    pub act: Text,
    /// The text to send to the institution, with places for the parent's data.
    pub message: Option<Text>,
}

/// An answer to a step's question, and the step it leads to.
pub struct Choice {
    pub id: Text,
    pub label: Text,
    /// A few words for the trail; the label where there are none.
    pub short: Option<Text>,
    pub next: Text,
    /// Set apart from the others: «ничего не подошло».
    pub aside: bool,
}

impl Guide {
    /// The step with this id.
    pub fn step(&self, id: &str) -> Option<&Step> {
        self.steps.iter().find(|step| *step.id == *id)
    }

    /// The routing of the guide. `None` where it has no start, which the check refuses.
    pub fn flow(&self) -> Option<Flow> {
        let options = |step: &Step| -> Vec<(String, String)> {
            step.options.iter().map(|option| (option.id.value.clone(), option.next.value.clone())).collect()
        };
        let steps: Vec<_> = self.steps.iter().map(|step| (step.id.value.clone(), options(step))).collect();
        Flow::new(&steps, &self.start)
    }
}
