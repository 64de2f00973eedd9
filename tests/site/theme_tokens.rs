//! The design tokens of the themes.

#[test]
fn both_dark_themes_have_the_same_tokens() {
    let tokens =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../style/tokens.css")).expect("the tokens");
    let values = |from: &str| -> Vec<String> {
        let block = tokens.split_once(from).expect("a block").1;
        let block = block.split_once('{').and_then(|(_, rest)| rest.split_once('}')).expect("a whole block").0;
        block.split(';').map(|each| each.trim().to_owned()).filter(|each| each.starts_with("--")).collect()
    };
    let preferred = values(":root:not([data-theme=light])");
    assert!(preferred.len() > 10);
    assert_eq!(values("[data-theme=dark]"), preferred);
}
