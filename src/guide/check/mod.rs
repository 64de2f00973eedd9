//! What a guide must be, beyond being readable: a flow that always leads to advice, texts that can be filled, a source
//! that is not stale. Each rule reports all that break it.

mod flow;
mod search;
mod texts;

use super::load::{GUIDE, Log};
use super::model::Guide;
use super::schedule::civil::Date;

/// Days after which a source deserves a second look.
const STALE_AFTER: i32 = 365;

/// Adds everything that is wrong with `guide` to the log.
pub fn check(guide: &Guide, today: Option<Date>, log: &Log) {
    flow::ids(guide, log);
    flow::institutions(guide, log);
    flow::options(guide, log);
    flow::reachable(guide, log);
    flow::cycles(guide, log);
    texts::placeholders_filled(guide, log);
    search::labels(guide, log);
    search::fallback(guide, log);
    search::notice(guide, log);
    source_is_recent(guide, today, log);
}

fn source_is_recent(guide: &Guide, today: Option<Date>, log: &Log) {
    let date = &guide.source.date;
    if Date::parse(date).zip(today).is_some_and(|(date, today)| date.days_until(today) > STALE_AFTER) {
        log.warning(
            GUIDE,
            date.at.clone(),
            "документ старше года",
            "Спросите центр, действует ли он ещё; если есть новый, сверьте советы и исправьте дату.",
        );
    }
}
