//! Files that are no guide: a sentence says so, and the draft that is open stays. A worker that stops, and a browser without storage.

use std::fs;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};

use serde_json::json;
use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{
    content, desktop, go_to, host, open_editor, wait_for_errors, wait_for_foot, wait_until_kept, wait_until_unchanged,
    word, write,
};
use crate::support::Page;

/// The field that every test here has edited before.
const EDITED: &str = "guide-step-1-title";
const DRAFT: &str = "Правка, которая не должна пропасть";

/// Edits the guide, so that there is something to lose.
#[track_caller]
fn edit(page: &Page) {
    go_to(page, "step/forgot-email");
    write(page, EDITED, DRAFT);
    wait_until_kept(page);
}

/// Asserts that the edited draft is open still, and that it can be edited.
#[track_caller]
fn assert_draft_stays(page: &Page) {
    // What is typed at a field that was left in between is a change of its own.
    go_to(page, "general");
    go_to(page, "step/forgot-email");
    page.wait_until(
        &format!("document.getElementById('{EDITED}')?.value === {}", json!(DRAFT)),
        "the draft that was open",
    );
    write(page, EDITED, "");
    wait_for_errors(page, 1);
    page.key("Control+z");
    wait_for_errors(page, 0);
    page.wait_until(&format!("document.getElementById('{EDITED}').value === {}", json!(DRAFT)), "the draft after undo");
}

/// An archive of these files.
fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files {
        archive.start_file(*path, SimpleFileOptions::default()).expect("an entry");
        archive.write_all(bytes).expect("its content");
    }
    archive.finish().expect("an archive").into_inner()
}

/// Files that are no guide, each with words that the sentence about it has.
fn bad_files(folder: &Path) -> Vec<(PathBuf, &'static str)> {
    let guide = content();
    let broken = guide.replacen("[site]", "[site", 1);
    let zeros = vec![0; 100_000_000];
    let bomb_index = br#"{"guide":"guide.toml","files":{"guide.toml":"content/guide.toml"}}"#;
    let outside =
        br#"{"guide":"guide.toml","files":{"guide.toml":"content/guide.toml","../../evil.toml":"content/guide.toml"}}"#;
    let whole = zip(&[("content/index.json", bomb_index), ("content/guide.toml", guide.as_bytes())]);
    let files: [(&str, Vec<u8>, &'static str); 11] = [
        ("letter.txt", "Здравствуйте! Это письмо.".into(), "не справочник"),
        ("empty.toml", Vec::new(), "нет справочника"),
        ("settings.toml", b"[package]\nname = \"x\"\n".into(), "нет справочника"),
        ("broken.toml", broken.into_bytes(), "строка"),
        ("picture.toml", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".into(), "не справочник"),
        ("ten.toml", vec![b'#'; 10_000_000], "слишком велик"),
        ("bomb.zip", zip(&[("content/index.json", bomb_index), ("content/guide.toml", &zeros)]), "больше"),
        ("photos.zip", zip(&[("photos/1.jpg", b"x"), ("photos/2.jpg", b"y")]), "нет содержания"),
        (
            "outside.zip",
            zip(&[("content/index.json", outside), ("content/guide.toml", guide.as_bytes())]),
            "мимо папки",
        ),
        ("half.zip", whole[..whole.len() / 2].to_vec(), "повреждён"),
        ("renamed.zip", b"[site]\n".into(), "повреждён"),
    ];
    let written = files.into_iter().map(|(name, bytes, said)| {
        let path = folder.join(name);
        fs::write(&path, bytes).expect("a file");
        (path, said)
    });
    let mut list: Vec<_> = written.collect();
    // Larger than what is read at all.
    let huge = folder.join("film.zip");
    fs::File::create(&huge).and_then(|file| file.set_len(60_000_000)).expect("a file");
    list.push((huge, "это не справочник"));
    list
}

#[test]
fn files_that_are_no_guide_leave_the_draft() {
    let folder = TempDir::new().expect("a folder");
    let host = host();
    let page = desktop().page();
    open_editor(&page, &host.url("editor/"));
    edit(&page);
    go_to(&page, "open");
    let said = "document.querySelector('#form [role=alert]')?.innerText";
    for (path, expected) in bad_files(folder.path()) {
        let name = path.file_name().and_then(|name| name.to_str()).expect("a name");
        page.choose_file("#open-file", &path);
        page.wait_until(&format!("{said}?.includes({})", json!(name)), &format!("a sentence about {name}"));
        let sentence = page.text("#form [role=alert]");
        assert!(sentence.contains(expected) && sentence.contains(word("open", "stays")), "{name}: {sentence}");
    }
    assert_draft_stays(&page);

    // A guide replaces it only when that was answered, and a file may be dropped anywhere.
    let good = folder.path().join("guide.toml");
    fs::write(&good, content().replace("Ребёнку уже 14 лет", "Ребёнку исполнилось 14")).expect("a file");
    page.drop_file((700, 500), &good);
    page.wait_until("document.activeElement.id === 'open-question'", "the question");
    assert!(page.text("#open-question").contains("guide.toml"));
    super::tap_named(&page, "#open-question button", word("open", "stay"));
    assert_draft_stays(&page);
    go_to(&page, "open");
    page.choose_file("#open-file", &good);
    page.wait_until("document.activeElement.id === 'open-question'", "the question");
    super::tap_named(&page, "#open-question button", word("open", "replace"));
    let opened = "document.getElementById('contents').innerText.includes('Ребёнку исполнилось 14')";
    page.wait_until(opened, "the guide from the disk");
    wait_until_unchanged(&page);
    assert_eq!(page.console(), [""; 0]);
}

/// An init script with a worker that stops at the first edit with this text in it.
fn trapping_worker(text: &str) -> String {
    format!(
        "self.Worker = class extends Worker {{
            constructor(...given) {{ super(...given); self.workers = (self.workers || 0) + 1; }}
            postMessage(message, ...rest) {{
                if (!self.trapped && message?.json?.includes({}) && message.json.includes('Edit')) {{
                    self.trapped = true;
                    return setTimeout(() => this.dispatchEvent(new MessageEvent('message', {{ data: {{ id: message.id, trapped: true }} }})));
                }}
                return super.postMessage(message, ...rest);
            }}
        }}",
        json!(text)
    )
}

