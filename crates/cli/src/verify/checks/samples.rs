//! Answers for tests.

use url::Url;

use crate::verify::answer::Answer;
use crate::verify::visit::Fetched;

/// An answer of an address below the site, with the status 200.
pub fn answer(path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
    let address = Url::parse("https://example.ru/guide/").and_then(|site| site.join(path)).expect("an address");
    let headers = headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    Answer::new(address, 200, headers, body.as_bytes().to_vec())
}

/// A file that was answered so, of which nothing is expected.
pub fn fetched(path: &str, headers: &[(&str, &str)], body: &str) -> Fetched {
    Fetched { expected: None, answer: Ok(answer(path, headers, body)), plain: None }
}
