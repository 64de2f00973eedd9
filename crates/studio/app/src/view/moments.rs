//! Moments that one may want to ask about: now, tomorrow morning, the next holiday.

use js_sys::Date;

/// A date and a time as the fields of a form have them: `2026-11-26` and `09:00`.
#[derive(Clone, PartialEq, Eq)]
pub struct Moment {
    /// The date.
    pub date: String,
    /// The time.
    pub time: String,
}

/// The present moment by this computer's clock.
pub fn now() -> Moment {
    let now = Date::new_0();
    Moment { date: date(&now), time: format!("{:02}:{:02}", now.get_hours(), now.get_minutes()) }
}

/// The morning of a day, so many days from today.
pub fn morning_in(days: u32) -> Moment {
    Moment { date: date(&in_days(days)), time: "09:00".to_owned() }
}

/// Noon of the next Saturday.
pub fn saturday() -> Moment {
    let days = (6 + 7 - Date::new_0().get_day()) % 7;
    Moment { date: date(&in_days(days)), time: "12:00".to_owned() }
}

/// Noon of the first of these days that is not over: yearly ones, `01-01..01-08`, or dates, `2026-12-31`. `None` where there is none.
pub fn next_of<'d>(days: impl Iterator<Item = &'d str>) -> Option<Moment> {
    let today = date(&Date::new_0());
    let year = Date::new_0().get_full_year();
    let first = |range: &str| range.split("..").next().unwrap_or_default().trim().to_owned();
    let dates = days.flat_map(|range| {
        let first = first(range);
        match first.len() {
            5 => vec![format!("{year:04}-{first}"), format!("{:04}-{first}", year + 1)],
            10 => vec![first],
            _ => Vec::new(),
        }
    });
    let date = dates.filter(|date| *date >= today).min()?;
    Some(Moment { date, time: "12:00".to_owned() })
}

fn in_days(days: u32) -> Date {
    let day = Date::new_0();
    day.set_date(day.get_date() + days);
    day
}

fn date(date: &Date) -> String {
    format!("{:04}-{:02}-{:02}", date.get_full_year(), date.get_month() + 1, date.get_date())
}
