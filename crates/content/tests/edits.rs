//! Random edits of content files, as a hurried hand makes them: loading ends, nothing panics, and every diagnostic has both sentences and
//! a place inside its file.
//!
//! A thousand edits are tried; the environment variable `EDITS` gives another number. An edit is known by its seed, which a failure
//! names: `FIRST_EDIT=77 EDITS=1` tries that one alone.

#[path = "../../../tests/shared/small_guide.rs"]
#[allow(dead_code)]
mod small_guide;

use guide_content::message::MessageLanguage;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use guide_content::Loaded;
use guide_content::upgrade::upgrade;
use guide_core::language::Language;

/// Far more than one loading takes, in a slow build on a busy machine.
const LONGEST: Duration = Duration::from_secs(20);
const EDITS: u64 = 1000;

/// The folders of the guides that are edited: every file in them that names a start is one.
const FOLDERS: [&str; 3] = ["content", "tests/data", "examples"];

/// Phrases for every guide: the real ones are long, and reading them takes longer than all the rest.
const PHRASES: &str = "[words]\n\"кто\" = \"сын, дочь\"\n[start]\nphrases = '''\nпотерял {кто}\n'''\n[none]\nphrases = '''\nпогода\n'''\n";

/// A guide with the files beside it.
struct Guide {
    path: PathBuf,
    text: String,
}

/// All guides of the project, in the order of their paths.
fn guides() -> Vec<Guide> {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let mut folders: Vec<PathBuf> = FOLDERS.iter().map(|folder| root.join(folder)).collect();
    let mut guides = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten().filter_map(Result::ok) {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "toml") {
                let text = std::fs::read_to_string(&path).expect("a content file");
                if text.lines().any(|line| line.starts_with("start =")) {
                    guides.push(Guide { path, text });
                }
            }
        }
    }
    guides.sort_by(|one, other| one.path.cmp(&other.path));
    guides
}

#[test]
fn no_edit_breaks_the_tool() {
    let number = |name: &str| std::env::var(name).ok().and_then(|value| value.parse::<u64>().ok());
    let first = number("FIRST_EDIT").unwrap_or(0);
    let guides = guides();
    assert!(guides.len() >= 4, "the guides of the project are found");
    let (mut refused, mut accepted) = (0, 0);
    for seed in first..first + number("EDITS").unwrap_or(EDITS) {
        let guide = &guides[seed as usize % guides.len()];
        // The seed is printed where the edit fails, also where it panics.
        let named = Named(seed, guide);
        if try_edit(guide, seed) {
            refused += 1
        } else {
            accepted += 1
        }
        std::mem::forget(named);
    }
    assert!(first > 0 || (refused > accepted && accepted > 0), "edits are noticed: {refused} refused, {accepted} not");
}

/// One sign that is lost is one mistake, however much of the file it swallows: it is reported at most once.
#[test]
fn a_lost_sign_is_reported_once() {
    let shipped = include_str!("../../../content/ivanovo.toml");
    let (mut noticed, mut lost) = (0, 0);
    for (guide, signs) in
        [(small_guide::SMALL, &["\"", "[", "]", "{", "}", ",", "="][..]), (shipped, &["\"\"\"", "[", "]"][..])]
    {
        for sign in signs {
            for (at, _) in guide.match_indices(sign) {
                let edited = format!("{}{}", &guide[..at], &guide[at + sign.len()..]);
                let loaded = small_guide::loaded_with(&edited, small_guide::STRINGS, PHRASES);
                let errors = loaded.diagnostics.errors();
                let line = guide[..at].matches('\n').count() + 1;
                assert!(errors <= 1, "{sign} of line {line}:\n{}", loaded.report(MessageLanguage::Russian));
                lost += 1;
                noticed += errors;
            }
        }
    }
    assert!(lost > 200 && noticed * 4 > lost * 3, "{noticed} of {lost} are noticed");
}

/// Names the edit when a failure drops it.
struct Named<'g>(u64, &'g Guide);

impl Drop for Named<'_> {
    fn drop(&mut self) {
        eprintln!("edit {} of {}", self.0, self.1.path.display());
    }
}

