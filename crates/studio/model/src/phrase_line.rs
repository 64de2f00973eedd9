//! A sentence as a line of the phrases' file.

/// The longest line, in characters.
const LONGEST: usize = 200;

/// The line that stands for just this sentence: braces and brackets draw from lists there and `#` begins a heading, so they go.
/// `None` where nothing is left.
pub fn phrase_line(sentence: &str) -> Option<String> {
    let plain: String = sentence.chars().map(|c| if c.is_control() || "{}()|".contains(c) { ' ' } else { c }).collect();
    let plain = plain.trim_start_matches(|c: char| c == '#' || c.is_whitespace());
    let line: String = plain.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(LONGEST).collect();
    let line = line.trim_end();
    (!line.is_empty()).then(|| line.to_owned())
}

/// The phrases of a step with this line behind them. `None` where it is among them already.
pub fn with_phrase(phrases: &str, line: &str) -> Option<String> {
    if phrases.lines().any(|each| each.trim() == line) {
        return None;
    }
    let separator = if phrases.is_empty() || phrases.ends_with('\n') { "" } else { "\n" };
    Some(format!("{phrases}{separator}{line}\n"))
}
