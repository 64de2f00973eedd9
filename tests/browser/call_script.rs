//! The call script: the trail to the hotline in the answers' own words, or a blank.

use serde_json::json;

use crate::guide::{answer, host, normalize_spaces, path_by_options, ui_string, wait_for_islands, wait_for_step};
use crate::support::{Page, Setup};

const SCRIPT_TEXT: &str = "#hotline [data-island=phone] blockquote";

#[track_caller]
fn unfold_script(page: &Page) -> String {
    wait_for_step(page, "hotline");
    let summary = "#hotline details:has([data-island=phone]) summary";
    assert_eq!(normalize_spaces(&page.text(summary)), ui_string("phone", "title"));
    page.tap(summary);
    page.draw();
    normalize_spaces(&page.text(SCRIPT_TEXT))
}

#[test]
fn the_call_script_lists_each_answer_of_the_trail() {
    let host = host();
    for options in [
        &["teen-14", "no", "not-helped"][..],
        &["application-cancelled", "yes", "no", "call"],
        &["application-cancelled", "no", "not-helped"],
    ] {
        let page = Page::new();
        page.open(&host.url(""));
        wait_for_islands(&page);
        for edge in path_by_options(options) {
            answer(&page, edge);
        }
        let labels: Vec<String> = serde_json::from_value(
            page.eval("[...document.querySelectorAll('#hotline nav[data-island=trail] li a')].map(a => a.firstChild.textContent.trim())"),
        )
        .expect("labels are text");
        assert_eq!(labels.len(), options.len(), "{labels:?}");
        page.wait_until(
            &format!("document.querySelector('{SCRIPT_TEXT}').textContent.includes({})", json!(labels[0])),
            "the way",
        );
        let script_text = unfold_script(&page);
        let expected = ui_string("phone", "text").replace("{answers}", &normalize_spaces(&labels.join(". ")));
        assert_eq!(script_text, expected);
        // It is the same after a reload, as the trail is.
        page.reload();
        wait_for_islands(&page);
        page.wait_until(
            &format!("document.querySelector('{SCRIPT_TEXT}').textContent.includes({})", json!(labels[0])),
            "the way",
        );
        assert_eq!(page.console(), [""; 0]);
    }
}

#[test]
fn after_a_deep_link_the_call_script_has_a_blank() {
    let host = host();
    for script in [true, false] {
        let page = Setup::default().script(script).page();
        page.open(&host.url("#hotline"));
        if script {
            wait_for_islands(&page);
        }
        let script_text = unfold_script(&page);
        assert_eq!(
            script_text,
            ui_string("phone", "text").replace("{answers}", &ui_string("phone", "blank")),
            "script {script}"
        );
    }
}
