//! The search with input that is no ordinary text: markup, other scripts, very long texts; and nothing typed leaves the
//! page.

use crate::guide::{host, wait_for_step};
use crate::search::{
    RESULT_LINKS, open_start, replace_by_pasting, replace_by_typing, result_hrefs, wait_for_first_result,
};

#[test]
fn any_pasted_text_is_treated_as_text() {
    let host = host();
    let page = open_start(&host);
    replace_by_typing(&page, "почта");
    page.wait_until(&format!("document.querySelector('{RESULT_LINKS}')"), "an answer");
    // Measures the time from the input event to the frame that shows its result, by the page's own clock.
    page.eval(
        "document.querySelector('#find').addEventListener('input', () => {
            const begun = performance.now();
            window.took = null;
            requestAnimationFrame(() => setTimeout(() => window.took = performance.now() - begun));
        }, { capture: true })",
    );
    let counted = "document.querySelectorAll('img, script, b, iframe, svg, style').length";
    let before = page.eval(counted);
    let texts = [
        "<img src=x onerror='window.broken=1'><script>window.broken=1</script><b>забыл</b> почту".to_owned(),
        "</div></main><style>*{display:none}</style>".to_owned(),
        "😭🙏👨‍👩‍👧‍👦 забыл почту 😭".to_owned(),
        "\u{202e}утчоп лыбаз\u{202c} שכחתי את הדואר نسيت البريد".to_owned(),
        "за\u{0}бы\u{7}л\u{1b}[31m \u{200b}по\u{ad}чту\u{feff}\t\u{85}".to_owned(),
        " \u{a0}\u{2003}\t ".to_owned(),
        "я".repeat(10_000),
        "забыл почту ".repeat(834),
        "<b>".repeat(3334),
        "e\u{301}".repeat(5000),
        "😭".repeat(5000),
    ];
    for text in &texts {
        let shown: String = text.chars().take(30).collect();
        replace_by_pasting(&page, text);
        page.wait_until("window.took !== null", "the frame");
        let took = page.eval("took").as_f64().unwrap_or(f64::MAX);
        assert!(took < 1000.0, "«{shown}» took {took} ms");
        assert_eq!(page.eval(counted), before, "«{shown}» made an element");
        assert_eq!(page.eval("document.documentElement.scrollWidth"), 360, "«{shown}» made the page wider");
        assert_eq!(page.eval("typeof window.broken"), "undefined");
        // Three steps at most, and in doubt the way onward.
        assert!(result_hrefs(&page).len() <= 4);
        if text.contains("забыл почту") {
            assert_eq!(result_hrefs(&page).first().map(String::as_str), Some("#forgot-email"), "«{shown}»");
        }
        wait_for_step(&page, "start");
    }
    replace_by_typing(&page, "забыл почту");
    wait_for_first_result(&page, "forgot-email");
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn nothing_typed_leaves_the_page() {
    let host = host();
    let page = open_start(&host);
    replace_by_typing(&page, "почта");
    page.wait_until(&format!("document.querySelector('{RESULT_LINKS}')"), "an answer");
    page.settle();
    let before = page.requests().len();
    replace_by_typing(&page, "qwzx забыл почту");
    page.wait_until(&format!("document.querySelector('{RESULT_LINKS}')"), "an answer");
    page.key("Enter");
    page.settle();
    wait_for_step(&page, "start");
    page.tap(RESULT_LINKS);
    page.settle();
    let stored = page.eval(
        "(async () => JSON.stringify([location.href, history.state, { ...localStorage }, { ...sessionStorage }, document.cookie,
            (await indexedDB.databases()).map(base => base.name), document.title]))()",
    );
    let stored = stored.as_str().expect("text");
    for part in ["qwzx", "забыл", "%D0%B7%D0%B0%D0%B1", "pochtu"] {
        assert!(!stored.contains(part), "{part} is in {stored}");
    }
    assert!(stored.contains("{},{},\"\",[]"), "something is stored: {stored}");
    let requests = page.requests();
    // The browser may request the icon again at any time.
    let after: Vec<_> = requests[before..].iter().filter(|request| !request.url.ends_with("/icon.svg")).collect();
    assert!(after.is_empty(), "typing and choosing ask for nothing: {after:#?}");
}
