//! What the views of a page render from: the guide, its flow, and its texts with placeholders filled and no-break spaces set.

use crate::fill::fill;
use crate::flow::Flow;
use crate::guide::Guide;
use crate::hours_text::hours_text;
use crate::pages::Page;
use crate::schedule::civil::Date;
use crate::typography::with_no_break_spaces;

/// The guide that is rendered, with the facts that fill its texts.
#[derive(Clone)]
pub struct RenderContext<'g> {
    /// The guide itself.
    pub guide: &'g Guide,
    /// The routing of the guide.
    pub flow: Flow,
    hours: String,
    /// The path from the page's folder to the calendar file, where there is one and the page links to it.
    pub calendar: Option<String>,
    /// The path from the page's folder to the search model, and its integrity (SRI), where the page has a search.
    pub search_model: Option<(String, String)>,
}

impl<'g> RenderContext<'g> {
    /// A context without calendar and search model. `None` where the guide has no start, which the check refuses.
    pub fn new(guide: &'g Guide) -> Option<RenderContext<'g>> {
        Some(RenderContext {
            guide,
            flow: guide.flow()?,
            hours: hours_text(guide, &guide.strings.week.days),
            calendar: None,
            search_model: None,
        })
    }

    /// A text of the guide as a page shows it: `{phone}` and `{hours}` filled, no-break spaces set.
    pub fn text(&self, text: &str) -> String {
        let hotline = &self.guide.hotline;
        let filled = fill(text, &[("phone", &hotline.phone_shown), ("hours", &self.hours)]);
        with_no_break_spaces(&filled, &self.guide.strings.language)
    }

    /// The absolute address of a page, where that of the site is known.
    pub fn address(&self, page: Page) -> Option<String> {
        self.guide.site.url.as_ref().map(|url| format!("{url}{}", page.address()))
    }

    /// The weekly opening hours in words, with plain spaces.
    pub fn hours(&self) -> &str {
        &self.hours
    }

    /// A message with a blank in place of each of the parent's data.
    pub fn message(&self, text: &str) -> String {
        let blank = &self.guide.strings.blank;
        let filled = fill(
            text,
            &[
                ("child", &blank.child),
                ("born", &blank.born),
                ("programme", &blank.programme),
                ("situation", &blank.situation),
            ],
        );
        self.text(&filled)
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
        self.text(&format!("{} — {}", site.name, site.place))
    }

    /// The line that names the source of the advice: its author and its date.
    pub fn source_line(&self) -> String {
        let source = &self.guide.source;
        let date = self.date(&source.date);
        self.text(&fill(&self.guide.strings.page.source, &[("author", &source.author), ("date", &date)]))
    }

    /// A date of the content, `2024-12-18`, as its language writes it: `18.12.2024`, `18 December 2024`. What is no date, which the
    /// loader reports, stays as it is.
    pub fn date(&self, date: &str) -> String {
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
        fill(&strings.dates.date, &values)
    }
}
