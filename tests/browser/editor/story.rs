//! The whole story: a member of staff breaks something, reads the finding, cures it, adds a situation, sees it, publishes; the new site
//! is walked, and its editor opens the new version.

use std::fs;

use serde_json::json;
use tempfile::TempDir;

use super::publishing::{
    DIALOG, Files, NO_DIALOG, NOTE, assert_equals_tool, prepare, saved_bytes, unzip, wait_for_archive,
};
use super::{
    PREVIEW, content, desktop, filled, follow, follow_finding, go_to, host, open_editor, tap_named, wait_for_errors,
    wait_for_focus, wait_for_preview, wait_until_kept, wait_until_unchanged, word, write, write_files,
};
use crate::guide::{normalize_spaces, ui_string, wait_for_step};
use crate::offline::wait_for_worker;
use crate::support::{Host, Page, Setup};

const SITUATION: &str = "Ребёнок сменил фамилию";
const QUESTION: &str = "Документ уже поменяли?";
const ADVICE: &str = "Сначала поменяйте свидетельство";
const WHAT_TO_DO: &str = "Дождитесь нового свидетельства, потом обратитесь в **учреждение**.";

/// Empties the title of a step, finds it in the list of what is wrong, follows the link to its field, and cures it.
#[track_caller]
fn break_and_cure(page: &Page) {
    follow(page, "#contents a[href='#step/forgot-email']");
    let (id, title) = ("guide-step-1-title", "Не помню, на какую почту зарегистрирован аккаунт");
    page.wait_until(&format!("document.getElementById('{id}')?.value === {}", json!(title)), "the form");
    write(page, id, "");
    wait_for_errors(page, 1);
    assert_eq!(page.eval(&format!("document.getElementById('{id}').getAttribute('aria-invalid')")), "true");
    follow_finding(page, id);
    page.insert_text(title);
    wait_for_errors(page, 0);
    assert!(!page.visible(&format!("#{id}-findings p")), "the finding is gone");
}

/// Adds a situation to the first step: a new question with two answers, of which one leads to a new advice.
#[track_caller]
fn add_situation(page: &Page) {
    follow(page, "#contents a[href='#step/start']");
    page.tap("#guide-step-0-option-add");
    wait_for_focus(page, "new-title");
    page.insert_text(SITUATION);
    page.tap("#dialog input[value=question]");
    page.tap("#dialog [type=submit]");
    wait_for_focus(page, "guide-step-0-option-8");
    // A question without answers is an error, and it is said where it stands.
    page.wait_until("parseInt(document.title) > 0", "the error of a step without answers");
    follow(page, "#guide-step-0-option-8 a[href='#step/rebenok-smenil-familiyu']");
    page.wait_until("document.getElementById('guide-step-1-question')", "the form of the new step");
    write(page, "guide-step-1-question", QUESTION);

    // One answer leads to a step that is there, the other one to a new step.
    page.tap("#guide-step-1-option-add");
    wait_for_focus(page, "new-title");
    page.insert_text("Да");
    page.eval("(list => { list.value = 'child-data'; list.dispatchEvent(new Event('change', { bubbles: true })) })(document.getElementById('new-next'))");
    page.tap("#dialog [type=submit]");
    wait_for_focus(page, "guide-step-1-option-0");
    page.tap("#guide-step-1-option-add");
    wait_for_focus(page, "new-title");
    page.insert_text("Нет");
    page.tap("#dialog [type=submit]");
    wait_for_focus(page, "guide-step-1-option-1");
    // The step was called as its answer; its title may be another, its address stays.
    // Who leads to it is known to the checks, and what the new advice does not say yet.
    page.wait_until("document.querySelector('#contents a[href=\"#step/net\"]')", "the new advice in the outline");
    follow(page, "#guide-step-1-option-1 a[href='#step/net']");
    page.wait_until("document.getElementById('guide-step-2-title')", "the form of the new advice");
    write(page, "guide-step-2-title", ADVICE);
    write(page, "guide-step-2-editorial", "Составлено редакцией.");
    // Last, as the page says it: where it stands, no newer page is on its way.
    write(page, "guide-step-2-do", WHAT_TO_DO);
    wait_for_errors(page, 0);
}

