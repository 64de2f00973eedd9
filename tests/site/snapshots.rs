//! The small guide's page as it is written, `<main>` only: what a change of a component changes.

use crate::{build, read};

/// Where a code's dark modules begin.
const CODE: &str = "stroke=\"#000\" d=\"";

#[test]
fn the_small_guides_main_element() {
    let page = read(&build("tests/data/small.toml", &[]), "index.html");
    let main = page.split_once("<main").and_then(|(_, rest)| rest.split_once("</main>")).expect("a main").0;
    // A code is not for people to compare.
    let mut parts = main.split(CODE);
    let first = parts.next().unwrap_or_default().to_owned();
    let drawn = |c: char| "Mhm0123456789. ".contains(c);
    let main = parts.fold(first, |text, part| text + CODE + "…" + part.trim_start_matches(drawn));
    // One element a line, so that a difference can be read.
    insta::assert_snapshot!(main.replace("><", ">\n<"));
}
