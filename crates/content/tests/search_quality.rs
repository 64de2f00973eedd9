//! The search on phrases that it has not learned from, and on input that is not words.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::sync::LazyLock;

use guide_content::Diagnostics;
use guide_content::load::phrases_file;
use guide_content::training::phrases::{Phrases, TestSentence};
use guide_content::training::{bigrams, train};
use guide_core::search::SearchEngine;
use guide_core::search::normalize::GAP;
use guide_core::search::readings::phonetic_reading;
use proptest::prelude::*;

/// The step of the shipped guide that phrases about something else belong to.
const FALLBACK: &str = "none";

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let text = file("content/phrases.toml");
    phrases_file::read(&text, FALLBACK, &Diagnostics::default()).expect("they can be read")
});
static MODEL: LazyLock<Vec<u8>> = LazyLock::new(|| train::train(&PHRASES));
static ENGINE: LazyLock<SearchEngine> =
    LazyLock::new(|| SearchEngine::from_bytes(&MODEL).expect("the trained model is whole"));

/// A test phrase and the labels that count as right.
struct Case {
    labels: Vec<String>,
    phrase: String,
}

/// The text of one of the project's files.
fn file(path: &str) -> String {
    fs::read_to_string(format!("{}/../../{path}", env!("CARGO_MANIFEST_DIR"))).expect("the phrases are there")
}

fn cases(name: &str) -> Vec<Case> {
    let text = file(&format!("tests/data/{name}.tsv"));
    let case = |line: &str| {
        let mut cells = line.split('\t');
        let labels = cells.next().expect("a line has labels and a phrase").split('|').map(str::to_owned).collect();
        Case { labels, phrase: cells.next().expect("a line has labels and a phrase").to_owned() }
    };
    text.lines().skip(1).map(case).collect()
}

/// Shares of test phrases, in percent.
#[derive(Debug)]
struct Figures {
    /// The first step is a right one.
    first: f64,
    /// One of the three steps is a right one.
    among_three: f64,
    /// Nothing fits, although a step would.
    sent_away: f64,
    /// Nothing fits, rightly.
    nothing: f64,
}

fn figures(name: &str, cases: &[Case], answer: impl Fn(&Case) -> Vec<String>) -> Figures {
    let (mut first, mut three, mut away, mut nothing, mut real) = (0, 0, 0, 0, 0);
    for case in cases {
        let steps = answer(case);
        if case.labels[0] == FALLBACK {
            nothing += usize::from(steps.is_empty());
            continue;
        }
        real += 1;
        first += usize::from(steps.first().is_some_and(|step| case.labels.contains(step)));
        three += usize::from(steps.iter().any(|step| case.labels.contains(step)));
        away += usize::from(steps.is_empty());
    }
    let share = |part: usize, whole: usize| part as f64 / whole as f64 * 100.0;
    let figures = Figures {
        first: share(first, real),
        among_three: share(three, real),
        sent_away: share(away, real),
        nothing: share(nothing, cases.len() - real),
    };
    println!("{name}: {figures:.1?}");
    figures
}

fn ask(engine: &SearchEngine, phrase: &str) -> Vec<String> {
    engine.find(phrase).iter().map(|hit| hit.step.to_owned()).collect()
}

#[track_caller]
fn answers_well_enough(name: &str) {
    let figures = figures(name, &cases(name), |case| ask(&ENGINE, &case.phrase));
    assert!(figures.first >= 88.0, "{figures:?}");
    assert!(figures.among_three >= 97.0, "{figures:?}");
    assert!(figures.sent_away <= 5.0, "{figures:?}");
    assert!(figures.nothing >= 80.0, "{figures:?}");
}

#[test]
fn understands_the_development_phrases() {
    answers_well_enough("phrases-dev");
}

#[test]
fn understands_the_test_phrases() {
    answers_well_enough("phrases");
}

#[test]
fn understands_the_test_sentences_of_the_guide() {
    let case =
        |test: &TestSentence| Case { labels: vec![PHRASES.labels[test.label].clone()], phrase: test.text.clone() };
    let cases: Vec<Case> = PHRASES.tests.iter().map(case).collect();
    assert!(
        PHRASES.labels.iter().all(|label| cases.iter().any(|case| case.labels == [label.as_str()])),
        "each has some"
    );
    let figures = figures("tests of the guide", &cases, |case| ask(&ENGINE, &case.phrase));
    assert!(figures.first >= 88.0 && figures.nothing >= 75.0, "{figures:?}");
}

