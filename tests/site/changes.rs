//! What parents see of a guide's changes: the dated list, the date at the foot of the pages and on paper. A guide without a list shows
//! nothing of it.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use guide_core::pages::{CHANGES_FILE, Page};

use crate::{attribute, build, pages, read, site_with_address, visible_text};

const CONTENT: &str = "examples/certificates/guide.toml";
const LIST: &str = include_str!("../../examples/certificates/changes.txt");
/// What pages say of the last change of the list.
const CHANGED: &str = "Справочник изменён 5 октября 2026 г.";

/// The site of a guide with a list of changes, and with an address, so that its sheets have codes.
fn site() -> &'static Path {
    static SITE: OnceLock<PathBuf> = OnceLock::new();
    SITE.get_or_init(|| build(CONTENT, &["--url", "https://example.ru/ozero/"]))
}

/// What lies between two texts of a page, each found once.
#[track_caller]
fn between<'p>(page: &'p str, start: &str, end: &str) -> &'p str {
    let rest = page.split_once(start).unwrap_or_else(|| panic!("no {start}")).1;
    rest.split_once(end).unwrap_or_else(|| panic!("no {end}")).0
}

#[test]
fn the_list_of_changes_has_every_entry_the_newest_first() {
    let page = read(site(), Page::Changes.file());
    let main = format!("<body>{}", between(&page, "<main>", "</main>"));
    let text = visible_text(&main).replace('\u{a0}', " ");
    assert_eq!(
        text,
        "Что изменилось в справочнике Новое — сверху. \
         5 октября 2026 г. Приёмная теперь работает и по субботам. \
         Приёмная, часы работы: добавлены первая и третья суббота месяца, по записи. Петрова О. Н. \
         8 сентября 2026 г. Добавили образец: где на сертификате его номер. \
         1 сентября 2026 г. Первая версия. Петрова О. Н."
    );
    assert_eq!(attribute(&page, "datetime"), ["2026-10-05", "2026-09-08", "2026-09-01"]);
    let page = page.replace('\u{a0}', " ");
    assert!(page.contains("<title>Что изменилось в справочнике — Сертификат «Озеро»"), "its title");
    assert!(page.contains(&format!("<meta name=\"description\" content=\"{CHANGED}\"")), "its description");
}

#[test]
fn the_foot_of_each_page_says_when_the_guide_was_changed() {
    for page in [Page::Guide, Page::Map, Page::Accessibility, Page::Changes, Page::NotFound] {
        let text = read(site(), page.file());
        let foot = between(&text, "<footer>", "</footer>");
        assert!(
            visible_text(&format!("<body>{foot}")).replace('\u{a0}', " ").contains(CHANGED),
            "{}: {foot}",
            page.file()
        );
        // The page for a wrong address may be anywhere, and the list needs no link to itself.
        let link = match page {
            Page::NotFound | Page::Changes => None,
            _ => Some(page.to(Page::Changes)),
        };
        let links = attribute(foot, "href");
        assert_eq!(links.iter().find(|link| link.contains("changes/")), link.as_ref(), "{}", page.file());
    }
}

#[test]
fn printed_sheets_have_the_date_of_the_last_change_behind_that_of_the_source() {
    let source = "Источник: Центр справок и сертификатов г. Светлоозёрск, 01.09.2026.";
    for (page, start) in [
        (Page::Print, "<p class=\"lead\">"),
        (Page::Poster, "<p class=\"source\">"),
        (Page::Map, "<p class=\"paper\">"),
    ] {
        let text = read(site(), page.file());
        let line = between(&text, start, "</p>").replace('\u{a0}', " ");
        assert!(line.ends_with(&format!("{source} {CHANGED}")), "{}: {line}", page.file());
    }
}

#[test]
fn only_the_guide_has_the_notice_of_a_newer_sheet() {
    for page in pages(site()) {
        let dates = attribute(&read(site(), &page), "data-changed");
        let expected: &[&str] = if page == "index.html" { &["261005"] } else { &[] };
        assert_eq!(dates, expected, "{page}");
    }
    let page = read(site(), "index.html");
    let notice = page.split_once("data-changed").expect("the template").1.replace('\u{a0}', " ");
    assert!(notice.contains("href=\"print/\""), "{notice}");
    assert!(notice.contains(">Есть более новая памятка, от 5 октября 2026 г.</a>"), "{notice}");
}

/// What others share of the guide does not tell that a sheet has led there: only codes have its date.
#[test]
fn no_address_in_a_page_has_the_date_of_a_sheet() {
    for page in pages(site()) {
        assert!(!read(site(), &page).contains("?d="), "{page}");
    }
}

#[test]
fn the_list_lies_in_the_site_as_it_was_written() {
    assert_eq!(read(site(), CHANGES_FILE), LIST);
    let worker = read(site(), "sw.js");
    assert!(worker.contains(Page::Changes.file()), "the page is kept on the phone");
    assert!(!worker.contains(CHANGES_FILE), "the text is not");
}

#[test]
fn a_guide_without_a_list_says_nothing_of_changes() {
    let site = site_with_address();
    assert!(!site.join("changes").exists() && !site.join(CHANGES_FILE).exists());
    for page in pages(site) {
        let text = read(site, &page);
        for trace in ["changes/", "data-changed", "Справочник изменён", "Что изменилось", "более новая памятка"]
        {
            assert!(!text.contains(trace), "{page}: {trace}");
        }
    }
}

/// The shipped guide's page stays within its budget with a list of changes and with the dates in the codes of all its leaflets.
#[test]
fn the_guide_with_codes_and_changes_is_within_its_budget() {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("shipped-with-changes");
    std::fs::create_dir_all(&folder).expect("a folder");
    for name in ["words.toml", "phrases.toml"] {
        std::fs::copy(root.join("content").join(name), folder.join(name)).expect("a copy");
    }
    let guide = std::fs::read_to_string(root.join("content/ivanovo.toml")).expect("the guide");
    let guide = guide.replacen("\nstart = ", "\nchanges = \"changes.txt\"\nstart = ", 1);
    std::fs::write(folder.join("guide.toml"), guide).expect("the guide");
    std::fs::write(folder.join("changes.txt"), LIST).expect("the list");
    let content = folder.join("guide.toml");
    let site = build(&content.to_string_lossy(), &["--url", "https://example.ru/navigator/"]);
    assert!(read(&site, "index.html").contains(" data-changed=\"261005\""));
    let size = std::fs::metadata(site.join("index.html.br")).expect("a page").len();
    assert!(size <= 14_000, "index.html: {size} bytes in brotli");
}
