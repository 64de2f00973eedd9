//! The editor's state: the draft, its trees and findings as signals, and the queue of what is done to it.
//!
//! Whatever is done waits in one queue, so that the patches of the worker's answers always fit the draft. While the worker is busy,
//! more typing at the same field replaces what waits.

use std::collections::VecDeque;
use std::sync::Arc;

use futures_channel::oneshot;
use guide_studio_model::{
    Change, Draft, Edit, Entry, FilePatch, Finding, History, Node, Place, Request, Response, State,
};
use leptos::prelude::*;

use crate::browser;
use crate::trees::Trees;
use crate::words;
use crate::worker_client::{Answer, NoAnswer, WorkerClient};

/// The state. A copy is the same state.
#[derive(Clone, Copy)]
pub struct Editor {
    /// The trees, with what was typed and not answered yet.
    pub trees: RwSignal<Trees>,
    /// The words of the tool that the guide may replace by its own.
    pub default_words: RwSignal<Arc<Node>>,
    /// Everything that is wrong.
    pub findings: RwSignal<Arc<Vec<Finding>>>,
    /// The facts of another place that are still to be replaced.
    pub to_replace: RwSignal<Arc<Vec<Place>>>,
    /// The number of states that the worker has given: pages of the preview are rendered anew when it grows.
    pub version: RwSignal<u32>,
    /// The number of drafts that have been opened: forms are made anew when it grows.
    pub opened: RwSignal<u32>,
    /// The names of what can be undone, the latest first, and of what can be done again, the next first.
    pub history: RwSignal<(Vec<String>, Vec<String>)>,
    /// Whether the draft differs from what was opened or saved last.
    pub changed: RwSignal<bool>,
    /// The value that undo or redo has changed last, the first of several.
    pub undone_place: RwSignal<Option<Place>>,
    /// The field that is to have the focus as soon as it is there.
    pub focus_request: RwSignal<Option<Place>>,
    /// A sentence about what was just done or could not be done. It is read aloud.
    pub message: RwSignal<String>,
    inner: StoredValue<Inner, LocalStorage>,
}

struct Inner {
    worker: WorkerClient,
    /// The number of the worker that has the draft.
    worker_has_draft: Option<u32>,
    /// How many drafts the workers have been given: the last one is what the present worker has.
    opens: u32,
    draft: Draft,
    base: Draft,
    /// The address of the site that the editor belongs to.
    site: String,
    history: History,
    /// The trees as the worker has them.
    confirmed: Trees,
    queue: VecDeque<Action>,
    busy: bool,
    revision: u32,
}

/// Something that is done to the draft.
#[derive(Clone)]
enum Action {
    Edit { name: String, edits: Vec<Edit>, typing: Option<Place> },
    Undo,
    Redo,
}

impl Editor {
    /// The state before anything is open. `site` is the address of the site that the editor belongs to.
    pub fn new(worker: WorkerClient, site: String) -> Editor {
        let inner = Inner {
            worker,
            worker_has_draft: None,
            opens: 0,
            draft: Draft::default(),
            base: Draft::default(),
            site,
            history: History::default(),
            confirmed: Trees::default(),
            queue: VecDeque::new(),
            busy: false,
            revision: 0,
        };
        Editor {
            trees: RwSignal::new(Trees::default()),
            default_words: RwSignal::new(Arc::new(Node::Table(Vec::new()))),
            findings: RwSignal::default(),
            to_replace: RwSignal::default(),
            version: RwSignal::new(0),
            opened: RwSignal::new(0),
            history: RwSignal::default(),
            changed: RwSignal::new(false),
            undone_place: RwSignal::new(None),
            focus_request: RwSignal::new(None),
            message: RwSignal::default(),
            inner: StoredValue::new_local(inner),
        }
    }

    /// Opens a draft; that before is forgotten, with its history. `base` is what changes are counted from, if not the draft itself.
    /// The error is a sentence for people, and what was open stays.
    pub async fn open(self, draft: Draft, base: Option<Draft>) -> Result<(), String> {
        let state = self.send_open(&draft, base.as_ref()).await?;
        self.inner.update_value(|inner| {
            inner.base = base.unwrap_or_else(|| draft.clone());
            inner.draft = draft;
            inner.history = History::default();
            inner.queue.clear();
            inner.confirmed = Trees::default();
        });
        self.take(state);
        self.opened.update(|opened| *opened += 1);
        Ok(())
    }

    /// Sets a value that is being typed: more of it at the same place joins this entry of the history.
    pub fn type_in(self, name: impl Into<String>, place: Place, value: Node) {
        let edits = vec![Edit::Set(place.clone(), value)];
        self.push(Action::Edit { name: name.into(), edits, typing: Some(place) });
    }

    /// Does edits that typing at a place has brought about: more of it at the same place joins this entry of the history.
    pub fn type_edits(self, name: impl Into<String>, place: Place, edits: Vec<Edit>) {
        self.push(Action::Edit { name: name.into(), edits, typing: Some(place) });
    }

    /// Does edits as one entry of the history.
    pub fn edit(self, name: impl Into<String>, edits: Vec<Edit>) {
        self.push(Action::Edit { name: name.into(), edits, typing: None });
    }

