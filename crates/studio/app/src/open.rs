//! Opening: the site's own content, a file or an archive from the disk, the beginning of another centre's guide.
//!
//! What is opened replaces the draft; while that has changes which are not saved, the person is asked first. What can't be opened
//! leaves the draft as it is.

mod dropped;

use std::sync::Arc;

use guide_studio_model::{Bytes, Draft, Edit, Request, Response};
use leptos::html;
use leptos::prelude::*;
use web_sys::File;

use crate::editor::Editor;
use crate::forms::places::HEADING;
use crate::panel::Panel;
use crate::words::{self, open as text};
use crate::{browser, site_content};

/// The most bytes that a file may have which is read from the disk.
const LARGEST: f64 = 50_000_000.0;
/// The element that asks whether to replace the draft.
const QUESTION: &str = "open-question";

/// What is being opened. A copy is the same state.
#[derive(Clone, Copy)]
pub struct Opening {
    editor: Editor,
    /// What has been read and waits for the answer to whether the draft with its changes may go.
    waiting: RwSignal<Option<Arc<(Draft, String)>>>,
    is_busy: RwSignal<bool>,
    /// Why the last attempt has failed; empty where it has not.
    refused: RwSignal<String>,
}

/// Provides the state, and opens files that are dropped anywhere on the page.
pub fn start(editor: Editor) {
    let opening =
        Opening { editor, waiting: RwSignal::new(None), is_busy: RwSignal::new(false), refused: RwSignal::default() };
    provide_context(opening);
    dropped::listen(move |file| {
        Panel::go("open", "");
        opening.read(file);
    });
}

impl Opening {
    /// Reads a file from the disk, and opens it.
    fn read(self, file: File) {
        let name = file.name();
        if file.size() > LARGEST {
            let largest = ((LARGEST / 1e6) as u32).to_string();
            self.refused.set(words::fill(text::TOO_LARGE, &[("name", &name), ("megabytes", &largest)]));
            return;
        }
        self.run(async move {
            let bytes = gloo_file::futures::read_as_bytes(&gloo_file::Blob::from(file)).await;
            let bytes = bytes.map_err(|_| words::fill(text::UNREADABLE, &[("name", &name)]))?;
            match self.editor.ask(Request::Read { name: name.clone(), bytes: Bytes(bytes) }).await? {
                (Response::Draft(draft), _) => Ok((draft, words::fill(text::FILE, &[("name", &name)]))),
                (Response::Upgraded(draft), _) => Ok((draft, words::fill(text::FORMER_FILE, &[("name", &name)]))),
                _ => Err(words::fill(text::UNREADABLE, &[("name", &name)])),
            }
        });
    }

    /// Opens the content of the site that the editor belongs to.
    fn read_site(self) {
        self.run(async move {
            let draft = site_content::fetch_content(&browser::site_address()).await;
            Ok((draft.ok_or_else(|| text::NO_SITE.to_owned())?, text::SITE_NAME.to_owned()))
        });
    }

    /// Waits for a draft and what it is called; the error is a sentence.
    fn run(self, read: impl Future<Output = Result<(Draft, String), String>> + 'static) {
        if self.is_busy.get_untracked() {
            return;
        }
        self.is_busy.set(true);
        self.refused.set(String::new());
        self.waiting.set(None);
        leptos::task::spawn_local(async move {
            let read = read.await;
            self.is_busy.set(false);
            match read {
                Err(why) => self.refused.set(why),
                Ok(read) => {
                    self.waiting.set(Some(Arc::new(read)));
                    if self.editor.changed.get_untracked() {
                        browser::focus_later(QUESTION.to_owned());
                    } else {
                        self.replace();
                    }
                }
            }
        });
    }

    /// Puts what has been read in the place of the draft.
    fn replace(self) {
        let Some(read) = self.waiting.get_untracked() else { return };
        self.waiting.set(None);
        leptos::task::spawn_local(async move {
            let (draft, name) = (*read).clone();
            match self.editor.open(draft, None).await {
                Ok(()) => {
                    self.editor.message.set(words::fill(text::OPENED, &[("name", &name)]));
                    Panel::go("steps", "");
                }
                Err(why) => self.refused.set(why),
            }
        });
    }
}

/// The panel.
pub fn open_panel(editor: Editor) -> impl IntoView {
    let opening: Opening = expect_context();
    let input = NodeRef::<html::Input>::new();
    let chosen = move |_| {
        let Some(input) = input.get_untracked() else { return };
        let file = input.files().and_then(|files| files.get(0));
        // The same file may be chosen again, after it has been changed.
        input.set_value("");
        if let Some(file) = file {
            opening.read(file);
        }
    };
    view! {
        <div class="open">
            <h1 id=HEADING tabindex="-1">{text::TITLE}</h1>
            <div role="alert">{move || {
                let why = opening.refused.get();
                (!why.is_empty()).then(|| view! { <p class="failed">{why}" "{text::STAYS}</p> })
            }}</div>
            {move || opening.waiting.get().filter(|_| editor.changed.get()).map(|read| question(opening, &read.1))}
            <section>
                <h2>{text::FROM_DISK}</h2>
                <p id="open-file-help">{text::FROM_DISK_HELP}</p>
                <label for="open-file">{text::CHOOSE}</label>
                <input
                    id="open-file"
                    type="file"
                    accept=".toml,.zip"
                    aria-describedby="open-file-help"
                    node_ref=input
                    on:change=chosen
                />
            </section>
            <section>
                <h2>{text::FROM_SITE}</h2>
                <p id="open-site-help">{text::FROM_SITE_HELP}</p>
                <button type="button" aria-describedby="open-site-help" on:click=move |_| opening.read_site()>
                    {text::SITE_BUTTON}
                </button>
            </section>
            <section>
                <h2>{text::RENEW}</h2>
                <p id="open-renew-help">{text::RENEW_HELP}</p>
                <button type="button" aria-describedby="open-renew-help" on:click=move |_| renew(editor)>
                    {text::RENEW_BUTTON}
                </button>
                <p role="status">{move || left(editor)}</p>
            </section>
        </div>
    }
}

fn question(opening: Opening, name: &str) -> impl IntoView + use<> {
    view! {
        <section class="question" id=QUESTION tabindex="-1" role="group" aria-labelledby="open-question-text">
            <p id="open-question-text">{words::fill(text::QUESTION, &[("name", name)])}</p>
            <div class="buttons">
                <button type="button" on:click=move |_| opening.waiting.set(None)>{text::STAY}</button>
                <button type="button" class="danger" on:click=move |_| opening.replace()>{text::REPLACE}</button>
                <a href=Panel::link("publish", "")>{text::PUBLISH_FIRST}</a>
            </div>
        </section>
    }
}

/// Makes the draft the beginning of another centre's guide, as an edit that can be undone.
fn renew(editor: Editor) {
    if editor.version.get_untracked() == 0 {
        editor.message.set(text::NOTHING_OPEN.to_owned());
        return;
    }
    editor.edit(text::RENEW, vec![Edit::Renew]);
}

/// How many facts of the old place are left.
fn left(editor: Editor) -> Option<AnyView> {
    let count = editor.to_replace.with(|places| places.len());
    (count > 0).then(|| {
        let left = words::fill(text::LEFT, &[("count", &count.to_string())]);
        view! { {left}" "<a href=Panel::link("findings", "")>{text::LEFT_LINK}</a> }.into_any()
    })
}
