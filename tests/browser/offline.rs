//! Without a network: after one visit the whole site is on the phone, and a new version replaces it whole or not at all.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::json;
use tempfile::TempDir;

use crate::guide::{
    answer, answered, path_by, wait_for_islands, wait_for_step, wait_for_trail, wait_until_asked, word,
};
use crate::support::page::DEADLINE;
use crate::support::site::{site, site_of};
use crate::support::{Fault, Host, Page, School, Setup};

/// Another version of the site: as different from the first as can be.
const OTHER: &str = "tests/data/small.toml";

/// A host's folder whose content can be replaced, as an upload does.
struct Upload {
    folder: TempDir,
}

impl Upload {
    fn of(site: &Path) -> Upload {
        let upload = Upload { folder: TempDir::new().expect("a folder") };
        upload.replace(site);
        upload
    }

    fn replace(&self, site: &Path) {
        let folder = self.folder.path();
        for entry in fs::read_dir(folder).expect("the folder").flatten() {
            let path = entry.path();
            if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }.expect("an old file");
        }
        copy(site, folder);
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            fs::create_dir_all(&target).expect("a folder");
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).expect("a file");
        }
    }
}

/// Waits until a promise is kept with something true, asked for anew each time.
#[track_caller]
fn wait_for(page: &Page, promise: &str, what: &str) {
    let deadline = Instant::now() + DEADLINE;
    while page.try_eval(&format!("({promise}).then(Boolean)")) != Ok(json!(true)) {
        assert!(Instant::now() < deadline, "{what} did not come: {promise}; kept: {:?}", kept(page));
        page.listen(Duration::from_millis(30));
    }
}

/// Waits until a worker has taken over and nothing is being installed.
#[track_caller]
fn wait_for_worker(page: &Page) {
    wait_for(
        page,
        "navigator.serviceWorker.getRegistration().then(r => r?.active?.state === 'activated' && !r.installing && !r.waiting)",
        "a worker",
    );
}

/// The names of what is kept.
#[track_caller]
fn kept(page: &Page) -> Vec<String> {
    serde_json::from_value(page.eval("caches.keys()")).expect("names")
}

/// The worker's own version, from its script.
fn version(site: &Path) -> String {
    let script = fs::read_to_string(site.join("sw.js")).expect("the worker");
    script.split_once("VERSION = \"").and_then(|(_, rest)| rest.split_once('"')).expect("a version").0.to_owned()
}

#[test]
fn after_one_visit_everything_is_there() {
    let host = Host::serve(site());
    let page = Setup::default().worker().at("2026-11-24T14:20:00+03:00").page();
    page.open(&host.url(""));
    wait_for_worker(&page);
    let url = |path: &str| host.url(path);
    let (start, deep, pages) = (
        url(""),
        url("#forgot-email"),
        navigator_guide::site::pages::Page::ALL.map(|page| (page.file(), url(page.address()))),
    );
    let wrong = url("no/such/page");
    drop(host);

    page.open(&start);
    wait_for_islands(&page);
    let path = path_by(&["application-cancelled", "no", "not-helped"]);
    for turn in path {
        answer(&page, turn);
    }
    wait_for_trail(&page, &answered(path));
    assert!(page.text("[data-island=status]").contains(&word("status", "open")));
    // The search's knowledge is fetched when its field is first used.
    page.open("about:blank");
    page.open(&start);
    wait_for_islands(&page);
    page.tap("#find");
    page.type_text("не помню почту");
    page.wait_until("document.querySelector('.find ul a[href=\"#forgot-email\"]')", "an answer");
    page.open("about:blank");
    page.open(&deep);
    wait_for_step(&page, "forgot-email");
    page.reload();
    wait_for_step(&page, "forgot-email");
    page.open(&format!("{start}?institution=x"));
    wait_for_step(&page, "start");
    for (file, url) in pages {
        page.open("about:blank");
        page.open(&url);
        assert!(page.eval("document.querySelector('h1').textContent.length").as_i64() > Some(3), "{file}");
        assert_eq!(page.eval("[...document.images].filter(i => !i.naturalWidth).length"), 0, "{file}");
    }
    page.open(&wrong);
    assert!(page.text("body").contains(&word("not_found", "title")));
}

