//! Publishing in two steps. «Prepare»: what has changed, why, by whom and when; the worker builds the site. «Save»: the archive goes to
//! the disk, by a click of its own, as browsers open a dialog for saving only then.

pub mod changes;
mod form;
mod own_files;
mod save;

use guide_studio_model::{Change, FilePatch, Publication, Request, Response, Severity};
use js_sys::Uint8Array;
use leptos::prelude::*;

use crate::browser;
use crate::editor::Editor;
use crate::words::{self, publish as text};

pub use form::publish_panel;

/// The form's state and what has been built. A copy is the same state.
#[derive(Clone, Copy)]
pub struct Publishing {
    editor: Editor,
    why: RwSignal<String>,
    who: RwSignal<String>,
    date: RwSignal<String>,
    /// Whether the form has been sent with a field left empty: it then says so at the field.
    is_checked: RwSignal<bool>,
    /// What has changed, `None` before the worker has said it.
    changes: RwSignal<Option<Result<Vec<Change>, String>>>,
    /// What is being done, and how far that is, from 0 to 1; `None` while nothing is.
    progress: RwSignal<Option<(String, f64)>>,
    /// Why nothing could be built; empty where that has not been tried or has succeeded.
    refused: RwSignal<String>,
    /// What is known of the archive that has been built; `None` before.
    built: RwSignal<Option<Built>>,
    /// Where the archive went, or why it could not be saved; empty before.
    saved: RwSignal<String>,
    archive: StoredValue<Option<Archive>, LocalStorage>,
}

/// What is known of an archive.
#[derive(Clone, PartialEq)]
struct Built {
    /// The name of its file.
    name: String,
    files: usize,
    /// Megabytes in words, `3,4`.
    size: String,
    notes: Vec<String>,
    /// The version of the draft that it was built of.
    version: u32,
}

/// An archive, ready to be saved.
struct Archive {
    name: String,
    bytes: Uint8Array,
    /// What publishing has changed in the draft; taken when the archive is saved for the first time.
    patches: Option<Vec<FilePatch>>,
}

/// Provides the state.
pub fn start(editor: Editor) {
    provide_context(Publishing {
        editor,
        why: RwSignal::default(),
        who: RwSignal::default(),
        date: RwSignal::default(),
        is_checked: RwSignal::new(false),
        changes: RwSignal::new(None),
        progress: RwSignal::new(None),
        refused: RwSignal::default(),
        built: RwSignal::new(None),
        saved: RwSignal::default(),
        archive: StoredValue::new_local(None),
    });
}

impl Publishing {
    /// How many errors keep the guide from being published. Tracked.
    fn errors(self) -> usize {
        self.editor.findings.with(|findings| findings.iter().filter(|each| each.severity == Severity::Error).count())
    }

    /// How many facts of another place are left. Tracked.
    fn left(self) -> usize {
        self.editor.to_replace.with(|places| places.len())
    }

    /// Whether the draft has been edited since the archive was built. Tracked.
    fn is_outdated(self) -> bool {
        let version = self.editor.version.get();
        self.built.with(|built| built.as_ref().is_some_and(|built| built.version != version))
    }

    /// Asks the worker what has changed.
    async fn compare(self) {
        let version = self.editor.version.get_untracked();
        if version == 0 {
            return;
        }
        let changes = match self.editor.ask(Request::Changes).await {
            Ok((Response::Changes(changes), _)) => Ok(changes),
            Ok(_) => return,
            Err(why) => Err(why),
        };
        if self.editor.version.get_untracked() == version
            && self.changes.with_untracked(|before| before.as_ref() != Some(&changes))
        {
            self.changes.set(Some(changes));
        }
    }

    /// Builds the site and its archive.
    fn prepare(self) {
        if self.progress.with_untracked(Option::is_some) {
            return;
        }
        self.refused.set(String::new());
        self.saved.set(String::new());
        self.built.set(None);
        self.archive.set_value(None);
        self.progress.set(Some((text::FETCHING.to_owned(), 0.0)));
        leptos::task::spawn_local(async move {
            let built = self.build().await;
            self.progress.set(None);
            match built {
                Ok(()) => browser::focus_later(form::SAVE.to_owned()),
                Err(why) => self.refused.set(why),
            }
        });
    }

    async fn build(self) -> Result<(), String> {
        self.compare().await;
        let changes = self.changes.get_untracked().unwrap_or(Ok(Vec::new()))?;
        let own = own_files::fetch(&browser::site_address()).await.ok_or(text::NO_OWN_FILES)?;
        let date = self.date.get_untracked();
        let line = |text: RwSignal<String>| text.get_untracked().split_whitespace().collect::<Vec<_>>().join(" ");
        let publication = Publication {
            date: date.clone(),
            who: line(self.who),
            why: line(self.why),
            changes: changes.iter().map(changes::in_words).collect(),
        };
        let version = self.editor.version.get_untracked();
        let told = move |response| {
            if let Response::Progress { what, done, of } = response {
                self.progress.set(Some((what, f64::from(done) / f64::from(of.max(1)))));
            }
        };
        let answer = self.editor.ask_with_progress(Request::Build { publication, own }, told).await?;
        let (Response::Built { patches, files, notes }, Some(bytes)) = answer else {
            return Err(words::worker::STOPPED.to_owned());
        };
        let name = format!("navigator-{date}.zip");
        let size = megabytes(bytes.length());
        self.archive.set_value(Some(Archive { name: name.clone(), bytes, patches: Some(patches) }));
        self.built.set(Some(Built { name, files, size, notes, version }));
        Ok(())
    }

    /// Saves the archive. This is called in a click and opens the dialog before anything else.
    fn save(self) {
        let archive =
            self.archive.with_value(|archive| archive.as_ref().map(|each| (each.name.clone(), each.bytes.clone())));
        let Some((name, bytes)) = archive else { return };
        let saving = save::begin(&name);
        leptos::task::spawn_local(async move {
            match saving.finish(&name, &bytes).await {
                Ok(said) => {
                    self.saved.set(said);
                    self.count_as_saved().await;
                }
                Err(why) => self.saved.set(why),
            }
        });
    }

    /// Counts changes from now on, once for an archive.
    async fn count_as_saved(self) {
        let take = |archive: &mut Option<Archive>| archive.as_mut()?.patches.take();
        let Some(patches) = self.archive.try_update_value(take).flatten() else { return };
        if let Err(why) = self.editor.saved(patches).await {
            self.editor.message.set(why);
            return;
        }
        let version = self.editor.version.get_untracked();
        self.built.update(|built| {
            if let Some(built) = built {
                built.version = version;
            }
        });
        self.why.set(String::new());
        self.is_checked.set(false);
        browser::focus_later(form::SAVED.to_owned());
    }
}

/// A number of bytes in megabytes, with a decimal comma.
fn megabytes(bytes: u32) -> String {
    let tenths = bytes.div_ceil(100_000);
    format!("{},{}", tenths / 10, tenths % 10)
}
