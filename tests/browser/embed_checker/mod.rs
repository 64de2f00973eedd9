//! The checker of `embed/`: its findings for a pasted page. That it is safe is tested in `safety`.

mod safety;

use serde_json::json;

use crate::accessibility_tree::{Tree, name, wait_in_tree};
use crate::guide::{host, normalize_spaces, ui_string};
use crate::keyboard::tab_to;
use crate::support::built_site::site_with_url;
use crate::support::{Host, Page, Setup};
use crate::wordpress::{POSTING_MODES, ReaderResult, offered_snippets};

/// The guide's address, as configured.
const SITE: &str = "https://example.ru/navigator/";
const SNIPPETS: [&str; 2] = ["script", "frame"];
const LINK: &str = "<a href='https://example.ru/navigator/'>Навигатор</a>";
const SCRIPT: &str = "<script src='https://example.ru/navigator/embed.js' async></script>";

/// Opens `embed/` of a guide that knows its address.
fn open_checker(setup: Setup) -> (Host, Page) {
    let host = Host::serve(site_with_url("content/ivanovo.toml", SITE));
    let page = setup.page();
    page.open(&host.url("embed/"));
    page.wait_until("!document.querySelector('.checker').hidden", "the checker");
    (host, page)
}

/// Puts a text into the field as pasting does.
#[track_caller]
fn paste(page: &Page, text: &str) {
    page.eval(&format!(
        "(field => {{ field.value = {}; field.dispatchEvent(new Event('input', {{ bubbles: true }})) }})(document.querySelector('.checker textarea'))",
        json!(text)
    ));
}

/// Runs the checker and returns the names of its findings.
#[track_caller]
fn findings(page: &Page) -> Vec<String> {
    page.eval("document.querySelector('.checker button').click()");
    page.wait_until("document.querySelector('.findings li')", "a finding");
    serde_json::from_value(page.eval("[...document.querySelectorAll('.findings li')].map(e => e.dataset.finding)"))
        .expect("names")
}

#[track_caller]
fn assert_findings(page: &Page, text: &str, expected: &[&str]) {
    paste(page, text);
    assert_eq!(findings(page), expected, "{text}");
}

/// A frame's snippet with these attributes, and the link below it.
fn frame_snippet(attributes: &str) -> String {
    format!("<iframe {attributes}></iframe><p>{LINK}</p>")
}

fn script_snippet(options: &str) -> String {
    format!("<div data-guide='{SITE}' {options}>{LINK}</div>{SCRIPT}")
}

fn with_policy(policy: &str, snippet: &str) -> String {
    format!(
        "<!doctype html><head><meta http-equiv='Content-Security-Policy' content=\"{policy}\"></head><body>{snippet}"
    )
}

const FRAME: &str =
    "src='https://example.ru/navigator/?embed#municipality' style='width:100%;max-width:480px;height:800px'";

