//! A time zone as its offsets from UTC, which travel in the document.
//!
//! The phone's own knowledge of zones is not asked: an old phone's is older than the law (to many of them Moscow is an hour
//! off since 2014), and the first question of it takes a slow phone a tenth of a second.

use crate::schedule::Moment;

/// For so many years, from that of the source's date on, the offsets of the guide's zone are told; after that the last one holds.
pub const YEARS: u16 = 20;

/// The offsets of a zone, in minutes ahead of UTC.
pub struct Zone {
    first: i32,
    /// From which second of UTC since 1970 another offset holds; in order.
    changes: Vec<(i64, i32)>,
}

impl Zone {
    /// A zone with this offset until the first of its changes, each a minute of UTC since 1970 and the offset from then on.
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

    /// The changes in order: from which second of UTC since 1970, the offset until then, and the one from then on, in minutes.
    pub fn changes(&self) -> impl Iterator<Item = (i64, i32, i32)> {
        let before = std::iter::once(self.first).chain(self.changes.iter().map(|(_, after)| *after));
        before.zip(&self.changes).map(|(before, (second, after))| (*second, before, *after))
    }

    /// Reads what [`Zone::text`] wrote; `None` where it is none of that.
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

    /// The civil moment at a second of UTC since 1970; `None` outside the calendar.
    pub fn moment(&self, second: i64) -> Option<Moment> {
        let offset =
            self.changes.iter().rev().find(|(from, _)| *from <= second).map_or(self.first, |(_, offset)| *offset);
        Moment::since_1970(second + i64::from(offset) * 60)
    }

    /// The offset at a civil moment. A moment that comes twice is taken as the later one, one that is left out as the
    /// earlier offset tells it.
    pub fn offset_at(&self, moment: Moment) -> i32 {
        let second = moment.seconds_since_1970();
        let begun = |(from, offset): &&(i64, i32)| *from + i64::from(*offset) * 60 <= second;
        self.changes.iter().rev().find(begun).map_or(self.first, |(_, offset)| *offset)
    }
}

/// An offset that a zone may have: less than a day either way.
fn offset(text: &str) -> Option<i32> {
    text.parse().ok().filter(|offset| (-1439..=1439).contains(offset))
}
