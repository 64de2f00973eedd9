//! Mounts the search: fetches what it has learned when the field is first used, and answers as one types.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Function, Uint8Array};
use leptos::mount::mount_to;
use leptos::prelude::event_target_value;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlElement};

use super::tools::{get, when};
use crate::guide::fill::fill;
use crate::guide::find::Finder;
use crate::guide::notice;
use crate::guide::say::Lines;
use crate::site::hooks;
use crate::view::find::{Answer, live};
use crate::view::message::Fields;
use crate::view::tools::{Act, Tools};
use crate::view::trail::Crumb;

/// Fewer letters say nothing yet of what does not fit.
const ENOUGH: usize = 4;

/// How far what the search has learned has come.
#[derive(Clone, Copy, PartialEq)]
enum Knowledge {
    Unasked,
    Asked,
    Failed,
}

struct Search {
    page: Document,
    load: Function,
    file: String,
    integrity: String,
    /// What was typed last.
    typed: RefCell<String>,
    knowledge: Cell<Knowledge>,
    finder: RefCell<Option<Finder>>,
    mark: String,
    account: String,
    next: String,
    fallback: String,
    words: Lines,
    answer: Answer,
    fields: Fields,
    tools: Tools,
}

/// Mounts the search, whose knowledge `load` gets; what is typed goes along into the messages. `None`, and no field, where it can't be read.
pub fn mount(load: &Function, page: &Document, element: Element, fields: Fields, tools: &Tools) -> Option<()> {
    let attribute = |name| element.get_attribute(name);
    let words = Lines::read(&attribute(hooks::WORDS)?);
    let answer = Answer::silent();
    let label = words.get("label")?.to_owned();
    let search = Rc::new(Search {
        page: page.clone(),
        load: load.clone(),
        file: attribute(hooks::KNOWLEDGE)?,
        integrity: attribute(hooks::INTEGRITY).unwrap_or_default(),
        typed: RefCell::default(),
        knowledge: Cell::new(Knowledge::Unasked),
        finder: RefCell::default(),
        mark: attribute(hooks::NOTICE_MARK).unwrap_or_default(),
        account: attribute(hooks::NOTICE_ACCOUNT).unwrap_or_default(),
        next: attribute(hooks::NOTICE_NEXT).unwrap_or_default(),
        fallback: attribute(hooks::FALLBACK).unwrap_or_default(),
        words,
        answer,
        fields,
        tools: tools.clone(),
    });
    let element: HtmlElement = element.dyn_into().ok()?;
    element.set_text_content(None);
    let on_use: Act = ("focus input", Rc::new(move |event| search.on_use(&event)));
    mount_to(element, move || live(answer, label, on_use)).forget();
    Some(())
}

impl Search {
    fn on_use(self: &Rc<Search>, event: &JsValue) {
        // Not at each key: whoever turns to the field again wants another try.
        if self.knowledge.get() == Knowledge::Failed && get(event, "type").is_some_and(|kind| kind == "focus") {
            self.knowledge.set(Knowledge::Unasked);
        }
        self.fetch();
        self.ask(event_target_value(event));
    }

    fn fetch(self: &Rc<Search>) {
        if self.knowledge.get() != Knowledge::Unasked {
            return;
        }
        self.knowledge.set(Knowledge::Asked);
        let search = self.clone();
        let [file, integrity] = [&self.file, &self.integrity].map(|text| JsValue::from_str(text));
        match self.load.call2(&JsValue::NULL, &file, &integrity) {
            Ok(bytes) => when(bytes, Box::new(move |bytes| search.learn(bytes))),
            Err(_) => self.learn(None),
        }
    }

    /// Takes the knowledge that has come and answers what was typed meanwhile.
    fn learn(&self, bytes: Option<JsValue>) {
        let finder = bytes.and_then(|bytes| Finder::from_bytes(&Uint8Array::new(&bytes).to_vec()));
        if finder.is_none() {
            self.knowledge.set(Knowledge::Failed);
        }
        self.finder.replace(finder);
        let typed = self.typed.borrow().clone();
        self.ask(typed);
    }

    fn ask(&self, typed: String) {
        let mut retry = "";
        let answer = self.answer(&typed).or_else(|| {
            let failed = self.words.get("failed").filter(|_| self.knowledge.get() == Knowledge::Failed)?;
            retry = self.words.get("retry")?;
            Some((failed.to_owned(), Vec::new()))
        });
        let (said, links) = answer.unwrap_or_default();
        self.fields.set_situation(&typed);
        self.typed.replace(typed);
        let other = self.answer.say(said.clone(), retry, links);
        // What is the same was heard, or is still waiting for the last key.
        (self.tools.announce)(other.then_some(&said));
    }

    fn answer(&self, typed: &str) -> Option<(String, Vec<Crumb>)> {
        let word = |key: &str| self.words.get(key);
        let known = notice::Words { mark: &self.mark, account: &self.account };
        if let Some((notice, next)) = notice::read(typed, known).zip(self.link(&self.next)) {
            let named = notice.account.and_then(|account| Some(fill(word("account")?, &[("account", &account)])));
            return Some(([word("notice")?, " ", &named.unwrap_or_default()].concat(), vec![next]));
        }
        let finder = self.finder.borrow();
        let links: Vec<Crumb> =
            finder.as_ref()?.find(typed).into_iter().filter_map(|hit| self.link(hit.step)).collect();
        if !links.is_empty() {
            let count = links.len().to_string();
            return Some((fill(word("found")?, &[("n", &count)]), links));
        }
        let letters = typed.chars().filter(|c| !c.is_ascii() || c.is_ascii_alphanumeric()).take(ENOUGH).count();
        let onward = Crumb { label: word("onward")?.to_owned(), ..self.link(&self.fallback)? };
        (letters == ENOUGH).then_some((word("nothing")?.to_owned(), vec![onward]))
    }

    /// A link to a step, called as its heading calls it; `None` where the document has no such step.
    fn link(&self, id: &str) -> Option<Crumb> {
        let section = self.page.get_element_by_id(id)?;
        let heading = section.query_selector("h1").ok()??;
        Some(Crumb { href: ["#", id].concat(), label: heading.text_content()?, change: String::new() })
    }
}
