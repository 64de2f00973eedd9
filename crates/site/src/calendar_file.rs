//! The hotline's hours as a calendar file of the site.

use guide_core::calendar::Calendar;
use guide_core::fill::fill;
use guide_core::pages::HOTLINE_CALENDAR;
use guide_core::phone_number::full_phone;
use guide_core::render_context::RenderContext;
use guide_core::schedule::Date;
use guide_core::zone::YEARS_LISTED;

use crate::file::File;
use crate::site_error::SiteError;

/// The calendar file; `None` where the hotline is never open. The same content gives the same bytes, whenever it is built.
///
/// It covers the years for which the offsets of the zone are known, from the source's date on. Yearly holidays are known for all of
/// them. Closed days of later years may still be decreed, so each event says to ask, as the page does.
pub fn calendar_file(context: &RenderContext) -> Result<Option<File>, SiteError> {
    let (hotline, strings, source) = (&context.guide.hotline, &context.guide.strings, &context.guide.source);
    let first = Date::parse(&source.date).ok_or(SiteError::SourceDateUnreadable)?;
    let last = Date::new(first.year() + YEARS_LISTED - 1, 12, 31).ok_or(SiteError::SourceDateTooLate)?;
    let id: String = hotline.phone.chars().filter(char::is_ascii_digit).collect();
    let source_note = fill(&strings.page.source, &[("author", &source.author), ("date", &context.date(&source.date))]);
    let calendar = Calendar {
        schedule: &hotline.schedule,
        days: (first, last),
        zone: &hotline.zone,
        zone_name: &hotline.time_zone,
        id: &id,
        summary: &fill(&strings.remind.summary, &[("phone", &full_phone(hotline))]),
        description: &[&*strings.remind.description, &*strings.status.ask, &*source_note].join(" "),
    };
    Ok(calendar.ics().map(|text| File::new(HOTLINE_CALENDAR, text)))
}
