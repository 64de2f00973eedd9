//! What is wrong with a file that is no TOML, for people.
//!
//! After its first error a parser reads a file differently from what was meant, and reports a dozen more that are none. So these
//! are found first, with the parser's own tokens: quotes and brackets that are not closed. A text of one line is repaired before the
//! rest is parsed; behind a text, a list or a table that has swallowed the rest of the file nothing more is reported. Of what
//! remains the first error of each line is kept.

mod brackets;
mod lines;
mod messages;
mod quotes;
mod sentences;

use std::ops::Range;

use toml::Spanned;
use toml::de::DeTable;
use toml_parser::Source;
use toml_parser::lexer::Token;

use crate::message::Message;

/// No more errors of the parser are explained, the first ones: a broken file may have as many as lines.
const MOST_EXPLAINED: usize = 100;

/// One error of the syntax.
#[derive(Debug)]
pub struct SyntaxError {
    /// Byte range in the file.
    pub at: Range<usize>,
    /// A sentence that says what is wrong.
    pub what: Message,
    /// A sentence that says what to write instead.
    pub instead: Message,
    /// How much of the file it spoils.
    pub reach: Reach,
}

/// How much of a file an error spoils.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reach {
    /// Nothing: the table that was read holds everything but this.
    Nothing,
    /// This place: other errors of the syntax are still reported, but the table is not worth checking.
    Line,
    /// Everything behind it.
    Rest,
}

/// Parses a file. With any error but one of [`Reach::Nothing`] the table is not worth reading.
pub fn parse(text: &str) -> (Spanned<DeTable<'_>>, Vec<SyntaxError>) {
    let (table, errors) = DeTable::parse_recoverable(text);
    let errors = if errors.is_empty() { Vec::new() } else { explain(text, errors) };
    (table, errors)
}

/// The errors as people made them, from those of the parser.
fn explain(text: &str, parsed: Vec<toml::de::Error>) -> Vec<SyntaxError> {
    let (mut errors, repaired) = quotes::repair(text);
    let parsed = match &repaired {
        Some(repaired) => DeTable::parse_recoverable(repaired).1,
        None => parsed,
    };
    let text = repaired.as_deref().unwrap_or(text);
    let tokens: Vec<Token> = Source::new(text).lex().collect();
    errors.extend(quotes::swallowed(text, &tokens));
    errors.extend(brackets::unclosed(text, &tokens));
    let lost_header = parsed
        .iter()
        .any(|error| ["unclosed table", "unclosed array table"].iter().any(|start| error.message().starts_with(start)));
    // Below a section whose name can't be read the keys and sections seem to come twice.
    let is_consequence = |error: &&toml::de::Error| lost_header && error.message() == "duplicate key";
    let mut parsed: Vec<&toml::de::Error> = parsed.iter().filter(|error| !is_consequence(error)).collect();
    parsed.sort_by_key(|error| error.span().map_or(0, |span| span.start));
    errors.extend(parsed.into_iter().take(MOST_EXPLAINED).map(|error| messages::explain(text, error)));
    // The sort keeps the order of those at one place: what was found here goes before what the parser says.
    errors.sort_by_key(|error| error.at.start);
    keep_first(text, errors)
}

/// Keeps the first error of each line, and none behind one that spoils the rest.
fn keep_first(text: &str, errors: Vec<SyntaxError>) -> Vec<SyntaxError> {
    let mut kept: Vec<SyntaxError> = Vec::new();
    let mut last_line = None;
    for error in errors {
        let line = lines::line_at(text, error.at.start);
        let spoils_rest = error.reach == Reach::Rest || lines::goes_on_as_prose(text, &line);
        if last_line.as_ref() != Some(&line) {
            kept.push(error);
            last_line = Some(line);
        }
        if spoils_rest {
            break;
        }
    }
    kept
}
