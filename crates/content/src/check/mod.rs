//! Checks of a guide that could be read: every way through the flow ends at a contact, texts can be filled, the source is recent.
//! Each rule reports everything that breaks it.

mod borrowed_names;
mod flow;
mod ids;
mod search;
mod texts;

use guide_core::guide::Guide;
use guide_core::schedule::civil::Date;

use crate::diagnostics::{Diagnostics, GUIDE};
use crate::training::phrases::Phrases;

/// A source older than this many days may be out of date.
const STALE_AFTER: i32 = 365;

/// Adds a diagnostic for everything that is wrong with a guide and its phrases. `today`, in any time zone, is only compared with the
/// source's date; without it the source's age is not checked.
pub fn check(guide: &Guide, phrases: Option<&Phrases>, today: Option<Date>, diagnostics: &Diagnostics) {
    flow::ids(guide, diagnostics);
    flow::institutions(guide, diagnostics);
    flow::options(guide, diagnostics);
    flow::reachable(guide, diagnostics);
    flow::cycles(guide, diagnostics);
    texts::placeholders_filled(guide, diagnostics);
    phrases.iter().for_each(|phrases| search::labels(guide, phrases, diagnostics));
    search::fallback(guide, diagnostics);
    search::notice(guide, diagnostics);
    borrowed_names::borrowed_names(guide, diagnostics);
    source_is_recent(guide, today, diagnostics);
}

fn source_is_recent(guide: &Guide, today: Option<Date>, diagnostics: &Diagnostics) {
    let date = &guide.source.date;
    if Date::parse(date).zip(today).is_some_and(|(date, today)| date.days_until(today) > STALE_AFTER) {
        diagnostics.warning(
            GUIDE,
            date.at.clone(),
            "документ старше года",
            "Спросите центр, действует ли он ещё; если есть новый, сверьте советы и исправьте дату.",
        );
    }
}
