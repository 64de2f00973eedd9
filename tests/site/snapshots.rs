//! A snapshot of the small guide's page, `<main>` only: it shows what a change of a component changes.

use crate::{build, read};

/// The beginning of a QR code's path.
const QR_PATH: &str = "stroke=\"#000\" d=\"";

#[test]
fn the_small_guides_main_element() {
    let page = read(&build("tests/data/small.toml", &[]), "index.html");
    let main = page.split_once("<main").and_then(|(_, rest)| rest.split_once("</main>")).expect("a main").0;
    // The path of a QR code is left out.
    let mut parts = main.split(QR_PATH);
    let first = parts.next().unwrap_or_default().to_owned();
    let is_path_data = |c: char| "Mvm0123456789. ".contains(c);
    let main = parts.fold(first, |text, part| text + QR_PATH + "…" + part.trim_start_matches(is_path_data));
    // One element a line, so that differences are readable.
    insta::assert_snapshot!(main.replace("><", ">\n<"));
}
