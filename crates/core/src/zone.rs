//! A time zone as a list of its offsets from UTC, which the document carries.
//!
//! The browser's own time zone database is not used: on an old phone it is outdated (many have Moscow an hour off since 2014), and
//! its first use takes a tenth of a second on a slow one.

use crate::schedule::Moment;

/// For so many years, from that of the source's date on, the offsets of the guide's zone are listed; after that the last one holds.
pub const YEARS_LISTED: u16 = 20;

/// The offsets of a zone, in minutes ahead of UTC.
pub struct Zone {
    first: i32,
    /// In order: a second of UTC since 1970, and the offset from then on.
    changes: Vec<(i64, i32)>,
}

impl Zone {
    /// A zone with this offset until the first of its changes: a minute of UTC since 1970, and the offset from then on.
    pub fn new(first: i32, changes: impl IntoIterator<Item = (i64, i32)>) -> Zone {
        Zone { first, changes: changes.into_iter().map(|(minute, offset)| (minute * 60, offset)).collect() }
    }

    /// The zone as a text: `180`, or with changes `60 29578020:120 29880420:60`.
    pub fn text(&self) -> String {
        let changes = self.changes.iter().map(|(second, offset)| format!(" {}:{offset}", second / 60));
        std::iter::once(self.first.to_string()).chain(changes).collect()
    }

    /// The offset before all changes, in minutes.
    pub fn first(&self) -> i32 {
        self.first
    }

    /// The changes in order: a second of UTC since 1970, and the offsets before and after it, in minutes.
    pub fn changes(&self) -> impl Iterator<Item = (i64, i32, i32)> {
        let before = std::iter::once(self.first).chain(self.changes.iter().map(|(_, after)| *after));
        before.zip(&self.changes).map(|(before, (second, after))| (*second, before, *after))
    }

    /// Reads what [`Zone::text`] wrote; `None` where the text is anything else.
    pub fn read(text: &str) -> Option<Zone> {
        let mut words = text.split(' ');
        let first = offset(words.next()?)?;
        let mut changes = Vec::new();
        for word in words {
            let (minute, after) = word.split_once(':')?;
            changes.push((i64::from(minute.parse::<i32>().ok()?), offset(after)?));
        }
        Some(Zone::new(first, changes))
    }

    /// The civil moment at a second of UTC since 1970; `None` outside the years 0 to 9999.
    pub fn moment(&self, second: i64) -> Option<Moment> {
        let offset =
            self.changes.iter().rev().find(|(from, _)| *from <= second).map_or(self.first, |(_, offset)| *offset);
        Moment::since_1970(second + i64::from(offset) * 60)
    }

    /// The offset at a civil moment. Of a moment that occurs twice the later one is meant; one that is skipped has the offset from
    /// before the change.
    pub fn offset_at(&self, moment: Moment) -> i32 {
        let second = moment.seconds_since_1970();
        let has_begun = |(from, offset): &&(i64, i32)| *from + i64::from(*offset) * 60 <= second;
        self.changes.iter().rev().find(has_begun).map_or(self.first, |(_, offset)| *offset)
    }
}

/// An offset that a zone may have, less than a day in minutes.
fn offset(text: &str) -> Option<i32> {
    text.parse().ok().filter(|offset| (-1439..=1439).contains(offset))
}
