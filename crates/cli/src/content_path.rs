//! Which content file is meant: the one that is named, the one of the folder that is named, or the one that lies here.

use std::path::{Path, PathBuf};
use std::{fs, io};

use guide_content::message;

use crate::failure::Failure;
use crate::typed::typed;

/// The content file of a new guide, and the one that is taken where a folder is named.
pub const GUIDE_FILE: &str = "guide.toml";
/// Where the content is looked for if nothing is named, in this order.
const HERE: [&str; 2] = ["content/ivanovo.toml", GUIDE_FILE];

/// The content file that `named` means, which may be a folder. Whether it can be read is seen later.
pub fn content_path(named: Option<&Path>) -> Result<PathBuf, Failure> {
    match named {
        Some(folder) if folder.is_dir() => in_folder(folder),
        Some(file) => Ok(file.to_owned()),
        None => HERE.iter().map(PathBuf::from).find(|path| path.exists()).ok_or_else(|| {
            Failure::Misused(message!(
                "Какой справочник, не сказано: ни content/ivanovo.toml, ни guide.toml здесь нет. Назовите файл или папку: --content ПАПКА. Начать новый справочник: guide new ПАПКА.",
                "Which guide is not said: there is neither content/ivanovo.toml nor guide.toml here. Name the file or its folder: --content FOLDER. To start a new guide: guide new FOLDER."
            ))
        }),
    }
}

/// The guide's file in a folder: `guide.toml`, or the only one that holds a guide.
fn in_folder(folder: &Path) -> Result<PathBuf, Failure> {
    let file = folder.join(GUIDE_FILE);
    if file.exists() {
        return Ok(file);
    }
    let name = folder.display();
    let guides = guides(folder).map_err(|why| match why.kind() {
        io::ErrorKind::PermissionDenied => {
            message!("папку {name} прочитать не разрешено.", "there is no permission to read the folder {name}.")
        }
        _ => message!("папка {name} не читается ({why}).", "the folder {name} can’t be read ({why})."),
    })?;
    match guides.as_slice() {
        [only] => Ok(only.clone()),
        [] => Err(Failure::Misused(message!(
            "В папке {name} нет справочника: ни {GUIDE_FILE}, ни другого файла .toml с шагами. Назовите сам файл: --content ФАЙЛ.",
            "There is no guide in the folder {name}: neither {GUIDE_FILE} nor another .toml file with steps. Name the file itself: --content FILE."
        ))),
        [first, ..] => {
            let names: Vec<_> = guides.iter().filter_map(|path| Some(path.file_name()?.to_string_lossy())).collect();
            let (names, first) = (names.join(", "), typed(first));
            Err(Failure::Misused(message!(
                "В папке {name} справочников несколько: {names}. Назовите один: --content {first}",
                "There are several guides in the folder {name}: {names}. Name one: --content {first}"
            )))
        }
    }
}

/// The files of a folder that look like guides, in order.
fn guides(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut guides = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let is_toml = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"));
        // What has mistakes or is in another encoding is still meant: checking says what is wrong with it.
        let text = || fs::read(&path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default();
        if is_toml && text().lines().any(|line| line.trim_start().starts_with("[[step]]")) {
            guides.push(path);
        }
    }
    guides.sort();
    Ok(guides)
}