/// Loads and checks a guide with one of its files edited, and tells whether it was refused.
fn try_edit(guide: &Guide, seed: u64) -> bool {
    let mut random = Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let folder = guide.path.parent().expect("a folder");
    // Mostly the guide's own file; sometimes one beside it.
    let edited = random.below(10);
    let read = |path: &str| {
        let path = Path::new(path);
        let is_phrases = path.file_name().is_some_and(|name| name.to_string_lossy().contains("phrases"));
        let (text, is_edited) = if path == guide.path {
            (guide.text.clone(), edited > 1)
        } else if is_phrases {
            (PHRASES.to_owned(), edited == 0)
        } else {
            (std::fs::read_to_string(folder.join(path)).map_err(|why| why.to_string())?, edited == 1)
        };
        let mut random = Random(random.0);
        Ok(if is_edited { edit(&text, &mut random) } else { text.into_bytes() })
    };
    let begin = Instant::now();
    let loaded = small_guide::checked(&guide.path.to_string_lossy(), &read);
    assert!(begin.elapsed() < LONGEST, "it took {:?}", begin.elapsed());
    small_guide::assert_complete(&loaded);
    // Some are enough: writing files anew takes longer than loading them.
    if seed.is_multiple_of(9) {
        assert_upgradable(&loaded);
    }
    loaded.diagnostics.errors() > 0
}

/// What can be loaded can be upgraded, or is refused; and it is upgraded once.
fn assert_upgradable(loaded: &Loaded) {
    let Some(guide) = &loaded.guide else { return };
    let file = |index: usize| loaded.files.get(index).map(|file| file.text.as_str());
    let upgrade = |guide: &str, words: Option<&str>, language: &Language| upgrade(guide, words, language).ok();
    let language = &guide.strings.language;
    let Some(first) = upgrade(file(0).unwrap_or_default(), file(1), language) else { return };
    let second = upgrade(&first.guide, first.words.as_deref(), language).expect("what was written can be read");
    assert!(second.changes.is_empty(), "{:?}", first.changes);
    assert_eq!((second.guide, second.words), (first.guide, first.words));
}

/// A small generator of random numbers (xorshift), the same everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 16
    }

    /// A number below this one; 0 where it is 0.
    fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound.max(1) as u64) as usize
    }

    fn one_of<'t>(&mut self, list: &[&'t str]) -> &'t str {
        list.get(self.below(list.len())).copied().unwrap_or_default()
    }
}

/// A text with one to three edits.
fn edit(text: &str, random: &mut Random) -> Vec<u8> {
    let mut text = text.to_owned();
    for _ in 0..=random.below(3) {
        text = match random.below(16) {
            0 => with_lines(&text, |lines| drop(lines.remove(random.below(lines.len())))),
            1 => with_lines(&text, |lines| {
                let line = lines[random.below(lines.len())].clone();
                lines.insert(random.below(lines.len() + 1), line);
            }),
            2 => with_lines(&text, |lines| {
                let (one, other) = (random.below(lines.len()), random.below(lines.len()));
                lines.swap(one, other);
            }),
            3 => with_lines(&text, |lines| {
                let start = random.below(lines.len());
                let end = (start + 1 + random.below(12)).min(lines.len());
                lines.drain(start..end);
            }),
            4 => with_lines(&text, |lines| {
                let start = random.below(lines.len());
                let block = lines[start..(start + 1 + random.below(12)).min(lines.len())].to_vec();
                lines.splice(start..start, block);
            }),
            5 => with_lines(&text, |lines| lines.truncate(random.below(lines.len()) + 1)),
            6 => at_random(&text, "\"", "", random),
            7 => at_random(&text, "\"", random.one_of(MARKS), random),
            8 => at_random(&text, " = ", random.one_of(MARKS), random),
            9 => at_random(&text, "\n", random.one_of(MARKS), random),
            10 => insert(&text, random.one_of(MARKS), random),
            11 => insert(&text, random.one_of(WORDS), random),
            12 => replace_number(&text, random),
            13 => swap_strings(&text, random),
            14 => replace_character(&text, random),
            _ => at_random(&text, random.one_of(PARTS), random.one_of(WORDS), random),
        };
    }
    let mut bytes = text.into_bytes();
    match random.below(60) {
        0 if !bytes.is_empty() => {
            let at = random.below(bytes.len());
            bytes[at] = 0xff;
        }
        1 => bytes.truncate(random.below(bytes.len())),
        2 => bytes.splice(0..0, [0xef, 0xbb, 0xbf]).for_each(drop),
        3 => bytes.retain(|byte| *byte != b'\n'),
        _ => {}
    }
    bytes
}

