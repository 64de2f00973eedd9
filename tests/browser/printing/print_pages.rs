//! The pages for printing: the whole guide on two sheets, the poster on one.

use crate::guide::{plain, word};
use crate::printing::content_file::Content;
use crate::printing::{GUIDES, PAGES, as_paper, printed};
use crate::support::built_site::{site, site_from, site_with_url};
use crate::support::{Host, Setup};

#[test]
fn the_print_page_contains_the_whole_guide() {
    for file in GUIDES {
        let (content, host) = (Content::of(file), Host::serve(site_from(file)));
        let sheets = printed(&host, "print/", &format!("whole {file}"));
        assert!(sheets.pages() >= 1);
        for (list, key) in [("rule", "text"), ("rung", "label")] {
            content.texts(list, key).into_iter().for_each(|text| sheets.says(text));
        }
        for step in content.steps().filter(|step| step.get("contact").is_none()) {
            sheets.says(step.heading());
            for key in ["quote", "dont", "do"] {
                step.get(key).into_iter().for_each(|text| sheets.says(text));
            }
            if step.id() != content.start() {
                step.get("lead").into_iter().for_each(|text| sheets.says(text));
            }
            if step.get("question").is_some() && step.id() != content.start() {
                step.answers().into_iter().for_each(|(label, _)| sheets.says(label));
            }
        }
        for key in ["name", "phone_shown"] {
            sheets.says(content.text("hotline", key));
        }
        sheets.says(content.text("site", "name"));
        sheets.says(content.community());
        sheets.says(&content.date());
        sheets.says(&word("page", "zone"));
        sheets.hides_what_is_for_the_screen();
    }
}

#[test]
fn the_print_page_has_two_pages_with_or_without_a_url() {
    for site in [site(), site_with_url("content/ivanovo.toml", "https://example.ru/navigator/")] {
        let sheets = printed(&Host::serve(site), "print/", "two sheets");
        assert_eq!(sheets.pages(), 2);
        sheets.says("1 / 2");
        sheets.says("2 / 2");
        sheets.says("вторник и четверг, 13:00–16:30");
        sheets.says("+7 (4932) 48-28-08");
    }
    // The last one's text, line ends folded: a line may have ended within the address.
    let sheets =
        printed(&Host::serve(site_with_url("content/ivanovo.toml", "https://example.ru/navigator/")), "print/", "at");
    assert!(sheets.text.replace(' ', "").contains("example.ru/navigator"), "{}", sheets.text);
}

#[test]
fn situations_are_not_split_across_pages() {
    let host = Host::serve(site());
    let page = Setup::default().desktop(1280, 800).page();
    page.open(&host.url("print/"));
    let broken = page.eval(
        "[...document.querySelectorAll('.situations > li, .pair, .contacts, .rules')]
            .filter(e => getComputedStyle(e).breakInside !== 'avoid').length",
    );
    assert_eq!(broken, 0);
}

#[test]
fn a_step_that_several_answers_lead_to_is_printed_once() {
    let sheets = printed(&Host::serve(site()), "print/", "once");
    let content = Content::of(GUIDES[0]);
    for step in content.steps() {
        let Some(act) = step.get("do") else { continue };
        let end = act.split(". ").last().expect("a sentence").split('{').next().expect("a text");
        let same = content.steps().filter(|other| other.get("do").is_some_and(|text| text.contains(end))).count();
        assert_eq!(sheets.text.matches(end).count(), same, "«{end}»");
    }
    sheets.says(&word("paper", "see"));
}

