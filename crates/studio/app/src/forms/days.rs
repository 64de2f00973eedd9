//! Days beside the weekly hours: yearly holidays, closed days, open days; each a day or a range of days.

use guide_studio_model::{Edit, Node};
use leptos::prelude::*;

use super::field::{At, whole_date};
use super::places::element_id;
use crate::browser;
use crate::words;
use crate::words::fill;

/// The number of days of each month, in a leap year.
const MONTH_DAYS: [u8; 12] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/// A day or range as the file has it, and the hours behind it.
#[derive(Clone, PartialEq, Eq, Default)]
struct Days {
    from: String,
    to: String,
    hours: String,
}

impl Days {
    fn parse(text: &str) -> Days {
        let (days, hours) = text.trim().split_once(' ').unwrap_or((text.trim(), ""));
        let (from, to) = days.split_once("..").unwrap_or((days, ""));
        Days { from: from.to_owned(), to: to.to_owned(), hours: hours.trim().to_owned() }
    }

    fn text(&self) -> String {
        let mut text = self.from.clone();
        if !self.to.is_empty() && self.to != self.from {
            text = format!("{text}..{}", self.to);
        }
        if !self.hours.is_empty() {
            text = format!("{text} {}", self.hours);
        }
        text
    }
}

/// What the days of a list are like.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A day of every year.
    Yearly,
    /// A date.
    Date,
    /// A date with its hours.
    DateWithHours,
}

/// Days of every year.
pub fn yearly(at: At) -> AnyView {
    list(at, Kind::Yearly)
}

/// Dates.
pub fn closed(at: At) -> AnyView {
    list(at, Kind::Date)
}

/// Dates with hours.
pub fn open(at: At) -> AnyView {
    list(at, Kind::DateWithHours)
}

fn list(at: At, kind: Kind) -> AnyView {
    let value = at.value();
    let texts = Memo::new(move |_| {
        value.with(|value| {
            let items = value.as_ref().map(Node::items).unwrap_or_default();
            items.iter().map(|item| item.text().unwrap_or_default().to_owned()).collect::<Vec<_>>()
        })
    });
    let count = Memo::new(move |_| texts.with(Vec::len));
    let row = move |index: usize| {
        let days = Memo::new(move |_| texts.with(|texts| Days::parse(texts.get(index).map_or("", |text| text))));
        let set = move |days: Days| {
            at.editor.edit(at.change_name(), vec![Edit::Set(at.place().index(index), Node::Text(days.text()))]);
        };
        let place = at.place().index(index);
        let id = element_id(&place);
        let label = move || fill(words::days::DELETE, &[("days", &days.get().text())]);
        let delete = move |_| {
            let name = format!(
                "{} · {}",
                fill(words::list::DELETED, &[("item", &days.get_untracked().text())]),
                at.field.label
            );
            at.editor.message.set(name.clone());
            at.editor.edit(name, vec![Edit::Remove(at.place().index(index))]);
            browser::focus_later(format!("{}-new-from{}", at.id(), if kind == Kind::Yearly { "-day" } else { "" }));
        };
        // What no field can show stands beside them as it is written.
        let raw = move || {
            days.with(|days| {
                let is_shown = match kind {
                    Kind::Yearly => {
                        [&days.from, &days.to].iter().all(|day| day.is_empty() || month_and_day(day).is_some())
                    }
                    _ => [&days.from, &days.to].iter().all(|day| day.is_empty() || is_date(day)),
                };
                (!is_shown)
                    .then(|| view! { <p class="help">{fill(words::days::WRITTEN, &[("text", &days.text())])}</p> })
            })
        };
        view! {
            <li class="days" id=id.clone() tabindex="-1">
                {fields(&id, kind, days.into(), set)}
                <button type="button" aria-label=label on:click=delete>{words::list::DELETE}</button>
                {raw}
            </li>
        }
    };
    view! {
        <ul class="items"><For each=move || 0..count.get() key=|index| *index children=row/></ul>
        {new_row(at, kind, count)}
    }
    .into_any()
}

/// The row that adds: nothing is written before its button is pressed.
fn new_row(at: At, kind: Kind, count: Memo<usize>) -> AnyView {
    let days = RwSignal::new(Days::default());
    let id = format!("{}-new", at.id());
    let problem = RwSignal::new("");
    let add = move |_| {
        let new = days.get_untracked();
        if new.from.is_empty() || kind == Kind::DateWithHours && new.hours.is_empty() {
            problem.set(if new.from.is_empty() { words::days::NO_DAY } else { words::days::NO_HOURS });
            return;
        }
        problem.set("");
        let name = format!("{} · {}", fill(words::list::ADDED, &[("item", &new.text())]), at.field.label);
        at.editor.message.set(name.clone());
        at.editor.edit(name, vec![Edit::Insert(at.place(), count.get_untracked(), Node::Text(new.text()))]);
        days.set(Days::default());
        browser::focus_later(format!("{}-new-from{}", at.id(), if kind == Kind::Yearly { "-day" } else { "" }));
    };
    view! {
        <div class="days new">
            {fields(&id, kind, days.into(), move |new| days.set(new))}
            <button type="button" on:click=add>{words::days::ADD}</button>
        </div>
        <p class="finding error" role="alert">{move || problem.get()}</p>
    }
    .into_any()
}

