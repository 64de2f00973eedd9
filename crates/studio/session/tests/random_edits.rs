//! Random edits of drafts, from fixed seeds: after each the files parse, the findings are those of the tool for the same bytes, and undo
//! gives back the bytes.
//!
//! A thousand are made; the environment variable `EDITS` gives another number. Each guide is edited from a seed of its own, which a
//! failure names: `FIRST_SEED=77 EDITS=1` makes only the edits of that seed.

use std::collections::BTreeMap;
use std::path::Path;

use guide_content::check::check;
use guide_content::{World, load, zone_database};
use guide_core::schedule::Date;
use guide_studio_model::{Bytes, Draft, Edit, FilePatch, FileRole, Key, Node, Place, Request, Response, State};
use guide_studio_session::Session;

const EDITS: usize = 1000;
/// So many edits are made of one guide, one after the other.
const OF_ONE_GUIDE: usize = 50;
/// Phrases for every guide: the real ones are long, and reading them takes longer than all the rest.
const PHRASES: &str = "# Фразы.\n\n[words]\n\"кто\" = \"сын, дочь\"\n\n[start]\nphrases = '''\n# кто\nпотерял {кто}\n'''\n\n[none]\nphrases = '''\nпогода\n'''\n";
const WORDS: &str =
    "# Слова.\n[page]\nact = \"Надо\" # вместо «Нужно»\n\n[embed]\nchecks = [\n  \"Раз.\",\n  \"Два.\", # два\n]\n";
const TODAY: &str = "2026-11-26";

#[test]
fn no_edit_breaks_a_draft() {
    let number = |name: &str| std::env::var(name).ok().and_then(|value| value.parse::<usize>().ok());
    let first = number("FIRST_SEED").unwrap_or(0);
    let wanted = number("EDITS").unwrap_or(EDITS);
    let drafts = drafts();
    let (mut done, mut refused) = (0, 0);
    for seed in first.. {
        if done + refused >= wanted {
            break;
        }
        let draft = &drafts[seed % drafts.len()];
        let named = Named(seed);
        let mut run = Run::new(draft.clone(), seed as u64);
        for _ in 0..OF_ONE_GUIDE {
            match run.step() {
                true => done += 1,
                false => refused += 1,
            }
        }
        run.undo_all(draft);
        std::mem::forget(named);
    }
    println!("{done} edits done, {refused} refused");
    assert!(done > 4 * refused, "{done} edits were done, {refused} refused");
}

/// Names the seed when a failure drops it.
struct Named(usize);

impl Drop for Named {
    fn drop(&mut self) {
        eprintln!("seed {}", self.0);
    }
}

/// The guides of the project with files beside them.
fn drafts() -> Vec<Draft> {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../.."));
    let paths = [
        "content/ivanovo.toml",
        "tests/data/small.toml",
        "examples/certificates/guide.toml",
        "tests/data/any-order.toml",
        "tests/data/large.toml",
        "examples/parking/guide.toml",
    ];
    let draft = |(index, path): (usize, &&str)| {
        let text = std::fs::read_to_string(root.join(path)).expect("a guide");
        // Some have line ends of Windows, some a byte order mark.
        let text = if index % 3 == 1 { text.replace('\n', "\r\n") } else { text };
        let text = if index % 3 == 2 { format!("\u{feff}{text}") } else { text };
        let mut files = BTreeMap::from([
            ("phrases.toml".to_owned(), Bytes(PHRASES.into())),
            ("words.toml".to_owned(), Bytes(WORDS.into())),
        ]);
        let folder = root.join(path).parent().expect("a folder").to_owned();
        for name in ["nomer.svg", "zayavlenie.pdf"] {
            files.extend(std::fs::read(folder.join(name)).ok().map(|bytes| (name.to_owned(), Bytes(bytes))));
        }
        files.insert("guide.toml".to_owned(), Bytes(text.into_bytes()));
        Draft { guide: "guide.toml".into(), files }
    };
    paths.iter().enumerate().map(draft).collect()
}

/// The editing of one guide, as the app does it: it has the draft and its history, the session a replica.
struct Run {
    session: Session,
    draft: Draft,
    trees: BTreeMap<FileRole, Node>,
    done: Vec<Vec<FilePatch>>,
    undone: Vec<Vec<FilePatch>>,
    random: Random,
    revision: u32,
}

impl Run {
    fn new(draft: Draft, seed: u64) -> Run {
        let mut session = Session::new();
        let open = Request::Open { draft: draft.clone(), base: None, today: TODAY.into(), site: String::new() };
        let Response::State(state) = session.handle(open, &mut |_| {}).0 else { panic!("it can be opened") };
        let random = Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        let trees = state.trees.iter().cloned().collect();
        Run { session, draft, trees, done: Vec::new(), undone: Vec::new(), random, revision: 0 }
    }

