//! Civil dates and times: as a calendar and a clock show them, without a time zone.
//!
//! [`Zone`](crate::zone::Zone) converts an instant to a [`Moment`]. A difference between two moments is one by the clock; where clocks
//! are changed in between, the real duration differs by the change.

/// Seconds in a civil day.
const DAY: u32 = 86_400;
/// 1 January 1970 in days since 1 March of the year 0.
const EPOCH: i64 = 719_468;

/// A day of the week, Monday first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the day of its name")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Weekday {
    /// The week in order, Monday first.
    pub const ALL: [Weekday; 7] = [
        Weekday::Monday,
        Weekday::Tuesday,
        Weekday::Wednesday,
        Weekday::Thursday,
        Weekday::Friday,
        Weekday::Saturday,
        Weekday::Sunday,
    ];

    /// The index in the week: Monday 0, Sunday 6.
    pub fn index(self) -> usize {
        self as usize
    }
}

/// A day of the proleptic Gregorian calendar, years 0 to 9999, in the order of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    // The derived order needs the largest unit first.
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The date; `None` where there is no such day.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Date> {
        let exists = year <= 9999 && day >= 1 && day <= days_in_month(year, month);
        exists.then_some(Date { year, month, day })
    }

    /// Reads a date such as `2026-12-31`; `None` for another form or for a day that does not exist.
    pub fn parse(text: &str) -> Option<Date> {
        let (year, month, day) = Date::fields(text)?;
        Date::new(year, month, day)
    }

    /// The numbers of a text in the form of a date, whether or not that day exists.
    pub(super) fn fields(text: &str) -> Option<(u16, u8, u8)> {
        let (year, rest) = text.split_once('-')?;
        let (month, day) = month_and_day(rest)?;
        Some((number(year, 4)?, month, day))
    }

    /// The year, 0 to 9999.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.day
    }

    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        // Day 0 of the count, 1 March of the year 0, was a Wednesday, and the two months before it count below zero.
        Weekday::ALL[(self.number() + 2).rem_euclid(7) as usize]
    }

    /// The day after, or `None` after the last day of the year 9999.
    pub fn next_day(self) -> Option<Date> {
        let Date { year, month, day } = self;
        Date::new(year, month, day + 1).or_else(|| Date::new(year, month + 1, 1)).or_else(|| Date::new(year + 1, 1, 1))
    }

    /// The day before, or `None` before the first day of the year 0.
    pub fn previous_day(self) -> Option<Date> {
        self.days_later(-1)
    }

    /// The day so many days later; `None` outside the years 0 to 9999.
    pub fn days_later(self, days: i32) -> Option<Date> {
        Date::since_1970(i64::from(self.number()) - EPOCH + i64::from(days))
    }

    /// The number of its week by ISO 8601, 1 to 53: weeks begin with Monday and belong to the year that their Thursday is in.
    pub(super) fn week(self) -> u8 {
        let thursday = self.days_later(3 - self.weekday().index() as i32).unwrap_or(self);
        let days = Date::new(thursday.year, 1, 1).map_or(0, |first| first.days_until(thursday));
        (days / 7 + 1) as u8
    }

    /// Whether the same weekday comes no more in this month.
    pub fn is_last_weekday(self) -> bool {
        self.day + 7 > days_in_month(self.year, self.month)
    }

    /// Days from this date to `other`: 1 for the next day, negative for an earlier one.
    pub fn days_until(self, other: Date) -> i32 {
        other.number() - self.number()
    }

    /// The day so many days after 1 January 1970; `None` outside the years 0 to 9999.
    fn since_1970(days: i64) -> Option<Date> {
        // The inverse of `number`: 400 years have 146 097 days, 4 years 1461, 5 months from March 153.
        let number = days + EPOCH;
        let (era, day) = (number.div_euclid(146_097), number.rem_euclid(146_097));
        let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
        let day = day - (365 * year + year / 4 - year / 100);
        let month = (5 * day + 2) / 153;
        let day = day - (153 * month + 2) / 5 + 1;
        let (year, month) = if month < 10 { (year, month + 3) } else { (year + 1, month - 9) };
        Date::new(u16::try_from(year + era * 400).ok()?, month as u8, day as u8)
    }

    /// Days since 1 March of the year 0. A year that begins in March ends with the leap day, and the lengths of its months
    /// follow one rule, so no table is needed.
    fn number(self) -> i32 {
        let (year, month, day) = (self.year as i32, self.month as i32, self.day as i32);
        let (year, month) = if month < 3 { (year - 1, month + 9) } else { (year, month - 3) };
        let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
        year * 365 + leap_days + (month * 153 + 2) / 5 + day - 1
    }
}

