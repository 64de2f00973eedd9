//! The editing of one guide.

use std::collections::BTreeMap;

use guide_content::check::check;
use guide_content::message;
use guide_content::{World, load, zone_database};
use guide_core::schedule::Date;
use guide_studio_model::{Bytes, Draft, Edit, FilePatch, FileRole, Key, Node, Place, Request, Response, State};
use guide_studio_session::Session;

use crate::values::{KEYS, Random, places};

const TODAY: &str = "2026-11-26";

/// The editing of one guide, as the app does it: it has the draft and its history, the session a replica.
pub struct Run {
    session: Session,
    draft: Draft,
    trees: BTreeMap<FileRole, Node>,
    done: Vec<Vec<FilePatch>>,
    undone: Vec<Vec<FilePatch>>,
    random: Random,
    revision: u32,
}

impl Run {
    /// Opens a draft.
    pub fn new(draft: Draft, seed: u64) -> Run {
        let mut session = Session::new();
        let open = Request::Open { draft: draft.clone(), base: None, today: TODAY.into(), site: String::new() };
        let Response::State(state) = session.handle(open, &mut |_| {}).0 else { panic!("it can be opened") };
        let random = Random::new(seed);
        let trees = state.trees.iter().cloned().collect();
        Run { session, draft, trees, done: Vec::new(), undone: Vec::new(), random, revision: 0 }
    }

    /// An edit, or undo or redo. Returns whether it was done.
    pub fn step(&mut self) -> bool {
        self.revision += 1;
        match self.random.below(8) {
            0 if !self.done.is_empty() => self.undo(),
            1 if !self.undone.is_empty() => self.redo(),
            _ => return self.edit(),
        }
        true
    }

    fn edit(&mut self) -> bool {
        let edits: Vec<Edit> = (0..=self.random.below(2)).filter_map(|_| self.random_edit()).collect();
        if edits.is_empty() {
            return true;
        }
        let request = Request::Edit { revision: self.revision, edits: edits.clone() };
        let state = match self.session.handle(request, &mut |_| {}).0 {
            Response::State(state) => *state,
            Response::Refused(why) => {
                assert!(why.ends_with('.'), "{why}: {edits:?}");
                assert!(
                    !why.contains("непривычно"),
                    "every edit of these files is understood: {edits:?}\n{}",
                    self.text()
                );
                return false;
            }
            other => panic!("{other:?}"),
        };
        let before = self.draft.clone();
        self.draft.apply(&state.patches).expect("the patches fit");
        let mut reverted = self.draft.clone();
        reverted.revert(&state.patches).expect("they can be taken back");
        assert!(reverted == before, "undo gives back the bytes: {edits:?}");
        self.done.push(state.patches.clone());
        self.undone.clear();
        self.examine(&state, &edits);
        true
    }

