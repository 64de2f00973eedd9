//! Whether every file is there and is the one that was built.

use std::collections::BTreeMap;

use guide_content::message;
use guide_content::message::Message;
use guide_core::data_attributes::VERSION;
use guide_core::pages::{CONTENT_FOLDER, EDITOR_FOLDER};

use crate::verify::report::{Report, names};
use crate::verify::visit::{Fetched, Visit};

/// What may be wrong with a file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Fault {
    /// There is no answer.
    Unanswered,
    /// The host says that it is not there.
    Missing,
    /// It is a page of another version.
    OtherVersion,
    /// It is the page of this version, with changes.
    Altered,
    /// Its bytes are right where no compression is asked for.
    OldCopy,
    /// It is another file.
    Other,
}

/// Checks all files.
pub fn check(visit: &Visit, report: &mut Report) {
    let mut faults: BTreeMap<Fault, Vec<String>> = BTreeMap::new();
    let is_staffs = |path: &str| path.starts_with(EDITOR_FOLDER) || path.starts_with(CONTENT_FOLDER);
    for (path, file) in &visit.files {
        if !visit.has_editor && is_staffs(path) {
            continue;
        }
        if let Some(fault) = fault(path, file, &visit.list.version) {
            faults.entry(fault).or_default().push(path.clone());
        }
    }
    for (fault, paths) in &faults {
        let (what, cure) = explained(*fault, &names(paths));
        report.wrong(what, cure);
    }
    let first_unanswered = visit.files.values().find_map(|file| file.answer.as_ref().err());
    if let Some(why) = first_unanswered {
        report.wrong(why.clone(), message!("Исправьте это и проверьте снова.", "Mend this and check again."));
    }
    if faults.is_empty() {
        let staffs = visit.files.keys().filter(|path| is_staffs(path)).count();
        let parents = visit.files.len() - staffs;
        report.good(message!(
            "все файлы страниц ({parents}) на месте и те самые, байт в байт",
            "all files of the pages ({parents}) are there, byte for byte"
        ));
        if visit.has_editor {
            report.good(message!(
                "редактор и содержание ({staffs}) на месте, байт в байт",
                "the editor and the content ({staffs}) are there, byte for byte"
            ));
        }
        if visit.is_loopback || visit.address.scheme() == "https" {
            report.good(message!(
                "телефон сохранит справочник, и он откроется без интернета",
                "phones will keep the guide, and it will open without a network"
            ));
        }
    }
    if !visit.has_editor {
        report.better(
            message!(
                "редактора нет: справочник можно читать, но не править в браузере",
                "there is no editor: the guide can be read, but not changed in a browser"
            ),
            message!(
                "если он нужен, загрузите папки {EDITOR_FOLDER} и {CONTENT_FOLDER} сайта целиком.",
                "if it is needed, upload the site's folders {EDITOR_FOLDER} and {CONTENT_FOLDER} as a whole."
            ),
        );
    }
}

/// What is wrong with a file of a site of this version, if anything.
fn fault(path: &str, file: &Fetched, version: &str) -> Option<Fault> {
    let Ok(answer) = &file.answer else { return Some(Fault::Unanswered) };
    if answer.status != 200 {
        return Some(Fault::Missing);
    }
    let Some(expected) = &file.expected else {
        if file.plain.as_ref().is_some_and(|plain| plain.status == 200 && plain.body != answer.body) {
            return Some(Fault::OldCopy);
        }
        let is_picture = answer.body.starts_with(b"\x89PNG");
        return (path.ends_with(".png") && !is_picture).then_some(Fault::Other);
    };
    if answer.is_file(expected) {
        return None;
    }
    if file.plain.as_ref().is_some_and(|plain| plain.is_file(expected)) {
        return Some(Fault::OldCopy);
    }
    let text = answer.text();
    let own_version = text.split_once(&format!("{VERSION}=\"")).and_then(|(_, rest)| rest.split_once('"'));
    Some(match own_version {
        Some((own, _)) if path.ends_with(".html") && own == version => Fault::Altered,
        Some(_) if path.ends_with(".html") => Fault::OtherVersion,
        _ => Fault::Other,
    })
}

