//! Answers for tests.

use std::collections::BTreeMap;

use url::Url;

use crate::verify::answer::Answer;
use crate::verify::file_list::FileList;
use crate::verify::host::Host;
use crate::verify::target::is_loopback;
use crate::verify::visit::{Fetched, Visit};

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

/// A visit to an address at which nothing was fetched yet.
pub fn visit(address: &str) -> Visit {
    let address = Url::parse(address).expect("an address");
    Visit {
        is_loopback: is_loopback(&address),
        address,
        host: Host::Other,
        title: "A guide".to_owned(),
        list: FileList { version: "1".to_owned(), files: BTreeMap::new() },
        has_editor: true,
        files: BTreeMap::new(),
        nowhere: Vec::new(),
        without_slash: None,
        unchanged: Some(304),
    }
}
