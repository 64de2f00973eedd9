//! The pages for printing: the whole guide on two pages, the poster on one.

use crate::guide::{normalize_spaces, ui_string};
use crate::printing::content_file::ContentFile;
use crate::printing::{GUIDES, PAGES, emulate_print, open_and_print};
use crate::support::built_site::{site, site_from, site_with_url};
use crate::support::{Host, Setup};

#[test]
fn the_print_page_contains_the_whole_guide() {
    for file in GUIDES {
        let (content, host) = (ContentFile::read(file), Host::serve(site_from(file)));
        let document = open_and_print(&host, "print/", &format!("whole {file}"));
        assert!(document.pages() >= 1);
        for (list, key) in [("rule", "text"), ("rung", "label")] {
            content.texts(list, key).into_iter().for_each(|text| document.assert_contains(text));
        }
        for step in content.steps().filter(|step| step.get("contact").is_none()) {
            document.assert_contains(step.heading());
            for key in ["quote", "dont", "do"] {
                step.get(key).into_iter().for_each(|text| document.assert_contains(text));
            }
            if step.id() != content.start() {
                step.get("lead").into_iter().for_each(|text| document.assert_contains(text));
            }
            if step.get("question").is_some() && step.id() != content.start() {
                step.answers().into_iter().for_each(|(label, _)| document.assert_contains(label));
            }
        }
        document.assert_contains(content.contact());
        document.assert_contains(content.phone());
        document.assert_contains(content.text("site", "name"));
        // Without spaces, as a line may be broken within an address.
        assert!(document.text.replace(' ', "").contains(content.community()), "{}", document.text);
        document.assert_contains(&content.date());
        document.assert_contains(content.contact_text("hours_text").unwrap_or(&ui_string("page", "hours")));
        content.contact_text("zone_text").into_iter().for_each(|text| document.assert_contains(text));
        document.assert_lacks_screen_controls();
    }
}

#[test]
fn the_print_page_has_two_pages_with_or_without_a_url() {
    for site in [site(), site_with_url("content/ivanovo.toml", "https://example.ru/navigator/")] {
        let document = open_and_print(&Host::serve(site), "print/", "two sheets");
        assert_eq!(document.pages(), 2);
        document.assert_contains("1 / 2");
        document.assert_contains("2 / 2");
        document.assert_contains("вторник и четверг, 13:00–16:30");
        document.assert_contains("+7 (4932) 48-28-08");
    }
    // The text of the print with an address, without spaces, as a line may be broken within the address.
    let document = open_and_print(
        &Host::serve(site_with_url("content/ivanovo.toml", "https://example.ru/navigator/")),
        "print/",
        "at",
    );
    assert!(document.text.replace(' ', "").contains("example.ru/navigator"), "{}", document.text);
}

#[test]
fn situations_are_not_split_across_pages() {
    let host = Host::serve(site());
    let page = Setup::default().desktop(1280, 800).page();
    page.open(&host.url("print/"));
    let splittable = page.eval(
        "[...document.querySelectorAll('.situations > li, .pair, .contacts, .rules')]
            .filter(e => getComputedStyle(e).breakInside !== 'avoid').length",
    );
    assert_eq!(splittable, 0);
}

#[test]
fn a_step_that_several_answers_lead_to_is_printed_once() {
    let document = open_and_print(&Host::serve(site()), "print/", "once");
    let content = ContentFile::read(GUIDES[0]);
    for step in content.steps() {
        let Some(advice) = step.get("do") else { continue };
        let end = advice.split(". ").last().expect("a sentence").split('{').next().expect("a text");
        let same = content.steps().filter(|other| other.get("do").is_some_and(|text| text.contains(end))).count();
        assert_eq!(document.text.matches(end).count(), same, "«{end}»");
    }
    document.assert_contains(&ui_string("paper", "see"));
}

