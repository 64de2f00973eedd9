//! What every component of the document asks: the guide, and its texts filled and set.

use crate::fill::fill;
use crate::flow::Flow;
use crate::guide::Guide;
use crate::hours_text::hours_text;
use crate::pages::Page;
use crate::typography;

/// The guide being written, with the facts that fill its texts.
#[derive(Clone)]
pub struct RenderContext<'g> {
    pub guide: &'g Guide,
    /// The routing of the same guide.
    pub flow: Flow,
    hours: String,
    /// The calendar with all the hours, from the page's folder; where there is one and the page may refer to it.
    pub calendar: Option<String>,
    /// The file of what the search has learned, from the page's folder, and its integrity; where the page may ask for it.
    pub search_model: Option<(String, String)>,
}

impl<'g> RenderContext<'g> {
    /// `None` where the guide has no start: the check refuses such a guide.
    pub fn new(guide: &'g Guide) -> Option<RenderContext<'g>> {
        Some(RenderContext {
            guide,
            flow: guide.flow()?,
            hours: hours_text(guide, &guide.strings.week.days),
            calendar: None,
            search_model: None,
        })
    }

    /// A text of the guide as it stands on the page.
    pub fn text(&self, text: &str) -> String {
        let hotline = &self.guide.hotline;
        typography::set(&fill(text, &[("phone", &hotline.phone_shown), ("hours", &self.hours)]))
    }

    /// The absolute address of a page, where the site's own is known.
    pub fn address(&self, page: Page) -> Option<String> {
        self.guide.site.url.as_ref().map(|url| format!("{url}{}", page.address()))
    }

    /// The opening hours in words, not yet set.
    pub fn hours(&self) -> &str {
        &self.hours
    }

    /// A message with its empty places marked.
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

    /// The situations in the few words that the trail has for them.
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

    /// Whose advice it is, and of what day.
    pub fn backed(&self) -> String {
        let source = &self.guide.source;
        let date = self.date(&source.date);
        self.text(&fill(&self.guide.strings.page.source, &[("author", &source.author), ("date", &date)]))
    }

    /// A date of the content, `2024-12-18`, as people write it: `18.12.2024`.
    pub fn date(&self, date: &str) -> String {
        let parts: Vec<&str> = date.split('-').rev().collect();
        parts.join(".")
    }
}
