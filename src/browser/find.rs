//! Mounts the search: fetches what it has learned when the field is first used, and answers as one types.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Function, Uint8Array};
use leptos::mount::mount_to;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlElement, Response};

use super::tools::when;
use crate::guide::fill::fill;
use crate::guide::find::Finder;
use crate::guide::notice;
use crate::guide::say::Lines;
use crate::site::hooks;
use crate::view::find::{Answer, live};
use crate::view::trail::Crumb;

/// Fewer letters say nothing yet of what does not fit.
const ENOUGH: usize = 4;

struct Search {
    page: Document,
    /// What was typed last.
    typed: RefCell<String>,
    finder: RefCell<Option<Finder>>,
    asked_for: Cell<bool>,
    mark: String,
    account: String,
    next: String,
    fallback: String,
    words: Lines,
    answer: Answer,
}

/// Mounts the search, whose knowledge `bring` gets. `None`, and no field, where it can't be read.
pub fn mount(bring: &Function, page: &Document, element: Element) -> Option<()> {
    let attribute = |name| element.get_attribute(name);
    let knowledge = attribute(hooks::KNOWLEDGE)?;
    let integrity = attribute(hooks::INTEGRITY).unwrap_or_default();
    let words = Lines::read(&attribute(hooks::WORDS)?);
    let answer = Answer::silent();
    let label = words.get("label")?.to_owned();
    let search = Rc::new(Search {
        page: page.clone(),
        typed: RefCell::default(),
        finder: RefCell::default(),
        asked_for: Cell::new(false),
        mark: attribute(hooks::NOTICE_MARK).unwrap_or_default(),
        account: attribute(hooks::NOTICE_ACCOUNT).unwrap_or_default(),
        next: attribute(hooks::NOTICE_NEXT).unwrap_or_default(),
        fallback: attribute(hooks::FALLBACK).unwrap_or_default(),
        words,
        answer,
    });
    let element: HtmlElement = element.dyn_into().ok()?;
    element.set_text_content(None);
    let bring = bring.clone();
    let ask = Rc::new(move |typed| {
        search.fetch(&bring, &knowledge, &integrity);
        search.ask(typed);
    });
    mount_to(element, move || live(answer, label, ask)).forget();
    Some(())
}

impl Search {
    fn fetch(self: &Rc<Search>, bring: &Function, knowledge: &str, integrity: &str) {
        if self.asked_for.replace(true) {
            return;
        }
        let search = self.clone();
        let coming = bring.call2(&JsValue::NULL, &JsValue::from_str(knowledge), &JsValue::from_str(integrity));
        let Ok(coming) = coming else { return self.learn(None) };
        let take = move |response: Option<JsValue>| {
            let response = response.and_then(|response| response.dyn_into::<Response>().ok()).filter(Response::ok);
            match response.and_then(|response| response.array_buffer().ok()) {
                Some(bytes) => when(bytes.into(), Box::new(move |bytes| search.learn(bytes))),
                None => search.learn(None),
            }
        };
        when(coming, Box::new(take));
    }

    /// Takes the knowledge that has come and answers what was typed meanwhile. Where none has come, the next use of the
    /// field tries again.
    fn learn(&self, bytes: Option<JsValue>) {
        let finder = bytes.and_then(|bytes| Finder::from_bytes(&Uint8Array::new(&bytes).to_vec()));
        self.asked_for.set(finder.is_some());
        self.finder.replace(finder);
        let typed = self.typed.borrow().clone();
        self.ask(typed);
    }

    fn ask(&self, typed: String) {
        let (said, links) = self.answer(&typed).unwrap_or_default();
        self.typed.replace(typed);
        self.answer.say(said, links);
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
