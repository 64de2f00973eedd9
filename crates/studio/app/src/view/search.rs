//! «What will a parent write»: what the search finds for a sentence, where it should lead, and how the search does on test sentences.

use gloo_timers::future::TimeoutFuture;
use guide_studio_model::{
    Edit, FileRole, FoundStep, Node, Place, Request, Response, SearchMiss, phrase_line, with_phrase,
};
use leptos::prelude::*;

use crate::editor::Editor;
use crate::panel::Panel;
use crate::words::{self, view_search};

/// The pause in typing, in ms, after which the search is asked.
const PAUSE: u32 = 200;
/// The longest sentence that is searched for, in characters.
const LONGEST: &str = "500";

/// The tab.
pub fn search(editor: Editor, sentence: RwSignal<String>) -> impl IntoView {
    let steps = Memo::new(move |_| steps(editor));
    let found = found(editor, sentence);
    let wanted = RwSignal::new(String::new());
    let add = move |_| add_phrase(editor, &sentence.get_untracked(), &wanted.get_untracked());
    let options = move || {
        let option = |(id, title): (String, String)| view! { <option value=id>{title}</option> };
        steps.get().into_iter().map(option).collect_view()
    };
    view! {
        <div class="view-form">
            <h2>{view_search::TITLE}</h2>
            <label for="search-sentence">{view_search::SENTENCE}</label>
            <textarea
                id="search-sentence"
                rows="3"
                maxlength=LONGEST
                prop:value=sentence
                on:input=move |event| sentence.set(event_target_value(&event))
            ></textarea>
            <div role="status" class="answer">{move || answer(found.get(), &steps.get())}</div>
            <label for="search-wanted">{view_search::WANTED}</label>
            <select id="search-wanted" on:change=move |event| wanted.set(event_target_value(&event))>
                <option value="">{view_search::CHOOSE}</option>
                {options}
            </select>
            <p class="hint" id="search-add-help">{view_search::ADD_HELP}</p>
            <button
                type="button"
                aria-describedby="search-add-help"
                disabled=move || wanted.with(String::is_empty) || sentence.with(|text| phrase_line(text).is_none())
                on:click=add
            >
                {view_search::ADD}
            </button>
            {tests(editor, steps)}
        </div>
    }
}

/// What was found for a sentence: `None` before anything was typed, or why nothing can be found.
type Found = Option<Result<Vec<FoundStep>, String>>;

/// Asks the worker at each pause in typing, and when the draft is another one.
fn found(editor: Editor, sentence: RwSignal<String>) -> RwSignal<Found> {
    let found = RwSignal::new(None);
    Effect::new(move |_| {
        let (version, text) = (editor.version.get(), sentence.get());
        leptos::task::spawn_local(async move {
            TimeoutFuture::new(PAUSE).await;
            let is_newest = move |text: &String| {
                editor.version.get_untracked() == version
                    && sentence.try_with_untracked(|now| now == text) == Some(true)
            };
            if !is_newest(&text) {
                return;
            }
            if text.trim().is_empty() || version == 0 {
                found.try_set(None);
                return;
            }
            let answer = match editor.ask(Request::Find(text.clone())).await {
                Ok((Response::Found(steps), _)) => Ok(steps),
                Ok(_) => return,
                Err(why) => Err(why),
            };
            if is_newest(&text) {
                found.try_set(Some(answer));
            }
        });
    });
    found
}

fn answer(found: Found, steps: &[(String, String)]) -> AnyView {
    match found {
        None => view! { <p class="hint">{view_search::EMPTY}</p> }.into_any(),
        Some(Err(why)) => view! { <p class="refused">{why}</p> }.into_any(),
        Some(Ok(found)) if found.is_empty() => view! { <p>{view_search::NOTHING}</p> }.into_any(),
        Some(Ok(found)) => {
            let row = |FoundStep { step, score }: FoundStep| {
                let sure = words::fill(view_search::SCORE, &[("words", in_words(score)), ("percent", &percent(score))]);
                view! { <li><a href=Panel::link("step", &step)>{title_of(steps, &step)}</a><span class="score">{sure}</span></li> }
            };
            view! { <ol class="found">{found.into_iter().map(row).collect_view()}</ol> }.into_any()
        }
    }
}

fn in_words(score: f32) -> &'static str {
    match score {
        0.8.. => view_search::SURE,
        0.5.. => view_search::LIKELY,
        _ => view_search::DOUBTFUL,
    }
}

fn percent(part: f32) -> String {
    ((part * 100.0).round() as u32).to_string()
}

