//! Checks of a guide that could be read: every way through the flow ends at a contact, texts can be filled, the source is recent.
//! Each rule reports everything that breaks it.

mod borrowed_names;
mod flow;
mod ids;
mod limits;
mod not_covered;
mod search;
mod texts;

use guide_core::guide::Guide;
use guide_core::schedule::civil::Date;

use crate::diagnostics::{CHANGES, Diagnostics, GUIDE};
use crate::message;
use crate::step_index::StepIndex;
use crate::training::phrases::Phrases;

/// A source older than this many days may be out of date.
const STALE_AFTER: i32 = 365;

/// Adds a diagnostic for everything that is wrong with a guide and its phrases. `today`, in any time zone, is only compared with the
/// dates of the source and of the last change; without it these are not checked.
pub fn check(guide: &Guide, phrases: Option<&Phrases>, today: Option<Date>, diagnostics: &Diagnostics) {
    // Of a guide that is too large nothing more is said: it will be another one when it has been divided.
    if limits::is_too_large(guide, diagnostics) {
        return;
    }
    let steps = StepIndex::new(&guide.steps);
    flow::ids(guide, diagnostics);
    flow::institutions(guide, diagnostics);
    flow::options(guide, &steps, diagnostics);
    flow::reachable(guide, &steps, diagnostics);
    flow::circles(guide, &steps, diagnostics);
    texts::placeholders_filled(guide, diagnostics);
    phrases.iter().for_each(|phrases| search::labels(guide, &steps, phrases, diagnostics));
    search::fallback(guide, &steps, diagnostics);
    search::notice(guide, &steps, diagnostics);
    not_covered::not_covered(guide, diagnostics);
    borrowed_names::borrowed_names(guide, diagnostics);
    source_is_recent(guide, today, diagnostics);
    last_change_is_past(guide, today, diagnostics);
}

fn source_is_recent(guide: &Guide, today: Option<Date>, diagnostics: &Diagnostics) {
    let date = &guide.source.date;
    if Date::parse(date).zip(today).is_some_and(|(date, today)| date.days_until(today) > STALE_AFTER) {
        diagnostics.warning(
            GUIDE,
            date.at.clone(),
            message!("документ старше года", "the document is older than a year"),
            message!(
                "Спросите центр, действует ли он ещё; если есть новый, сверьте советы и исправьте дату.",
                "Ask the centre whether it still holds; if there is a new one, compare the advice with it and correct the date."
            ),
        );
    }
}

/// A day that is still to come was mistyped, and parents would be told that their sheets are old until then.
fn last_change_is_past(guide: &Guide, today: Option<Date>, diagnostics: &Diagnostics) {
    // In another zone it may be tomorrow already.
    let Some((change, tomorrow)) = guide.last_change().zip(today.and_then(Date::next_day)) else { return };
    if Date::parse(&change.date).is_some_and(|date| date > tomorrow) {
        diagnostics.warning(
            CHANGES,
            change.date.at.clone(),
            message!(
                "запись от {}, а этот день ещё не наступил",
                "the entry is dated {}, and that day has not come yet",
                change.date
            ),
            message!(
                "Исправьте дату: её видят родители, и по ней узнают, что памятка на бумаге устарела.",
                "Correct the date: parents see it, and it tells them that their printed leaflet is out of date."
            ),
        );
    }
}
