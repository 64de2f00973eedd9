//! The islands' start in a real browser: reads the document, mounts what it finds. What is missing or garbled stays
//! the plain document that it is.

mod clock;
mod document;
mod find;
mod line;
mod message;
mod place;
mod remind;
mod status;
mod tick;
mod tools;
mod trail;
mod turns;

use js_sys::Function;
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::prelude::{JsCast, wasm_bindgen};
use web_sys::{Document, Element, HtmlElement, Window};

use crate::guide::say::Lines;
use crate::site::hooks;
use crate::view::message::Fields;
use crate::view::tools::Tools;
use crate::view::{phone, share};
use place::Stand;

/// Mounts the islands. `follow` calls a function with each visit of a step, those of the past first (`boot.js` says how one
/// is written): a trail is told whole even if its answers were given before the islands were there. `load` gets a file of
/// the site by its address and integrity, as a promise of its bytes. `announce` and `pass_on` are those of the files of
/// that name.
#[wasm_bindgen]
pub fn start(follow: Function, load: Function, announce: Function, pass_on: Function) {
    let Some(window) = web_sys::window() else { return };
    let tools = tools::tools(&window, announce, pass_on);
    let Some(page) = window.document() else { return };
    let Some(root) = page.document_element() else { return };
    // To read the document, to follow the address and to mount what lives in it are tasks of their own.
    let plan = document::Plan::read(&page);
    turns::later(
        &window.clone(),
        Box::new(move || {
            let stand = Stand::at(&window, &page);
            if let Some(plan) = plan {
                place::follow(&window, plan, &follow, stand);
            }
            turns::later(&window.clone(), Box::new(move || mount_islands(window, page, root, stand, load, tools)));
        }),
    );
}

fn mount_islands(window: Window, page: Document, root: Element, stand: Stand, load: Function, tools: Tools) {
    let ticks = tick::start(&window);
    let fields = Fields::new();
    // What is in sight comes first; each has a task of its own, so that a tap in between is answered at once.
    let islands = document::all(&root, &document::selector(hooks::ISLAND));
    let (mut queue, hidden): (Vec<Element>, Vec<Element>) =
        islands.partition(|element| element.get_client_rects().length() > 0);
    queue.extend(hidden);
    turns::one_by_one(window, queue, move |element| {
        // An island that can't be read stays plain and keeps none of the others from being mounted.
        _ = match element.get_attribute(hooks::ISLAND).as_deref() {
            Some(hooks::STATUS) => status::mount(element).map(|tick| ticks.borrow_mut().push(tick)),
            Some(hooks::SIGN) => status::mount_sign(element, &root).map(|tick| ticks.borrow_mut().push(tick)),
            Some(hooks::REMIND) => remind::mount(element).map(|tick| ticks.borrow_mut().push(tick)),
            Some(hooks::FIND) => find::mount(&load, &page, element, fields, &tools),
            Some(hooks::MESSAGE) => message::mount_when_opened(element, fields, tools.clone()),
            Some(hooks::PHONE) => {
                let fallback = element.get_attribute(hooks::FALLBACK);
                speak(element, |words| phone::live(stand.told, fields.situation(), fallback, words))
            }
            Some(hooks::SHARE) => speak(element, |words| share::live(stand.here, &words, tools.clone())),
            _ => None,
        };
    });
}

/// Mounts an island that needs no more than its words.
fn speak<V: IntoView + 'static>(element: Element, view: impl FnOnce(Lines) -> V) -> Option<()> {
    let words = Lines::read(&element.get_attribute(hooks::WORDS)?);
    let element: HtmlElement = element.dyn_into().ok()?;
    element.set_text_content(None);
    let view = view(words);
    mount_to(element, move || view).forget();
    Some(())
}