/// Each fifth of the phrases is asked for after learning the other four: by phrase, and by whole scenarios, which is harsher than life.
#[test]
fn understands_each_fifth_of_the_phrases_from_the_other_four() {
    for by_scenario in [false, true] {
        let fold = |number: usize| {
            if by_scenario { PHRASES.phrases[number].scenario % 5 } else { number % 5 }
        };
        let (mut cases, mut answers) = (Vec::new(), Vec::new());
        for held in 0..5 {
            let (tested, learned): (Vec<usize>, Vec<usize>) =
                (0..PHRASES.phrases.len()).partition(|&number| fold(number) == held);
            let engine = SearchEngine::from_bytes(&train::train_on(&PHRASES, &learned)).unwrap();
            for number in tested {
                let phrase = &PHRASES.phrases[number];
                let text = phrase.fill(|choices| number % choices);
                answers.push(ask(&engine, &text));
                let labels = vec![PHRASES.labels[phrase.label].clone()];
                cases.push(Case { labels, phrase: (answers.len() - 1).to_string() });
            }
        }
        let name = if by_scenario { "cross-validation by scenario" } else { "cross-validation by phrase" };
        let figures = figures(name, &cases, |case| answers[case.phrase.parse::<usize>().unwrap()].clone());
        let least = if by_scenario { 75.0 } else { 88.0 };
        assert!(figures.first >= least, "{figures:?}");
    }
}

#[test]
fn no_test_phrase_is_among_those_learned() {
    let bigrams = bigrams::bigrams(&PHRASES);
    // Normalized and without gaps: neither a usual misspelling nor a hyphen makes a phrase a different one.
    let plain =
        |text: &str| phonetic_reading(text, &bigrams).into_iter().filter(|&code| code != GAP).collect::<Vec<u8>>();
    let matchers: Vec<_> = PHRASES.phrases.iter().map(|phrase| phrase.matcher(plain)).collect();
    let mut learned = Vec::new();
    for name in ["phrases", "phrases-dev"] {
        for Case { phrase, .. } in cases(name) {
            let text = plain(&phrase);
            if matchers.iter().any(|matches| matches(&text)) {
                learned.push(phrase);
            }
        }
    }
    let own = PHRASES.tests.iter().filter(|test| matchers.iter().any(|matches| matches(&plain(&test.text))));
    learned.extend(own.map(|test| test.text.clone()));
    assert!(learned.is_empty(), "both among the phrases of content/phrases.toml and among those to test: {learned:#?}");
}

#[test]
fn training_gives_the_same_small_file_each_time() {
    assert_eq!(train::train(&PHRASES), *MODEL);
    let mut compressed = Vec::new();
    let params = brotli::enc::BrotliEncoderParams { quality: 11, ..Default::default() };
    brotli::BrotliCompress(&mut MODEL.as_slice(), &mut compressed, &params).unwrap();
    println!("search model: {} bytes, {} in brotli", MODEL.len(), compressed.len());
    assert!(compressed.len() <= 8000, "{} bytes", compressed.len());
}

#[test]
fn reads_wrong_layouts_and_transliteration_like_russian() {
    let plain = ask(&ENGINE, "не помню логин от кабинета");
    assert_eq!(plain[0], "forgot-email");
    for same in [
        "yt gjvy. kjuby jn rf,bytnf",
        "Yt Gjvy. Kjuby Jn Rf,bytnf",
        "ne pomnyu login ot kabineta",
        "НЕ ПОМНЮ ЛОГИН, ОТ КАБИНЕТА!",
    ] {
        assert_eq!(ask(&ENGINE, same)[0], "forgot-email", "{same}");
    }
}

#[test]
fn finds_nothing_in_what_is_not_words() {
    for query in ["", " ", "\n\t\u{a0}", "🤷🤷🤷", "\u{202e}\u{200f}", "مرحبا", "!!!", "\0\0\0", "….,;:"] {
        assert!(ask(&ENGINE, query).is_empty(), "{query:?}");
    }
}

#[test]
fn reads_only_the_beginning_of_a_long_text() {
    let start = "заявку на танцы отменили, пишут про дублирующий аккаунт ";
    let long = start.to_owned() + &" ".repeat(1000) + &"телефон горячей линии ".repeat(500);
    assert_eq!(ENGINE.find(start), ENGINE.find(&long));
}

#[test]
fn refuses_a_damaged_file() {
    for end in 0..MODEL.len() - 8 {
        assert!(end % 97 != 0 || SearchEngine::from_bytes(&MODEL[..end]).is_none(), "cut at {end}");
    }
    assert!(SearchEngine::from_bytes(b"<!doctype html><title>404</title>").is_none());
}

proptest! {
    #[test]
    fn survives_any_text(query in "\\PC{0,200}|[а-яё ]{0,80}|[a-z;',.\\[\\]` ]{0,80}|(?s).{0,60}") {
        let hits = ENGINE.find(&query);
        prop_assert!(hits.len() <= 3);
        prop_assert!(hits.windows(2).all(|two| two[0].score >= two[1].score));
    }

    #[test]
    fn survives_any_file(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        if let Some(engine) = SearchEngine::from_bytes(&bytes) {
            engine.find("не помню почту");
        }
    }

    #[test]
    fn survives_a_damaged_file(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = MODEL.clone();
        *at.get_mut(&mut bytes) = byte;
        if let Some(engine) = SearchEngine::from_bytes(&bytes) {
            engine.find("не помню почту");
        }
    }
}
