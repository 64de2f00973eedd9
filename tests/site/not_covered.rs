//! What a guide does not cover: a list on the step for those whom no other fits, and nowhere else.

use std::path::Path;

use crate::{build, pages, read, site, visible_text};

/// What a page's list is recognised by.
const LIST: &str = "class=\"not-covered\"";

/// The sections of a page's steps: the id and the HTML of each.
fn steps(page: &str) -> Vec<(&str, &str)> {
    let sections = page.split("<section ").skip(1).filter_map(|rest| rest.split("</section>").next());
    sections
        .filter_map(|section| Some((section.split_once("id=\"")?.1.split('"').next()?, section)))
        .filter(|(_, section)| section.contains("<h1"))
        .collect()
}

/// The visible text of the list of a step.
fn list(section: &str) -> String {
    let list = section.split(LIST).nth(1).and_then(|rest| rest.split("</div>").next()).expect("a list");
    visible_text(&format!("<body><div{list}"))
}

/// The lines of the list in the shipped content, as a page says them.
fn shipped_lines() -> Vec<String> {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let content: toml::Table = read(root, "content/ivanovo.toml").parse().expect("TOML");
    let text = |topic: &toml::Value, key: &str| topic[key].as_str().expect("a text").to_owned();
    let topics = content["not_covered"].as_array().expect("topics").iter();
    topics.map(|topic| format!("{} — {}", text(topic, "topic"), text(topic, "ask"))).collect()
}

#[test]
fn the_list_is_on_the_fallback_and_nowhere_else() {
    let lines = shipped_lines();
    assert!((7..=9).contains(&lines.len()), "{lines:?}");
    let mut with_steps = 0;
    for page in pages(site()) {
        let text = read(site(), &page);
        let listed: Vec<(&str, &str)> = steps(&text).into_iter().filter(|(_, step)| step.contains(LIST)).collect();
        assert_eq!(text.matches(LIST).count(), listed.len(), "{page}: a list that is on no step");
        let visible = visible_text(&text);
        lines.iter().for_each(|line| assert_eq!(visible.matches(line).count(), listed.len(), "{page}: {line}"));
        if steps(&text).is_empty() {
            assert!(listed.is_empty(), "{page}");
            continue;
        }
        let [("none", step)] = listed[..] else { panic!("{page}: {listed:?}") };
        let said = list(step);
        assert!(
            said.starts_with("О чём этот справочник не говорит Рядом названо, у кого об этом спросить. "),
            "{said}"
        );
        assert!(said.ends_with(&lines.join(" ")), "{said}");
        let behind = |what: &str| step.find(LIST) > Some(step.find(what).unwrap_or_else(|| panic!("{what}")));
        assert!(behind("class=\"note do\"") && behind("<details") && behind("data-choice=\"not-helped\""), "{page}");
        with_steps += 1;
    }
    // The guide, and the page for an address that does not exist.
    assert_eq!(with_steps, 2);
}

#[test]
fn a_topic_may_name_nobody() {
    let text = read(&build("tests/data/small-en.toml", &["--url", "https://example.org/not-covered/"]), "index.html");
    let steps = steps(&text);
    let (id, step) = steps.iter().find(|(_, step)| step.contains(LIST)).expect("a list");
    assert_eq!(*id, "other");
    let said = list(step);
    assert!(said.ends_with("whom to ask. Fares and timetables – the town council Things left on a bus"), "{said}");
}

#[test]
fn names_are_text_and_never_markup() {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let small = read(root, "tests/data/small.toml");
    let topic = "[[not_covered]]\ntopic = 'Оплата в <b>банке</b> & \"дома\"'\n";
    let guide = small.replacen("start = \"start\"", "start = \"start\"\nfallback = \"broken\"", 1);
    let guide = guide.replacen("[[step]]", &format!("{topic}\n[[step]]"), 1);
    let content = Path::new(env!("CARGO_TARGET_TMPDIR")).join("guides/not-covered.toml");
    std::fs::create_dir_all(content.parent().expect("a folder")).expect("a folder for guides");
    std::fs::write(&content, guide).expect("the content");
    let text = read(&build(&content.to_string_lossy(), &[]), "index.html");
    let steps = steps(&text);
    let (id, step) = steps.iter().find(|(_, step)| step.contains(LIST)).expect("a list");
    assert_eq!(*id, "broken");
    assert!(step.contains("<li>Оплата в\u{a0}&lt;b&gt;банке&lt;/b&gt; &amp; "), "{step}");
    // Nobody is named, so nothing is said of those who are.
    assert_eq!(list(step), "О чём этот справочник не говорит Оплата в <b>банке</b> & \"дома\"");
}