    /// The guide's text, for messages.
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.draft.files["guide.toml"].0).into_owned()
    }

    fn patch(&mut self, patches: &[FilePatch]) {
        self.draft.apply(patches).expect("the patches fit");
        let request = Request::Patch { revision: self.revision, patches: patches.to_vec() };
        let Response::State(state) = self.session.handle(request, &mut |_| {}).0 else { panic!("it fits") };
        self.examine(&state, &[]);
    }

    fn undo(&mut self) {
        let Some(patches) = self.done.pop() else { return };
        let back: Vec<FilePatch> = patches.iter().rev().map(FilePatch::inverse).collect();
        self.patch(&back);
        self.undone.push(patches);
    }

    fn redo(&mut self) {
        let Some(patches) = self.undone.pop() else { return };
        self.patch(&patches);
        self.done.push(patches);
    }

    /// Undoes every edit, after which the draft must be that of the beginning.
    pub fn undo_all(&mut self, first: &Draft) {
        while !self.done.is_empty() {
            self.undo();
        }
        assert!(self.draft == *first, "after undoing everything the bytes are those of the beginning");
    }

    /// The files parse, comments are whole, and the findings are those of the tool.
    fn examine(&mut self, state: &State, edits: &[Edit]) {
        self.trees.extend(state.trees.iter().cloned());
        let draft = &self.draft;
        let read = |path: &str| {
            draft
                .files
                .get(path)
                .map(|bytes| bytes.0.clone())
                .ok_or_else(|| message!("файла {path} нет", "there is no file {path}"))
        };
        let loaded = load(&draft.guide, &World { read: &read, zone: &zone_database::offsets });
        if let Some(guide) = &loaded.guide {
            check(guide, loaded.phrases.as_ref(), Date::parse(TODAY), &loaded.diagnostics);
        }
        for (path, bytes) in draft.files.iter().filter(|(path, _)| path.ends_with(".toml")) {
            let text = std::str::from_utf8(&bytes.0).expect("UTF-8");
            let text = text.strip_prefix('\u{feff}').unwrap_or(text);
            assert!(text.parse::<toml_edit::DocumentMut>().is_ok(), "{path} does not parse after {edits:?}:\n{text}");
        }
        let wanted: Vec<(String, String)> =
            loaded.diagnostics.sorted().into_iter().map(|one| (one.what.ru, one.instead.ru)).collect();
        let found: Vec<(String, String)> =
            state.findings.iter().map(|one| (one.what.clone(), one.instead.clone())).collect();
        assert_eq!(found, wanted, "after {edits:?}");
        for finding in &state.findings {
            let place = finding.place.as_ref().filter(|_| finding.path.ends_with(".toml"));
            assert!(place.is_some() || !finding.path.ends_with(".toml"), "{finding:?}");
            let is_there = place.is_none_or(|place| {
                let at = |keys: &[Key]| self.trees.get(&place.file).and_then(|tree| tree.at(keys));
                // A key that is missing is named where it would stand, in a table that is there.
                let table = place.keys.split_last().and_then(|(_, table)| at(table));
                let is_missing = finding.empty_key.is_some() && matches!(table, Some(Node::Table(_)));
                at(&place.keys).is_some() || is_missing
            });
            assert!(is_there, "{finding:?} after {edits:?}");
        }
    }

    fn random_edit(&mut self) -> Option<Edit> {
        let role = [FileRole::Guide, FileRole::Guide, FileRole::Guide, FileRole::Words, FileRole::Phrases]
            [self.random.below(5)];
        let places = places(self.trees.get(&role)?, role);
        let place = |run: &mut Run, fits: &dyn Fn(&Node) -> bool| {
            let fitting: Vec<&(Place, Node)> = places.iter().filter(|(_, node)| fits(node)).collect();
            fitting.get(run.random.below(fitting.len())).map(|found| (*found).clone())
        };
        let is_list = |node: &Node| matches!(node, Node::List(items) if !items.is_empty());
        let is_table = |node: &Node| matches!(node, Node::Table(_));
        let is_text = |node: &Node| matches!(node, Node::Text(_));
        Some(match self.random.below(14) {
            0..=3 => {
                let (place, _) = place(self, &is_text)?;
                Edit::Set(place, Node::Text(self.random.text()))
            }
            4 => Edit::Set(place(self, &|_| true)?.0, self.random.node(2)),
            5 | 6 => {
                let (place, _) = place(self, &is_table)?;
                let key = self.random.one_of(KEYS);
                Edit::Set(place.name(key), self.random.node(2))
            }
            7 => Edit::Remove(place(self, &|_| true)?.0),
            8 | 9 => {
                let (place, list) = place(self, &is_list)?;
                let items = list.items();
                // A copy of an item, or something else.
                let item = if self.random.below(3) > 0 {
                    items[self.random.below(items.len())].clone()
                } else {
                    self.random.node(2)
                };
                Edit::Insert(place, self.random.below(items.len() + 1), item)
            }
            10 | 11 => {
                let (place, list) = place(self, &is_list)?;
                let count = list.items().len();
                Edit::Move(place, self.random.below(count), self.random.below(count))
            }
            12 => {
                // Another target for an answer.
                let steps = self.trees.get(&FileRole::Guide)?.get("step")?.items().len();
                let step = Place::guide([Key::from("step"), Key::from(self.random.below(steps))]);
                let next = self.random.one_of(&["start", "none", "hotline", "lost", "нет такого"]).to_owned();
                Edit::Set(step.name("option").index(0).name("next"), Node::Text(next))
            }
            _ => match self.random.below(6) {
                0 => Edit::Renew,
                1 => Edit::RemoveFile("blank.pdf".into()),
                2 => Edit::PutFile("../blank.pdf".into(), Bytes(vec![1])),
                _ => Edit::PutFile("blank.pdf".into(), Bytes(self.random.text().into_bytes())),
            },
        })
    }
}
