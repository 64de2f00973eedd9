//! What holds for every sentence in English.

/// The English sentence is one of its own, without Russian words but those that it quotes or that stand in these texts.
#[track_caller]
pub fn assert_in_english(ru: &str, en: &str, texts: &[&str]) {
    assert!(!en.trim().is_empty() && en != ru, "no English for: {ru}");
    let is_quoted = |quote: char| texts.iter().any(|text| text.contains(quote));
    let has = |said: &str, quotes: [char; 2]| quotes.into_iter().any(|quote| said.contains(quote) && !is_quoted(quote));
    assert!(!has(en, ['«', '»']) && !has(ru, ['“', '”']), "quotes of the other language: {ru} — {en}");
    let mut plain = en.to_owned();
    for (open, close) in [('“', '”'), ('"', '"')] {
        while let Some((before, rest)) = plain.split_once(open) {
            let after = rest.split_once(close).map_or("", |(_, after)| after);
            plain = format!("{before} {after}");
        }
    }
    let is_russian = |c: char| matches!(c, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё');
    for word in plain.split(|c: char| !is_russian(c)).filter(|word| !word.is_empty()) {
        assert!(texts.iter().any(|text| text.contains(word)), "«{word}» is not English: {en}");
    }
}