/// What a fault is called, and what to do.
fn explained(fault: Fault, names: &Message) -> (Message, Message) {
    let upload_again = message!(
        "загрузите сайт ещё раз, все файлы поверх прежних, дождитесь конца и проверьте снова.",
        "upload the site again, all files over the old ones, wait for the end and check again."
    );
    match fault {
        Fault::Unanswered => (
            message!(names = names; "не удалось получить: {names}", "could not be fetched: {names}"),
            message!("проверьте ещё раз чуть позже.", "check again a little later."),
        ),
        Fault::Missing => (
            message!(
                names = names;
                "загружен не весь сайт, не хватает: {names}",
                "the site is not uploaded as a whole; missing: {names}"
            ),
            upload_again,
        ),
        Fault::OtherVersion => (
            message!(
                names = names;
                "страницы разных версий вперемешку (загрузка не закончена или браузерам отдаётся старое): {names}",
                "pages of different versions are mixed (the upload is unfinished, or the host sends old ones): \
                 {names}"
            ),
            message!(
                upload_again = upload_again;
                "{upload_again} Если не поможет, очистите кэш в панели хостинга.",
                "{upload_again} If that does not help, empty the cache in the host's panel."
            ),
        ),
        Fault::Altered => (
            message!(
                names = names;
                "хостинг меняет страницы по дороге, поэтому они не сохранятся на телефоне: {names}",
                "the host alters pages on their way, so phones can't keep them: {names}"
            ),
            message!(
                "выключите в панели хостинга всё, что дописывает или переписывает страницы: счётчики, рекламу, \
                 «ускорение», «оптимизацию», защиту адресов почты.",
                "switch off in the host's panel whatever adds to pages or rewrites them: counters, advertisements, \
                 “speed-up”, “optimization”, hiding of e-mail addresses."
            ),
        ),
        Fault::OldCopy => (
            message!(
                names = names;
                "вместо файлов отдаются их старые или испорченные сжатые копии: {names}",
                "old or broken compressed copies are sent instead of files: {names}"
            ),
            message!(
                "удалите из папки сайта на хостинге все файлы, имена которых кончаются на .br и .gz.",
                "delete all files of the site's folder at the host whose names end with .br and .gz."
            ),
        ),
        Fault::Other => (
            message!(
                names = names;
                "содержимое не то, что собрано (другая версия, оборванная загрузка или правки хостинга): {names}",
                "the content is not what was built (another version, a broken upload or changes by the host): \
                 {names}"
            ),
            message!(
                upload_again = upload_again;
                "{upload_again} Передавайте файлы по FTP в двоичном режиме (binary).",
                "{upload_again} With FTP send the files in binary mode."
            ),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verify::checks::samples::{answer, fetched};
    use guide_site::hashes::integrity;

    #[test]
    fn a_file_that_differs_is_explained() {
        let page = |version: &str, more: &str| format!("<p>{more}<template data-version=\"{version}\">");
        let expected = page("1", "");
        let file = |path: &str, status: u16, body: &str| {
            let mut file = fetched(path, &[], body);
            file.answer.as_mut().expect("an answer").status = status;
            Fetched { expected: Some(integrity(expected.as_bytes())), ..file }
        };
        for (path, status, body, fault_expected) in [
            ("index.html", 200, expected.clone(), None),
            ("index.html", 404, expected.clone(), Some(Fault::Missing)),
            ("index.html", 403, String::new(), Some(Fault::Missing)),
            ("index.html", 200, page("1", "<script>count()</script>"), Some(Fault::Altered)),
            ("index.html", 200, page("0", ""), Some(Fault::OtherVersion)),
            ("index.html", 200, "<p>Домен продан".to_owned(), Some(Fault::Other)),
            ("update.js", 200, "cut".to_owned(), Some(Fault::Other)),
            ("update.js", 200, String::new(), Some(Fault::Other)),
        ] {
            assert_eq!(fault(path, &file(path, status, &body), "1"), fault_expected, "{path} {status} {body}");
        }
        let old =
            Fetched { plain: Some(answer("index.html", &[], &expected)), ..file("index.html", 200, &page("0", "")) };
        assert_eq!(fault("index.html", &old, "1"), Some(Fault::OldCopy));
        let nothing = Fetched { answer: Err(Message::same("no")), expected: None, plain: None };
        assert_eq!(fault("index.html", &nothing, "1"), Some(Fault::Unanswered));
        assert_eq!(fault("icon-192.png", &fetched("icon-192.png", &[], "<p>"), "1"), Some(Fault::Other));
        let worker =
            |plain: &str| Fetched { plain: Some(answer("sw.js", &[], plain)), ..fetched("sw.js", &[], "code") };
        assert_eq!(fault("sw.js", &worker("code"), "1"), None);
        assert_eq!(fault("sw.js", &worker("newer code"), "1"), Some(Fault::OldCopy));
    }
}