    /// An edit, or undo or redo. Returns whether it was done.
    fn step(&mut self) -> bool {
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

    fn undo_all(&mut self, first: &Draft) {
        while !self.done.is_empty() {
            self.undo();
        }
        assert!(self.draft == *first, "after undoing everything the bytes are those of the beginning");
    }

    /// The files parse, comments are whole, and the findings are those of the tool.
    fn examine(&mut self, state: &State, edits: &[Edit]) {
        self.trees.extend(state.trees.iter().cloned());
        let draft = &self.draft;
        let read =
            |path: &str| draft.files.get(path).map(|bytes| bytes.0.clone()).ok_or_else(|| format!("файла {path} нет"));
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
            loaded.diagnostics.sorted().into_iter().map(|one| (one.what, one.instead)).collect();
        let found: Vec<(String, String)> =
            state.findings.iter().map(|one| (one.what.clone(), one.instead.clone())).collect();
        assert_eq!(found, wanted, "after {edits:?}");
        for finding in &state.findings {
            let place = finding.place.as_ref().filter(|_| finding.path.ends_with(".toml"));
            assert!(place.is_some() || !finding.path.ends_with(".toml"), "{finding:?}");
            let is_there = place
                .is_none_or(|place| self.trees.get(&place.file).is_some_and(|tree| tree.at(&place.keys).is_some()));
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

/// Every place of a tree with its value.
fn places(tree: &Node, role: FileRole) -> Vec<(Place, Node)> {
    fn walk(place: &Place, node: &Node, places: &mut Vec<(Place, Node)>) {
        if !place.keys.is_empty() {
            places.push((place.clone(), node.clone()));
        }
        match node {
            Node::Table(entries) => entries.iter().for_each(|(name, node)| walk(&place.name(name), node, places)),
            Node::List(items) => {
                items.iter().enumerate().for_each(|(index, node)| walk(&place.index(index), node, places));
            }
            _ => {}
        }
    }
    let mut places = Vec::new();
    walk(&Place { file: role, keys: Vec::new() }, tree, &mut places);
    places
}

const KEYS: &[&str] = &[
    "id",
    "name",
    "label",
    "option",
    "picture",
    "contact",
    "phone",
    "hours",
    "closed",
    "aside",
    "lead",
    "do",
    "url",
    "tests",
    "phrases",
    "слово",
    "a b",
    "",
    "\"",
    "step",
    "words",
    "site",
    "notice",
    "time_zone",
];
const TEXTS: &[&str] = &[
    "",
    " ",
    "\n",
    "\"",
    "\"\"\"",
    "'''",
    "\\",
    "\r\n",
    "\u{0}",
    "\u{feff}",
    "# заменить",
    "Новый текст.",
    "{phone}",
    "[[step]]\nid = \"x\"",
    "</script><b>",
    "ё — «…»",
    "- раз\n- два",
    "words-2.toml",
    "phrases.toml",
    "../x.toml",
    "guide.toml",
    "Tu 09:00-10:00",
    "+74932000000",
    "https://example.ru/",
    "2026-12-31",
    "\"\"\"\"\n'''\\",
    "конец\\",
    "строка\n\n\nещё\n",
    "🙂е\u{301}",
];

/// A small generator of random numbers (xorshift), the same everywhere.
struct Random(u64);

impl Random {
    /// A number below this one; 0 where it is 0.
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 16) % bound.max(1) as u64) as usize
    }

    fn one_of<'t>(&mut self, list: &[&'t str]) -> &'t str {
        list.get(self.below(list.len())).copied().unwrap_or_default()
    }

    fn text(&mut self) -> String {
        match self.below(20) {
            0 => "я".repeat(5000),
            1..=4 => format!("{}{}", self.one_of(TEXTS), self.one_of(TEXTS)),
            _ => self.one_of(TEXTS).to_owned(),
        }
    }

    /// A value whose tables and lists are nested so deep at most.
    fn node(&mut self, depth: usize) -> Node {
        match self.below(if depth == 0 { 5 } else { 9 }) {
            0..=2 => Node::Text(self.text()),
            3 => Node::Flag(self.below(2) == 0),
            4 => match self.below(3) {
                0 => Node::Other(self.one_of(&["1.5", "2026-11-26", "nan", "}", "\"x\"", "1\nx = 2"]).to_owned()),
                _ => Node::Number(self.below(100) as i64 - 50),
            },
            5 | 6 => Node::List((0..self.below(4)).map(|_| self.node(depth - 1)).collect()),
            _ => {
                let mut entries: Vec<(String, Node)> = Vec::new();
                for _ in 0..self.below(5) {
                    let key = self.one_of(KEYS).to_owned();
                    if entries.iter().all(|(known, _)| *known != key) {
                        entries.push((key, self.node(depth - 1)));
                    }
                }
                Node::Table(entries)
            }
        }
    }
}
