//! What the views of a page render from: the guide, its flow, and its texts with placeholders filled and no-break spaces set.

use crate::changes::ChangeEntry;
use crate::contact::Contact;
use crate::fill::fill;
use crate::flow::Flow;
use crate::guide::Guide;
use crate::hours_text::hours_text;
use crate::pages::{Page, SHEET_DATE};
use crate::schedule::Date;
use crate::typography::with_no_break_spaces;

/// The guide that is rendered, with the facts that fill its texts.
#[derive(Clone)]
pub struct RenderContext<'g> {
    /// The guide itself.
    pub guide: &'g Guide,
    /// The routing of the guide.
    pub flow: Flow,
    /// What each placeholder of the guide's texts stands for.
    facts: Vec<(String, String)>,
    /// The path from the page's folder to the site's; `None` on the page that cannot refer to other files.
    pub root: Option<String>,
    /// The files of the content folder: the path of each from there, and from the site's folder.
    pub files: Vec<(String, String)>,
    /// The path from the page's folder to the search model, and its integrity (SRI), where the page has a search.
    pub search_model: Option<(String, String)>,
}

impl<'g> RenderContext<'g> {
    /// A context without calendar and search model. `None` where the guide has no start, which the check refuses.
    pub fn new(guide: &'g Guide) -> Option<RenderContext<'g>> {
        Some(RenderContext {
            guide,
            flow: guide.flow()?,
            facts: facts(guide),
            root: None,
            files: Vec::new(),
            search_model: None,
        })
    }

    /// A text of the guide as a page shows it: `{phone}` and `{hours}` filled, no-break spaces set.
    pub fn text(&self, text: &str) -> String {
        let facts: Vec<(&str, &str)> = self.facts.iter().map(|(name, fact)| (name.as_str(), fact.as_str())).collect();
        with_no_break_spaces(&fill(text, &facts), &self.guide.strings.language)
    }

    /// A text as a page shows it, but with what looks like a placeholder as it is written.
    pub fn verbatim(&self, text: &str) -> String {
        with_no_break_spaces(text, &self.guide.strings.language)
    }

    /// The absolute address of a page, where that of the site is known.
    pub fn address(&self, page: Page) -> Option<String> {
        self.guide.site.url.as_ref().map(|url| format!("{url}{}", page.address()))
    }

    /// The address of the site with the date of the guide's last change, if it has one: where the QR codes of printed sheets lead. `None`
    /// where the site's address is not known.
    pub fn sheet_address(&self) -> Option<String> {
        let site = self.address(Page::Guide)?;
        let date = self.guide.last_change().and_then(ChangeEntry::code);
        Some(date.map_or_else(|| site.clone(), |date| format!("{site}{SHEET_DATE}{date}")))
    }

    /// The opening hours of a contact in words, with plain spaces; empty where they are not known.
    pub fn hours(&self, contact: &Contact) -> String {
        let strings = &self.guide.strings;
        contact
            .hours
            .as_ref()
            .map_or_else(String::new, |hours| hours_text(&hours.schedule, strings, &strings.week.days))
    }

    /// A message with its placeholder in place of each of the parent's data.
    pub fn message(&self, text: &str) -> String {
        let fields: Vec<(&str, &str)> =
            self.guide.fields.iter().map(|field| (&*field.id.value, &*field.placeholder.value)).collect();
        self.text(&fill(text, &fields))
    }

    /// The options of the first step, without those set apart, in the few words that the trail has for them.
    pub fn situations(&self) -> Vec<String> {
        let start = self.guide.step(&self.guide.start);
        let options = start.map_or(&[][..], |start| &start.options).iter().filter(|option| !option.aside);
        options.map(|option| self.text(option.short.as_ref().unwrap_or(&option.label))).collect()
    }

    /// The site's title: its name and place.
    pub fn title(&self) -> String {
        let site = &self.guide.site;
        match &site.place {
            Some(place) => self.text(&format!("{} — {place}", site.name)),
            None => self.text(&site.name),
        }
    }

    /// The line that names the source of the advice: its author and its date.
    pub fn source_line(&self) -> String {
        let source = &self.guide.source;
        let date = self.date(&source.date);
        self.text(&fill(&self.guide.strings.page.source, &[("author", &source.author), ("date", &date)]))
    }

    /// The sentence that says when the guide was last changed; `None` where it has no list of changes.
    pub fn changed_line(&self) -> Option<String> {
        let change = self.guide.last_change()?;
        let changed = self.text(&self.guide.strings.changes.changed);
        Some(fill(&changed, &[("date", &self.long_date(&change.date))]))
    }

    /// The line at the foot of a printed sheet: the source, and when the guide was last changed.
    pub fn sheet_line(&self) -> String {
        let lines = [Some(self.source_line()), self.changed_line()];
        lines.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// The path of a file of the content folder, from the site's folder.
    pub fn file_address(&self, path: &str) -> Option<&str> {
        self.files.iter().find(|(known, _)| known == path).map(|(_, file)| file.as_str())
    }

    /// The path of a file of the content folder, from the page's folder; `None` where the page cannot refer to it.
    pub fn file_href(&self, path: &str) -> Option<String> {
        Some(format!("{}{}", self.root.as_ref()?, self.file_address(path)?))
    }

    /// The date of the source; `None` where it is none, which the loading refuses.
    pub fn source_date(&self) -> Option<Date> {
        Date::parse(&self.guide.source.date)
    }

    /// A date of the content, `2024-12-18`, as its language writes it: `18.12.2024`, `18 December 2024`, with no-break
    /// spaces. What is no date, which the loading refuses, stays as it is.
    pub fn date(&self, date: &str) -> String {
        self.written_date(date, &self.verbatim(&self.guide.strings.dates.date))
    }

    /// The same as a sentence has it: `26 ноября 2026 г.` A line may break before the year, as the whole is long for a narrow screen.
    pub fn long_date(&self, date: &str) -> String {
        let pattern = self.verbatim(&self.guide.strings.dates.long).replace("\u{a0}{year}", " {year}");
        self.written_date(date, &pattern)
    }

    /// A date by its pattern, which has its no-break spaces.
    fn written_date(&self, date: &str, pattern: &str) -> String {
        let strings = &self.guide.strings;
        let Some(parsed) = Date::parse(date) else { return date.to_owned() };
        let (day, month, year) = (parsed.day(), parsed.month(), parsed.year());
        let name = strings.status.months.get(usize::from(month).saturating_sub(1)).map_or("", |name| name);
        let values = [
            ("day", &*day.to_string()),
            ("dd", &format!("{day:02}")),
            ("mm", &format!("{month:02}")),
            ("month", name),
            ("year", &year.to_string()),
        ];
        fill(pattern, &values)
    }
}

/// The name of each placeholder of the guide's texts, and the fact that it stands for: the main contact's phone and hours, and those of
/// each contact by its id.
fn facts(guide: &Guide) -> Vec<(String, String)> {
    let strings = &guide.strings;
    let mut facts = Vec::new();
    for (index, contact) in guide.contacts.iter().enumerate() {
        let phone = contact.phone().map(|phone| ("phone", phone.short()));
        let hours = contact.hours.as_ref();
        let hours = hours.map(|hours| ("hours", hours_text(&hours.schedule, strings, &strings.week.days)));
        for (name, fact) in phone.into_iter().chain(hours) {
            if index == 0 {
                facts.push((name.to_owned(), fact.clone()));
            }
            facts.push((format!("{}.{name}", contact.id), fact));
        }
    }
    facts
}
