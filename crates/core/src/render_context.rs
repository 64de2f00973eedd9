//! What the views of a page render from: the guide, its flow, and its texts with placeholders filled and no-break spaces set.

use crate::fill::fill;
use crate::flow::Flow;
use crate::guide::Guide;
use crate::hours_text::hours_text;
use crate::pages::Page;
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
            hours: hours_text(&guide.hotline.schedule, &guide.strings, &guide.strings.week.days),
            calendar: None,
            search_model: None,
        })
    }

    /// A text of the guide as a page shows it: `{phone}` and `{hours}` filled, no-break spaces set.
    pub fn text(&self, text: &str) -> String {
        let hotline = &self.guide.hotline;
        with_no_break_spaces(&fill(text, &[("phone", &hotline.phone_shown), ("hours", &self.hours)]))
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

    /// A date of the content, `2024-12-18`, as it is written in Russian: `18.12.2024`.
    pub fn date(&self, date: &str) -> String {
        let parts: Vec<&str> = date.split('-').rev().collect();
        parts.join(".")
    }
}