const MARKS: &[&str] = &[
    "\"",
    "\"\"\"",
    "'",
    "'''",
    "[",
    "]",
    "{",
    "}",
    "[[",
    "]]",
    ",",
    "=",
    "#",
    "\\",
    "\n",
    "\n\n",
    "\r",
    "\t",
    "\u{a0}",
    "\u{0}",
    ".",
    "..",
    "-",
    "—",
    "«",
    "“",
    "**",
    "](",
    "{{",
    "}}",
    "{phone}",
    "{office.phone}",
    "{}",
    "<b>",
    "🙂",
    "е\u{301}",
];
const WORDS: &[&str] = &[
    "id",
    "next",
    "option",
    "[step]",
    "[[step]]",
    "[[contact]]",
    "[hotline]",
    "contact = \"hotline\"\n",
    "end = true\n",
    "true",
    "Не помогло",
    "оffice",
    "start",
    "none",
    "0-3",
    "1979-05-27",
    "24/7",
    "Mo-Su 00:00-24:00",
    "Sa[1,3]",
    "week 1-53/2",
    "PH off",
    "2026-02-30",
    "2027-01-01..2026-01-01",
    "javascript:alert(1)",
    "[текст](https://example.ru/)",
    "- пункт\n- ещё",
    "1. пункт",
    "# Заголовок",
    "![картинка](x.png)",
    "+7",
    "99999999999999999999",
    "Europe/Moskva",
    "lang = \"xx\"\n",
    "picture = { file = \"../../x.png\" }\n",
];
const PARTS: &[&str] = &[
    "id = ", "next = ", "hotline", "start", "[[step]]", "label", "Mo", "+7", "https://", "{phone}", "rung", "},", "]",
    "20",
];

fn with_lines(text: &str, change: impl FnOnce(&mut Vec<String>)) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    if lines.is_empty() {
        lines.push(String::new());
    }
    change(&mut lines);
    lines.join("\n") + "\n"
}

/// Replaces one occurrence of a part.
fn at_random(text: &str, part: &str, by: &str, random: &mut Random) -> String {
    let places: Vec<usize> = text.match_indices(part).map(|(at, _)| at).collect();
    match places.get(random.below(places.len())) {
        Some(at) => format!("{}{by}{}", &text[..*at], &text[at + part.len()..]),
        None => text.to_owned(),
    }
}

fn insert(text: &str, part: &str, random: &mut Random) -> String {
    let at = text.floor_char_boundary(random.below(text.len() + 1));
    format!("{}{part}{}", &text[..at], &text[at..])
}

fn replace_character(text: &str, random: &mut Random) -> String {
    let at = text.floor_char_boundary(random.below(text.len()));
    let by = random.one_of(&["а", "a", "Ё", " ", "0", "\"", "-", "_", ""]);
    let behind = text[at..].chars().next().map_or(at, |old| at + old.len_utf8());
    format!("{}{by}{}", &text[..at], &text[behind..])
}

/// Replaces one run of digits.
fn replace_number(text: &str, random: &mut Random) -> String {
    let is_digit = |c: char| c.is_ascii_digit();
    let starts = text.match_indices(is_digit).map(|(at, _)| at).filter(|at| !text[..*at].ends_with(is_digit));
    let starts: Vec<usize> = starts.collect();
    let Some(at) = starts.get(random.below(starts.len())).copied() else { return text.to_owned() };
    let end = text[at..].find(|c| !is_digit(c)).map_or(text.len(), |length| at + length);
    let by =
        random.one_of(&["0", "1", "7", "13", "24", "25", "60", "99", "00", "2000", "9999", "4294967296", "-1", ""]);
    format!("{}{by}{}", &text[..at], &text[end..])
}

/// Swaps two texts in quotes, which may be ids.
fn swap_strings(text: &str, random: &mut Random) -> String {
    let marks: Vec<usize> = text.match_indices('"').map(|(at, _)| at).collect();
    let pairs: Vec<(usize, usize)> = marks.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect();
    let (one, other) = (random.below(pairs.len()), random.below(pairs.len()));
    let (Some(one), Some(other)) = (pairs.get(one.min(other)), pairs.get(one.max(other))) else {
        return text.to_owned();
    };
    if one == other {
        return text.to_owned();
    }
    let (first, second) = (&text[one.0..one.1], &text[other.0..other.1]);
    format!("{}{second}{}{first}{}", &text[..one.0], &text[one.1..other.0], &text[other.1..])
}
