//! The messages between the app and its worker. Each request has one response, besides any number of [`Response::Progress`].

use serde::{Deserialize, Serialize};

use crate::{Bytes, Draft, Edit, FilePatch, FileRole, Node, Place};

/// What the app asks the worker for.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum Request {
    /// Takes a draft; that before is forgotten. The response is a [`Response::State`] with all trees.
    Open {
        /// The draft.
        draft: Draft,
        /// The content that changes are counted from; the draft itself where there is none.
        base: Option<Draft>,
        /// Today, `2026-11-26`: the clock is the app's.
        today: String,
        /// The address of the site's folder, with `/`: pages of the preview load its assets from there.
        site: String,
    },
    /// Reads a file from the disk, or an archive that the editor has made, into a draft. A content file alone keeps the other files of
    /// the draft that is open. The response is a [`Response::Draft`] or a [`Response::Upgraded`]; the draft that is open stays.
    Read {
        /// The file's name.
        name: String,
        /// What it holds.
        bytes: Bytes,
    },
    /// Changes the draft: all of it or nothing. The response is a [`Response::State`].
    Edit {
        /// The number of this change, which the response repeats.
        revision: u32,
        /// The changes, one after the other.
        edits: Vec<Edit>,
    },
    /// Applies patches, as undo and redo do. The response is a [`Response::State`].
    Patch {
        /// The number of this change, which the response repeats.
        revision: u32,
        /// The patches, one after the other.
        patches: Vec<FilePatch>,
    },
    /// A page of the site of this draft, as a [`Response::Page`].
    Page(PreviewPage),
    /// What a contact's status says at a moment, as a [`Response::Status`].
    Status {
        /// The id of the contact.
        contact: String,
        /// The moment, in the contact's own civil time: `2026-11-24T12:59`.
        at: String,
    },
    /// What the search finds for a sentence, as a [`Response::Found`].
    Find(String),
    /// How many of the guide's own test sentences find their step, as a [`Response::SearchTests`].
    SearchTests,
    /// What has changed since the content that was opened, as [`Response::Changes`].
    Changes,
    /// Builds the whole site, as a [`Response::Built`].
    Build {
        /// What is written into the list of changes.
        publication: Publication,
        /// The editor's own files, which the worker can't contain: each with its path from the site's folder.
        own: Vec<(String, Bytes)>,
    },
}

/// A page of the preview.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum PreviewPage {
    /// The guide; the app adds the step to the address.
    Guide,
    /// The guide in the style of paper: the leaflet of the step that the address names.
    Leaflet,
    /// `print/`.
    Print,
    /// `print/poster/`.
    Poster,
    /// `map/`.
    Map,
}

/// What the worker answers.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum Response {
    /// The draft after it was opened or changed.
    State(Box<State>),
    /// A draft that was read.
    Draft(Draft),
    /// A draft that was read in the format of an older version, and is in the present one now.
    Upgraded(Draft),
    /// A page as HTML, with absolute addresses of its assets.
    Page(String),
    /// What a parent sees at a moment.
    Status {
        /// What the card says, a sentence a line.
        lines: Vec<String>,
        /// What the sign in the header says.
        sign: String,
        /// The seven days from that moment's on.
        week: Vec<WeekDay>,
    },
    /// The steps that were found, the best first.
    Found(Vec<FoundStep>),
    /// How the search does on the guide's own test sentences.
    SearchTests {
        /// How many there are.
        total: usize,
        /// Those that do not find their step.
        misses: Vec<SearchMiss>,
    },
    /// What has changed, in the order of the files.
    Changes(Vec<Change>),
    /// How far the work is.
    Progress {
        /// What is being done, as a sentence for people.
        what: String,
        /// How many parts of it are done.
        done: u32,
        /// How many there are.
        of: u32,
    },
    /// The site is built; its archive comes beside this message.
    Built {
        /// What the publication changes in the draft: the list of changes, and its name in the guide's file. The worker's draft is as it
        /// was: a [`Request::Patch`] puts them into both.
        patches: Vec<FilePatch>,
        /// How many files the archive has.
        files: usize,
        /// Sentences that its editors should know.
        notes: Vec<String>,
    },
    /// The request can't be met, and nothing has changed; the sentence says why.
    Refused(String),
}

/// The draft as forms show it.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct State {
    /// The number of the change that it comes after; 0 after opening.
    pub revision: u32,
    /// What an edit has changed in the files. Empty after opening and after patches.
    pub patches: Vec<FilePatch>,
    /// The trees of those files that have changed; after opening all. A file that can't be parsed has none, and its finding says why.
    pub trees: Vec<(FileRole, Node)>,
    /// The words that the tool has for the guide's language, as a tree like that of [`FileRole::Words`]; only after opening.
    pub default_words: Option<Node>,
    /// Everything that is wrong, in the order of the files.
    pub findings: Vec<Finding>,
    /// The facts of another place that are still to be replaced.
    pub to_replace: Vec<Place>,
}

/// How bad a finding is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Severity {
    /// Nothing can be published.
    Error,
    /// Somebody should look at it.
    Warning,
}

/// Something that is wrong with the content.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// The nearest value that it stands at; `None` where the file can't be parsed or is none in TOML, as the list of changes.
    pub place: Option<Place>,
    /// The key that has no value, where that is what is wrong: forms say it in their own words.
    pub empty_key: Option<String>,
    /// The file's path.
    pub path: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub what: String,
    /// What to write instead.
    pub instead: String,
}

/// A day of the week to come.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct WeekDay {
    /// The day in words: «вторник, 24 ноября».
    pub day: String,
    /// Its hours in words, or that it is closed.
    pub hours: String,
}

/// A step that the search finds.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct FoundStep {
    /// The step's id.
    pub step: String,
    /// The score, from 0 to 1.
    pub score: f32,
}

/// A test sentence that does not find its step.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct SearchMiss {
    /// The sentence.
    pub sentence: String,
    /// The id of the step that it should find.
    pub wanted: String,
    /// The id of the step that it finds; `None` where it finds none.
    pub found: Option<String>,
}

/// A difference between the content that was opened and the draft.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Change {
    /// Where: in the draft, or in what was opened if it is gone. For pictures and files to download it is the whole guide, and `within`
    /// is the file's path.
    pub place: Place,
    /// Whether it came, went, changed or moved.
    pub kind: ChangeKind,
    /// What the step, contact or other table is called that it belongs to; empty for none.
    pub within: String,
    /// The value before, as text; empty for none.
    pub before: String,
    /// The value now, as text; empty for none.
    pub after: String,
}

/// What happened to a value.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum ChangeKind {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It is another.
    Changed,
    /// It is the same, elsewhere in its list.
    Moved,
}

/// An entry of the list of changes.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Publication {
    /// The day, as it was typed: `2026-11-26`.
    pub date: String,
    /// Who has changed the guide.
    pub who: String,
    /// Why, in a line.
    pub why: String,
    /// What has changed, a sentence a line, as the app puts it into words.
    pub changes: Vec<String>,
}
