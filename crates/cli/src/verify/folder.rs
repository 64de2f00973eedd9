//! A site in a folder of the disk, before it is uploaded. What a host does with it can't be seen there.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use guide_content::message;
use guide_content::message::Message;
use guide_core::pages::{EDITOR_FOLDER, Page, WORKER};
use guide_site::hashes::integrity;

use super::answer::{MAX_BYTES, copy_decoded};
use super::file_list::FileList;
use super::policy::{forbidden, of_page};
use super::report::{Report, names};
use crate::failure::Failure;
use crate::output_dir::MANIFEST;

/// The settings for hosts that a site brings.
const SETTINGS: [&str; 4] = [".htaccess", "nginx.conf", "caddy.conf", "_headers"];

/// Checks a folder. The error says that it is no site.
pub fn check(folder: &Path) -> Result<Report, Failure> {
    let worker =
        read(&folder.join(WORKER)).ok().and_then(|bytes| FileList::of_worker(&String::from_utf8_lossy(&bytes)));
    let Some(list) = worker else {
        return Err(Failure::Failed(message!(
            "{} — не папка готового сайта: в ней нет его списка файлов ({WORKER}). Сайт собирает guide build; \
             назовите папку, куда он собран.",
            "{} is not the folder of a built site: its list of files ({WORKER}) is not there. guide build makes a \
             site; name the folder that it was built into.",
            folder.display()
        )));
    };
    let version = &list.version;
    let mut report =
        Report::new(message!("{}: сайт версии {version}", "{}: a site of the version {version}", folder.display()));
    let editor = read(&folder.join(EDITOR_FOLDER).join(WORKER)).unwrap_or_default();
    let editor = FileList::of_worker(&String::from_utf8_lossy(&editor)).map(|list| list.files).unwrap_or_default();
    let files: BTreeMap<String, String> = list.files.into_iter().chain(editor).collect();
    check_files(folder, &files, &mut report);
    check_copies(folder, &files, &mut report);
    check_settings(folder, &files, &mut report);
    report.note(message!(
        "Типы, заголовки, кэш и ответ 404 зависят от сервера и в папке не видны. После загрузки проверьте адрес: \
         guide verify https://…/",
        "Types, headers, cache and the answer 404 depend on the host and can't be seen in a folder. After the upload \
         check the address: guide verify https://…/"
    ));
    Ok(report)
}

/// The bytes of a file, or why there are none.
fn read(path: &Path) -> Result<Vec<u8>, Message> {
    let found = fs::metadata(path).map_err(|why| Message::same(why.to_string()))?;
    if found.len() > MAX_BYTES {
        return Err(message!("слишком велик", "too large"));
    }
    fs::read(path).map_err(|why| Message::same(why.to_string()))
}

fn check_files(folder: &Path, files: &BTreeMap<String, String>, report: &mut Report) {
    let (mut missing, mut other) = (Vec::new(), Vec::new());
    for (path, expected) in files {
        match read(&folder.join(path)) {
            Ok(bytes) if integrity(&bytes) == *expected => {}
            Ok(_) => other.push(path.as_str()),
            Err(_) => missing.push(path.as_str()),
        }
    }
    let listed = read(&folder.join(MANIFEST)).unwrap_or_default();
    let listed = String::from_utf8_lossy(&listed).into_owned();
    let is_below = |path: &&str| path.split('/').all(|part| !matches!(part, "" | "." | ".."));
    missing.extend(
        listed.lines().filter(is_below).filter(|path| !files.contains_key(*path) && !folder.join(path).exists()),
    );
    let build_again = message!("соберите сайт заново: guide build.", "build the site anew: guide build.");
    if !missing.is_empty() {
        report.wrong(
            message!(names = names(&missing); "не хватает файлов: {names}", "files are missing: {names}"),
            build_again.clone(),
        );
    }
    if !other.is_empty() {
        report.wrong(
            message!(
                names = names(&other);
                "содержимое не то, что собрано (правка вручную или файлы двух версий): {names}",
                "the content is not what was built (changed by hand, or files of two versions): {names}"
            ),
            build_again,
        );
    }
    if missing.is_empty() && other.is_empty() {
        report.good(message!(
            "все файлы ({}) на месте и те самые, байт в байт",
            "all files ({}) are there, byte for byte",
            files.len()
        ));
    }
}

fn check_copies(folder: &Path, files: &BTreeMap<String, String>, report: &mut Report) {
    let (mut copies, mut old) = (0, Vec::new());
    let paths = files.keys().map(String::as_str).chain([WORKER]);
    for (path, ending) in paths.flat_map(|path| [(path, "br"), (path, "gz")]) {
        let copy = format!("{path}.{ending}");
        let (Ok(bytes), Ok(raw)) = (read(&folder.join(&copy)), read(&folder.join(path))) else { continue };
        copies += 1;
        if copy_decoded(ending, &bytes).is_none_or(|decoded| decoded != raw) {
            old.push(copy);
        }
    }
    if !old.is_empty() {
        report.wrong(
            message!(
                names = names(&old);
                "сжатые копии — не от этих файлов, а серверы отдают именно копии: {names}",
                "compressed copies are not of these files, and hosts send the copies: {names}"
            ),
            message!(
                "удалите все файлы, имена которых кончаются на .br и .gz, здесь и на хостинге, или соберите сайт \
                 заново.",
                "delete all files whose names end with .br and .gz, here and at the host, or build the site anew."
            ),
        );
    } else if copies > 0 {
        report.good(message!("сжатые копии ({copies}) верны", "the compressed copies ({copies}) are right"));
    }
}

fn check_settings(folder: &Path, files: &BTreeMap<String, String>, report: &mut Report) {
    let (mut missing, mut old) = (Vec::new(), Vec::new());
    let page_policies: Vec<String> = files
        .keys()
        .filter(|path| path.ends_with(".html") || path.as_str() == Page::Guide.file())
        .filter_map(|path| of_page(&String::from_utf8_lossy(&read(&folder.join(path)).ok()?)))
        .collect();
    for name in SETTINGS {
        let Ok(bytes) = read(&folder.join(name)) else {
            missing.push(name);
            continue;
        };
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let policy =
            text.split_once("default-src ").map(|(_, rest)| rest.split(['"', '\n']).next().unwrap_or_default());
        let policy = format!("default-src {}", policy.unwrap_or_default());
        if page_policies.iter().any(|page| !forbidden(&policy, page).is_empty()) {
            old.push(name);
        }
    }
    if !missing.is_empty() {
        report.better(
            message!(
                names = names(&missing);
                "нет настроек для серверов: {names}",
                "there are no settings for hosts: {names}"
            ),
            message!(
                "возьмите их из готового сайта; имена с точки (.htaccess) файловые менеджеры скрывают и при \
                 копировании теряют.",
                "take them from the built site; file managers hide names that begin with a dot (.htaccess) and lose \
                 them in copies."
            ),
        );
    }
    if !old.is_empty() {
        report.wrong(
            message!(
                names = names(&old);
                "настройки для серверов — от другой версии сайта и запретят его страницам оформление: {names}",
                "settings for hosts are of another version of the site and will forbid its pages their style: \
                 {names}"
            ),
            message!("соберите сайт заново: guide build.", "build the site anew: guide build."),
        );
    }
    if missing.is_empty() && old.is_empty() {
        report.good(message!("настройки для серверов подходят", "the settings for hosts fit"));
    }
}
