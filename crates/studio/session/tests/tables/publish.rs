//! Publishing: the list of changes, the site, the archive.

use guide_content::message;
use guide_content::message::MessageLanguage;
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::sync::LazyLock;

use guide_content::{World, load, zone_database};
use guide_site::{Assets, SiteInput, build, editor_files};
use guide_studio_model::{Bytes, Draft, Edit, Publication, Request, Response};
use guide_studio_session::Session;

use crate::shared::{SMALL, at, draft, file, open, text};

fn publication() -> Publication {
    Publication {
        date: "2026-11-26".into(),
        who: "Иванова А. А.".into(),
        why: "Продлили часы.".into(),
        changes: vec!["Контакт «Линия», часы работы: было «…», стало «…».".into()],
    }
}

/// A session as the editor has it: the assets come from the pack, the editor's own files with the request.
fn session(guide: Draft) -> Session {
    let mut session = Session::new();
    session.set_assets(&Assets::included().pack()).expect("a pack");
    open(&mut session, guide);
    session
}

fn own() -> Vec<(String, Bytes)> {
    static SITE: LazyLock<BTreeMap<String, Vec<u8>>> = LazyLock::new(|| built(&draft(&[("guide.toml", SMALL)])));
    let site = &*SITE;
    editor_files::COPIED
        .iter()
        .map(|name| (format!("editor/{name}"), Bytes(site[&format!("editor/{name}")].clone())))
        .collect()
}

/// The site that the tool builds of a draft.
fn built(draft: &Draft) -> BTreeMap<String, Vec<u8>> {
    let read = |path: &str| {
        draft
            .files
            .get(path)
            .map(|bytes| bytes.0.clone())
            .ok_or_else(|| message!("файла {path} нет", "there is no file {path}"))
    };
    let loaded = load(&draft.guide, &World { read: &read, zone: &zone_database::offsets });
    assert_eq!(loaded.diagnostics.errors(), 0, "{}", loaded.report(MessageLanguage::Russian));
    let guide = loaded.guide.as_ref().expect("a guide");
    let (sources, path) = (loaded.sources(), loaded.guide_path());
    let input = SiteInput { guide, phrases: loaded.phrases.as_ref(), sources: &sources, guide_path: &path, url: None };
    let site = build(&input, &Assets::included(), &mut |_| {}).expect("a site");
    site.files.into_iter().map(|file| (file.path, file.bytes)).collect()
}

fn unzipped(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut files = BTreeMap::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).expect("an entry");
        let mut content = Vec::new();
        entry.read_to_end(&mut content).expect("its bytes");
        files.insert(entry.name().expect("a name").into_owned(), content);
    }
    files
}

#[test]
fn a_published_site_is_that_of_the_tool() {
    let start = draft(&[("guide.toml", SMALL)]);
    let mut session = session(start.clone());
    let edits = vec![Edit::Set(at("site/place"), text("Село"))];
    session.handle(Request::Edit { revision: 1, edits }, &mut |_| {});
    let mut told = Vec::new();
    let request = Request::Build { publication: publication(), own: own() };
    let (response, archive) = session.handle(request.clone(), &mut |progress| told.push(progress));
    let Response::Built { patches, files, .. } = response else { panic!("{response:?}") };
    let archive = archive.expect("an archive");

    let mut after = start;
    after.files.insert("guide.toml".into(), Bytes(SMALL.replacen("Городок", "Село", 1).into_bytes()));
    after.apply(&patches).expect("they fit");
    assert_eq!(
        file(&after, "changes.txt"),
        "2026-11-26 — Иванова А. А. — Продлили часы.\n  Контакт «Линия», часы работы: было «…», стало «…».\n"
    );
    assert!(file(&after, "guide.toml").contains("start = \"start\"\nchanges = \"changes.txt\"\n"));
    let mut unzipped = unzipped(&archive);
    assert_eq!(unzipped.len(), files);
    assert!(unzipped.remove("kak-vylozhit.txt").is_some());
    let wanted = built(&after);
    assert_eq!(unzipped.keys().collect::<Vec<_>>(), wanted.keys().collect::<Vec<_>>());
    assert!(unzipped == wanted, "the bytes are the same");
    let steps: Vec<(u32, u32)> = told
        .iter()
        .map(|progress| match progress {
            Response::Progress { what, done, of } if !what.is_empty() => (*done, *of),
            other => panic!("{other:?}"),
        })
        .collect();
    assert!(steps.is_sorted() && steps.len() >= 4 && steps.last() == Some(&(4, 5)), "{steps:?}");

    // The editor opens what it has saved, and the next publication stands above this one.
    let read = session.handle(Request::Read { name: "site.zip".into(), bytes: Bytes(archive) }, &mut |_| {}).0;
    assert_eq!(read, Response::Draft(after.clone()));
    open(&mut session, after.clone());
    let next = Publication {
        date: "2026-12-01".into(), who: String::new(), why: "Праздники.".into(), changes: vec![]
    };
    let (response, _) = session.handle(Request::Build { publication: next, own: own() }, &mut |_| {});
    let Response::Built { patches, .. } = response else { panic!("{response:?}") };
    after.apply(&patches).expect("they fit");
    assert!(
        file(&after, "changes.txt").starts_with("2026-12-01 — Праздники.\n2026-11-26 — "),
        "{}",
        file(&after, "changes.txt")
    );
    let (again, _) = session.handle(request, &mut |_| {});
    assert!(matches!(again, Response::Built { .. }), "the session's draft is as it was: {again:?}");
}

#[test]
fn a_draft_with_errors_is_not_published() {
    let broken = SMALL.replacen("next = \"lost\"", "next = \"lots\"", 1);
    let marked = SMALL.replacen("place = \"Городок\"", "place = \"Городок\"  # заменить", 1);
    for (guide, publication, wanted) in [
        (broken.as_str(), publication(), "Сначала исправьте ошибки"),
        (marked.as_str(), publication(), "о прежнем месте"),
        ("[", publication(), "ошибк"),
        (SMALL, Publication { date: "26.11.2026".into(), ..publication() }, "Даты «26.11.2026» нет"),
        (SMALL, Publication { why: " \n".into(), ..publication() }, "зачем изменён справочник"),
    ] {
        let mut session = session(draft(&[("guide.toml", guide)]));
        let (response, archive) = session.handle(Request::Build { publication, own: own() }, &mut |_| {});
        let Response::Refused(why) = response else { panic!("{response:?}") };
        assert!(why.contains(wanted) && archive.is_none(), "{why}");
    }
    let mut session = Session::new();
    open(&mut session, draft(&[("guide.toml", SMALL)]));
    let (response, _) = session.handle(Request::Build { publication: publication(), own: vec![] }, &mut |_| {});
    assert!(matches!(response, Response::Refused(_)), "without assets there is no site");
}

#[test]
fn hostile_words_of_a_publication_stay_words() {
    let publication = Publication {
        date: "2026-11-26".into(),
        who: "— a — b\n2020-01-01 — x".into(),
        why: "<script>\r\n  — {phone} \u{0}".into(),
        changes: vec!["\n\n".into(), "# заменить".into(), "я".repeat(5000)],
    };
    let mut session = session(draft(&[("guide.toml", SMALL)]));
    let (response, archive) = session.handle(Request::Build { publication, own: own() }, &mut |_| {});
    assert!(matches!(response, Response::Built { .. }) && archive.is_some(), "{response:?}");
}
