//! `guide graph`.

use crate::generated_guide::{Shape, generated_guide};
use crate::{SMALL, content, guide, stderr, stdout};

#[track_caller]
fn graph(arguments: &[&str]) -> String {
    let output = guide(&[&["graph"], arguments].concat());
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    stdout(&output)
}

#[test]
fn mermaid_is_the_default_format() {
    let text = graph(&[]);
    assert_eq!(text, graph(&["--format", "mermaid"]));
    insta::assert_snapshot!(text);
}

#[test]
fn dot_is_printed_on_request() {
    insta::assert_snapshot!(graph(&["--format", "dot"]));
}

/// The small guide's URL is known, so its picture has links.
#[test]
fn svg_is_self_contained_and_links_to_a_known_site() {
    let (_folder, path) = content(SMALL);
    let text = graph(&["--format", "svg", "--content", &path]);
    assert!(text.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\"") && text.ends_with("</svg>\n"), "{text}");
    assert!(text.contains("<style>") && !text.contains("var(--"), "colours of its own");
    for step in ["start", "lost", "broken", "hotline"] {
        assert!(text.contains(&format!("<a href=\"https://example.ru/guide/#{step}\"")), "{step}");
    }
    let without_url = graph(&["--format", "svg"]);
    assert!(!without_url.contains("href"), "no links where nobody knows where to");
    assert_eq!(without_url.matches("class=\"node ").count(), 15);
}

/// Each question of the first half also leads to one of the second half: as many lines pass by all questions between.
#[test]
fn a_picture_that_nobody_could_look_at_is_refused_with_the_limit() {
    let questions = 440;
    let mut guide = generated_guide(Shape::Chain, 2 * questions);
    for number in 1..questions / 2 {
        let answer = format!("  {{ id = \"o1\", next = \"a{number}\",");
        let far = questions - number;
        let another = format!("  {{ id = \"far\", next = \"q{far}\", label = \"Минуя {number}\" }},\n");
        guide = guide.replace(&answer, &(another + &answer));
    }
    let (_folder, path) = content(&guide);
    let output = crate::guide(&["graph", "--format", "svg", "--content", &path]);
    assert_eq!(output.status.code(), Some(1));
    let refused = stderr(&output);
    assert!(stdout(&output).is_empty() && refused.contains("не больше 40000") && refused.contains("map/"), "{refused}");
    // Graphviz may try.
    let dot = graph(&["--format", "dot", "--content", &path]);
    assert_eq!(dot.matches(" -> ").count(), 2 * questions + questions / 2 - 1);
}

#[test]
fn broken_content_and_bad_usage_are_refused() {
    let (_folder, path) = content(&SMALL.replace("next = \"hotline\"", "next = \"nowhere\""));
    let output = guide(&["graph", "--content", &path]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stdout(&output).is_empty() && stderr(&output).contains("шага «nowhere» нет"), "{}", stderr(&output));
    let output = guide(&["graph", "--format", "png"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stdout(&output).is_empty() && stderr(&output).contains("mermaid"), "{}", stderr(&output));
}
