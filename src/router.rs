//! Follows the address, which is the step, and keeps the trail to it in `history.state`. The browser navigates; this only shows the
//! trail, the title and the focus.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use guide_core::data_attributes;
use guide_core::flow::Trail;
use guide_views::islands::share::CurrentStep;
use guide_views::islands::trail::MAX_PRERENDERED;
use guide_views::step_links::StepLink;
use js_sys::Function;
use leptos::prelude::{GetUntracked, RwSignal, Set, WithUntracked};
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Event, HtmlElement, Window};

use crate::document::{DocumentFlow, step_name};
use crate::islands::trail::TrailRow;
use crate::islands::{ISLANDS, Islands};
use crate::js_values::function;
use crate::platform::focus;

/// The longest trail text that is read back, in bytes: a few times what any real flow writes.
const MAX_STATE_LENGTH: usize = 4096;

/// Where the parent is in the flow, for the islands that show it.
#[derive(Clone, Copy)]
pub struct Location {
    pub here: CurrentStep,
    /// The answers that led here.
    pub answers: RwSignal<Vec<StepLink>>,
}

impl Location {
    /// The page as it is now, no answers known yet.
    pub fn current(window: &Window, page: &Document) -> Location {
        let url = RwSignal::new(address(window));
        Location { here: CurrentStep { title: RwSignal::new(page.title()), url }, answers: RwSignal::new(Vec::new()) }
    }
}

struct Router {
    window: Window,
    location: Location,
    document: DocumentFlow,
    islands: Rc<Islands>,
    /// Per step of the flow: `None` before it is first entered.
    rows: Vec<Option<TrailRow>>,
    /// `None` before the first step entered is known.
    trail: Option<Trail>,
    /// Whether the steps entered in the past are over, and what comes is happening now.
    live: bool,
    /// The page's own title.
    title: String,
}

/// Shows the trail and mounts the islands from now on, at each step entered and just before each answer is followed. `subscribe` calls the function that it
/// is given with each step entered, past ones first.
pub fn start(window: &Window, document: DocumentFlow, subscribe: &Function, location: Location, islands: Rc<Islands>) {
    let rows = (0..document.flow.len()).map(|_| None).collect();
    let title = location.here.title.get_untracked();
    let router = Router { window: window.clone(), location, document, islands, rows, trail: None, live: false, title };
    let router = Rc::new(RefCell::new(router));

    let subscriber = router.clone();
    let on_hash_change = function(Box::new(move |change| {
        if let Some(change) = change.as_string() {
            subscriber.borrow_mut().on_hash_change(&change);
        }
    }));
    _ = subscribe.call1(&JsValue::NULL, &on_hash_change);
    router.borrow_mut().live = true;
    // The next step is made ready before the browser shows it, so that nothing changes under the eye.
    EventListener::new(window, "click", move |event| router.borrow_mut().prepare_next(event)).forget();
}

/// The address as others may have it: what a host's page asked of its frame is no part of it.
fn address(window: &Window) -> String {
    let href = window.location().href().unwrap_or_default();
    let hash = window.location().hash().unwrap_or_default();
    let page = href.split(['?', '#']).next().unwrap_or_default();
    [page, &hash].concat()
}

impl Router {
    /// The step that a fragment shows: the first where it is empty, or of no step.
    fn step_of<'h>(&'h self, hash: &'h str) -> &'h str {
        let id = hash.strip_prefix('#').unwrap_or_default();
        let flow = &self.document.flow;
        if flow.step(id).is_some() { id } else { flow.id(flow.begin().at) }
    }

    /// A step was entered: by an answer, by the history or by hand. The change is lines: the fragment, the answer tapped or nothing,
    /// and the trail stored with this entry of the history, if any; an empty one says that no answers led here.
    fn on_hash_change(&mut self, change: &str) {
        let mut lines = change.split('\n');
        let hash = lines.next().unwrap_or_default();
        let (answer, stored) = (lines.next(), lines.next());
        let id = self.step_of(hash).to_owned();
        let flow = &self.document.flow;
        let stored = stored.and_then(|text| text.get(..text.len().min(MAX_STATE_LENGTH)));
        self.trail = Some(match (stored, &self.trail) {
            (Some(text), _) => flow.read(text, &id),
            (None, Some(before)) => flow.enter(before, &id, answer),
            (None, None) => flow.step(&id).map_or_else(|| flow.begin(), |step| flow.implied(step)),
        });
        // In the past, or overtaken by the next: the page shows another step.
        if self.window.location().hash().is_ok_and(|now| now != hash) {
            return;
        }
        self.sync(&id);
        if let Some(section) = self.section(&id).filter(|_| self.live) {
            // The address has scrolled already; focus is only for those who listen.
            focus(&section);
        }
    }

    /// Makes page and history agree with the trail.
    fn sync(&mut self, id: &str) {
        let Some(trail) = self.trail.clone() else { return };
        let text = self.document.flow.write(&trail);
        if let Ok(history) = self.window.history() {
            // A frame may forbid it: then the trail lasts as long as the page.
            _ = history.replace_state(&JsValue::from_str(&text), "");
        }
        let answers = self.show(&trail, false);
        if self.location.answers.with_untracked(|before| *before != answers) {
            self.location.answers.set(answers);
        }
        let Some(page) = self.window.document() else { return };
        let first = self.document.flow.begin().at == trail.at;
        match step_name(&page, id).filter(|_| !first) {
            Some(name) => page.set_title(&[&name, " — ", &self.title].concat()),
            None => page.set_title(&self.title),
        }
        self.location.here.title.set(page.title());
        self.location.here.url.set(address(&self.window));
    }

    fn section(&self, id: &str) -> Option<HtmlElement> {
        self.window.document()?.get_element_by_id(id)?.dyn_into().ok()
    }

    /// Shows a trail in the row of the step it leads to, and mounts the islands of that step where it is entered for the first time: all
    /// at once (`in_time`) before the browser shows it, in tasks when it is there already.
    /// Returns the trail's answers.
    fn show(&mut self, trail: &Trail, in_time: bool) -> Vec<StepLink> {
        let Router { document, rows, islands, .. } = self;
        let answers = document.step_links(trail);
        let section = self.window.document().and_then(|page| page.get_element_by_id(document.flow.id(trail.at)));
        let (Some(section), Some(row)) = (section, rows.get_mut(trail.at)) else { return answers };
        if row.is_none() {
            islands.mount_below(&section, ISLANDS, in_time);
        }
        let prerendered = answers.len() <= MAX_PRERENDERED && *trail == document.flow.implied(trail.at);
        _ = row.get_or_insert_default().show(&section, &answers, prerendered);
        answers
    }

    /// A click may be an answer: its step is made ready.
    fn prepare_next(&mut self, event: &Event) {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(link) = target.and_then(|target| target.closest("a[href^='#']").ok()?) else { return };
        let hash = link.get_attribute("href").unwrap_or_default();
        let Some(before) = &self.trail else { return };
        let trail = self.document.flow.enter(
            before,
            self.step_of(&hash),
            link.get_attribute(data_attributes::CHOICE).as_deref(),
        );
        self.show(&trail, true);
    }
}