/// Adds a sentence to the phrases of a step, as one entry of the history.
fn add_phrase(editor: Editor, sentence: &str, step: &str) {
    let Some(line) = phrase_line(sentence) else { return };
    let place = Place { file: FileRole::Phrases, keys: vec![step.into(), "phrases".into()] };
    let before =
        editor.trees.with_untracked(|trees| trees.at(&place).and_then(Node::text).unwrap_or_default().to_owned());
    let title =
        steps_untracked(editor).into_iter().find(|(id, _)| id == step).map_or(step.to_owned(), |(_, title)| title);
    match with_phrase(&before, &line) {
        Some(after) => {
            let name = words::fill(view_search::ADDED_NAME, &[("step", &title)]);
            editor.edit(name, vec![Edit::Set(place, Node::Text(after))]);
            editor.message.set(words::fill(view_search::ADDED, &[("phrase", &line), ("step", &title)]));
        }
        None => editor.message.set(words::fill(view_search::ALREADY, &[("phrase", &line), ("step", &title)])),
    }
}

/// How many test sentences there are and which miss their step, or why that is not known.
type Tested = Result<(usize, Vec<SearchMiss>), String>;

/// How the search does on the guide's own test sentences: asked for by a button, as it takes a while.
fn tests(editor: Editor, steps: Memo<Vec<(String, String)>>) -> impl IntoView {
    let result: RwSignal<Option<Tested>> = RwSignal::new(None);
    let is_busy = RwSignal::new(false);
    let run = move |_| {
        if is_busy.get_untracked() {
            return;
        }
        is_busy.set(true);
        leptos::task::spawn_local(async move {
            let answer = match editor.ask(Request::SearchTests).await {
                Ok((Response::SearchTests { total, misses }, _)) => Ok((total, misses)),
                Ok(_) => Err(String::new()),
                Err(why) => Err(why),
            };
            result.try_set(Some(answer));
            is_busy.try_set(false);
        });
    };
    view! {
        <h3>{view_search::TESTS}</h3>
        <p class="hint" id="search-tests-help">{view_search::TESTS_HELP}</p>
        <button type="button" aria-describedby="search-tests-help" on:click=run>{view_search::RUN}</button>
        <div role="status" class="answer">
            {move || if is_busy.get() {
                Some(view! { <p>{view_search::RUNNING}</p> }.into_any())
            } else {
                result.get().map(|result| share(result, &steps.get()))
            }}
        </div>
    }
}

fn share(result: Tested, steps: &[(String, String)]) -> AnyView {
    let (total, misses) = match result {
        Err(why) => return view! { <p class="refused">{why}</p> }.into_any(),
        Ok((0, _)) => return view! { <p>{view_search::NO_TESTS}</p> }.into_any(),
        Ok(result) => result,
    };
    let good = total - misses.len().min(total);
    let share = percent(good as f32 / total as f32);
    let values = [("good", &*good.to_string()), ("total", &total.to_string()), ("percent", &share)];
    let miss = |SearchMiss { sentence, wanted, found }: SearchMiss| {
        let found = found.map_or(view_search::NOTHING_FOUND.to_owned(), |found| title_of(steps, &found));
        let wanted = title_of(steps, &wanted);
        view! { <li>{words::fill(view_search::MISS, &[("sentence", &sentence), ("wanted", &wanted), ("found", &found)])}</li> }
    };
    view! {
        <p>{words::fill(view_search::SHARE, &values)}</p>
        <ul class="misses">{misses.into_iter().map(miss).collect_view()}</ul>
    }
    .into_any()
}

fn title_of(steps: &[(String, String)], step: &str) -> String {
    steps.iter().find(|(id, _)| id == step).map_or(step.to_owned(), |(_, title)| title.clone())
}

/// The ids and titles of the steps.
fn steps(editor: Editor) -> Vec<(String, String)> {
    editor.trees.track();
    steps_untracked(editor)
}

fn steps_untracked(editor: Editor) -> Vec<(String, String)> {
    editor.trees.with_untracked(|trees| {
        let text = |step: &Node, key: &str| step.get(key).and_then(Node::text).map(str::to_owned);
        let list = trees.at(&Place::guide(["step".into()]));
        let steps = list.map(Node::items).unwrap_or_default().iter().filter_map(|step| {
            let id = text(step, "id")?;
            let title = ["title", "question", "heading"].iter().find_map(|key| text(step, key));
            Some((id.clone(), title.unwrap_or(id)))
        });
        steps.collect()
    })
}