/// Walks to the new advice in the page that the editor previews.
#[track_caller]
fn walk_preview(page: &Page) {
    follow(page, "#contents a[href='#step/start']");
    wait_for_preview(page, "#net", "потом обратитесь в учреждение");
    page.wait_until(
        &format!("{PREVIEW}?.location.hash === '#start' && document.querySelectorAll('#view iframe').length === 1"),
        "the newest page alone, at the step that is edited",
    );
    let frame = page.frame(0);
    frame
        .wait_until("location.hash === '#start' && document.querySelector('[data-island]')", "the step that is edited");
    frame.tap("#start a[href='#rebenok-smenil-familiyu']");
    frame.wait_until("location.hash === '#rebenok-smenil-familiyu'", "the new question");
    assert_eq!(frame.text("#rebenok-smenil-familiyu h1, #rebenok-smenil-familiyu h2"), QUESTION);
    frame.tap("#rebenok-smenil-familiyu a[href='#net']");
    frame.wait_until("location.hash === '#net'", "the new advice");
    assert!(!frame.visible("#start"), "one step at a time");
    // The page's own program runs in it.
    frame.wait_until("document.querySelector('#net [data-island=trail] a')", "the trail");
}

/// Opens the panel for publishing and prepares the archive. What has changed stands there in words.
#[track_caller]
fn prepare_archive(page: &Page) {
    follow(page, "header a[href='#publish']");
    page.wait_until("document.querySelectorAll('#form ol li').length > 1", "the list of changes");
    let changes = page.texts("#form ol li").join("\n");
    assert!(changes.contains(SITUATION) && changes.contains(ADVICE), "{changes}");
    prepare(page, "2026-11-30", "Иванова А. А.", "Добавили, что делать при смене фамилии.");
    wait_for_focus(page, "publish-save");
}

/// Asserts that a site has the new version: its pages, its list of changes, its content with all comments.
#[track_caller]
fn assert_new_version(files: &Files) {
    let text = |path: &str| String::from_utf8(files[path].clone()).expect("a text");
    let guide = text("content/ivanovo.toml");
    let is_comment = |line: &&str| line.trim_start().starts_with('#');
    let before = content();
    let comments: Vec<&str> = before.lines().filter(is_comment).collect();
    assert!(comments.len() > 20, "{comments:?}");
    let kept: Vec<&str> = guide.lines().filter(is_comment).collect();
    assert_eq!(kept, comments);
    // What was not changed stands as it stood.
    let lost: Vec<&str> = before.lines().filter(|line| !guide.contains(line)).collect();
    assert_eq!(lost, [""; 0]);
    let changes = text("changes.txt");
    assert!(changes.starts_with("2026-11-30 — Иванова А. А. — Добавили, что делать при смене фамилии.\n"), "{changes}");
    assert!(changes.contains(SITUATION), "{changes}");
    assert!(text("index.html").contains("id=\"net\""));
    let note = text(NOTE);
    for host in ["Хостинг школы", "nginx", "Pages"] {
        assert!(note.contains(host), "{note}");
    }
}

/// A parent with a phone that runs no script walks the new situation.
#[track_caller]
fn walk_without_script(host: &Host) {
    let phone = Setup::default().script_off().page();
    phone.open(&host.url(""));
    for (from, to) in [("start", "rebenok-smenil-familiyu"), ("rebenok-smenil-familiyu", "net")] {
        phone.tap(&format!("#{from} a[href='#{to}']"));
        wait_for_step(&phone, to);
    }
    assert!(phone.text("#net").contains(ADVICE));
    assert!(normalize_spaces(&phone.text("#net")).contains("потом обратитесь в учреждение."));
    let changed = ui_string("changes", "changed").replace("{date}", "30 ноября 2026");
    let foot = normalize_spaces(&phone.text("footer"));
    assert!(foot.contains(&changed), "{foot}");
    phone.tap("footer a[href='changes/']");
    phone.wait_until("location.pathname.endsWith('/changes/')", "the list of changes");
    let list = normalize_spaces(&phone.text("main"));
    for said in ["30 ноября 2026", "Добавили, что делать при смене фамилии.", SITUATION]
    {
        assert!(list.contains(said), "{said}: {list}");
    }
}

