//! Weekly hours: a table of weekdays, and the notation. Either changes the other where the table can show it.

use guide_studio_model::{Interval, Node, WeekTable, time_of, time_text};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::field::At;
use crate::words;
use crate::words::fill;

/// Where a time stands in the table: the day, the interval, and whether it is its end.
#[derive(Clone, Copy)]
struct Cell {
    day: usize,
    interval: usize,
    is_end: bool,
}

/// The table and the notation.
pub fn hours(at: At) -> AnyView {
    let notation = at.text();
    // A notation that is not written yet is an empty table.
    let table = Memo::new(move |_| {
        notation.with(
            |text| if text.trim().is_empty() { Some(WeekTable::default()) } else { WeekTable::parse(text.trim()) },
        )
    });
    // Half of an interval is kept here until the other half is there.
    let started = RwSignal::new(Vec::<(Cell, u16)>::new());
    let problem = RwSignal::new(None::<(Cell, &'static str)>);
    let is_shown = Memo::new(move |_| table.with(Option::is_some));
    let id = at.id();
    let text_id = format!("{id}-text");
    let describe = format!("{id}-help {id}-findings");
    view! {
        {move || match is_shown.get() {
            true => week(at, table, started, problem),
            false => view! { <p class="note">{words::hours::NOT_SHOWN}</p> }.into_any(),
        }}
        <label for=text_id.clone()>{words::hours::NOTATION}</label>
        <p class="help" id=format!("{text_id}-help")>{words::hours::NOTATION_HELP}</p>
        <input type="text" id=text_id.clone() autocomplete="off" autocapitalize="off" spellcheck="false"
            aria-describedby=format!("{text_id}-help {describe}") aria-invalid=at.is_invalid() prop:value=move || notation.get()
            on:input=move |event| at.type_text(event_target_value(&event)) on:blur=move |_| at.editor.leave_field()/>
    }
    .into_any()
}

fn week(
    at: At,
    table: Memo<Option<WeekTable>>,
    started: RwSignal<Vec<(Cell, u16)>>,
    problem: RwSignal<Option<(Cell, &'static str)>>,
) -> AnyView {
    let row = move |(day, name): (usize, &&'static str)| {
        let cells = (0..2).map(|interval| {
            let input = move |is_end| input(at, table, started, problem, Cell { day, interval, is_end }, name);
            view! { <td>{input(false)}<span aria-hidden="true">"–"</span>{input(true)}</td> }
        });
        let closed = move || table.with(|table| table.as_ref().is_some_and(|table| table.days[day].is_empty()));
        let state = move || if closed() { words::hours::CLOSED } else { "" };
        view! { <tr><th scope="row">{*name}</th>{cells.collect_view()}<td class="state">{state}</td></tr> }
    };
    let holidays = move || table.with(|table| table.as_ref().is_some_and(|table| table.closed_on_holidays));
    let toggle = move |event| {
        if let Some(mut table) = table.get_untracked() {
            table.closed_on_holidays = event_target_checked(&event);
            write(at, &table);
        }
    };
    let sentence = move || problem.get().map(|(_, sentence)| sentence).unwrap_or_default();
    let weekdays = words::calendar::WEEKDAYS.iter().enumerate();
    view! {
        <div class="week-box"><table class="week">
            <caption class="visually-hidden">{words::hours::TABLE}</caption>
            <thead><tr><td></td><th scope="col">{words::hours::OPEN}</th><th scope="col">{words::hours::AFTER_BREAK}</th><td></td></tr></thead>
            <tbody>{weekdays.map(row).collect_view()}</tbody>
        </table></div>
        <p class="finding error" id=format!("{}-problem", at.id()) role="alert">{sentence}</p>
        <label class="choice">
            <input type="checkbox" id=format!("{}-holidays", at.id()) prop:checked=holidays on:change=toggle/>
            <span>{words::hours::HOLIDAYS}</span>
        </label>
    }
    .into_any()
}

fn input(
    at: At,
    table: Memo<Option<WeekTable>>,
    started: RwSignal<Vec<(Cell, u16)>>,
    problem: RwSignal<Option<(Cell, &'static str)>>,
    cell: Cell,
    day: &'static str,
) -> AnyView {
    let value = move || {
        let written =
            table.with(|table| table.as_ref()?.days[cell.day].get(cell.interval).map(|interval| cell.of(*interval)));
        let half = || started.with(|started| started.iter().find(|(other, _)| other.is(cell)).map(|(_, time)| *time));
        written.or_else(half).map(time_text).unwrap_or_default()
    };
    let change = move |event| {
        let text = event_target_value(&event);
        let Some(mut table) = table.get_untracked() else { return };
        let time = time_of(&text);
        if time.is_none() && !text.trim().is_empty() {
            return problem.set(Some((cell, words::hours::NO_TIME)));
        }
        problem.set(None);
        show_time(&event, time);
        let done = started.try_update(|started| cell.put(&mut table, time, started)).unwrap_or(Ok(false));
        match done {
            Ok(true) => write(at, &table),
            Ok(false) => {}
            Err(sentence) => problem.set(Some((cell, sentence))),
        }
    };
    let labels = [words::hours::FROM, words::hours::TO, words::hours::FROM_AGAIN, words::hours::TO_AGAIN];
    let label = fill(labels[cell.interval * 2 + usize::from(cell.is_end)], &[("day", day)]);
    let invalid = move || problem.with(|problem| problem.as_ref().is_some_and(|(other, _)| other.is(cell)).to_string());
    let id = format!("{}-{}-{}{}", at.id(), cell.day, cell.interval, if cell.is_end { "-to" } else { "-from" });
    view! {
        <input type="text" class="time" id=id inputmode="numeric" autocomplete="off" aria-label=label aria-invalid=invalid
            aria-describedby=format!("{}-problem", at.id()) prop:value=value on:change=change/>
    }
    .into_any()
}

/// Shows a time as the table has it, however it was typed.
fn show_time(event: &leptos::ev::Event, time: Option<u16>) {
    if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
        input.set_value(&time.map(time_text).unwrap_or_default());
    }
}

fn write(at: At, table: &WeekTable) {
    at.set(Some(Node::Text(table.notation())));
}

impl Cell {
    fn is(self, other: Cell) -> bool {
        (self.day, self.interval, self.is_end) == (other.day, other.interval, other.is_end)
    }

    fn of(self, interval: Interval) -> u16 {
        if self.is_end { interval.to } else { interval.from }
    }

    /// Puts a time into the table, or takes its interval out of it. `false` where nothing of the table has changed, as the other half of
    /// the interval is not there yet. The error says what is wrong with the interval.
    fn put(
        self,
        table: &mut WeekTable,
        time: Option<u16>,
        started: &mut Vec<(Cell, u16)>,
    ) -> Result<bool, &'static str> {
        let other = Cell { is_end: !self.is_end, ..self };
        started.retain(|(cell, _)| !cell.is(self));
        let day = &mut table.days[self.day];
        let written = day.get(self.interval).copied();
        let Some(time) = time else {
            let Some(interval) = written else { return Ok(false) };
            day.remove(self.interval);
            // The half that stays waits for another.
            started.push((other, other.of(interval)));
            return Ok(true);
        };
        let half = started.iter().find(|(cell, _)| cell.is(other)).map(|(_, time)| *time);
        let Some(second) = written.map(|interval| other.of(interval)).or(half) else {
            started.push((self, time));
            return Ok(false);
        };
        let interval =
            if self.is_end { Interval { from: second, to: time } } else { Interval { from: time, to: second } };
        if interval.from == interval.to || interval.from == 24 * 60 {
            return Err(words::hours::NO_INTERVAL);
        }
        match written {
            Some(_) => day[self.interval] = interval,
            None => day.push(interval),
        }
        day.sort_by_key(|interval| interval.from);
        if day.windows(2).any(|pair| pair[0].to > pair[1].from || pair[0].to < pair[0].from) {
            return Err(words::hours::OVERLAP);
        }
        started.retain(|(cell, _)| cell.day != self.day);
        Ok(true)
    }
}