#[test]
fn a_new_version_comes_whole_with_the_next_visit() {
    let upload = Upload::of(site());
    let host = Host::serve(upload.folder.path());
    let page = Setup::default().worker().page();
    page.open(&host.url(""));
    wait_for_worker(&page);
    assert_eq!(kept(&page).len(), 1);
    upload.replace(site_of(OTHER));

    // This visit may show what is kept, all of it of one version, while the new one comes.
    page.open(&host.url("#hotline"));
    page.reload();
    wait_for_islands(&page);
    wait_for(
        &page,
        &format!("caches.keys().then(names => names.some(name => name.includes({})))", json!(version(site_of(OTHER)))),
        "the new version",
    );
    wait_for_worker(&page);
    // The page that is open has what it needs of its own version, though the host has it no more.
    let mine = "performance.getEntriesByType('resource').map(e => e.name).filter(name => /assets\\/guide-/.test(name))";
    assert_eq!(page.eval(&format!("Promise.all({mine}.map(u => fetch(u).then(r => r.status)))")), json!([200, 200]));

    page.open("about:blank");
    page.open(&host.url(""));
    wait_for_islands(&page);
    assert_eq!(page.text("h1"), "Что случилось?");
    assert!(page.eval("document.title").as_str().is_some_and(|title| title.contains("Справочник")), "not the new one");
    let used = page.eval(&format!("{mine}.map(u => u.slice(u.indexOf('assets/')))"));
    for asset in used.as_array().expect("assets") {
        assert!(site_of(OTHER).join(asset.as_str().expect("a name")).is_file(), "{asset} is of another version");
    }
    wait_for(&page, "caches.keys().then(names => names.length === 1)", "the end of the old files");
    assert!(kept(&page)[0].ends_with(&version(site_of(OTHER))));
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn a_version_that_comes_in_part_changes_nothing() {
    let wrongs = [
        (".wasm", Fault::NotFound),
        (".wasm", Fault::Truncated),
        ("manifest.json", Fault::Corrupt),
        ("index.html", Fault::edited(|page| page.replace("<p", "<p class=injected"))),
        ("404.html", Fault::Cut),
    ];
    for (file, fault) in wrongs {
        let upload = Upload::of(site());
        let first = Host::serve(upload.folder.path());
        let page = Setup::default().worker().page();
        page.open(&first.url(""));
        wait_for_worker(&page);
        let first = first.fault(file, fault);
        upload.replace(site_of(OTHER));
        page.reload();
        page.eval("navigator.serviceWorker.getRegistration().then(r => r.update()).catch(() => 0)");
        wait_for(&page, "navigator.serviceWorker.getRegistration().then(r => !r.installing)", "the end of the try");
        assert_eq!(kept(&page).len(), 1, "{file}");
        assert!(kept(&page)[0].ends_with(&version(site())), "{file}");
        page.open("about:blank");
        page.open(&first.url("#forgot-email"));
        wait_for_step(&page, "forgot-email");
        wait_for_islands(&page);
        assert_eq!(page.eval("document.querySelectorAll('.injected').length"), 0);
        // Once it can come whole, it comes.
        first.mend();
        page.reload();
        page.eval("navigator.serviceWorker.getRegistration().then(r => r.update()).catch(() => 0)");
        wait_for(
            &page,
            &format!(
                "caches.keys().then(names => names.some(name => name.includes({})))",
                json!(version(site_of(OTHER)))
            ),
            "the new version",
        );
    }
}

#[test]
fn a_first_try_that_fails_leaves_nothing_behind() {
    let host = Host::serve(site()).fault(".bin", Fault::Truncated);
    let page = Setup::default().worker().page();
    page.open(&host.url(""));
    wait_for_islands(&page);
    // Asked for by the worker alone: nobody has used the search.
    wait_until_asked(&page, &host, ".bin");
    wait_for(&page, "navigator.serviceWorker.getRegistration().then(r => !r)", "the end of the try");
    assert_eq!(kept(&page), [""; 0]);
    answer(&page, &path_by(&["municipality", "not-helped"])[0]);
}

#[test]
fn neighbours_on_one_host_keep_their_own() {
    let upload = TempDir::new().expect("a folder");
    for (name, site) in [("one", site()), ("two", site_of(OTHER))] {
        fs::create_dir(upload.path().join(name)).expect("a folder");
        copy(site, &upload.path().join(name));
    }
    let host = Host::serve(upload.path());
    let page = Setup::default().worker().page();
    for name in ["one/", "two/", "one/", "two/"] {
        page.open("about:blank");
        page.open(&host.url(name));
        wait_for_worker(&page);
    }
    let names = kept(&page);
    assert_eq!(names.len(), 2, "{names:?}");
    let (one, two) = (host.url("one/"), host.url("two/"));
    drop(host);
    for (url, title) in [(one, "Навигатор"), (two, "Справочник")] {
        page.open("about:blank");
        page.open(&url);
        assert!(page.eval("document.title").as_str().is_some_and(|told| told.starts_with(title)), "{url}");
    }
}

#[test]
fn there_is_none_in_a_frame_nor_where_data_are_dear() {
    let host = Host::serve(site());
    let school = School::with(&format!("<iframe title=guide src='{}'></iframe>", host.url("")));
    let page = Setup::default().worker().page();
    page.open(&school.host.url(""));
    let frame = page.frame(0);
    frame.wait_until("document.querySelector('.remind a')", "the islands");
    page.settle();
    assert!(!host.asked().iter().any(|path| path == "sw.js"), "a worker in a frame");

    let host = Host::serve(site());
    let page = Setup::default().worker().save_data().page();
    page.open(&host.url(""));
    page.settle();
    page.listen(Duration::from_millis(500));
    assert!(!host.asked().iter().any(|path| path == "sw.js"), "a worker where data are dear");
}