#[test]
fn the_poster_has_one_page_with_eight_tear_off_slips() {
    for (file, url) in [(GUIDES[0], None), (GUIDES[0], Some("https://example.ru/navigator/")), (GUIDES[1], None)] {
        let site = url.map_or_else(|| site_from(file), |url| site_with_url(file, url));
        let content = Content::of(file);
        let sheets = printed(&Host::serve(site), "print/poster/", &format!("poster {file} {}", url.is_some()));
        assert_eq!(sheets.pages(), 1, "{file}");
        sheets.says(content.text("site", "name"));
        // There is room for the first rule, the situations in few words, the ladder.
        sheets.says(content.texts("rule", "text")[0]);
        sheets.says(if file == GUIDES[0] { "Не помню почту" } else { "Сломано" });
        sheets.says(&content.texts("rung", "label").join(" → "));
        sheets.says(&content.date());
        sheets.hides_what_is_for_the_screen();
        // The poster's own number, then one on each slip; lying text comes word by word.
        assert_eq!(sheets.text.matches(content.text("hotline", "phone_shown")).count(), 9, "{}", sheets.text);
        let address = match (url, file) {
            (Some(_), _) => "example.ru/navigator",
            (None, "tests/data/small.toml") => "example.ru/guide",
            (None, _) => content.community(),
        };
        let lying = sheets.text.replace(' ', "");
        assert_eq!(lying.matches(address).count(), 8, "{}", sheets.text);
    }
}

#[test]
fn the_poster_has_large_type() {
    for file in GUIDES {
        // The shipped guide's texts fit in the largest type.
        let points = if file == GUIDES[0] { 21.0 } else { 16.0 };
        let host = Host::serve(site_from(file));
        let page = Setup::default().desktop(1280, 800).page();
        as_paper(&page, "light");
        page.open(&host.url("print/poster/"));
        let small = page.eval(
            "Math.min(...[...document.querySelectorAll('h1, .when li, .rule, .ladder li, .call p')].map(e => parseFloat(getComputedStyle(e).fontSize))) * .75",
        );
        assert!(small.as_f64().is_some_and(|small| small >= points), "{file}: type of {small} pt");
    }
}

#[test]
fn the_button_prints_and_without_script_a_hint_replaces_it() {
    let host = Host::serve(site());
    for at in PAGES {
        let page = Setup::default().init_script("window.print = () => window.printed = true").page();
        page.open(&host.url(at));
        page.wait_until("!document.querySelector('button').hidden", "the button");
        assert!(!page.visible(".act p"), "{at}: the hint is for those without script");
        page.tap("button");
        page.wait_until("window.printed", "printing");
        assert_eq!((page.console(), page.layout_shifts()), (vec![], vec![]), "{at}");

        let page = Setup::default().script_off().page();
        page.open(&host.url(at));
        assert!(!page.visible("button"), "{at}: a button that does nothing");
        assert_eq!(plain(&page.text(".act p")), word("paper", "hint"));
    }
}

#[test]
fn the_print_pages_link_to_each_other_and_back() {
    let host = Host::serve(site());
    let page = Setup::default().page();
    page.open(&host.url(""));
    let go = |text: &str, to: &str| {
        page.eval(&format!("[...document.querySelectorAll('a')].find(a => a.textContent === {text:?}).click()"));
        page.wait_until(&format!("location.pathname === '/{to}' && document.readyState === 'complete'"), to);
    };
    let set = |key: &str| page_word(key);
    go(&set("whole"), "print/");
    go(&set("poster"), "print/poster/");
    go(&set("sheet"), "print/");
    go(&word("page", "home").replace("К ", "К\u{a0}"), "");
}

/// A word of the pages for printing as typography sets it.
fn page_word(key: &str) -> String {
    word("paper", key).replace("с о", "с\u{a0}о")
}

#[test]
fn the_print_pages_fit_a_phone_screen() {
    let host = Host::serve(site_with_url("content/ivanovo.toml", "https://example.ru/navigator/"));
    for at in PAGES {
        for width in [320, 360, 768, 1280] {
            let page = Setup::default().size(width, 640).page();
            page.open(&host.url(at));
            let over = page.eval("document.documentElement.scrollWidth - innerWidth").as_i64().unwrap_or(1);
            assert!(over <= 0, "{at}: {over} px too wide for {width}");
            let small = page.eval("Math.min(...[...document.querySelectorAll('main *')].filter(e => e.checkVisibility()).map(e => parseFloat(getComputedStyle(e).fontSize)))");
            assert!(small.as_f64().is_some_and(|size| size >= 13.0), "{at}: type of {small} px at {width}");
        }
    }
}
