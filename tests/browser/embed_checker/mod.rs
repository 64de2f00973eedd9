//! The checker of `embed/`: what it says of a page that is pasted. That it does nothing else with it: `safety`.

mod safety;

use serde_json::json;

use crate::accessibility_tree::{Tree, name, wait_in_tree};
use crate::guide::{host, plain, word};
use crate::keyboard::tab_to;
use crate::support::built_site::site_with_url;
use crate::support::{Host, Page, Setup};
use crate::wordpress::{Seen, WAYS, offered};

/// The guide's address, as the checker knows it.
const SITE: &str = "https://example.ru/navigator/";
const CODES: [&str; 2] = ["script", "frame"];
const LINK: &str = "<a href='https://example.ru/navigator/'>Навигатор</a>";
const SCRIPT: &str = "<script src='https://example.ru/navigator/embed.js' async></script>";

/// The page `embed/` of a guide that knows its address.
fn opened(setup: Setup) -> (Host, Page) {
    let host = Host::serve(site_with_url("content/ivanovo.toml", SITE));
    let page = setup.page();
    page.open(&host.url("embed/"));
    page.wait_until("!document.querySelector('.checker').hidden", "the checker");
    (host, page)
}

/// Puts a text into the field as a paste does.
#[track_caller]
fn paste(page: &Page, text: &str) {
    page.eval(&format!(
        "(field => {{ field.value = {}; field.dispatchEvent(new Event('input', {{ bubbles: true }})) }})(document.querySelector('.checker textarea'))",
        json!(text)
    ));
}

/// What is found in the field's text: names of findings.
#[track_caller]
fn found(page: &Page) -> Vec<String> {
    page.eval("document.querySelector('.checker button').click()");
    page.wait_until("document.querySelector('.findings li')", "a finding");
    serde_json::from_value(page.eval("[...document.querySelectorAll('.findings li')].map(e => e.dataset.finding)"))
        .expect("names")
}

#[track_caller]
fn finds(page: &Page, text: &str, wanted: &[&str]) {
    paste(page, text);
    assert_eq!(found(page), wanted, "{text}");
}

/// A frame's code with this frame, and the link below it.
fn framed(attributes: &str) -> String {
    format!("<iframe {attributes}></iframe><p>{LINK}</p>")
}

fn place(wishes: &str) -> String {
    format!("<div data-guide='{SITE}' {wishes}>{LINK}</div>{SCRIPT}")
}

fn with_policy(policy: &str, code: &str) -> String {
    format!("<!doctype html><head><meta http-equiv='Content-Security-Policy' content=\"{policy}\"></head><body>{code}")
}

const FRAME: &str =
    "src='https://example.ru/navigator/?embed#municipality' style='width:100%;max-width:480px;height:800px'";

