//! The small guide's page as it is written, `<main>` only: what a change of a component changes.

use crate::{build, read};

#[test]
fn the_small_guide() {
    let page = read(&build("tests/data/small.toml", &[]), "index.html");
    let main = page.split_once("<main").and_then(|(_, rest)| rest.split_once("</main>")).expect("a main").0;
    // One element a line, so that a difference can be read.
    insta::assert_snapshot!(main.replace("><", ">\n<"));
}
