//! What every component of the document asks: the guide, and its texts filled and set.

use crate::guide::fill::fill;
use crate::guide::model::{Guide, Hotline};
use crate::guide::walk::Flow;
use crate::site::pages::Page;
use crate::site::typography;

use super::hours;

/// The guide being written, with the facts that fill its texts.
pub struct Setting<'g> {
    pub guide: &'g Guide,
    /// The routing of the same guide.
    pub flow: Flow,
    hours: String,
    /// The offsets of the hotline's time zone, as a text; empty where nobody has told them, and then nothing says whether it is open.
    pub offsets: String,
    /// The calendar with all the hours, from the page's folder; where there is one and the page may refer to it.
    pub calendar: Option<String>,
    /// The file of what the search has learned, from the page's folder, and its integrity; where the page may ask for it.
    pub knowledge: Option<(String, String)>,
}

impl<'g> Setting<'g> {
    /// `None` where the guide has no start: the check refuses such a guide.
    pub fn new(guide: &'g Guide) -> Option<Setting<'g>> {
        let routes: Vec<_> = guide.steps.iter().map(|step| (step.id.value.clone(), turns(step))).collect();
        let flow = Flow::new(&routes, &guide.start)?;
        Some(Setting {
            guide,
            flow,
            hours: hours::hours(guide, &guide.words.week.days),
            offsets: String::new(),
            calendar: None,
            knowledge: None,
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
        let blank = &self.guide.words.blank;
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

    /// The site's title: its name and place.
    pub fn title(&self) -> String {
        let site = &self.guide.site;
        self.text(&format!("{} — {}", site.name, site.place))
    }

    /// Whose advice it is, and of what day.
    pub fn backed(&self) -> String {
        let source = &self.guide.source;
        let date = self.date(&source.date);
        self.text(&fill(&self.guide.words.page.source, &[("author", &source.author), ("date", &date)]))
    }

    /// A date of the content, `2024-12-18`, as people write it: `18.12.2024`.
    pub fn date(&self, date: &str) -> String {
        let parts: Vec<&str> = date.split('-').rev().collect();
        parts.join(".")
    }
}

fn turns(step: &crate::guide::model::Step) -> Vec<(String, String)> {
    step.options.iter().map(|option| (option.id.value.clone(), option.next.value.clone())).collect()
}

/// The full number as people read it: `+7 (4932) 48-28-08`, from what is dialled and how the source writes its end.
pub fn full_phone(hotline: &Hotline) -> String {
    readable(&hotline.phone, &hotline.phone_shown)
}

/// What is dialled, with its end written as `shown` has it.
pub fn readable(dialled: &str, shown: &str) -> String {
    let end: String = shown.chars().filter(char::is_ascii_digit).collect();
    match dialled.strip_suffix(end.as_str()).and_then(|codes| codes.split_at_checked(2)) {
        Some((country, area)) if !area.is_empty() => format!("{country} ({area}) {shown}"),
        _ => dialled.to_owned(),
    }
}

/// An address as people write it on paper: `example.ru/navigator`.
pub fn short_address(address: &str) -> &str {
    let bare = ["https://", "http://"].into_iter().find_map(|scheme| address.strip_prefix(scheme)).unwrap_or(address);
    bare.strip_suffix('/').unwrap_or(bare)
}

/// An address in the letters that people read and type: `навигатор.рф/помощь` for `xn--80aafey1amqq.xn--p1ai/%D0%BF…`.
pub fn readable_address(address: &str) -> String {
    let (host, rest) = address.split_at(address.find(['/', ':']).unwrap_or(address.len()));
    let readable = url::quirks::domain_to_unicode(host);
    let host = if readable.is_empty() { host } else { &readable };
    // Only what a browser writes as it was before.
    let plain = |c: char| c.is_alphanumeric() || "/-._~:".contains(c);
    let decoded = percent_encoding::percent_decode_str(rest).decode_utf8().ok();
    let rest = decoded.filter(|text| text.chars().all(plain)).unwrap_or(rest.into());
    format!("{host}{rest}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(address: &str, expected: &str) {
        assert_eq!(readable_address(address), expected);
    }

    #[test]
    fn addresses_are_told_in_readable_letters() {
        check("example.ru/navigator", "example.ru/navigator");
        check("xn--80aafey1amqq.xn--p1ai", "навигатор.рф");
        check("xn--80aafey1amqq.xn--p1ai:8443/%D0%B4%D0%BE%D0%BC", "навигатор.рф:8443/дом");
        check("example.ru/a%20b", "example.ru/a%20b");
        check("example.ru/%ff", "example.ru/%ff");
        check("192.168.1.20:8080/x", "192.168.1.20:8080/x");
        check("", "");
    }
}
