//! The guide as data: what the content files say, each text with its position in the file.

use crate::changes::ChangeEntry;
use crate::contact::{Contact, Phone};
use crate::flow::Flow;
use crate::rich_text::RichText;
use crate::text::Text;
use crate::ui_strings::UiStrings;

/// The guide of one municipality: the flowchart, the advice, the contacts, the strings of the interface.
pub struct Guide {
    /// The name and the address of the site.
    pub site: Site,
    /// The document that the advice is from.
    pub source: Source,
    /// Whom to reach and how, in the order of the file; the first is the main one, [`Guide::main_contact`].
    pub contacts: Vec<Contact>,
    /// What a parent may fill into the messages.
    pub fields: Vec<Field>,
    /// Who helps, in the order in which to ask: родитель → учреждение → МОЦ. May be empty.
    pub ladder: Vec<Rung>,
    /// The rules on the start step and in print. May be empty.
    pub rules: Vec<Rule>,
    /// What the guide says nothing about, listed on the step for those whom no other step fits. May be empty.
    pub not_covered: Vec<NotCovered>,
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
    /// The pictures and the files to download, each once, in the order in which the steps name them.
    pub files: Vec<ContentFile>,
    /// The institutions whose contacts the address of the page may ask for; none is shown otherwise.
    pub institutions: Vec<Institution>,
    /// What has changed in the guide, the newest first. Empty where it has no list of changes.
    pub changes: Vec<ChangeEntry>,
    /// The path of the file with that list from the folder of the guide's file.
    pub changes_file: Option<Text>,
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
    /// Its number.
    pub phone: Option<Phone>,
    /// Its e-mail address.
    pub email: Option<Text>,
    /// The address of its own site.
    pub site: Option<Text>,
}

/// The name and the address of the site.
pub struct Site {
    /// The name.
    pub name: Text,
    /// The municipality, which follows the name in titles, where the guide names one.
    pub place: Option<Text>,
    /// One or two sentences for search engines and shared links.
    pub description: Text,
    /// The public address, where it is known; it ends with `/`.
    pub url: Option<Text>,
    /// The subject of the letters that parents send, where it is not the name.
    pub topic: Option<Text>,
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

/// Something that a parent may fill into the messages; `{id}` in a message stands for it.
pub struct Field {
    /// Its id.
    pub id: Text,
    /// What the input is called.
    pub label: Text,
    /// What stands in the message while nothing is filled in.
    pub placeholder: Text,
    /// The most characters that it takes.
    pub longest: u16,
    /// Whether it takes what was typed in the search.
    pub from_search: bool,
}

/// One of those who help.
pub struct Rung {
    /// The id.
    pub id: Text,
    /// The name that is shown.
    pub label: Text,
    /// Whether the steps on this rung show the card of the institution that the address of the page asks for.
    pub institutions: bool,
}

/// A rule to remember.
pub struct Rule {
    /// The rule itself.
    pub text: RichText,
    /// The place in the source that it is from.
    pub source: Text,
}

/// Something that people ask about and the guide says nothing about. It has no advice on that, so there are only names.
pub struct NotCovered {
    /// What it is.
    pub topic: Text,
    /// Whom to ask about it.
    pub ask: Option<Text>,
}

/// One screen of the guide: a question, advice, or contacts.
pub struct Step {
    /// The id, which is also its address (`#id`) and is never renamed.
    pub id: Text,
    /// The question, or the title of the advice.
    pub heading: Text,
    /// What stands below the heading.
    pub lead: Option<RichText>,
    /// Verbatim words of a notice, which the parent compares with the notice received.
    pub quote: Option<RichText>,
    /// What the step is.
    pub body: Body,
    /// The indices in [`Guide::contacts`] of those whose cards the step shows.
    pub contacts: Vec<usize>,
    /// What shows what the step says.
    pub picture: Option<Picture>,
    /// Whether the answer ends here: nothing has to follow.
    pub end: bool,
    /// The index in [`Guide::ladder`] of the one to ask at this step.
    pub rung: Option<usize>,
    /// The answers; none where the flow ends.
    pub options: Vec<Choice>,
    /// The place in the source that the step is from. A question without other texts needs none.
    pub source: Option<Text>,
    /// What the editors added to the source.
    pub editorial: Option<Text>,
}

/// A picture of a step.
pub struct Picture {
    /// Its path from the folder of the guide's file.
    pub file: Text,
    /// What it shows, for those who can't see it.
    pub alt: Text,
    /// Whether paper shows it too.
    pub print: bool,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

/// A file of the content folder that the site gets.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ContentFile {
    /// Its path from the folder of the guide's file.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// What a step is.
pub enum Body {
    /// It only asks.
    Question,
    /// It gives advice.
    Advice(Advice),
    /// It only shows the cards of its contacts, and the flow ends here.
    Contacts,
}

/// What not to do, what to do, and what to write.
pub struct Advice {
    /// What not to do, if there is anything to warn of.
    pub dont: Option<RichText>,
    /// What to do.
    pub act: RichText,
    /// The text to send to the institution, with placeholders for the parent's data.
    pub message: Option<RichText>,
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
    /// The heading that it stands under, together with its neighbours of the same group.
    pub group: Option<Text>,
}

impl Guide {
    /// The step with this id.
    pub fn step(&self, id: &str) -> Option<&Step> {
        self.steps.iter().find(|step| *step.id == *id)
    }

    /// The main contact: the first. `None` where the guide names none.
    pub fn main_contact(&self) -> Option<&Contact> {
        self.contacts.first()
    }

    /// The last change; `None` where the guide has no list of changes.
    pub fn last_change(&self) -> Option<&ChangeEntry> {
        self.changes.first()
    }

    /// The contacts that a step shows.
    pub fn contacts_of(&self, step: &Step) -> impl Iterator<Item = &Contact> {
        step.contacts.iter().filter_map(|index| self.contacts.get(*index))
    }

    /// What a step lists as not covered: all of it on the fallback, nothing on any other.
    pub fn not_covered_on(&self, step: &Step) -> &[NotCovered] {
        let is_fallback = self.fallback.as_ref().is_some_and(|fallback| **fallback == *step.id);
        if is_fallback { &self.not_covered } else { &[] }
    }

    /// Every text of the guide that may have links, in the order of the pages.
    pub fn rich_texts(&self) -> impl Iterator<Item = &RichText> {
        let notes = self.contacts.iter().filter_map(|contact| contact.note.as_ref());
        let rules = self.rules.iter().map(|rule| &rule.text);
        self.steps.iter().flat_map(Step::rich_texts).chain(rules).chain(notes)
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

impl Step {
    /// The texts of the step that may have links.
    fn rich_texts(&self) -> impl Iterator<Item = &RichText> {
        let advice = match &self.body {
            Body::Advice(advice) => Some(advice),
            _ => None,
        };
        let of_advice = advice.into_iter().flat_map(|advice| {
            [advice.dont.as_ref(), Some(&advice.act), advice.message.as_ref()].into_iter().flatten()
        });
        [&self.lead, &self.quote].into_iter().flatten().chain(of_advice)
    }
}
