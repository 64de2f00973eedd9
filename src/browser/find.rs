//! Mounts the search: fetches what it has learned when the field is first used, and answers as one types.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::futures::JsFuture;
use js_sys::{ArrayBuffer, Uint8Array};
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, Response, Window};

use crate::guide::find::Finder;
use crate::guide::notice;
use crate::guide::say::Lines;
use crate::site::hooks;
use crate::view::find::{Found, Link, live};

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
    found: RwSignal<Found>,
}

/// Mounts the search. `None`, and no field, where it can't be read.
pub fn mount(window: &Window, page: &Document, element: Element) -> Option<()> {
    let attribute = |name| element.get_attribute(name);
    let knowledge = attribute(hooks::KNOWLEDGE)?;
    let words = Lines::read(&attribute(hooks::WORDS)?);
    let found = RwSignal::new(Found::Silent);
    let search = Rc::new(Search {
        page: page.clone(),
        typed: RefCell::default(),
        finder: RefCell::default(),
        asked_for: Cell::new(false),
        mark: attribute(hooks::NOTICE_MARK).unwrap_or_default(),
        account: attribute(hooks::NOTICE_ACCOUNT).unwrap_or_default(),
        next: attribute(hooks::NOTICE_NEXT).unwrap_or_default(),
        found,
    });
    let nothing = search.link(&attribute(hooks::NOTHING)?)?;
    let element: HtmlElement = element.dyn_into().ok()?;
    element.set_text_content(None);
    let (asking, window) = (search.clone(), window.clone());
    let ready = Rc::new(move || search.fetch(&window, &knowledge));
    let first = ready.clone();
    let ask = Rc::new(move |typed| {
        // Some keyboards and helpers type without focus.
        first();
        asking.ask(typed);
    });
    mount_to(element, move || live(found, nothing, words, ask, ready)).forget();
    Some(())
}

impl Search {
    fn fetch(self: &Rc<Search>, window: &Window, knowledge: &str) {
        if self.asked_for.replace(true) {
            return;
        }
        let (search, request) = (self.clone(), window.fetch_with_str(knowledge));
        leptos::task::spawn_local(async move {
            let bytes = async {
                let response: Response = JsFuture::from(request).await.ok()?.dyn_into().ok()?;
                let buffer: ArrayBuffer = JsFuture::from(response.array_buffer().ok()?).await.ok()?.dyn_into().ok()?;
                response.ok().then(|| Uint8Array::new(&buffer).to_vec())
            };
            match bytes.await.and_then(|bytes| Finder::from_bytes(&bytes)) {
                Some(finder) => {
                    search.finder.replace(Some(finder));
                    let typed = search.typed.borrow().clone();
                    search.ask(typed);
                }
                // The next use of the field tries again.
                None => search.asked_for.set(false),
            }
        });
    }

    fn ask(&self, typed: String) {
        let found = self.answer(&typed);
        self.typed.replace(typed);
        if self.found.with_untracked(|before| *before != found) {
            self.found.set(found);
        }
    }

    fn answer(&self, typed: &str) -> Found {
        let words = notice::Words { mark: &self.mark, account: &self.account };
        let notice = notice::read(typed, words).zip(self.link(&self.next));
        if let Some((notice, next)) = notice {
            return Found::Notice(notice.account, next);
        }
        let finder = self.finder.borrow();
        let Some(finder) = finder.as_ref() else { return Found::Silent };
        let links: Vec<Link> = finder.find(typed).into_iter().filter_map(|hit| self.link(hit.step)).collect();
        let letters = typed.chars().filter(|c| c.is_alphanumeric()).take(ENOUGH).count();
        if links.is_empty() && letters < ENOUGH {
            return Found::Silent;
        }
        Found::Steps(links)
    }

    /// A link to a step, called as its heading calls it; `None` where the document has no such step.
    fn link(&self, id: &str) -> Option<Link> {
        let section = self.page.get_element_by_id(id)?;
        let heading = section.query_selector("h1").ok()??;
        Some(Link { href: ["#", id].concat(), label: heading.text_content()? })
    }
}
