//! The draft as forms show it: the trees of its files, and everything that is wrong with them, each at its value.

use std::collections::BTreeMap;

use guide_content::addresses::site_address;
use guide_content::check::check;
use guide_content::diagnostics::Diagnostic;
use guide_content::message;
use guide_content::{Loaded, World, load, zone_database};
use guide_core::schedule::Date;
use guide_core::text::Text;
use guide_studio_model::{Draft, FileRole, Finding, Key, Node, Place, Severity};

use crate::files::{ROLES, guide_tree, path, text};
use crate::renew;
use crate::tree::{PlaceIndex, parse, tree, tree_of};

/// What is known of a file since it changed last.
struct KnownFile {
    path: String,
    text: String,
    /// `None` where it can't be parsed.
    places: Option<PlaceIndex>,
}

impl KnownFile {
    /// The way to the value that a byte is in, or that the comment is behind which begins there.
    fn place_of(&self, byte: usize) -> Option<Vec<Key>> {
        let places = self.places.as_ref()?;
        let is_comment = self.text.get(byte..).is_some_and(|rest| rest.starts_with('#'));
        Some(if is_comment { places.before(byte, &self.text) } else { places.at(byte) })
    }
}

/// What is known of the files of a draft, so that only those that have changed are looked at again.
#[derive(Default)]
pub struct KnownFiles(BTreeMap<FileRole, KnownFile>);

impl KnownFiles {
    /// Looks at the files of a draft. Returns the trees of those that are new or have changed.
    pub fn update(&mut self, draft: &Draft) -> Vec<(FileRole, Node)> {
        let guide = guide_tree(draft);
        let mut changed = Vec::new();
        for role in ROLES {
            let path = path(draft, guide.as_ref(), role);
            let Some((path, text)) = path.and_then(|path| text(draft, &path).map(|text| (path, text))) else {
                if self.0.remove(&role).is_some() {
                    changed.push((role, Node::Table(Vec::new())));
                }
                continue;
            };
            if self.0.get(&role).is_some_and(|known| known.path == path && known.text == text) {
                continue;
            }
            let toml = parse(text);
            changed.extend(toml.as_ref().map(|toml| (role, tree(toml))));
            let places = toml.as_ref().map(PlaceIndex::new);
            self.0.insert(role, KnownFile { path, text: text.to_owned(), places });
        }
        changed
    }

    /// The facts of another place that are still to be replaced.
    pub fn to_replace(&self) -> Vec<Place> {
        let of_file = |(role, known): (&FileRole, &KnownFile)| {
            let places = renew::marked(&known.text).into_iter().map(|keys| Place { file: *role, keys });
            places.collect::<Vec<_>>()
        };
        self.0.iter().flat_map(of_file).collect()
    }

    /// A diagnostic as a finding, with the value that it stands at.
    fn finding(&self, diagnostic: Diagnostic, loaded: &Loaded) -> Finding {
        let file = loaded.files.get(diagnostic.file);
        let role = ROLES.get(diagnostic.file).copied();
        let known =
            role.and_then(|role| self.0.get(&role)).filter(|known| file.is_some_and(|file| file.path == known.path));
        let place = role.zip(known.and_then(|known| known.place_of(diagnostic.at.start)));
        let mut place = place.map(|(file, keys)| Place { file, keys });
        let empty = empty_key(&diagnostic.what.ru);
        if let (Some((key, true)), Some(table)) = (&empty, &mut place) {
            // What is said at the start of the file is about the file.
            if diagnostic.at == (0..0) {
                table.keys.clear();
            }
            *table = table.name(key);
        }
        let before = file.and_then(|file| file.text.get(..file.text.floor_char_boundary(diagnostic.at.start)));
        Finding {
            severity: match diagnostic.severity {
                guide_content::Severity::Error => Severity::Error,
                guide_content::Severity::Warning => Severity::Warning,
            },
            place,
            empty_key: empty.map(|(key, _)| key.to_owned()),
            path: file.map(|file| file.path.clone()).unwrap_or_default(),
            line: before.unwrap_or_default().matches('\n').count() + 1,
            what: diagnostic.what.ru,
            instead: diagnostic.instead.ru,
        }
    }

    /// Everything that loading and checking have found.
    pub fn findings(&self, loaded: &Loaded) -> Vec<Finding> {
        loaded.diagnostics.sorted().into_iter().map(|diagnostic| self.finding(diagnostic, loaded)).collect()
    }
}

/// The key that a diagnostic says to be missing or empty, and whether it is missing: then the diagnostic stands at its table.
fn empty_key(what: &str) -> Option<(&str, bool)> {
    if let Some(rest) = what.strip_prefix("нет ключа «") {
        return Some((rest.split_once('»')?.0, true));
    }
    let key = what.strip_prefix('«')?.strip_suffix("»: текст пуст")?;
    Some((key, false))
}

/// Loads and checks a draft, as the tool does it with the files of a folder.
pub fn checked(draft: &Draft, today: &str) -> Loaded {
    let read = |path: &str| {
        draft
            .files
            .get(path)
            .map(|bytes| bytes.0.clone())
            .ok_or_else(|| message!("файла {path} нет", "there is no file {path}"))
    };
    let mut loaded = load(&draft.guide, &World { read: &read, zone: &zone_database::offsets });
    // As the tool does with what it is told.
    if let (Some(guide), Some(url)) = (&mut loaded.guide, draft.url.as_ref().filter(|url| site_address(url).is_ok())) {
        guide.site.url = Some(Text { value: url.clone(), at: 0..0 });
    }
    if let Some(guide) = &loaded.guide {
        check(guide, loaded.phrases.as_ref(), Date::parse(today), &loaded.diagnostics);
    }
    loaded
}

/// The words that the tool has for the language that a draft names, or for its own first one.
pub fn default_words(draft: &Draft) -> Option<Node> {
    use guide_content::load::strings_file::BUILT_IN;
    let guide = guide_tree(draft);
    let language =
        guide.as_ref().and_then(|tree| tree.get("lang")).and_then(|lang| lang.text()).unwrap_or(BUILT_IN[0].0);
    // A language that the tool does not have takes its English words until it has its own.
    let found = BUILT_IN.iter().find(|(code, _)| *code == language).unwrap_or(&BUILT_IN[1]);
    tree_of(found.1)
}
