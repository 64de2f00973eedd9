//! The guide as data: what the content files say, each text with its position in the file.

use crate::flow::Flow;
use crate::schedule::Schedule;
use crate::text::Text;
use crate::ui_strings::UiStrings;
use crate::zone::Zone;

/// The guide of one municipality: the flowchart, the advice, the contacts, the strings of the interface.
pub struct Guide {
    /// The name and the address of the site.
    pub site: Site,
    /// The document that the advice is from.
    pub source: Source,
    /// The hotline of the support centre.
    pub hotline: Hotline,
    /// Who helps, in the order in which to ask: родитель → учреждение → МОЦ.
    pub ladder: Vec<Rung>,
    /// The rules on the start step and in print.
    pub rules: Vec<Rule>,
    /// In reading order: depth first from the start.
    pub steps: Vec<Step>,
    /// The id of the first step.
    pub start: Text,
    /// The id of the step for those whom no other step fits, to which the search leads when it finds nothing. Required where there are
    /// phrases.
    pub fallback: Option<Text>,
    /// The texts of the interface.
    pub strings: UiStrings,
    /// How to recognise a pasted notice of cancellation.
    pub notice: Option<Notice>,
    /// The institutions whose contacts the address of the page may ask for; none is shown otherwise.
    pub institutions: Vec<Institution>,
}

/// A notice of cancellation that a parent may paste into the search.
pub struct Notice {
    /// The words that it is recognised by.
    pub mark: Text,
    /// The words before the account that it names.
    pub account: Text,
    /// The id of the step that it leads to.
    pub next: Text,
}

/// A school, kindergarten or centre.
pub struct Institution {
    /// Its id, by which the address of a page asks for its contacts.
    pub id: Text,
    /// Its name.
    pub name: Text,
    /// The number to dial: `+` and digits.
    pub phone: Option<Text>,
    /// The number as people read it; where there is none, the number to dial is shown.
    pub phone_shown: Option<Text>,
    /// Its e-mail address.
    pub email: Option<Text>,
    /// The address of its own site.
    pub site: Option<Text>,
}

/// The id of the rung of [`Guide::ladder`] that stands for institutions.
pub const INSTITUTION: &str = "institution";

/// The name and the address of the site.
pub struct Site {
    /// The name.
    pub name: Text,
    /// The municipality, which follows the name in titles.
    pub place: Text,
    /// One or two sentences for search engines and shared links.
    pub description: Text,
    /// The public address, where it is known; it ends with `/`.
    pub url: Option<Text>,
}

/// The document that every sentence of advice is from.
pub struct Source {
    /// Its title.
    pub title: Text,
    /// Who published it.
    pub author: Text,
    /// Its date, such as `2024-12-18`.
    pub date: Text,
}

/// The telephone line of the support centre.
pub struct Hotline {
    /// Its name.
    pub name: Text,
    /// The number to dial: `+` and digits.
    pub phone: Text,
    /// The number as the source has it, with or without its codes.
    pub phone_shown: Text,
    /// The hours in the `opening_hours` notation of OpenStreetMap.
    pub hours: Text,
    /// The IANA name of the time zone, such as `Europe/Moscow`.
    pub time_zone: Text,
    /// Yearly public holidays, such as `02-23` or `01-01..01-08`.
    pub holidays: Vec<Text>,
    /// Single days without service, such as `2026-12-31`.
    pub closed: Vec<Text>,
    /// The address of the VK community of the centre.
    pub vk: Text,
    /// The same hours, holidays and closed days, parsed.
    pub schedule: Schedule,
    /// The offsets of `time_zone` from UTC, for [`YEARS_LISTED`](crate::zone::YEARS_LISTED) years from the source's date on.
    pub zone: Zone,
}

/// One of those who help.
pub struct Rung {
    /// The id.
    pub id: Text,
    /// The name that is shown.
    pub label: Text,
}

/// A rule to remember.
pub struct Rule {
    /// The rule itself.
    pub text: Text,
    /// The place in the source that it is from.
    pub source: Text,
}

/// One screen of the guide: a question, advice, or the hotline.
pub struct Step {
    /// The id, which is also its address (`#id`) and is never renamed.
    pub id: Text,
    /// The question, or the title of the advice.
    pub heading: Text,
    /// A paragraph below the heading.
    pub lead: Option<Text>,
    /// Verbatim words of a notice, which the parent compares with the notice received.
    pub quote: Option<Text>,
    /// What the step is.
    pub body: Body,
    /// The index in [`Guide::ladder`] of the one to ask at this step.
    pub rung: Option<usize>,
    /// The answers; none where the flow ends.
    pub options: Vec<Choice>,
    /// The place in the source that the step is from. A question without other texts needs none.
    pub source: Option<Text>,
    /// What the editors added to the source.
    pub editorial: Option<Text>,
}

/// What a step is.
pub enum Body {
    /// It only asks.
    Question,
    /// It gives advice.
    Advice(Advice),
    /// It shows the hotline's card, and the flow ends here.
    Hotline,
}

/// What not to do, what to do, and what to write.
pub struct Advice {
    /// What not to do.
    pub dont: Text,
    /// What to do.
    pub act: Text,
    /// The text to send to the institution, with placeholders for the parent's data.
    pub message: Option<Text>,
}

/// An answer to the question of a step.
pub struct Choice {
    /// The id, unique within the step.
    pub id: Text,
    /// The text of the answer.
    pub label: Text,
    /// A shorter text for the trail; the label where there is none.
    pub short: Option<Text>,
    /// The id of the step that it leads to.
    pub next: Text,
    /// Whether it is set apart from the others, such as «ничего не подошло».
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