#[test]
fn staff_change_the_guide_and_publish_it() {
    let old = host();
    let downloads = TempDir::new().expect("a folder");
    let page = desktop().init_script(NO_DIALOG).page();
    page.download_into(downloads.path());
    open_editor(&page, &old.url("editor/"));
    wait_for_errors(&page, 0);
    break_and_cure(&page);
    // The cured guide is the opened one, byte for byte.
    wait_until_unchanged(&page);
    add_situation(&page);
    walk_preview(&page);
    wait_until_kept(&page);

    prepare_archive(&page);
    page.key("Enter");
    let zip = page.wait_for_download(downloads.path());
    assert_eq!(zip.file_name().and_then(|name| name.to_str()), Some("navigator-2026-11-30.zip"));
    let said = filled("publish", "downloaded", &[("name", "navigator-2026-11-30.zip")]);
    page.wait_until(
        &format!("document.getElementById('publish-saved').innerText === {}", json!(said)),
        "where it went",
    );
    wait_for_focus(&page, "publish-saved");
    // What is saved is no longer unsaved, and nothing is left that could be published.
    wait_until_unchanged(&page);
    page.wait_until(
        &format!("document.getElementById('form').innerText.includes({})", json!(word("publish_changes", "none"))),
        "no changes",
    );
    assert_eq!(page.console(), [""; 0]);

    let files = unzip(fs::read(&zip).expect("the archive"));
    assert_new_version(&files);
    drop(assert_equals_tool(&files));
    let folder = TempDir::new().expect("a folder");
    write_files(folder.path(), &files);
    let new = Host::serve(folder.path());
    walk_without_script(&new);

    open_editor(&page, &new.url("editor/"));
    follow(&page, "#contents a[href='#step/net']");
    page.wait_until(
        &format!("document.getElementById('guide-step-2-do')?.value === {}", json!(WHAT_TO_DO)),
        "the new version in the new editor",
    );
    wait_for_errors(&page, 0);
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn the_network_ends_after_opening() {
    let host = host();
    let page = desktop().service_worker().init_script(DIALOG).page();
    open_editor(&page, &host.url("editor/"));
    wait_for_worker(&page);
    page.wait_until("navigator.serviceWorker.controller", "the editor's worker");
    drop(host);

    break_and_cure(&page);
    add_situation(&page);
    walk_preview(&page);
    prepare_archive(&page);
    // The dialog may be closed: the archive is still there.
    page.eval("void (self.cancelled = true)");
    page.tap("#publish-save");
    let said = |text: &str| format!("document.getElementById('publish-saved').innerText === {}", json!(text));
    page.wait_until(&said(word("publish", "cancelled")), "that nothing was saved");
    page.eval("void (self.cancelled = false)");
    page.tap("#publish-save");
    let bytes = saved_bytes(&page);
    assert_eq!(page.eval("self.suggestedName"), "navigator-2026-11-30.zip");
    page.wait_until(&said(&filled("publish", "saved", &[("name", "my.zip")])), "where it went");
    assert_new_version(&unzip(bytes));

    // Edited again, it has to be prepared again.
    page.eval("void (self.saved = undefined)");
    go_to(&page, "step/net");
    write(&page, "guide-step-2-title", "Сначала поменяйте документы");
    go_to(&page, "publish");
    page.wait_until("document.getElementById('publish-save').disabled", "that the archive is of an older draft");
    prepare(&page, "2026-12-01", "", "Назвали документы.");
    wait_for_archive(&page);
    tap_named(&page, "#form button", word("publish", "save"));
    let changes = |files: &Files| String::from_utf8(files["changes.txt"].clone()).expect("a text");
    page.wait_until(&said(&filled("publish", "saved", &[("name", "my.zip")])), "where it went");
    let second = changes(&unzip(saved_bytes(&page)));
    // The list is kept from version to version, the newest first.
    let days: Vec<&str> = second.lines().filter(|line| line.starts_with("2026")).map(|line| &line[..10]).collect();
    assert_eq!(days, ["2026-12-01", "2026-11-30"], "{second}");
}
