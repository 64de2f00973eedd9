//! Other tabs with the same guide: each is told of the others, as edits of two tabs do not come together.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Interval;
use gloo_utils::window;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent, StorageEvent};

use crate::crash_copy::storage;
use crate::words::tabs as text;

/// The time between two calls of all tabs, in ms.
const BETWEEN_CALLS: u32 = 5_000;
/// A tab that has not answered so many calls is gone without a word, as one that has crashed.
const PATIENCE: u32 = 3;

/// The tabs. A copy is the same state.
#[derive(Clone, Copy)]
pub struct Tabs {
    /// What this tab is called among them.
    pub id: StoredValue<String>,
    /// What the others are called.
    pub others: RwSignal<BTreeSet<String>>,
}

impl Tabs {
    /// One of the others is there no longer.
    fn forget(self, id: &str) {
        if self.others.with_untracked(|others| others.contains(id)) {
            self.others.update(|others| _ = others.remove(id));
        }
    }
}

/// What one tab tells the others.
#[derive(Serialize, Deserialize)]
struct Told {
    /// The tab that tells it.
    from: String,
    what: News,
}

#[derive(Serialize, Deserialize, PartialEq)]
enum News {
    /// It has come, and wants to know who else is there.
    Came,
    /// It is there.
    Here,
    /// It goes.
    Gone,
}

/// The way to the others: a channel, or the events of the storage where there are no channels.
enum Way {
    Channel(BroadcastChannel),
    Storage(String),
}

/// Provides the tabs with the guide of this site, and tells them of this one.
pub fn start(site: &str) {
    let id = format!("{:.0}-{:.0}", js_sys::Date::now(), js_sys::Math::random() * 1e9);
    let tabs = Tabs { id: StoredValue::new(id), others: RwSignal::default() };
    provide_context(tabs);
    let name = format!("guide-editor-tabs {site}");
    let way = Rc::new(BroadcastChannel::new(&name).map_or(Way::Storage(name.clone()), Way::Channel));
    // The number of the last call, and of the one after which each of the others was heard of.
    let call = StoredValue::new(0_u32);
    let heard_after = StoredValue::new(BTreeMap::<String, u32>::new());
    let heard = {
        let way = way.clone();
        move |told: &str| {
            let Ok(Told { from, what }) = serde_json::from_str::<Told>(told) else { return };
            if tabs.id.with_value(|id| *id == from) {
                return;
            }
            if what == News::Gone {
                tabs.forget(&from);
            } else {
                heard_after.update_value(|heard| _ = heard.insert(from.clone(), call.get_value()));
                if tabs.others.with_untracked(|others| !others.contains(&from)) {
                    tabs.others.update(|others| _ = others.insert(from));
                }
            }
            if what == News::Came {
                tell(&way, tabs, News::Here);
            }
        }
    };
    match &*way {
        Way::Channel(channel) => {
            let heard = move |event: &web_sys::Event| {
                let told = event.dyn_ref::<MessageEvent>().and_then(|event| event.data().as_string());
                heard(&told.unwrap_or_default());
            };
            EventListener::new(channel, "message", heard).forget();
        }
        Way::Storage(name) => {
            let name = name.clone();
            let heard = move |event: &web_sys::Event| {
                let event = event.dyn_ref::<StorageEvent>();
                if let Some(event) = event.filter(|event| event.key().as_ref() == Some(&name)) {
                    let told = event.new_value().and_then(|told| serde_json::from_str::<String>(&told).ok());
                    heard(&told.unwrap_or_default());
                }
            };
            EventListener::new(&window(), "storage", heard).forget();
        }
    }
    tell(&way, tabs, News::Came);
    let calling = way.clone();
    Interval::new(BETWEEN_CALLS, move || {
        call.update_value(|call| *call += 1);
        tell(&calling, tabs, News::Came);
        let is_silent = |id: &String| {
            let heard = heard_after.with_value(|heard| heard.get(id).copied()).unwrap_or_default();
            heard + PATIENCE < call.get_value()
        };
        let silent: Vec<String> =
            tabs.others.with_untracked(|others| others.iter().filter(|id| is_silent(id)).cloned().collect());
        silent.iter().for_each(|id| tabs.forget(id));
    })
    .forget();
    let leaving = way.clone();
    EventListener::new(&window(), "pagehide", move |_| tell(&leaving, tabs, News::Gone)).forget();
    // A page that the browser has kept comes back as it was.
    EventListener::new(&window(), "pageshow", move |_| tell(&way, tabs, News::Came)).forget();
}

fn tell(way: &Way, tabs: Tabs, what: News) {
    let told = Told { from: tabs.id.get_value(), what };
    let Ok(told) = serde_json::to_string(&told) else { return };
    match way {
        Way::Channel(channel) => _ = channel.post_message(&JsValue::from_str(&told)),
        Way::Storage(name) => {
            _ = storage::set(name, &told);
            storage::remove(name);
        }
    }
}

/// The line that tells of other tabs.
pub fn line() -> impl IntoView {
    let tabs: Tabs = expect_context();
    let told = move || tabs.others.with(|others| if others.is_empty() { "" } else { text::OTHER });
    view! { <p class="other-tabs" role="status">{told}</p> }
}
