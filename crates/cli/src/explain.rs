//! `guide find --explain`: which words and pieces of words spoke for which step.

use guide_content::message;
use guide_content::message::MessageLanguage;
use guide_core::search::explanation::{Explanation, Part};

use crate::language::{said, spoken};

/// How many steps the table has, besides the one for those whom nothing fits.
const STEPS: usize = 3;
/// Words that add less than this to every step in the table are left out.
const LEAST: f32 = 0.1;
/// How many pieces are named.
const PIECES: usize = 10;

/// A table of what each word adds to the scores of the best steps, and the pieces that decided between the first two.
pub fn table(explanation: &Explanation) -> String {
    let ranked = ranked(explanation);
    let nothing = explanation.labels.len() - 1;
    let mut columns: Vec<usize> = ranked.iter().copied().filter(|&label| label != nothing).take(STEPS).collect();
    columns.push(nothing);
    columns.sort_by(|&one, &other| explanation.scores[other].total_cmp(&explanation.scores[one]));

    let (before, together) = (message!("до слов", "before words"), message!("вместе", "together"));
    let rows = [(said(&before), &explanation.biases)].into_iter();
    let counts = |part: &&Part| columns.iter().any(|&label| part.scores[label].abs() >= LEAST);
    let words = explanation.words.iter().filter(counts);
    let rows = rows.chain(words.map(|part| (part.text.as_str(), &part.scores)));
    let rows: Vec<(&str, &Vec<f32>)> = rows.chain([(said(&together), &explanation.scores)]).collect();
    let first_width = rows.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = columns.iter().map(|&label| explanation.labels[label].chars().count().max(6)).collect();

    let mut text = format!("{:first_width$}", "");
    for (&label, width) in columns.iter().zip(&widths) {
        text.push_str(&format!("  {:>width$}", explanation.labels[label]));
    }
    text.push('\n');
    for (name, scores) in rows {
        text.push_str(&format!("{name:first_width$}"));
        for (&label, width) in columns.iter().zip(&widths) {
            text.push_str(&format!("  {:>width$}", number(scores[label])));
        }
        text.push('\n');
    }
    text + &deciding_pieces(explanation, ranked[0], ranked[1])
}

/// The labels, the one with the highest score first.
fn ranked(explanation: &Explanation) -> Vec<usize> {
    let mut labels: Vec<usize> = (0..explanation.labels.len()).collect();
    labels.sort_by(|&one, &other| explanation.scores[other].total_cmp(&explanation.scores[one]));
    labels
}

/// The pieces that tell the first label from the second the most, for either.
fn deciding_pieces(explanation: &Explanation, first: usize, second: usize) -> String {
    let difference = |part: &Part| part.scores[first] - part.scores[second];
    let mut pieces: Vec<&Part> = explanation.pieces.iter().filter(|part| difference(part) != 0.0).collect();
    pieces.sort_by(|one, other| difference(other).abs().total_cmp(&difference(one).abs()));
    pieces.truncate(PIECES);
    let mut text = String::new();
    for (label, sign) in [(first, 1.0), (second, -1.0)] {
        let named: Vec<String> = pieces
            .iter()
            .filter(|part| difference(part) * sign > 0.0)
            .map(|part| format!("{} {}", part.text, number(difference(part).abs())))
            .collect();
        if !named.is_empty() {
            text.push_str(said(&message!("\nза {}: {}", "\nfor {}: {}", explanation.labels[label], named.join(", "))));
        }
    }
    text + "\n"
}

/// A number with two digits after the comma, in English after the point, and its sign.
fn number(number: f32) -> String {
    let comma = if spoken() == MessageLanguage::English { "." } else { "," };
    format!("{number:+.2}").replace('.', comma).replace('-', "−")
}
