//! The hours of each contact that has a number, as a calendar file of the site.

use guide_core::calendar::Calendar;
use guide_core::contact::Contact;
use guide_core::fill::fill;
use guide_core::render_context::RenderContext;
use guide_core::schedule::Date;
use guide_core::zone::YEARS_LISTED;

use crate::file::File;
use crate::site_error::SiteError;

/// The calendar files of all contacts.
pub fn calendar_files(context: &RenderContext) -> Result<Vec<File>, SiteError> {
    let files: Result<Vec<Option<File>>, SiteError> =
        context.guide.contacts.iter().map(|contact| calendar_file(context, contact)).collect();
    Ok(files?.into_iter().flatten().collect())
}

/// The calendar file of a contact; `None` where it has no number or is never open. The same content gives the same bytes, whenever it is
/// built.
///
/// It covers the years for which the offsets of the zone are known, from the source's date on. Yearly holidays are known for all of
/// them. Closed days of later years may still be decreed, so each event says to ask, as the page does.
fn calendar_file(context: &RenderContext, contact: &Contact) -> Result<Option<File>, SiteError> {
    let (strings, source) = (&context.guide.strings, &context.guide.source);
    let Some((hours, phone)) = contact.hours.as_ref().zip(contact.phone()) else { return Ok(None) };
    let first = Date::parse(&source.date).ok_or(SiteError::SourceDateUnreadable)?;
    let last = Date::new(first.year() + YEARS_LISTED - 1, 12, 31).ok_or(SiteError::SourceDateTooLate)?;
    let id: String = phone.number.chars().filter(char::is_ascii_digit).collect();
    let source_note = fill(&strings.page.source, &[("author", &source.author), ("date", &context.date(&source.date))]);
    let calendar = Calendar {
        schedule: &hours.schedule,
        days: (first, last),
        zone: &hours.zone,
        zone_name: &hours.time_zone,
        id: &id,
        summary: &fill(&strings.remind.summary, &[("phone", &phone.full())]),
        description: &[&*strings.remind.description, &*strings.status.ask, &*source_note].join(" "),
    };
    Ok(calendar.ics().map(|text| File::new(contact.calendar_file(), text)))
}