#[test]
fn a_worker_that_stops_is_started_anew_with_the_draft() {
    let host = host();
    let page = desktop().init_script(&trapping_worker("ловушка")).page();
    open_editor(&page, &host.url("editor/"));
    edit(&page);
    write(&page, "guide-step-1-do", "ловушка");
    let said = format!(
        "[...document.querySelectorAll('[role=status]')].some(e => e.innerText === {})",
        json!(word("worker", "stopped"))
    );
    page.wait_until(&said, "a sentence about the edit");
    assert_eq!(page.eval("[self.trapped, self.workers]"), json!([true, 2]));
    // The edit is taken back where it was made.
    page.wait_until(
        "document.getElementById('guide-step-1-do').value.startsWith('Обратитесь в')",
        "the text before the edit",
    );
    assert_draft_stays(&page);
    write(&page, "guide-step-1-do", "Обратитесь в ловушку для опечаток.");
    super::wait_for_preview(&page, "#forgot-email", "Обратитесь в ловушку для опечаток.");
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn without_storage_the_editor_says_so_and_works() {
    let none = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError') } })";
    let host = host();
    let page = desktop().init_script(none).page();
    open_editor(&page, &host.url("editor/"));
    go_to(&page, "step/forgot-email");
    write(&page, EDITED, DRAFT);
    wait_for_foot(&page, word("crash", "no_storage"));
    // It is read aloud, too.
    let aloud = format!(
        "[...document.querySelectorAll('[role=status]')].some(e => e.textContent === {})",
        json!(word("crash", "no_storage"))
    );
    page.wait_until(&aloud, "a sentence for screen readers");
    assert_draft_stays(&page);
    assert!(!page.visible(&format!("section[aria-label='{}']", word("crash", "label"))));
    assert_eq!(page.console(), [""; 0]);
}
