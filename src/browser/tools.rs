//! The browser's means of passing a text on: clipboard, the system's sheet, encoding.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Event, EventTarget, FocusOptions, HtmlElement, Window};

use crate::view::tools::{Shared, Tools};

/// What this browser has of them.
pub fn tools(window: &Window) -> Tools {
    let navigator: JsValue = window.navigator().into();
    let clipboard = get(&navigator, "clipboard");
    let share = get(&navigator, "share").and_then(|share| share.dyn_into::<Function>().ok());
    Tools {
        copy: Rc::new(move |text, then| copy(clipboard.as_ref(), text, then)),
        share: share.map(|share| -> Rc<dyn Fn(Shared)> {
            Rc::new(move |shared| {
                // A parent who closes the sheet has changed their mind: nothing to say.
                if let Ok(promise) = share.call1(&navigator, &shared_data(&shared)) {
                    when(promise, Box::new(|_| ()));
                }
            })
        }),
        encode,
    }
}

/// Encodes a text as a part of a URL.
pub fn encode(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}

/// A property that may not be there: pages without a secure context have no clipboard, and many browsers no sheet.
fn get(object: &JsValue, key: &str) -> Option<JsValue> {
    Reflect::get(object, &JsValue::from_str(key)).ok().filter(|value| !value.is_undefined() && !value.is_null())
}

fn copy(clipboard: Option<&JsValue>, text: &str, then: Box<dyn FnOnce(bool)>) {
    let write = |clipboard: &JsValue| -> Option<JsValue> {
        let write: Function = get(clipboard, "writeText")?.dyn_into().ok()?;
        write.call1(clipboard, &JsValue::from_str(text)).ok()
    };
    match clipboard.and_then(write) {
        Some(promise) => when(promise, Box::new(move |done| then(done.is_some()))),
        None => then(false),
    }
}

/// Calls `then` when a promise has settled, with what it was kept with; `None` where it was broken.
pub fn when(promise: JsValue, then: Answer) {
    // By hand and by reflection: a future of its own would weigh several kilobytes.
    let Some(method) = get(&promise, "then").and_then(|method| method.dyn_into::<Function>().ok()) else {
        return then(None);
    };
    let then = Rc::new(Cell::new(Some(then)));
    let (kept, broken) = (then.clone(), then);
    let settled = |then: Rc<Cell<Option<Answer>>>, well: bool| {
        once(Box::new(move |value| {
            if let Some(then) = then.take() {
                then(well.then_some(value));
            }
        }))
    };
    _ = method.call2(&promise, &settled(kept, true), &settled(broken, false));
}

/// Moves the focus, and nothing else.
pub fn focus(element: &HtmlElement) {
    let still = FocusOptions::new();
    still.set_prevent_scroll(true);
    _ = element.focus_with_options(&still);
}

/// Listens for as long as the page is there.
pub fn listen(target: &EventTarget, event: &str, then: Rc<dyn Fn(Event)>) {
    let then = function(Box::new(move |event| then(event.unchecked_into())));
    _ = target.add_event_listener_with_callback(event, &then);
}

/// A function for the browser to call as often as it likes.
pub fn function(act: Box<dyn FnMut(JsValue)>) -> Function {
    Closure::wrap(act).into_js_value().unchecked_into()
}

/// Is called with what a promise was kept with.
pub type Answer = Box<dyn FnOnce(Option<JsValue>)>;

/// A function for the browser to call, which acts once. One kind for all that happens once: each would weigh half a
/// kilobyte.
pub fn once(act: Box<dyn FnOnce(JsValue)>) -> Function {
    Closure::once_into_js(act).unchecked_into()
}

fn shared_data(shared: &Shared) -> Object {
    let data = Object::new();
    let set = |key: &str, value: &str| _ = Reflect::set(&data, &JsValue::from_str(key), &JsValue::from_str(value));
    match shared {
        Shared::Text(text) => set("text", text),
        Shared::Link { title, url } => {
            set("title", title);
            set("url", url);
        }
    }
    data
}
