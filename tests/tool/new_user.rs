//! The story of somebody who has just got the tool: a new guide, an edit, a look at it, the site. Everything is typed as the tool says it.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::serve::Server;
use crate::{run, stderr, stdout};

/// Runs a command line as it is typed, in a folder, where `guide` is known.
fn type_in(folder: &Path, line: &str) -> Output {
    let tool = Path::new(env!("CARGO_BIN_EXE_guide"));
    let path = std::env::var("PATH").unwrap_or_default();
    let path = format!("{}:{path}", tool.parent().expect("a folder").display());
    let in_folder = format!("cd \"$FOLDER\" && {line}");
    run(Command::new("sh").args(["-c", &in_folder]).env("PATH", path).env("FOLDER", folder), "")
}

/// What follows the last `start` in a text, up to the end of its line.
fn line_after<'t>(text: &'t str, start: &str) -> &'t str {
    let (_, rest) = text.rsplit_once(start).unwrap_or_else(|| panic!("«{start}» in {text}"));
    rest.lines().next().expect("a line")
}

#[cfg(unix)]
#[test]
fn a_guide_is_begun_edited_shown_and_built() {
    let folder = tempfile::tempdir().expect("a folder");
    let home = folder.path().join("Мои документы (центр)");
    fs::create_dir(&home).expect("a folder");

    let made = type_in(&home, "guide new 'Наш справочник'");
    assert_eq!(made.status.code(), Some(0), "{}", stderr(&made));
    let check = format!("guide check{}", line_after(&stdout(&made), ": guide check"));
    let checked = type_in(&home, &check);
    assert_eq!(checked.status.code(), Some(0), "{check}: {}", stderr(&checked));
    assert!(stdout(&checked).contains("Осталось вписать своё: 15 мест."), "{}", stdout(&checked));

    // Edited by a program that writes the lines' ends of Windows.
    let file = home.join("Наш справочник/guide.toml");
    let text = fs::read_to_string(&file).expect("the guide");
    let text = text.replace("author = \"Название организации\"", "author = \"Центр\"");
    let text = text.replace("author = \"Центр\"  # впишите своё", "author = \"Центр\"").replace('\n', "\r\n");
    let server = Server::start(&file.to_string_lossy());
    fs::write(&file, text.replace("Что случилось?", "Что произошло?")).expect("the guide");
    server.wait_for_text("Что произошло?");
    assert!(server.get("/").contains("Что произошло?"));
    drop(server);
    let checked = type_in(&home, &check);
    assert!(stdout(&checked).contains("Осталось вписать своё: 14 мест."), "{}", stdout(&checked));

    // Where the guide lies the tool needs no name, and says where the site may go.
    let within = home.join("Наш справочник");
    let refused = type_in(&within, "guide build");
    assert_eq!(refused.status.code(), Some(2), "{}", stderr(&refused));
    let out = line_after(&stderr(&refused), "например: --out ").to_owned();
    let built = type_in(&within, &format!("guide build --out {out}"));
    assert_eq!(built.status.code(), Some(0), "{out}: {}", stderr(&built));
    let page = fs::read_to_string(home.join("Наш справочник-site/index.html")).expect("the page");
    assert!(page.contains("Что произошло?"));

    // Packed, it is the beginning of the next centre's guide; what is marked is shown, and not built.
    let packed = type_in(&within, "guide build --zip '../сайт 1.zip'");
    assert_eq!(packed.status.code(), Some(0), "{}", stderr(&packed));
    let next = type_in(&home, "guide new Другой --from 'сайт 1.zip'");
    assert_eq!(next.status.code(), Some(0), "{}", stderr(&next));
    let refused = type_in(&home, "guide build --content Другой");
    assert_eq!(refused.status.code(), Some(1), "{}", stderr(&refused));
    assert!(!home.join("dist").exists(), "{}", stderr(&refused));
    let server = Server::start(&home.join("Другой").to_string_lossy());
    assert!(server.get("/").contains("Что произошло?"));
    let messages: Vec<String> = server.messages.try_iter().collect();
    assert!(
        messages.iter().any(|line| line.contains("предупреждение: здесь ещё написано о прежнем месте")),
        "{messages:?}"
    );
    let file = home.join("Другой/guide.toml");
    let text = fs::read_to_string(&file).expect("the guide");
    assert!(text.contains("\r\n") && !text.replace("\r\n", "").contains('\n'), "the lines' ends stay");
    fs::write(&file, text.replace("Что произошло?", "Чем помочь?")).expect("the guide");
    server.wait_for_text("Чем помочь?");
}
