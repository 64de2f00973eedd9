//! What to say on the phone: the way to the hotline in the answers' own words, or the place for it.

use serde_json::json;

use crate::guide::{answer, host, path_by, plain, wait_for_islands, wait_for_step, word};
use crate::support::{Page, Setup};

const TEXT: &str = "#hotline [data-island=phone] blockquote";

#[track_caller]
fn unfolded(page: &Page) -> String {
    wait_for_step(page, "hotline");
    let summary = "#hotline details:has([data-island=phone]) summary";
    assert_eq!(plain(&page.text(summary)), word("phone", "title"));
    page.tap(summary);
    page.draw();
    plain(&page.text(TEXT))
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
        for turn in path_by(options) {
            answer(&page, turn);
        }
        let labels: Vec<String> = serde_json::from_value(
            page.eval("[...document.querySelectorAll('#hotline nav[data-island=trail] li a')].map(a => a.firstChild.textContent.trim())"),
        )
        .expect("labels are text");
        assert_eq!(labels.len(), options.len(), "{labels:?}");
        page.wait_until(
            &format!("document.querySelector('{TEXT}').textContent.includes({})", json!(labels[0])),
            "the way",
        );
        let said = unfolded(&page);
        let whole = word("phone", "text").replace("{answers}", &plain(&labels.join(". ")));
        assert_eq!(said, whole);
        // Still so after a reload, as the trail is.
        page.reload();
        wait_for_islands(&page);
        page.wait_until(
            &format!("document.querySelector('{TEXT}').textContent.includes({})", json!(labels[0])),
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
        let said = unfolded(&page);
        assert_eq!(said, word("phone", "text").replace("{answers}", &word("phone", "blank")), "script {script}");
    }
}
