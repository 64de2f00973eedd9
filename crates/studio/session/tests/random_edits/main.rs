//! Random edits of drafts, from fixed seeds: after each the files parse, the findings are those of the tool for the same bytes, and undo
//! gives back the bytes.
//!
//! A thousand are made; the environment variable `EDITS` gives another number. Each guide is edited from a seed of its own, which a
//! failure names: `FIRST_SEED=77 EDITS=1` makes only the edits of that seed.

mod run;
mod values;

use std::collections::BTreeMap;
use std::path::Path;

use guide_studio_model::{Bytes, Draft};

use self::run::Run;

const EDITS: usize = 1000;
/// So many edits are made of one guide, one after the other.
const OF_ONE_GUIDE: usize = 50;
/// Phrases for every guide: the real ones are long, and reading them takes longer than all the rest.
const PHRASES: &str = "# Фразы.\n\n[words]\n\"кто\" = \"сын, дочь\"\n\n[start]\nphrases = '''\n# кто\nпотерял {кто}\n'''\n\n[none]\nphrases = '''\nпогода\n'''\n";
const WORDS: &str =
    "# Слова.\n[page]\nact = \"Надо\" # вместо «Нужно»\n\n[embed]\nchecks = [\n  \"Раз.\",\n  \"Два.\", # два\n]\n";

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
        Draft { guide: "guide.toml".into(), files, url: None }
    };
    paths.iter().enumerate().map(draft).collect()
}
