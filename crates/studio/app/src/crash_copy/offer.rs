//! The line that offers earlier work: its differences, to restore it, to discard it.

use guide_studio_model::Change;
use leptos::prelude::*;

use super::CrashCopies;
use super::copy::Copy;
use crate::browser;
use crate::publish::changes;
use crate::words::{self, crash as text};

/// The button that keeps the work, and the one that asks whether it may go: the focus moves between them.
const KEEP: &str = "crash-keep";
const DISCARD: &str = "crash-discard";

/// The line; nothing where there is no earlier work.
pub fn offer() -> impl IntoView {
    let copies: CrashCopies = expect_context();
    let newest = Memo::new(move |_| copies.newest());
    move || newest.get().map(|(name, copy)| Offer::new(copies, name, copy).view())
}

/// Earlier work that is offered. A copy is the same offer.
#[derive(Clone, Copy)]
struct Offer {
    copies: CrashCopies,
    /// The name of its entry in the storage.
    name: StoredValue<String>,
    work: StoredValue<Copy>,
    /// Whether the person has been asked if it may go.
    is_asked: RwSignal<bool>,
    /// How it differs from the site's content, once somebody wants to know.
    differences: RwSignal<Option<Result<Vec<Change>, String>>>,
}

impl Offer {
    fn new(copies: CrashCopies, name: String, work: Copy) -> Offer {
        Offer {
            copies,
            name: StoredValue::new(name),
            work: StoredValue::new(work),
            is_asked: RwSignal::new(false),
            differences: RwSignal::new(None),
        }
    }

    fn view(self) -> impl IntoView {
        let content = self.copies.content();
        let replaced = self.work.with_value(|work| work.replaced(&content));
        let is_older = !replaced.is_empty() && !content.files.is_empty();
        let older = is_older.then(|| words::fill(text::OLDER, &[("files", &replaced.join(", "))]));
        let said =
            self.work.with_value(|work| words::fill(text::FOUND, &[("date", &work.when()), ("name", &work.name)]));
        let editor = self.copies.editor;
        let restore_name = move || if editor.changed.get() { text::RESTORE_INSTEAD } else { text::RESTORE };
        let buttons = move || {
            if self.is_asked.get() {
                view! {
                    <button type="button" id=KEEP on:click=move |_| self.ask(false)>{text::DISCARD_NO}</button>
                    <button type="button" class="danger" on:click=move |_| self.discard()>{text::DISCARD_YES}</button>
                }
                .into_any()
            } else {
                view! {
                    <button type="button" on:click=move |_| self.restore()>{restore_name}</button>
                    <button type="button" id=DISCARD on:click=move |_| self.ask(true)>{text::DISCARD}</button>
                }
                .into_any()
            }
        };
        let differences = move || match self.differences.get() {
            None => view! { <p>{text::COMPARING}</p> }.into_any(),
            Some(Err(why)) => view! { <p>{why}</p> }.into_any(),
            Some(Ok(found)) => changes::list(&found).into_any(),
        };
        view! {
            <section class="crash" aria-label=text::LABEL>
                <p>{said}</p>
                {older.map(|older| view! { <p>{older}</p> })}
                <div class="buttons">{buttons}</div>
                <details on:toggle=move |_| self.compare()>
                    <summary>{text::DIFFERENCES}</summary>
                    {differences}
                </details>
            </section>
        }
    }

    /// Has the worker say how the work differs from the site's content.
    fn compare(self) {
        if self.differences.with_untracked(Option::is_some) {
            return;
        }
        let content = self.copies.content();
        let restored = self.work.with_value(|work| work.restored(&content));
        leptos::task::spawn_local(async move {
            let found = self.copies.editor.changes_between(restored, content).await;
            self.differences.try_set(Some(found));
        });
    }

    fn restore(self) {
        let content = self.copies.content();
        let restored = self.work.with_value(|work| work.restored(&content));
        let base = (!content.files.is_empty()).then_some(content);
        leptos::task::spawn_local(async move {
            let editor = self.copies.editor;
            match editor.open(restored, base).await {
                Ok(()) => {
                    // The tab's own copy is there before the earlier one goes.
                    self.copies.write();
                    self.discard();
                    editor.message.set(text::RESTORED.to_owned());
                }
                Err(why) => editor.message.set(why),
            }
        });
    }

    /// Asks whether the work may go, or no longer.
    fn ask(self, is_asked: bool) {
        self.is_asked.set(is_asked);
        browser::focus_later(if is_asked { KEEP } else { DISCARD }.to_owned());
    }

    fn discard(self) {
        if let Some(name) = self.name.try_get_value() {
            self.copies.discard(&name);
            browser::focus_later("form".to_owned());
        }
    }
}