#[test]
fn the_poster_has_one_page_with_tear_off_slips() {
    for (file, url) in [(GUIDES[0], None), (GUIDES[0], Some("https://example.ru/navigator/")), (GUIDES[1], None)] {
        let site = url.map_or_else(|| site_from(file), |url| site_with_url(file, url));
        let content = ContentFile::read(file);
        let document = open_and_print(&Host::serve(site), "print/poster/", &format!("poster {file} {}", url.is_some()));
        assert_eq!(document.pages(), 1, "{file}");
        document.assert_contains(content.text("site", "name"));
        // The poster has the first rule, the situations in few words, and the ladder.
        document.assert_contains(content.texts("rule", "text")[0]);
        document.assert_contains(if file == GUIDES[0] { "Не помню почту" } else { "Сломано" });
        document.assert_contains(&content.texts("rung", "label").join(" → "));
        document.assert_contains(&content.date());
        document.assert_lacks_screen_controls();
        // The poster's own number and one on each slip; rotated text is extracted word by word. The small guide's hours are longer, so
        // its slips are wider.
        let slips = if file == GUIDES[0] { 8 } else { 6 };
        assert_eq!(document.text.matches(content.phone()).count(), slips + 1, "{}", document.text);
        let expected = match (url, file) {
            (Some(_), _) => "example.ru/navigator",
            (None, "tests/data/small.toml") => "example.ru/guide",
            (None, _) => content.community(),
        };
        let text_without_spaces = document.text.replace(' ', "");
        assert_eq!(text_without_spaces.matches(expected).count(), slips, "{}", document.text);
    }
}

#[test]
fn the_poster_has_type_that_is_read_from_two_metres() {
    let least = [("h1", 48.0), (".when li", 24.0), (".number", 72.0), (".rule, .ladder li", 20.0), (".line", 24.0)];
    for file in GUIDES {
        let host = Host::serve(site_from(file));
        let page = Setup::default().desktop(1280, 800).page();
        emulate_print(&page, "light");
        page.open(&host.url("print/poster/"));
        for (selector, points) in least {
            let smallest = page.eval(&format!(
                "Math.min(...[...document.querySelectorAll({selector:?})].map(e => parseFloat(getComputedStyle(e).fontSize)), 999) * .75"
            ));
            let smallest = smallest.as_f64().expect("a size");
            assert!(smallest > points - 0.1, "{file}: {selector} in {smallest} pt");
        }
    }
}

#[test]
fn the_button_prints_and_without_script_a_hint_replaces_it() {
    let host = Host::serve(site());
    for address in PAGES {
        let page = Setup::default().init_script("window.print = () => window.printed = true").page();
        page.open(&host.url(address));
        page.wait_until("!document.querySelector('button').hidden", "the button");
        assert!(!page.visible(".act p"), "{address}: the hint is for those without script");
        page.tap("button");
        page.wait_until("window.printed", "printing");
        assert_eq!((page.console(), page.layout_shifts()), (vec![], vec![]), "{address}");

        let page = Setup::default().script_off().page();
        page.open(&host.url(address));
        assert!(!page.visible("button"), "{address}: a button that does nothing");
        assert_eq!(normalize_spaces(&page.text(".act p")), ui_string("paper", "hint"));
    }
}

#[test]
fn the_print_pages_link_to_each_other_and_back() {
    let host = Host::serve(site());
    let page = Setup::default().page();
    page.open(&host.url(""));
    let follow_link = |text: &str, to: &str| {
        page.eval(&format!("[...document.querySelectorAll('a')].find(a => a.textContent === {text:?}).click()"));
        page.wait_until(&format!("location.pathname === '/{to}' && document.readyState === 'complete'"), to);
    };
    let label = |key: &str| printing_string(key);
    follow_link(&label("whole"), "print/");
    follow_link(&label("poster"), "print/poster/");
    follow_link(&label("sheet"), "print/");
    follow_link(&ui_string("page", "home").replace("К ", "К\u{a0}"), "");
}

/// A string of the pages for printing with typographic spaces.
fn printing_string(key: &str) -> String {
    ui_string("paper", key).replace("с о", "с\u{a0}о")
}

#[test]
fn the_print_pages_fit_a_phone_screen() {
    let host = Host::serve(site_with_url("content/ivanovo.toml", "https://example.ru/navigator/"));
    for address in PAGES {
        for width in [320, 360, 768, 1280] {
            let page = Setup::default().size(width, 640).page();
            page.open(&host.url(address));
            let overflow = page.eval("document.documentElement.scrollWidth - innerWidth").as_i64().unwrap_or(1);
            assert!(overflow <= 0, "{address}: {overflow} px too wide for {width}");
            let smallest = page.eval("Math.min(...[...document.querySelectorAll('main *')].filter(e => e.checkVisibility()).map(e => parseFloat(getComputedStyle(e).fontSize)))");
            assert!(smallest.as_f64().is_some_and(|size| size >= 13.0), "{address}: type of {smallest} px at {width}");
        }
    }
}
