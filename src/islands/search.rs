//! Mounts the search: loads its model when the field is first used, and answers as one types.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use guide_core::fill::fill;
use guide_core::search::SearchEngine;
use guide_core::strings::Strings;
use guide_core::{data_attributes, notice};
use guide_views::islands::message::Fields;
use guide_views::islands::search::{SearchAnswer, live};
use guide_views::platform::{Handler, Platform};
use guide_views::step_links::StepLink;
use js_sys::{Function, Uint8Array};
use leptos::mount::mount_to;
use leptos::prelude::event_target_value;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlElement};

use crate::document::{step_name, strings};
use crate::js_values::{get, when_settled};

/// With fewer letters it is too early to say that nothing fits.
const MIN_LETTERS: usize = 4;

/// Whether the search model is there.
#[derive(Clone, Copy, PartialEq)]
enum ModelState {
    NotRequested,
    Requested,
    Failed,
}

struct Search {
    page: Document,
    load_bytes: Function,
    /// What was typed last.
    typed: RefCell<String>,
    model_state: Cell<ModelState>,
    engine: RefCell<Option<SearchEngine>>,
    strings: Strings,
    answer: SearchAnswer,
    fields: Fields,
    platform: Platform,
}

/// Mounts the search, whose model `load_bytes` loads; what is typed goes along into the messages. `None`, and no field, where it can't
/// be read.
pub fn mount(
    load_bytes: &Function,
    page: &Document,
    element: Element,
    fields: Fields,
    platform: &Platform,
) -> Option<()> {
    let strings = strings(page, data_attributes::SEARCH)?;
    let answer = SearchAnswer::empty();
    let label = strings.get("label")?.to_owned();
    let search = Rc::new(Search {
        page: page.clone(),
        load_bytes: load_bytes.clone(),
        typed: RefCell::default(),
        model_state: Cell::new(ModelState::NotRequested),
        engine: RefCell::default(),
        strings,
        answer,
        fields,
        platform: platform.clone(),
    });
    let element: HtmlElement = element.dyn_into().ok()?;
    element.set_text_content(None);
    let on_use: Handler = ("focus input", Rc::new(move |event| search.on_use(&event)));
    mount_to(element, move || live(answer, label, on_use)).forget();
    Some(())
}

impl Search {
    fn on_use(self: &Rc<Search>, event: &JsValue) {
        // Not at each key: whoever turns to the field again wants another try.
        if self.model_state.get() == ModelState::Failed && get(event, "type").is_some_and(|kind| kind == "focus") {
            self.model_state.set(ModelState::NotRequested);
        }
        self.load_model();
        self.show_answer(event_target_value(event));
    }

    fn load_model(self: &Rc<Search>) {
        if self.model_state.get() != ModelState::NotRequested {
            return;
        }
        self.model_state.set(ModelState::Requested);
        let search = self.clone();
        let [file, integrity] = ["model", "integrity"].map(|key| JsValue::from_str(self.string(key)));
        match self.load_bytes.call2(&JsValue::NULL, &file, &integrity) {
            Ok(bytes) => when_settled(bytes, Box::new(move |bytes| search.on_model(bytes))),
            Err(_) => self.on_model(None),
        }
    }

    /// Takes the model that has come, if it has, and answers what was typed meanwhile.
    fn on_model(&self, bytes: Option<JsValue>) {
        let engine = bytes.and_then(|bytes| SearchEngine::from_bytes(&Uint8Array::new(&bytes).to_vec()));
        if engine.is_none() {
            self.model_state.set(ModelState::Failed);
        }
        self.engine.replace(engine);
        let typed = self.typed.borrow().clone();
        self.show_answer(typed);
    }

    fn show_answer(&self, typed: String) {
        let mut retry = "";
        let answer = self.answer(&typed).or_else(|| {
            let failed = self.strings.get("failed").filter(|_| self.model_state.get() == ModelState::Failed)?;
            retry = self.strings.get("retry")?;
            Some((failed.to_owned(), Vec::new()))
        });
        let (said, links) = answer.unwrap_or_default();
        self.fields.set_situation(&typed);
        self.typed.replace(typed);
        let other = self.answer.update(said.clone(), retry, links);
        // What is the same was heard, or is still waiting for the last key.
        (self.platform.announce)(other.then_some(&said));
    }

    fn answer(&self, typed: &str) -> Option<(String, Vec<StepLink>)> {
        let word = |key: &str| self.strings.get(key);
        let known = notice::NoticePatterns { mark: self.string("notice_mark"), account: self.string("notice_account") };
        if let Some((notice, next)) = notice::read(typed, known).zip(self.link(self.string("notice_next"))) {
            let named = notice.account.and_then(|account| Some(fill(word("account")?, &[("account", &account)])));
            return Some(([word("notice")?, " ", &named.unwrap_or_default()].concat(), vec![next]));
        }
        let engine = self.engine.borrow();
        let found = engine.as_ref()?.find(typed);
        let mut links: Vec<StepLink> = found.hits.into_iter().filter_map(|hit| self.link(hit.step)).collect();
        if found.sure && !links.is_empty() {
            let count = links.len().to_string();
            return Some((fill(word("found")?, &[("n", &count)]), links));
        }
        let said = word(if links.is_empty() { "nothing" } else { "unsure" })?;
        links.push(StepLink { label: word("onward")?.to_owned(), ..self.link(self.string("fallback"))? });
        let letters = typed.chars().filter(|c| !c.is_ascii() || c.is_ascii_alphanumeric()).take(MIN_LETTERS).count();
        (letters == MIN_LETTERS).then_some((said.to_owned(), links))
    }

    /// A string; empty where there is none.
    fn string(&self, key: &str) -> &str {
        self.strings.get(key).unwrap_or_default()
    }

    /// A link to a step by its name; `None` where the document has no such step.
    fn link(&self, id: &str) -> Option<StepLink> {
        Some(StepLink { href: ["#", id].concat(), label: step_name(&self.page, id)?, change: String::new() })
    }
}
