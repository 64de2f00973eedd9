//! What a parent sees of a contact at any moment: the card's sentences, the sign in the header, the hours of the days to come.

use guide_core::contact::Contact;
use guide_core::fill::fill;
use guide_core::guide::Guide;
use guide_core::hours_text::spans_text;
use guide_core::render_context::RenderContext;
use guide_core::schedule::{Date, Moment, Schedule};
use guide_core::status_text::{sign_text, status_text};
use guide_core::typography::capitalized;
use guide_studio_model::{Response, WeekDay};
use guide_views::islands::{sign, status};

/// How many days the list of days to come has.
const DAYS: usize = 7;

/// The status of a contact at a moment of its own civil time. The error is for people.
pub fn status(guide: &Guide, contact: &str, at: &str) -> Result<Response, String> {
    let now =
        moment(at).ok_or_else(|| format!("«{at}» — не дата и время: выберите их, например 24.11.2026, 12:59."))?;
    let index = guide.contacts.iter().position(|known| *known.id == *contact);
    let found = index.and_then(|index| guide.contacts.get(index));
    let contact = found.ok_or_else(|| format!("Контакта «{contact}» в справочнике нет."))?;
    let hours = contact.hours.as_ref().ok_or("У этого контакта не указаны часы работы.")?;
    let context = RenderContext::new(guide).ok_or("В справочнике нет первого шага.")?;

    let state = hours.schedule.status(now);
    let listed = hours.schedule.last_closed_year();
    let text = status_text(state, now, listed, &status::strings(&context));
    let sentence = text.map(|text| format!("{} {}", text.state, text.rest).trim().to_owned());
    let zone = hours.zone_text.as_ref().map(|zone| context.text(zone));
    let lines = sentence.into_iter().chain(hours_line(&context, contact)).chain(zone).collect();
    // The sign is that of the main contact.
    let sign = sign_text(state, now, listed, &sign::strings(&context)).filter(|_| index == Some(0));
    let week = week(guide, &hours.schedule, now.date());
    Ok(Response::Status { lines, sign: sign.map(|sign| sign.state).unwrap_or_default(), week })
}

/// A moment as a form's field has it: `2026-11-24T12:59`, perhaps with seconds.
fn moment(text: &str) -> Option<Moment> {
    let (date, time) = text.split_once('T')?;
    let is_number = |part: &&str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    let mut parts = time.split(':').map(|part| Some(part).filter(is_number).and_then(|part| part.parse::<u32>().ok()));
    let (hour, minute) = (parts.next()??, parts.next()??);
    let second = parts.next().unwrap_or(Some(0))?;
    let is_time = hour < 24 && minute < 60 && second < 60 && parts.next().is_none();
    is_time.then(|| Moment::new(Date::parse(date)?, hour * 3600 + minute * 60 + second)).flatten()
}

fn hours_line(context: &RenderContext, contact: &Contact) -> Option<String> {
    Some(capitalized(&context.text(&context.hours(contact)))).filter(|line| !line.is_empty())
}

/// The days from a date on, as far as the calendar goes.
fn week(guide: &Guide, schedule: &Schedule, first: Date) -> Vec<WeekDay> {
    let strings = &guide.strings;
    let days = std::iter::successors(Some(first), |date| date.next_day()).take(DAYS);
    let day = |date: Date| {
        let weekday = strings.week.days.get(date.weekday().index()).map_or("", |name| name);
        let month = strings.status.months.get(usize::from(date.month()) - 1).map_or("", |name| name);
        let date_text = fill(&strings.week.date, &[("day", &date.day().to_string()), ("month", month)]);
        let hours = spans_text(&schedule.spans(date), strings);
        let hours = if hours.is_empty() { strings.sign.closed.to_string() } else { hours };
        WeekDay { day: format!("{weekday}, {date_text}"), hours }
    };
    days.map(day).collect()
}
