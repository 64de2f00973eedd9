//! The licences of everything that is inside of what is handed out: the crates in the tool and in the programs for the browser, the standard
//! library, the C libraries that are linked, the type of the pictures.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use spdx::{Expression, LicenseItem, ParseMode};

use super::tool::TARGETS;
use crate::workspace;

/// What is inside besides crates.
const BESIDE_CRATES: &str = include_str!("beside_crates.txt");
/// The project's own licence and that of its type, by their paths.
const OWN: [(&str, &str); 2] = [("Navigator guide", "LICENSE"), ("Golos Text", "style/fonts/OFL.txt")];
/// What is linked besides crates, each with the name of its licence among SPDX's.
const LINKED: [(&str, &str); 2] =
    [("The standard library of Rust, musl", "MIT"), ("The runtime of mingw-w64", "ZPL-2.1")];
/// How the names of files with licences begin.
const NAMES: [&str; 6] = ["license", "licence", "copying", "copyright", "notice", "unlicense"];
const RULE: &str = "────────────────────────────────────────────────────────────────────────────";

/// A crate that is inside.
struct Crate {
    /// Its name and version.
    name: String,
    /// The licences that it may be used by.
    licence: String,
    /// The folder of its sources.
    folder: PathBuf,
}

/// All licences as one text: the list of what is inside, then each licence with those that it belongs to.
pub fn text(root: &Path) -> Result<String, String> {
    let crates = crates(root)?;
    let mut texts: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for one in &crates {
        for text in texts_of(one)? {
            texts.entry(text).or_default().push(&one.name);
        }
    }
    let mut out = format!("{BESIDE_CRATES}\nCrates:\n\n");
    for one in &crates {
        _ = writeln!(out, "  {} — {}", one.name, one.licence);
    }
    for (name, path) in OWN {
        let text = fs::read_to_string(root.join(path)).map_err(|why| format!("{path}: {why}"))?;
        _ = write!(out, "\n{RULE}\n{name}\n\n{}\n", text.trim_end());
    }
    for (name, id) in LINKED {
        let id = spdx::license_id(id).ok_or_else(|| format!("{id} is no licence that is known"))?;
        _ = write!(out, "\n{RULE}\n{name}\n\n{}\n", id.text().trim());
    }
    // The texts of the most crates first.
    let mut texts: Vec<(String, Vec<&str>)> = texts.into_iter().collect();
    texts.sort_by_key(|(text, names)| (std::cmp::Reverse(names.len()), names.join(", "), text.clone()));
    for (text, names) in texts {
        _ = write!(out, "\n{RULE}\n{}\n\n{text}\n", names.join(", "));
    }
    Ok(out)
}

/// The crates of registries that are linked into the tool, on any system, or into a program for the browser.
fn crates(root: &Path) -> Result<Vec<Crate>, String> {
    let mut names = BTreeSet::new();
    let tools = TARGETS.iter().map(|target| ("guide-cli", target.triple));
    let programs = ["navigator-guide", "guide-studio-app", "guide-studio-worker"];
    for (package, triple) in tools.chain(programs.map(|name| (name, "wasm32-unknown-unknown"))) {
        let tree = workspace::output(
            Command::new(workspace::cargo())
                .current_dir(root)
                .args(["tree", "--locked", "--package", package, "--target", triple])
                .args(["--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}"]),
        )?;
        let name = |line: &str| {
            let mut words = line.split(' ');
            Some((words.next()?.to_owned(), words.next()?.strip_prefix('v')?.to_owned()))
        };
        names.extend(tree.lines().filter_map(name));
    }
    let metadata = workspace::output(Command::new(workspace::cargo()).current_dir(root).args([
        "metadata",
        "--locked",
        "--format-version",
        "1",
    ]))?;
    let metadata: serde_json::Value = serde_json::from_str(&metadata).map_err(|why| why.to_string())?;
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let packages = metadata["packages"].as_array().map(Vec::as_slice).unwrap_or_default();
    // What has no source is a crate of this project.
    let of_registries = packages.iter().filter(|package| !package["source"].is_null());
    let linked = of_registries.filter(|package| names.contains(&(text(&package["name"]), text(&package["version"]))));
    let mut crates: Vec<Crate> = linked
        .map(|package| Crate {
            name: format!("{} {}", text(&package["name"]), text(&package["version"])),
            licence: text(&package["license"]),
            folder: Path::new(&text(&package["manifest_path"])).parent().map(Path::to_owned).unwrap_or_default(),
        })
        .collect();
    crates.sort_by(|one, other| one.name.cmp(&other.name));
    if crates.len() < 50 { Err(format!("only {} crates were found", crates.len())) } else { Ok(crates) }
}

/// The texts of the licences that a crate is used by: of its own files that of MIT, if it may be chosen, otherwise all of them; the text that is
/// known by the licence's name where the crate has no file.
fn texts_of(one: &Crate) -> Result<Vec<String>, String> {
    let fault = |why: String| format!("{}: {why}", one.name);
    let expression =
        Expression::parse_mode(&one.licence, ParseMode::LAX).map_err(|why| fault(format!("{}: {why}", one.licence)))?;
    let is_mit = |item: &LicenseItem| matches!(item, LicenseItem::Spdx { id, .. } if id.name == "MIT");
    let may_be_mit = expression.evaluate(|wanted| is_mit(&wanted.license));
    let mut files: Vec<(String, String)> = Vec::new();
    for entry in fs::read_dir(&one.folder).map_err(|why| fault(why.to_string()))?.flatten() {
        let name = entry.file_name().to_string_lossy().to_lowercase();
        if NAMES.iter().any(|known| name.starts_with(known))
            && let Ok(text) = fs::read_to_string(entry.path())
        {
            files.push((name, text.replace("\r\n", "\n").trim().to_owned()));
        }
    }
    files.sort();
    if may_be_mit && let Some((_, text)) = files.iter().find(|(name, _)| name.contains("mit")) {
        return Ok(vec![text.clone()]);
    }
    if !files.is_empty() {
        return Ok(files.into_iter().map(|(_, text)| text).collect());
    }
    let ids = expression.requirements().filter_map(|wanted| match &wanted.req.license {
        LicenseItem::Spdx { id, .. } => Some(*id),
        LicenseItem::Other { .. } => None,
    });
    let ids: Vec<_> = ids.filter(|id| !may_be_mit || id.name == "MIT").collect();
    if ids.is_empty() {
        Err(fault("no licence is known".into()))
    } else {
        Ok(ids.iter().map(|id| id.text().trim().to_owned()).collect())
    }
}