#[test]
fn the_checker_finds_each_kind_of_problem() {
    let (_host, page) = open_checker(Setup::default());
    let [script, frame] = offered_snippets(&page, SNIPPETS);
    let cases: Vec<(String, Vec<&str>)> = vec![
        (script.clone(), vec!["whole"]),
        (format!("<!doctype html><html><body><header></header>{script}<p>Текст</p></body></html>"), vec!["whole"]),
        (format!("<div data-guide='{SITE}'>{LINK}{SCRIPT}</div>"), vec!["whole"]),
        (format!("<div data-guide='{SITE}'>{LINK}</div>"), vec!["script-missing"]),
        (format!("<div data-guide='{SITE}'></div>{SCRIPT}"), vec!["link-missing"]),
        (SCRIPT.to_owned(), vec!["place-missing"]),
        ("<script src='https://example.ru/navigator/embed.js' data-guide async></script>".to_owned(), vec!["old"]),
        // A script of the same name from another site counts for nothing.
        ("<script src='https://www.instagram.com/embed.js' async></script>".to_owned(), vec!["nothing"]),
        (
            format!("<div data-guide='{SITE}'>{LINK}</div><script src='/js/embed.js?v=2'></script>"),
            vec!["whole", "script-elsewhere"],
        ),
        (format!("<div data-guide='{SITE}'>{LINK}</div><script>(()=>{{'guide:height'}})()</script>"), vec!["whole"]),
        (
            format!(
                "<div data-guide='{SITE}'>{LINK}</div><script type='text/plain' data-src='{SITE}embed.js'></script>"
            ),
            vec!["whole", "script-delayed"],
        ),
        // As text: in a paragraph, in a code block, with changed quotes.
        (format!("<p>{}</p>", script.replace('<', "&lt;")), vec!["as-text"]),
        (format!("<pre><code>{}</code></pre>", frame.replace('<', "&lt;")), vec!["as-text"]),
        ("<p>&lt;div data-guide=&#187;https://example.ru/navigator/&#187;&gt;".to_owned(), vec!["as-text"]),
        (format!("&lt;div data-guide=\"{SITE}\"&gt;"), vec!["as-text"]),
        (format!("<p>a</p><!-- {script} -->"), vec!["hidden"]),
        (format!("<p>a</p><noscript>{script}</noscript>"), vec!["hidden"]),
        (frame.clone(), vec!["frame"]),
        (frame_snippet(FRAME), vec!["frame"]),
        (format!("<iframe {FRAME}></iframe>"), vec!["frame-link"]),
        (
            frame_snippet("src='https://example.ru/navigator/?embed' width='480' height='800'"),
            vec!["frame-width", "frame-style"],
        ),
        (
            frame_snippet("src='https://example.ru/navigator/?embed' style='width:480px;height:800px'"),
            vec!["frame-width"],
        ),
        (frame_snippet("src='https://example.ru/navigator/?embed' width='100%'"), vec!["frame-style"]),
        (frame_snippet(&format!("data-{FRAME}")), vec!["frame", "frame-delayed"]),
        (frame_snippet(&format!("{FRAME} sandbox='allow-scripts'")), vec!["frame", "frame-sandbox"]),
        (
            frame_snippet(&format!(
                "{FRAME} sandbox='allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads'"
            )),
            vec!["frame"],
        ),
        (frame_snippet("src='https://www.youtube.com/embed/abc'"), vec!["link"]),
        ("<div data-guide='javascript:alert(1)'></div>".to_owned(), vec!["address"]),
        ("<div data-guide></div>".to_owned(), vec!["address"]),
        (script.replace("https:", "http:"), vec!["address-http", "whole"]),
        (script.replace("example.ru", "example.com"), vec!["address-other", "whole"]),
        (
            format!("{script}{}", script.replace("example.ru", "example.com")),
            vec!["whole", "address-other", "addresses"],
        ),
        (format!("{script}<p>Ещё раз</p>{script}"), vec!["whole"]),
        (
            script_snippet(
                "data-start='municipality' data-theme='dark' data-height='600' data-top='80' data-title='Школа'",
            ),
            vec!["whole"],
        ),
        (script_snippet("data-height='abc'"), vec!["whole", "wish"]),
        (script_snippet("data-theme='blue' data-width='-5'"), vec!["whole", "wish", "wish"]),
        (script_snippet("data-start='no-such-step'"), vec!["whole", "wish-step"]),
        (script_snippet("data-institution='school-5'"), vec!["whole", "wish-institution"]),
        (script_snippet("data-constructor='x' data-hight='600'"), vec!["whole", "wish-unknown", "wish-unknown"]),
        (
            frame_snippet(&FRAME.replace("embed#municipality", "embed&theme=blue#nowhere")),
            vec!["frame", "wish-step", "wish"],
        ),
        (
            "<script src='https://example.ru/navigator/embed.js' data-guide data-height='abc'></script>".to_owned(),
            vec!["old", "wish"],
        ),
        (with_policy("script-src 'self'; frame-src 'none'", &script), vec!["whole", "policy-script", "policy-frame"]),
        (
            with_policy(
                "script-src 'self'",
                &format!("<div data-guide='{SITE}'>{LINK}</div><script src='/embed.js'></script>"),
            ),
            vec!["whole", "script-elsewhere"],
        ),
        (with_policy("default-src https:", &script), vec!["whole"]),
        (with_policy("script-src https://example.ru; frame-src *.example.ru example.ru tel:", &script), vec!["whole"]),
        (
            with_policy("script-src https://example.ru/navigator/; child-src https://example.com", &script),
            vec!["whole", "policy-frame"],
        ),
        (with_policy("script-src 'self'; frame-src https://example.ru", &frame), vec!["frame"]),
        (format!("<p>{LINK}</p>"), vec!["link"]),
        ("<html><body><h1>Школа</h1><a href='https://example.com/'>Ссылка</a>".to_owned(), vec!["nothing"]),
        ("Здравствуйте! Проверьте нашу страницу.".to_owned(), vec!["not-html"]),
        ("https://school.example.ru/roditelyam/?id=5".to_owned(), vec!["only-address"]),
        (" school5.ru/page ".to_owned(), vec!["only-address"]),
        (" \n ".to_owned(), vec!["empty"]),
        (String::new(), vec!["empty"]),
    ];
    for (text, expected) in cases {
        assert_findings(&page, &text, &expected);
    }
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn the_checker_recognises_what_wordpress_leaves() {
    let (_host, page) = open_checker(Setup::default());
    for (snippet, names) in
        offered_snippets(&page, SNIPPETS).iter().zip([["whole", "script-missing"], ["frame", "link"]])
    {
        for mode in POSTING_MODES {
            let expected = match mode.result {
                ReaderResult::Guide => names[0],
                ReaderResult::Link => names[1],
                ReaderResult::Source => "as-text",
            };
            assert_findings(&page, &mode.post(snippet), &[expected]);
        }
    }
}

/// Each finding has a mark and its sentence from the strings file, with values filled in.
#[test]
fn each_finding_says_what_to_do() {
    let (_host, page) = open_checker(Setup::default());
    let sentences = |text: &str| {
        paste(&page, text);
        findings(&page);
        page.texts(".findings li").iter().map(|line| normalize_spaces(line)).collect::<Vec<_>>()
    };
    let sentence = |mark: &str, key: &str, values: &[(&str, &str)]| {
        let text = ui_string("embed_checker", mark) + " " + &ui_string("embed_checker", key);
        values.iter().fold(text, |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
    };
    assert_eq!(
        sentences(&script_snippet("data-theme='blue'")),
        [
            sentence("good", "whole", &[]),
            sentence("fix", "wish", &[("value", "data-theme=\"blue\""), ("example", "data-theme=\"dark\"")])
        ]
    );
    assert_eq!(
        sentences(&with_policy("frame-src 'none'", &script_snippet(""))),
        [
            sentence("good", "whole", &[]),
            sentence("fix", "policy_frame", &[("example", "frame-src https://example.ru tel: mailto: data:")])
        ]
    );
    // Both together are the policy that the page advises.
    let advised = page.eval("document.querySelector('#policy code').textContent");
    let parts: Vec<&str> = advised.as_str().expect("text").split("; ").collect();
    assert_eq!(
        sentences(&with_policy("default-src 'none'", &script_snippet(""))),
        [
            sentence("good", "whole", &[]),
            sentence("fix", "policy_script", &[("example", parts[0])]),
            sentence("fix", "policy_frame", &[("example", parts[1])])
        ]
    );
    // What comes from the pasted page is text, and is shortened.
    let other = format!("https://example.com/<b>{}", "x".repeat(5000));
    let lines = sentences(&format!("<div data-guide='{other}'></div>"));
    assert!(lines[0].contains("https://example.com/%3Cb%3Exxx") && lines[0].len() < 600, "{lines:?}");
    assert_eq!(
        page.eval(
            "document.querySelectorAll('.findings li > *').length / document.querySelectorAll('.findings li').length"
        ),
        2
    );
    // The findings disappear when the text changes.
    paste(&page, "");
    assert_eq!(page.eval("document.querySelector('.findings').childNodes.length"), 0);
    // Every finding has a sentence.
    let listed = page.eval(
        "[...document.querySelector('.checker template').content.querySelectorAll('li')].map(e => e.dataset.finding)",
    );
    let listed: Vec<String> = serde_json::from_value(listed).expect("names");
    let script = include_str!("../../../public/embed/check.js");
    let unknown: Vec<_> = listed.iter().filter(|name| !script.contains(&format!("\"{name}\""))).collect();
    assert!(listed.len() > 25 && unknown.is_empty(), "never said: {unknown:?}");
}

#[test]
fn the_checker_works_by_keyboard_and_is_announced() {
    let (_host, page) = open_checker(Setup::default().desktop(1000, 700));
    tab_to(&page, ".checker textarea");
    let tree = Tree::of(&page);
    assert_eq!(tree.focused().map(name), Some(ui_string("embed_checker", "field")));
    page.call("Input.insertText", json!({ "text": script_snippet("data-height='abc'") }));
    tab_to(&page, ".checker button");
    for _ in 0..2 {
        page.key("Enter");
        wait_in_tree(&page, "what was found", |tree| {
            let sentences = tree.announced().join(" ");
            sentences.contains(&ui_string("embed_checker", "whole")) && sentences.contains("data-height=\"abc\"")
        });
        assert_eq!(page.eval("document.activeElement.matches('.checker button')"), true, "the focus has moved");
    }
    assert_eq!(page.eval("document.querySelectorAll('.findings ul').length"), 1);
}

#[test]
fn the_checker_fits_a_small_screen() {
    let (_host, page) = open_checker(Setup::default().size(320, 640));
    page.settle();
    assert_eq!(page.layout_shifts(), [""; 0]);
    let long = format!("https://example.com/{}", "x".repeat(300));
    paste(&page, &format!("<div data-guide='{long}' data-{}=''><a href='{long}'>a</a></div>", "y".repeat(300)));
    assert_eq!(findings(&page), ["address-other", "script-missing", "wish-unknown"]);
    assert_eq!(page.eval("document.scrollingElement.scrollWidth"), 320);
}

#[test]
fn without_script_the_page_says_that_there_is_no_checker() {
    let (guide, page) = (host(), Setup::default().script_off().page());
    page.open(&guide.url("embed/"));
    assert!(!page.visible(".checker textarea") && !page.visible(".checker button"));
    assert_eq!(page.eval("document.querySelector('.checker').offsetHeight"), 0, "an empty place for what never comes");
    let hint_shown =
        page.texts("main p").iter().any(|text| normalize_spaces(text) == ui_string("embed_checker", "no_script"));
    assert!(hint_shown, "no word of why there is no field");
}
