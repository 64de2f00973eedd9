//! The crash copy: unsaved work in this browser's storage, written at every pause in typing and offered at the next opening.
//!
//! It is a help, not the truth: browsers forget it. It is never restored by itself, and each tab has one of its own, so that a tab
//! can't overwrite the work of another.

mod copy;
mod offer;
pub mod storage;

use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::future::TimeoutFuture;
use gloo_utils::window;
use guide_studio_model::{Draft, Place};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::BeforeUnloadEvent;

pub use offer::offer;

use crate::browser;
use crate::crash_copy::copy::Copy;
use crate::editor::Editor;
use crate::other_tabs::Tabs;
use crate::words::{self, crash as text};

/// The pause in typing, in ms, after which a copy is written.
const PAUSE: u32 = 800;

/// The copies of this browser. A copy of this value is the same state.
#[derive(Clone, Copy)]
pub struct CrashCopies {
    editor: Editor,
    tabs: Tabs,
    /// The content of the site as it was when the page was opened: copies hold what differs from it. `None` before it is known.
    site_content: StoredValue<Option<Draft>>,
    /// The entries of the storage with earlier work, by their names.
    found: RwSignal<Vec<String>>,
    /// When the last copy of this tab's work was written, `11:32`; empty where there is none.
    written: RwSignal<String>,
    /// Why no copy can be written; empty where it can.
    failed: RwSignal<String>,
}

/// Provides the copies, writes that of this tab, and asks before unsaved work is left.
pub fn start(editor: Editor) -> CrashCopies {
    let copies = CrashCopies {
        editor,
        tabs: expect_context(),
        site_content: StoredValue::new(None),
        found: RwSignal::default(),
        written: RwSignal::default(),
        failed: RwSignal::default(),
    };
    provide_context(copies);
    Effect::new(move |_| {
        let version = editor.version.get();
        _ = editor.changed.get();
        leptos::task::spawn_local(async move {
            TimeoutFuture::new(PAUSE).await;
            if editor.version.get_untracked() == version {
                copies.write();
            }
        });
    });
    let leaving = move |event: &web_sys::Event| {
        if editor.changed.get_untracked() {
            event.prevent_default();
            if let Some(event) = event.dyn_ref::<BeforeUnloadEvent>() {
                event.set_return_value("unsaved");
            }
        }
    };
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&window(), "beforeunload", options, leaving).forget();
    copies
}

impl CrashCopies {
    /// Takes the content of the site, an empty draft where it has none, and looks for earlier work.
    pub fn take_site_content(self, content: Draft) {
        let own = self.entry();
        self.site_content.set_value(Some(content));
        self.found.set(storage::names(&prefix()).into_iter().filter(|name| *name != own).collect());
    }

    /// The latest of the earlier works that belong to no open tab, with the name of its entry. Tracked.
    fn newest(self) -> Option<(String, Copy)> {
        let others = self.tabs.others.get();
        let content = self.content();
        let is_lost = |name: &&String| !others.iter().any(|tab| name.ends_with(tab.as_str()));
        self.found.with(|found| {
            let copies =
                found.iter().filter(is_lost).filter_map(|name| Some((name.clone(), storage::get::<Copy>(name)?)));
            // What has been published since is not lost.
            let differing = copies.filter(|(_, copy)| copy.restored(&content) != content);
            differing.max_by(|(_, a), (_, b)| a.saved.total_cmp(&b.saved))
        })
    }

    /// Writes the copy of this tab's work, or removes it where nothing is unsaved.
    fn write(self) {
        let Some(content) = self.site_content.get_value() else { return };
        if !self.editor.changed.get_untracked() {
            storage::remove(&self.entry());
            self.written.set(String::new());
            return;
        }
        let name = untrack(|| self.editor.text(&Place::guide(["site".into(), "name".into()])));
        let copy = Copy::of(name, &content, &self.editor.draft());
        match storage::set(&self.entry(), &copy) {
            Ok(()) => {
                self.written.set(copy::clock(copy.saved));
                self.failed.set(String::new());
            }
            Err(storage::Fault::Missing) => self.failed.set(text::NO_STORAGE.to_owned()),
            Err(storage::Fault::Full) => self.failed.set(text::FULL.to_owned()),
        }
    }

    /// The content of the site; an empty draft where it has none.
    fn content(self) -> Draft {
        self.site_content.get_value().unwrap_or_default()
    }

    /// Forgets earlier work.
    fn discard(self, name: &str) {
        storage::remove(name);
        self.found.update(|found| found.retain(|each| each != name));
    }

    /// The name of this tab's entry in the storage.
    fn entry(self) -> String {
        self.tabs.id.with_value(|id| prefix() + id)
    }
}

/// What the names of all entries of this site's editor begin with.
fn prefix() -> String {
    format!("guide-editor-copy {} ", browser::site_address())
}

/// The line at the foot that says when the last copy was written, or why none can be.
pub fn written() -> impl IntoView {
    let copies: CrashCopies = expect_context();
    let said = move || match (copies.written.get(), copies.failed.get()) {
        (at, why) if why.is_empty() && at.is_empty() => text::ALL_SAVED.to_owned(),
        (at, why) if why.is_empty() => words::fill(text::WRITTEN, &[("time", &at)]),
        (_, why) => why,
    };
    view! {
        <footer class="written">
            <p>{said}</p>
            // Read aloud once, as it says the same at each pause.
            <p class="visually-hidden" role="status">{move || copies.failed.get()}</p>
        </footer>
    }
}
