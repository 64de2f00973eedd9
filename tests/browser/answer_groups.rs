//! Answers in groups, and many of them: headings that name each list, rows that fit a narrow screen, the same way on without a script.

use serde_json::Value;

use crate::support::built_site::site_from;
use crate::support::{Host, Setup};

const GUIDE: &str = "tests/data/smart-answer.toml";

#[test]
fn each_group_is_a_list_under_a_heading_that_names_it() {
    let page = Setup::default().size(360, 640).page();
    page.open(&Host::serve(site_from(GUIDE)).url(""));
    let lists = page.eval(
        "[...document.querySelectorAll('.first > .choices')].map(list => {
            const before = list.previousElementSibling;
            return { named: before.tagName === 'H2' && before.textContent === list.getAttribute('aria-label'), label: list.getAttribute('aria-label'), apart: [...list.children].every(e => e.className === 'aside') };
        })",
    );
    let lists = lists.as_array().expect("a list of lists");
    let named = lists.iter().filter(|list| list["named"] == true).count();
    assert!(named >= 2, "{lists:?}");
    // Answers without a group, if any, are one list with the usual name; those set apart need none.
    assert!(lists.len() - named <= 1, "{lists:?}");
    assert!(lists.iter().all(|list| list["label"].is_string() || list["apart"] == true), "{lists:?}");
}

#[test]
fn many_answers_are_rows_that_fit_the_screen_and_a_finger() {
    for (width, dark) in [(320, true), (360, false)] {
        let setup = Setup::default().size(width, 640);
        let page = if dark { setup.dark() } else { setup }.script_off().page();
        page.open(&Host::serve(site_from(GUIDE)).url(""));
        let found = page.eval(
            "({ overflow: document.documentElement.scrollWidth - innerWidth,
                lowest: Math.min(...[...document.querySelectorAll('.first .choices a')].map(e => e.getBoundingClientRect().height)) })",
        );
        assert!(found["overflow"].as_i64().is_some_and(|overflow| overflow <= 0), "{width}: {found}");
        assert!(found["lowest"].as_f64().is_some_and(|lowest| lowest >= 44.0), "{width}: {found}");
    }
}

#[test]
fn every_answer_of_a_group_leads_to_its_step_without_a_script() {
    let page = Setup::default().script_off().page();
    let host = Host::serve(site_from(GUIDE));
    page.open(&host.url(""));
    let links: Vec<String> = serde_json::from_value(
        page.eval("[...document.querySelectorAll('.first .choices a')].map(e => e.getAttribute('href'))"),
    )
    .expect("links");
    assert!(links.len() > 5, "{links:?}");
    for link in links {
        page.open(&host.url(&link));
        assert_eq!(
            page.eval(&format!("document.querySelector({link:?}).checkVisibility()")),
            Value::Bool(true),
            "{link}"
        );
    }
}
