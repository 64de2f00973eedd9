//! `guide find`: which steps a parent's words are about.

use std::io::{BufRead, Write};
use std::path::Path;

use guide_content::message;
use guide_content::training::train::train;
use guide_core::search::SearchEngine;
use serde::Serialize;

use crate::failure::Failure;
use crate::{content, explain};

/// A hit as it is printed; the order of the fields is part of the command's contract.
#[derive(Serialize)]
struct FoundStep<'a> {
    step: &'a str,
    score: u16,
}

/// Prints the hits of one query, or of each line of the standard input: `[{"step":"forgot-email","score":912},…]`, the best
/// first, `[]` where nothing fits. A line's query ends at its first tab. With `explain`, what each part of the one query adds to the scores
/// instead. The error is for people.
pub fn search(content: &Path, query: Option<&str>, stdin: bool, explain: bool) -> Result<(), Failure> {
    let phrases = content::open(content)?.phrases.ok_or_else(|| {
        message!(
            "в содержании нет фраз: ключ phrases не назван",
            "the content has no phrases: the key phrases is not there"
        )
    })?;
    let engine = SearchEngine::from_bytes(&train(&phrases))
        .ok_or_else(|| message!("выученное не читается", "what was learnt can't be read"))?;
    let answer = |query: &str| {
        let hits: Vec<FoundStep> =
            engine.find(query).hits.into_iter().map(|hit| FoundStep { step: hit.step, score: hit.score }).collect();
        serde_json::to_string(&hits).map_err(|why| why.to_string())
    };
    let mut out = std::io::stdout().lock();
    if let Some(query) = query.filter(|_| !stdin) {
        if explain {
            return Ok(write!(out, "{}", explain::table(&engine.explain(query))).map_err(|why| why.to_string())?);
        }
        return Ok(writeln!(out, "{}", answer(query)?).map_err(|why| why.to_string())?);
    }
    for line in std::io::stdin().lock().split(b'\n') {
        let line = line.map_err(|why| {
            message!("стандартный ввод не читается: {why}", "the standard input can't be read: {why}")
        })?;
        let text = String::from_utf8_lossy(&line);
        let query = text.trim_end_matches('\r').split('\t').next().unwrap_or_default();
        if writeln!(out, "{}", answer(query)?).is_err() {
            // The reader has closed the pipe, as `head` does when it has read enough.
            break;
        }
    }
    Ok(())
}