    /// Has the next typing begin an entry of its own.
    pub fn leave_field(self) {
        self.inner.update_value(|inner| inner.history.close());
    }

    /// Takes back what was done last.
    pub fn undo(self) {
        self.push(Action::Undo);
    }

    /// Does again what was taken back last.
    pub fn redo(self) {
        self.push(Action::Redo);
    }

    /// The value at a place, with what was typed and not answered yet. Tracked.
    pub fn value(self, place: &Place) -> Option<Node> {
        self.trees.with(|trees| trees.at(place).cloned())
    }

    /// The text at a place; empty where there is none. Tracked.
    pub fn text(self, place: &Place) -> String {
        self.trees.with(|trees| trees.at(place).and_then(Node::text).unwrap_or_default().to_owned())
    }

    /// The number of items of the list at a place. Tracked.
    pub fn count(self, place: &Place) -> usize {
        self.trees.with(|trees| trees.at(place).map_or(0, |list| list.items().len()))
    }

    /// The files of the draft with their sizes in bytes, and the path of the guide's own. Tracked.
    pub fn files(self) -> (Vec<(String, usize)>, String) {
        self.version.track();
        (self.file_list_now(), self.inner.with_value(|inner| inner.draft.guide.clone()))
    }

    /// The files of the draft with their sizes in bytes.
    pub fn file_list_now(self) -> Vec<(String, usize)> {
        self.inner
            .with_value(|inner| inner.draft.files.iter().map(|(path, bytes)| (path.clone(), bytes.0.len())).collect())
    }

    /// The draft as it is.
    pub fn draft(self) -> Draft {
        self.inner.with_value(|inner| inner.draft.clone())
    }

    /// What changes are counted from: the content that was opened, or saved last.
    pub fn base(self) -> Draft {
        self.inner.with_value(|inner| inner.base.clone())
    }

    /// Asks the worker for something that does not change the draft. The error is a sentence for people.
    pub async fn ask(self, request: Request) -> Result<Answer, String> {
        self.ask_with_progress(request, |_| ()).await
    }

    /// Asks the worker as [`Editor::ask`] does; `progress` gets what it says before the answer.
    pub async fn ask_with_progress(
        self,
        request: Request,
        progress: impl Fn(Response) + 'static,
    ) -> Result<Answer, String> {
        self.reopen().await?;
        let worker = self.worker();
        match worker.call_with_progress(&request, progress).await {
            Ok((Response::Refused(why), _)) => Err(why),
            Ok(answer) => Ok(answer),
            Err(why) => Err(sentence(why)),
        }
    }

    /// How a draft differs from another one; the draft that is open stays. The error is a sentence for people.
    pub async fn changes_between(self, draft: Draft, base: Draft) -> Result<Vec<Change>, String> {
        let (worker, site) = self.inner.with_value(|inner| (inner.worker.clone(), inner.site.clone()));
        let request = Request::Open { draft, base: Some(base), today: browser::today(), site };
        // Both messages go out before any other; whoever needs the worker next gives it the open draft again.
        self.inner.update_value(|inner| {
            inner.worker_has_draft = None;
            inner.opens += 1;
        });
        let opening = worker.clone();
        leptos::task::spawn_local(async move { _ = opening.call(&request).await });
        let (sender, receiver) = oneshot::channel();
        leptos::task::spawn_local(async move { _ = sender.send(worker.call(&Request::Changes).await) });
        match receiver.await {
            Ok(Ok((Response::Changes(changes), _))) => Ok(changes),
            Ok(Ok((Response::Refused(why), _))) => Err(why),
            Ok(Err(why)) => Err(sentence(why)),
            _ => Err(words::worker::STOPPED.to_owned()),
        }
    }

    /// Counts changes from this draft on, as it has been saved. `patches` are what publishing has changed in it.
    pub async fn saved(self, patches: Vec<FilePatch>) -> Result<(), String> {
        let mut draft = self.draft();
        _ = draft.apply(&patches);
        self.open(draft, None).await
    }

    fn worker(self) -> WorkerClient {
        self.inner.with_value(|inner| inner.worker.clone())
    }

    fn push(self, action: Action) {
        self.inner.update_value(|inner| {
            // What the worker has been given already can't be replaced.
            let waiting = inner.queue.back().filter(|_| inner.queue.len() > usize::from(inner.busy));
            let replaces = match (waiting, &action) {
                (Some(Action::Edit { typing: Some(last), .. }), Action::Edit { typing: Some(next), .. }) => {
                    last == next
                }
                _ => false,
            };
            if replaces {
                inner.queue.pop_back();
            }
            inner.queue.push_back(action);
        });
        self.show();
        if !self.inner.with_value(|inner| inner.busy) {
            self.inner.update_value(|inner| inner.busy = true);
            leptos::task::spawn_local(async move {
                while let Some(action) = self.inner.with_value(|inner| inner.queue.front().cloned()) {
                    self.perform(action).await;
                }
                self.inner.update_value(|inner| inner.busy = false);
            });
        }
    }

