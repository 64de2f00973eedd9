//! «What will a parent see at…»: a contact's status at any moment, and the week from then on.

use guide_studio_model::{Node, Place, Request, Response, WeekDay};
use leptos::prelude::*;

use super::moments;
use crate::editor::Editor;
use crate::words::view_line;

/// What is asked about. A copy is the same.
#[derive(Clone, Copy)]
pub struct Moment {
    /// The contact's id; empty before one was chosen: the first then.
    contact: RwSignal<String>,
    date: RwSignal<String>,
    time: RwSignal<String>,
}

impl Moment {
    /// The present moment, at the first contact.
    pub fn now() -> Moment {
        let moments::Moment { date, time } = moments::now();
        Moment { contact: RwSignal::default(), date: RwSignal::new(date), time: RwSignal::new(time) }
    }

    fn set(self, moment: moments::Moment) {
        self.date.set(moment.date);
        self.time.set(moment.time);
    }
}

/// What the worker has answered.
#[derive(Clone, PartialEq, Default)]
struct Seen {
    lines: Vec<String>,
    sign: String,
    week: Vec<WeekDay>,
    refused: String,
}

/// The tab.
pub fn line(editor: Editor, moment: Moment) -> impl IntoView {
    let contacts = Memo::new(move |_| contacts(editor));
    let chosen = Memo::new(move |_| {
        let chosen = moment.contact.get();
        contacts.with(|all| {
            let is_there = all.iter().any(|(id, _)| *id == chosen);
            if is_there { chosen } else { all.first().map(|(id, _)| id.clone()).unwrap_or_default() }
        })
    });
    let seen = seen(editor, moment, chosen);
    let preset = move |name: &'static str, at: fn(Editor, &str) -> Option<moments::Moment>| {
        let go = move |_| match at(editor, &chosen.get_untracked()) {
            Some(at) => moment.set(at),
            None => editor.message.set(view_line::NO_SUCH_DAY.to_owned()),
        };
        view! { <button type="button" on:click=go>{name}</button> }
    };
    let options = move || {
        let option = |(id, name): (String, String)| {
            let value = id.clone();
            view! { <option value=value selected=move || chosen.get() == id>{name}</option> }
        };
        contacts.get().into_iter().map(option).collect_view()
    };
    view! {
        <div class="view-form">
            <h2>{view_line::TITLE}</h2>
            <label for="line-contact">{view_line::CONTACT}</label>
            <select id="line-contact" on:change=move |event| moment.contact.set(event_target_value(&event))>{options}</select>
            <div class="pair">
                <p>
                    <label for="line-date">{view_line::DATE}</label>
                    <input id="line-date" type="date" prop:value=moment.date on:input=move |event| moment.date.set(event_target_value(&event))/>
                </p>
                <p>
                    <label for="line-time">{view_line::TIME}</label>
                    <input id="line-time" type="time" prop:value=moment.time on:input=move |event| moment.time.set(event_target_value(&event))/>
                </p>
            </div>
            <div class="presets" role="group" aria-label=view_line::PRESETS>
                {preset(view_line::NOW, |_, _| Some(moments::now()))}
                {preset(view_line::TOMORROW, |_, _| Some(moments::morning_in(1)))}
                {preset(view_line::SATURDAY, |_, _| Some(moments::saturday()))}
                {preset(view_line::HOLIDAY, next_holiday)}
                {preset(view_line::CLOSED, next_closed)}
            </div>
            <div role="status" class="answer">{move || answer(seen.get())}</div>
            {move || week(seen.get().week)}
        </div>
    }
}

/// Asks the worker whenever the moment, the contact or the draft is another one.
fn seen(editor: Editor, moment: Moment, chosen: Memo<String>) -> RwSignal<Seen> {
    let seen = RwSignal::new(Seen::default());
    Effect::new(move |_| {
        let (version, contact) = (editor.version.get(), chosen.get());
        let (date, time) = (moment.date.get(), moment.time.get());
        if version == 0 || contact.is_empty() {
            return;
        }
        if date.is_empty() || time.is_empty() {
            seen.set(Seen { refused: view_line::NO_MOMENT.to_owned(), ..Seen::default() });
            return;
        }
        leptos::task::spawn_local(async move {
            let asked = (contact.clone(), date.clone(), time.clone());
            let answer = editor.ask(Request::Status { contact, at: format!("{date}T{time}") }).await;
            let next = match answer {
                Ok((Response::Status { lines, sign, week }, _)) => Seen { lines, sign, week, refused: String::new() },
                Ok(_) => return,
                Err(refused) => Seen { refused, ..Seen::default() },
            };
            // What was asked for meanwhile gets an answer of its own.
            let now = (chosen.try_get_untracked(), moment.date.try_get_untracked(), moment.time.try_get_untracked());
            let is_asked = now == (Some(asked.0), Some(asked.1), Some(asked.2));
            if is_asked && seen.try_with_untracked(|before| *before != next) == Some(true) {
                seen.set(next);
            }
        });
    });
    seen
}

fn answer(seen: Seen) -> impl IntoView {
    let sign = (!seen.sign.is_empty()).then(|| {
        view! { <p class="sign"><span class="name">{view_line::SIGN}</span>" "<b>{seen.sign}</b></p> }
    });
    view! {
        {(!seen.refused.is_empty()).then(|| view! { <p class="refused">{seen.refused}</p> })}
        {(!seen.lines.is_empty()).then(|| view! { <p class="name">{view_line::CARD}</p> })}
        {seen.lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}
        {sign}
    }
}

fn week(week: Vec<WeekDay>) -> impl IntoView {
    let day = |WeekDay { day, hours }: WeekDay| view! { <li><b>{day}</b>": "{hours}</li> };
    (!week.is_empty()).then(|| {
        view! { <h3>{view_line::WEEK}</h3><ul class="week">{week.into_iter().map(day).collect_view()}</ul> }
    })
}

/// The ids and names of the contacts.
fn contacts(editor: Editor) -> Vec<(String, String)> {
    editor.trees.with(|trees| {
        let list = trees.at(&Place::guide(["contact".into()]));
        let text = |contact: &Node, key: &str| contact.get(key).and_then(Node::text).unwrap_or_default().to_owned();
        let contacts = list.map(Node::items).unwrap_or_default().iter();
        contacts.map(|contact| (text(contact, "id"), text(contact, "name"))).collect()
    })
}

fn next_holiday(editor: Editor, contact: &str) -> Option<moments::Moment> {
    next_of(editor, contact, "holidays")
}

fn next_closed(editor: Editor, contact: &str) -> Option<moments::Moment> {
    next_of(editor, contact, "closed")
}

/// The next day of a contact's list, or of the guide's where the contact has none.
fn next_of(editor: Editor, contact: &str, key: &str) -> Option<moments::Moment> {
    editor.trees.with_untracked(|trees| {
        let list = trees.at(&Place::guide(["contact".into()])).map(Node::items).unwrap_or_default();
        let contact = list.iter().find(|each| each.get("id").and_then(Node::text) == Some(contact));
        let days = contact.and_then(|contact| contact.get(key)).or_else(|| trees.at(&Place::guide([key.into()])));
        moments::next_of(days.map(Node::items).unwrap_or_default().iter().filter_map(Node::text))
    })
}