/// A time of day in whole minutes from the midnight that the day begins with, 00:00 to 48:00. From 24:00 on it is an end only, and past
/// that on the next day: 26:00 is two in the night.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Time(u16);

impl Time {
    /// The first minute of a day.
    pub const START: Time = Time(0);
    /// The end of a day, 24:00: the same moment as the start of the next.
    pub const END: Time = Time(24 * 60);
    /// The latest end, 48:00: the end of the next day.
    pub(super) const LATEST: Time = Time(48 * 60);

    /// The time, or `None` past 48:00 or with more than 59 minutes.
    pub fn new(hour: u8, minute: u8) -> Option<Time> {
        let time = Time(hour as u16 * 60 + minute as u16);
        (minute < 60 && time <= Time::LATEST).then_some(time)
    }

    /// The time so many minutes after midnight, or `None` past 48:00.
    pub(super) fn of_minutes(minutes: u32) -> Option<Time> {
        u16::try_from(minutes).ok().map(Time).filter(|time| *time <= Time::LATEST)
    }

    /// The time so many minutes later, within the two days.
    pub(super) fn shifted(self, minutes: i32) -> Time {
        Time((i32::from(self.0) + minutes).clamp(0, i32::from(Time::LATEST.0)) as u16)
    }

    /// Minutes since midnight, 0 to 2880.
    pub(super) fn minutes(self) -> u16 {
        self.0
    }

    /// The hour, 0 to 48.
    pub fn hour(self) -> u8 {
        (self.0 / 60) as u8
    }

    /// The minute within the hour, 0 to 59.
    pub fn minute(self) -> u8 {
        (self.0 % 60) as u8
    }

    /// Seconds since midnight, 0 to 172 800.
    pub fn seconds(self) -> u32 {
        self.0 as u32 * 60
    }
}

/// A date and a time of day in whole seconds, in the order of the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    date: Date,
    second: u32,
}

impl Moment {
    /// The moment `second_of_day` seconds after midnight, or `None` from 86 400 on.
    pub fn new(date: Date, second_of_day: u32) -> Option<Moment> {
        (second_of_day < DAY).then_some(Moment { date, second: second_of_day })
    }

    /// The moment so many seconds by the clock after the start of 1970; `None` outside the calendar.
    pub fn since_1970(seconds: i64) -> Option<Moment> {
        let date = Date::since_1970(seconds.div_euclid(i64::from(DAY)))?;
        Some(Moment { date, second: seconds.rem_euclid(i64::from(DAY)) as u32 })
    }

    /// Seconds by the clock since the start of 1970.
    pub fn seconds_since_1970(self) -> i64 {
        (i64::from(self.date.number()) - EPOCH) * i64::from(DAY) + i64::from(self.second)
    }

    /// The moment of `time` on `date`; 24:00 is the next day's midnight. `None` past the end of the calendar.
    pub fn at(mut date: Date, time: Time) -> Option<Moment> {
        let mut second = time.seconds();
        while second >= DAY {
            (date, second) = (date.next_day()?, second - DAY);
        }
        Moment::new(date, second)
    }

    /// The day.
    pub fn date(self) -> Date {
        self.date
    }

    /// Seconds since that day's midnight, 0 to 86 399.
    pub fn second_of_day(self) -> u32 {
        self.second
    }

    /// The time of day, the seconds dropped.
    pub fn time(self) -> Time {
        Time((self.second / 60) as u16)
    }

    /// Seconds by the clock from this moment to `other`; negative for an earlier one.
    pub fn seconds_until(self, other: Moment) -> i64 {
        let days = self.date.days_until(other.date) as i64;
        days * DAY as i64 + other.second as i64 - self.second as i64
    }

    /// Minutes by the clock from this moment to `other`, rounded up, so that a countdown shows 0 only at the end.
    pub fn minutes_until(self, other: Moment) -> i64 {
        -(-self.seconds_until(other)).div_euclid(60)
    }
}

/// The number of days in a month; 0 for a month that does not exist.
fn days_in_month(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 => 28 + leap as u8,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

/// The numbers of a text in the form `12-31`, whether or not that day exists.
pub(super) fn month_and_day(text: &str) -> Option<(u8, u8)> {
    let (month, day) = text.split_once('-')?;
    Some((number(month, 2)? as u8, number(day, 2)? as u8))
}

/// A number of exactly `width` ASCII digits, four at most; a sign, which `str::parse` allows, is refused.
pub(super) fn number(text: &str, width: usize) -> Option<u16> {
    let digits = text.len() == width && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.bytes().fold(0, |sum, byte| sum * 10 + (byte - b'0') as u16))
}