    /// Does the first action of the queue, and takes it from there.
    async fn perform(self, action: Action) {
        if self.reopen().await.is_err() {
            return self.finish(Err(words::worker::LOST.to_owned()));
        }
        let revision = self.inner.try_update_value(|inner| {
            inner.revision += 1;
            inner.revision
        });
        let revision = revision.unwrap_or_default();
        let (request, patches) = match &action {
            Action::Edit { edits, .. } => (Request::Edit { revision, edits: edits.clone() }, Vec::new()),
            Action::Undo | Action::Redo => {
                let undo = matches!(action, Action::Undo);
                let turn = |inner: &mut Inner| if undo { inner.history.undo() } else { inner.history.redo() };
                let Some(patches) = self.inner.try_update_value(turn).flatten() else { return self.finish(Ok(())) };
                (Request::Patch { revision, patches: patches.clone() }, patches)
            }
        };
        let answer = self.worker().call(&request).await;
        let state = match answer {
            Ok((Response::State(state), _)) => *state,
            Ok((Response::Refused(why), _)) => return self.finish(Err(why)),
            Ok(_) => return self.finish(Err(words::worker::STOPPED.to_owned())),
            Err(why) if patches.is_empty() => return self.finish(Err(sentence(why))),
            // An undo needs no worker: the next one gets the draft as it is then.
            Err(_) => State { revision, ..State::default() },
        };
        let is_turn = !matches!(action, Action::Edit { .. });
        self.inner.update_value(|inner| {
            if let Action::Edit { name, typing, .. } = action {
                _ = inner.draft.apply(&state.patches);
                inner.history.add(Entry { name, typing, patches: state.patches.clone() });
            } else {
                _ = inner.draft.apply(&patches);
            }
        });
        self.inner.update_value(|inner| {
            inner.queue.pop_front();
        });
        let before = is_turn.then(|| self.inner.with_value(|inner| inner.confirmed.clone()));
        self.take(state);
        if let Some(before) = before {
            self.undone_place.set(self.inner.with_value(|inner| before.first_difference(&inner.confirmed)));
        }
    }

    /// Ends the first action of the queue without a new state.
    fn finish(self, done: Result<(), String>) {
        self.inner.update_value(|inner| {
            inner.queue.pop_front();
        });
        if let Err(why) = done {
            self.message.set(why);
        }
        self.show();
    }

    /// Gives the draft to a worker that has none.
    async fn reopen(self) -> Result<(), String> {
        // Another draft may have been compared while this one was on its way.
        while self.inner.with_value(|inner| inner.worker_has_draft != Some(inner.worker.number())) {
            let (draft, base) = (self.draft(), self.base());
            if draft.files.is_empty() {
                return Ok(());
            }
            let state = self.send_open(&draft, Some(&base)).await?;
            self.take(state);
        }
        Ok(())
    }

    async fn send_open(self, draft: &Draft, base: Option<&Draft>) -> Result<State, String> {
        let (worker, site) = self.inner.with_value(|inner| (inner.worker.clone(), inner.site.clone()));
        let request = Request::Open { draft: draft.clone(), base: base.cloned(), today: browser::today(), site };
        let open = self.inner.try_update_value(|inner| {
            inner.opens += 1;
            inner.opens
        });
        match worker.call(&request).await {
            Ok((Response::State(state), _)) => {
                self.inner.update_value(|inner| {
                    if open == Some(inner.opens) {
                        inner.worker_has_draft = Some(worker.number());
                    }
                });
                Ok(*state)
            }
            Ok((Response::Refused(why), _)) => Err(why),
            Ok(_) => Err(words::worker::STOPPED.to_owned()),
            Err(why) => Err(sentence(why)),
        }
    }

    /// Takes a state that the worker has given.
    fn take(self, state: State) {
        self.inner.update_value(|inner| {
            for (role, tree) in state.trees {
                inner.confirmed.replace(role, tree);
            }
        });
        if let Some(default_words) = state.default_words {
            self.default_words.set(Arc::new(default_words));
        }
        self.findings.set(Arc::new(state.findings));
        self.to_replace.set(Arc::new(state.to_replace));
        self.show();
        self.version.update(|version| *version += 1);
    }

    /// Shows the trees as they will be when all is done that waits, and the history.
    fn show(self) {
        let (trees, history, changed) = self.inner.with_value(|inner| {
            let mut trees = inner.confirmed.clone();
            for action in &inner.queue {
                if let Action::Edit { edits, .. } = action {
                    edits.iter().for_each(|edit| trees.apply_locally(edit));
                }
            }
            let names = (
                inner.history.done().map(str::to_owned).collect(),
                inner.history.undone().map(str::to_owned).collect(),
            );
            (trees, names, inner.draft != inner.base)
        });
        self.trees.set(trees);
        if self.history.with_untracked(|shown| *shown != history) {
            self.history.set(history);
        }
        if self.changed.get_untracked() != changed {
            self.changed.set(changed);
        }
    }
}

fn sentence(why: NoAnswer) -> String {
    match why {
        NoAnswer::Stopped => words::worker::STOPPED.to_owned(),
        NoAnswer::NotLoaded => words::worker::LOST.to_owned(),
    }
}