#[test]
fn the_checker_finds_each_kind_of_problem() {
    let (_host, page) = opened(Setup::default());
    let [script, frame] = offered(&page, CODES);
    let cases: Vec<(String, Vec<&str>)> = vec![
        (script.clone(), vec!["whole"]),
        (format!("<!doctype html><html><body><header></header>{script}<p>Текст</p></body></html>"), vec!["whole"]),
        (format!("<div data-guide='{SITE}'>{LINK}{SCRIPT}</div>"), vec!["whole"]),
        (format!("<div data-guide='{SITE}'>{LINK}</div>"), vec!["script-missing"]),
        (format!("<div data-guide='{SITE}'></div>{SCRIPT}"), vec!["link-missing"]),
        (SCRIPT.to_owned(), vec!["place-missing"]),
        ("<script src='https://example.ru/navigator/embed.js' data-guide async></script>".to_owned(), vec!["old"]),
        // Somebody else's script of the same name says nothing.
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
        // As text: in a paragraph, in a code block, with quotes set anew.
        (format!("<p>{}</p>", script.replace('<', "&lt;")), vec!["as-text"]),
        (format!("<pre><code>{}</code></pre>", frame.replace('<', "&lt;")), vec!["as-text"]),
        ("<p>&lt;div data-guide=&#187;https://example.ru/navigator/&#187;&gt;".to_owned(), vec!["as-text"]),
        (format!("&lt;div data-guide=\"{SITE}\"&gt;"), vec!["as-text"]),
        (format!("<p>a</p><!-- {script} -->"), vec!["hidden"]),
        (format!("<p>a</p><noscript>{script}</noscript>"), vec!["hidden"]),
        (frame.clone(), vec!["frame"]),
        (framed(FRAME), vec!["frame"]),
        (format!("<iframe {FRAME}></iframe>"), vec!["frame-link"]),
        (
            framed("src='https://example.ru/navigator/?embed' width='480' height='800'"),
            vec!["frame-width", "frame-style"],
        ),
        (framed("src='https://example.ru/navigator/?embed' style='width:480px;height:800px'"), vec!["frame-width"]),
        (framed("src='https://example.ru/navigator/?embed' width='100%'"), vec!["frame-style"]),
        (framed(&format!("data-{FRAME}")), vec!["frame", "frame-delayed"]),
        (framed(&format!("{FRAME} sandbox='allow-scripts'")), vec!["frame", "frame-sandbox"]),
        (
            framed(&format!(
                "{FRAME} sandbox='allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads'"
            )),
            vec!["frame"],
        ),
        (framed("src='https://www.youtube.com/embed/abc'"), vec!["link"]),
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
            place("data-start='municipality' data-theme='dark' data-height='600' data-top='80' data-title='Школа'"),
            vec!["whole"],
        ),
        (place("data-height='abc'"), vec!["whole", "wish"]),
        (place("data-theme='blue' data-width='-5'"), vec!["whole", "wish", "wish"]),
        (place("data-start='no-such-step'"), vec!["whole", "wish-step"]),
        (place("data-institution='school-5'"), vec!["whole", "wish-institution"]),
        (place("data-constructor='x' data-hight='600'"), vec!["whole", "wish-unknown", "wish-unknown"]),
        (framed(&FRAME.replace("embed#municipality", "embed&theme=blue#nowhere")), vec!["frame", "wish-step", "wish"]),
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
    for (text, wanted) in cases {
        finds(&page, &text, &wanted);
    }
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn the_checker_recognises_what_wordpress_leaves() {
    let (_host, page) = opened(Setup::default());
    for (code, names) in offered(&page, CODES).iter().zip([["whole", "script-missing"], ["frame", "link"]]) {
        for way in WAYS {
            let wanted = match way.seen {
                Seen::Guide => names[0],
                Seen::Link => names[1],
                Seen::Code => "as-text",
            };
            finds(&page, &way.post(code), &[wanted]);
        }
    }
}

/// Marked by a word, filled, and in the words of the words' file.
#[test]
fn each_finding_says_what_to_do() {
    let (_host, page) = opened(Setup::default());
    let said = |text: &str| {
        paste(&page, text);
        found(&page);
        page.texts(".findings li").iter().map(|line| plain(line)).collect::<Vec<_>>()
    };
    let sentence = |mark: &str, key: &str, values: &[(&str, &str)]| {
        let text = word("embed_checker", mark) + " " + &word("embed_checker", key);
        values.iter().fold(text, |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
    };
    assert_eq!(
        said(&place("data-theme='blue'")),
        [
            sentence("good", "whole", &[]),
            sentence("fix", "wish", &[("value", "data-theme=\"blue\""), ("example", "data-theme=\"dark\"")])
        ]
    );
    assert_eq!(
        said(&with_policy("frame-src 'none'", &place(""))),
        [
            sentence("good", "whole", &[]),
            sentence("fix", "policy_frame", &[("example", "frame-src https://example.ru tel: mailto: data:")])
        ]
    );
    // Both together are the policy that the page itself advises.
    let advised = page.eval("document.querySelector('#policy code').textContent");
    let parts: Vec<&str> = advised.as_str().expect("text").split("; ").collect();
    assert_eq!(
        said(&with_policy("default-src 'none'", &place(""))),
        [
            sentence("good", "whole", &[]),
            sentence("fix", "policy_script", &[("example", parts[0])]),
            sentence("fix", "policy_frame", &[("example", parts[1])])
        ]
    );
    // What comes from the pasted page is text, and no longer than a line or two.
    let other = format!("https://example.com/<b>{}", "x".repeat(5000));
    let told = said(&format!("<div data-guide='{other}'></div>"));
    assert!(told[0].contains("https://example.com/%3Cb%3Exxx") && told[0].len() < 600, "{told:?}");
    assert_eq!(
        page.eval(
            "document.querySelectorAll('.findings li > *').length / document.querySelectorAll('.findings li').length"
        ),
        2
    );
    // What was found goes with the text that it was found in.
    paste(&page, "");
    assert_eq!(page.eval("document.querySelector('.findings').childNodes.length"), 0);
    // Every finding has its words.
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
    let (_host, page) = opened(Setup::default().desktop(1000, 700));
    tab_to(&page, ".checker textarea");
    let tree = Tree::of(&page);
    assert_eq!(tree.focused().map(name), Some(word("embed_checker", "field")));
    page.call("Input.insertText", json!({ "text": place("data-height='abc'") }));
    tab_to(&page, ".checker button");
    for _ in 0..2 {
        page.key("Enter");
        wait_in_tree(&page, "what was found", |tree| {
            let said = tree.announced().join(" ");
            said.contains(&word("embed_checker", "whole")) && said.contains("data-height=\"abc\"")
        });
        assert_eq!(page.eval("document.activeElement.matches('.checker button')"), true, "the focus has moved");
    }
    assert_eq!(page.eval("document.querySelectorAll('.findings ul').length"), 1);
}

#[test]
fn the_checker_fits_a_small_screen() {
    let (_host, page) = opened(Setup::default().size(320, 640));
    page.settle();
    assert_eq!(page.layout_shifts(), [""; 0]);
    let long = format!("https://example.com/{}", "x".repeat(300));
    paste(&page, &format!("<div data-guide='{long}' data-{}=''><a href='{long}'>a</a></div>", "y".repeat(300)));
    assert_eq!(found(&page), ["address-other", "script-missing", "wish-unknown"]);
    assert_eq!(page.eval("document.scrollingElement.scrollWidth"), 320);
}

#[test]
fn without_script_the_page_says_that_there_is_no_checker() {
    let (guide, page) = (host(), Setup::default().script_off().page());
    page.open(&guide.url("embed/"));
    assert!(!page.visible(".checker textarea") && !page.visible(".checker button"));
    assert_eq!(page.eval("document.querySelector('.checker').offsetHeight"), 0, "an empty place for what never comes");
    let said = page.texts("main p").iter().any(|text| plain(text) == word("embed_checker", "no_script"));
    assert!(said, "no word of why there is no field");
}