fn fields(id: &str, kind: Kind, days: Signal<Days>, set: impl Fn(Days) + Copy + Send + Sync + 'static) -> AnyView {
    let from = move |text: String| {
        if !text.is_empty() {
            set(Days { from: text, ..days.get_untracked() });
        }
    };
    let to = move |text: String| set(Days { to: text, ..days.get_untracked() });
    let (first, last) = (Signal::derive(move || days.get().from), Signal::derive(move || days.get().to));
    let days_fields = match kind {
        Kind::Yearly => {
            view! { {yearly_day(format!("{id}-from"), words::days::FROM, first, from)} {yearly_day(format!("{id}-to"), words::days::TO, last, to)} }.into_any()
        }
        _ => view! { {date(format!("{id}-from"), words::days::FROM, first, from)} {date(format!("{id}-to"), words::days::TO, last, to)} }.into_any(),
    };
    let hours = (kind == Kind::DateWithHours).then(|| {
        let change =
            move |event| set(Days { hours: event_target_value(&event).trim().to_owned(), ..days.get_untracked() });
        view! {
            <label>{words::days::HOURS}
                <input type="text" class="narrow" id=format!("{id}-hours") placeholder="10:00-14:00" autocomplete="off"
                    prop:value=move || days.get().hours on:change=change/>
            </label>
        }
    });
    view! { {days_fields}{hours} }.into_any()
}

fn date(id: String, label: &'static str, day: Signal<String>, set: impl Fn(String) + Copy + Send + 'static) -> AnyView {
    let change = move |event| {
        if let Some(date) = whole_date(&event) {
            set(date);
        }
    };
    view! {
        <label>{label}<input type="date" id=id prop:value=move || day.get() on:change=change/></label>
    }
    .into_any()
}

/// A day of every year: its number and its month.
fn yearly_day(
    id: String,
    label: &'static str,
    day: Signal<String>,
    set: impl Fn(String) + Copy + Send + Sync + 'static,
) -> AnyView {
    let parts = Memo::new(move |_| month_and_day(&day.get()));
    let day_id = format!("{id}-day");
    let set_day = move |event| {
        let number: u8 = event_target_value(&event).parse().unwrap_or_default();
        let month = parts.get_untracked().map_or(1, |(month, _)| month);
        set(if number == 0 {
            String::new()
        } else {
            format!("{month:02}-{:02}", number.min(MONTH_DAYS[usize::from(month) - 1]))
        });
    };
    let set_month = move |event| {
        let month: u8 = event_target_value(&event).parse().unwrap_or(1);
        let day = parts.get_untracked().map_or(1, |(_, day)| day);
        set(format!("{month:02}-{:02}", day.min(MONTH_DAYS[usize::from(month.clamp(1, 12)) - 1])));
    };
    let days = (1..=31_u8).map(move |number| {
        let is_chosen = move || parts.get().is_some_and(|(_, day)| day == number);
        view! { <option value=number prop:selected=is_chosen>{number}</option> }
    });
    let months = words::calendar::MONTHS.iter().zip(1_u8..).map(move |(name, number)| {
        let is_chosen = move || parts.get().is_some_and(|(month, _)| month == number);
        view! { <option value=number prop:selected=is_chosen>{*name}</option> }
    });
    let none = move || parts.get().is_none();
    view! {
        <span class="day">
            <label>{label}
                <select id=day_id on:change=set_day><option value="" prop:selected=none>"—"</option>{days.collect_view()}</select>
            </label>
            <select aria-label=format!("{label}: {}", words::days::MONTH) id=format!("{id}-month") on:change=set_month>
                <option value="" prop:selected=none>"—"</option>{months.collect_view()}
            </select>
        </span>
    }
    .into_any()
}

/// The month and the day of `02-23`.
fn month_and_day(text: &str) -> Option<(u8, u8)> {
    let (month, day) = text.split_once('-')?;
    let (month, day): (u8, u8) = (month.parse().ok()?, day.parse().ok()?);
    let most = MONTH_DAYS.get(usize::from(month).checked_sub(1)?)?;
    (1..=*most).contains(&day).then_some((month, day))
}

fn is_date(text: &str) -> bool {
    text.len() == 10
        && text
            .bytes()
            .enumerate()
            .all(|(at, byte)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() })
}
