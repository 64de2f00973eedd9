//! The offsets of time zones, from the time zone database that is bundled with the program: the same on every machine.

use guide_core::zone::{YEARS_LISTED, Zone};
use jiff::tz::{Offset, TimeZone, TimeZoneDatabase};
use jiff::{Timestamp, civil};

/// The offsets of the time zone of this IANA name, for [`YEARS_LISTED`] years from the first day of `year` on. `None` where there is no such
/// zone.
pub fn offsets(name: &str, year: u16) -> Option<Zone> {
    let zone = TimeZoneDatabase::bundled().get(name).ok()?;
    let start =
        |year: u16| Some(civil::Date::new(year.try_into().ok()?, 1, 1).ok()?.to_zoned(TimeZone::UTC).ok()?.timestamp());
    let (from, to): (Timestamp, Timestamp) = (start(year)?, start(year + YEARS_LISTED).unwrap_or(Timestamp::MAX));
    let minutes = |offset: Offset| offset.seconds() / 60;
    let mut last = minutes(zone.to_offset(from));
    let first = last;
    let mut changes = Vec::new();
    for change in zone.following(from).take_while(|change| change.timestamp() < to) {
        // Some changes are only of the zone's abbreviation or of daylight saving in name.
        if std::mem::replace(&mut last, minutes(change.offset())) != last {
            changes.push((change.timestamp().as_second() / 60, last));
        }
    }
    Some(Zone::new(first, changes))
}

/// The names of all zones, in order.
pub fn names() -> Vec<String> {
    TimeZoneDatabase::bundled().available().map(|name| name.as_str().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const YEAR: u16 = 2024;
    const ZONES: [&str; 7] = [
        "Europe/Moscow",
        "Asia/Vladivostok",
        "Europe/Berlin",
        "America/St_Johns",
        "Asia/Kathmandu",
        "Australia/Lord_Howe",
        "Africa/Casablanca",
    ];

    #[test]
    fn local_times_are_those_of_the_database() {
        for name in ZONES {
            let database_zone = TimeZoneDatabase::bundled().get(name).expect("a zone");
            let text = offsets(name, YEAR).expect("offsets").text();
            let zone = Zone::read(&text).unwrap_or_else(|| panic!("{name}: {text}"));
            // About 19 years in steps of eleven hours and a bit: each change is passed on both sides.
            for step in 0..15_000 {
                let second = 1_704_067_200 + step * 40_000;
                let now = Timestamp::from_second(second).expect("an instant");
                let wanted = database_zone.to_datetime(now);
                let moment = zone.moment(second).expect("a moment");
                assert_eq!(written(moment), wanted.strftime("%F %T").to_string(), "{name} at {now}");
                let back = database_zone.to_ambiguous_timestamp(wanted).later().expect("an instant");
                let offset = database_zone.to_offset(back).seconds() / 60;
                assert_eq!(zone.offset_at(moment), offset, "{name}: the offset at {wanted}");
            }
        }
    }

    fn written(moment: guide_core::schedule::Moment) -> String {
        let (date, second) = (moment.date(), moment.second_of_day());
        let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
        format!("{:04}-{:02}-{:02} {hour:02}:{minute:02}:{second:02}", date.year(), date.month(), date.day())
    }

    #[test]
    fn moscow_is_one_number() {
        assert_eq!(offsets("Europe/Moscow", YEAR).expect("offsets").text(), "180");
        // The last year in which its clocks were set.
        assert_eq!(offsets("Europe/Moscow", 2014).expect("offsets").text(), "240 23571240:180");
    }

    #[test]
    fn malformed_texts_are_refused() {
        for text in
            ["", " ", "x", "180 ", "180 5", "180 5:", "180 :60", "180 5:60:7", "1440", "180 5:-1440", "180  5:60"]
        {
            assert!(Zone::read(text).is_none(), "{text:?} was read");
        }
    }
}
