//! The search on phrases that it has not learned from, and on input that is not words.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::sync::LazyLock;
use std::{fmt, fs};

use guide_content::Diagnostics;
use guide_content::load::phrases_file;
use guide_content::training::phrases::{Phrases, TestSentence};
use guide_content::training::{bigrams, train};
use guide_core::search::SearchEngine;
use guide_core::search::model::checksum;
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
    /// The manner in which it is said; for one about something else whether it is `near`, in the words of the guide, or `far`.
    kind: String,
}

/// The text of one of the project's files.
fn file(path: &str) -> String {
    fs::read_to_string(format!("{}/../../{path}", env!("CARGO_MANIFEST_DIR"))).expect("the phrases are there")
}

fn cases(name: &str) -> Vec<Case> {
    let text = file(&format!("tests/data/{name}.tsv"));
    let case = |line: &str| {
        let cells: Vec<&str> = line.split('\t').collect();
        let [labels, phrase, kind] = cells[..] else { panic!("three cells: {line}") };
        Case {
            labels: labels.split('|').map(str::to_owned).collect(),
            phrase: phrase.to_owned(),
            kind: kind.to_owned(),
        }
    };
    text.lines().skip(1).map(case).collect()
}

/// A part of a whole, in percent.
#[derive(Clone, Copy, Default)]
struct Share {
    part: usize,
    whole: usize,
}

impl Share {
    fn count(&mut self, is_part: bool) {
        self.part += usize::from(is_part);
        self.whole += 1;
    }

    fn percent(self) -> f64 {
        self.part as f64 / self.whole as f64 * 100.0
    }
}

impl fmt::Display for Share {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{:.1}", self.percent())
    }
}

/// How a set of phrases is answered.
#[derive(Default)]
struct Figures {
    /// The first step is a right one.
    first: Share,
    /// One of the three steps is a right one.
    among_three: Share,
    /// Nothing fits, although a step would.
    sent_away: Share,
    /// Nothing fits, rightly.
    nothing: Share,
    /// The right answers for each label, and for each kind.
    by_label: BTreeMap<String, Share>,
    by_kind: BTreeMap<String, Share>,
}

impl Figures {
    /// The figures of these cases, which are printed too.
    fn of(name: &str, cases: &[Case], answer: impl Fn(&Case) -> Vec<String>) -> Figures {
        let mut figures = Figures::default();
        for case in cases {
            let steps = answer(case);
            let right = if case.labels[0] == FALLBACK {
                figures.nothing.count(steps.is_empty());
                steps.is_empty()
            } else {
                let right = steps.first().is_some_and(|step| case.labels.contains(step));
                figures.first.count(right);
                figures.among_three.count(steps.iter().any(|step| case.labels.contains(step)));
                figures.sent_away.count(steps.is_empty());
                right
            };
            figures.by_label.entry(case.labels[0].clone()).or_default().count(right);
            figures.by_kind.entry(case.kind.clone()).or_default().count(right);
        }
        let Figures { first, among_three, sent_away, nothing, by_label, by_kind } = &figures;
        println!(
            "{name} ({}): first {first}, among three {among_three}, sent away {sent_away}, none {nothing}",
            cases.len()
        );
        for shares in [by_label, by_kind] {
            let shares: Vec<String> = shares.iter().map(|(name, share)| format!("{name} {share}")).collect();
            println!("  {}", shares.join(", "));
        }
        figures
    }

    #[track_caller]
    fn are_at_least(&self, first: f64, among_three: f64, nothing: f64, near: f64) {
        assert!(self.first.percent() >= first, "first: {}", self.first);
        assert!(self.among_three.percent() >= among_three, "among three: {}", self.among_three);
        assert!(self.sent_away.percent() <= 2.5, "sent away: {}", self.sent_away);
        assert!(self.nothing.percent() >= nothing, "none: {}", self.nothing);
        if let Some(share) = self.by_kind.get("near") {
            assert!(share.percent() >= near, "near: {share}");
        }
    }
}

fn ask(engine: &SearchEngine, phrase: &str) -> Vec<String> {
    engine.find(phrase).hits.iter().map(|hit| hit.step.to_owned()).collect()
}

#[track_caller]
fn figures(name: &str) -> Figures {
    Figures::of(name, &cases(name), |case| ask(&ENGINE, &case.phrase))
}

#[test]
fn understands_the_development_phrases() {
    figures("phrases-dev").are_at_least(95.0, 97.0, 95.0, 0.0);
}

#[test]
fn understands_the_test_phrases() {
    figures("phrases").are_at_least(93.0, 97.0, 95.0, 0.0);
}

/// The bias of "nothing fits" was set on these.
#[test]
fn understands_sentences_of_many_manners() {
    figures("phrases-new").are_at_least(93.0, 97.0, 80.0, 75.0);
}

/// Nothing was set on these.
#[test]
fn understands_unseen_sentences() {
    figures("phrases-unseen").are_at_least(95.0, 97.0, 85.0, 75.0);
}

#[test]
fn understands_the_test_sentences_of_the_guide() {
    let case = |test: &TestSentence| Case {
        labels: vec![PHRASES.labels[test.label].clone()],
        phrase: test.text.clone(),
        kind: String::new(),
    };
    let cases: Vec<Case> = PHRASES.tests.iter().map(case).collect();
    assert!(
        PHRASES.labels.iter().all(|label| cases.iter().any(|case| case.labels == [label.as_str()])),
        "each has some"
    );
    let figures = Figures::of("tests of the guide", &cases, |case| ask(&ENGINE, &case.phrase));
    assert!(figures.first.percent() >= 88.0 && figures.nothing.percent() >= 75.0);
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
                cases.push(Case { labels, phrase: (answers.len() - 1).to_string(), kind: String::new() });
            }
        }
        let name = if by_scenario { "cross-validation by scenario" } else { "cross-validation by phrase" };
        let figures = Figures::of(name, &cases, |case| answers[case.phrase.parse::<usize>().unwrap()].clone());
        let least = if by_scenario { 82.0 } else { 86.0 };
        assert!(figures.first.percent() >= least);
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
    for name in ["phrases", "phrases-dev", "phrases-new", "phrases-unseen"] {
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
    assert!(compressed.len() <= 40_000, "{} bytes", compressed.len());
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
fn is_not_sure_where_nothing_fits_almost_as_well() {
    assert!(ENGINE.find("не помню, на какую почту регистрировала аккаунт").sure);
    let cases = cases("phrases-unseen");
    let (mut unsure, mut foreign) = (0, 0);
    for case in &cases {
        let answer = ENGINE.find(&case.phrase);
        if !answer.sure && !answer.hits.is_empty() {
            unsure += 1;
            foreign += usize::from(case.labels[0] == FALLBACK);
        }
    }
    println!("not sure: {unsure} of {}, {foreign} of them foreign", cases.len());
    assert!(foreign * 4 >= unsure && unsure * 10 < cases.len(), "{foreign} of {unsure}");
}

#[test]
fn an_explanation_adds_up_to_the_scores() {
    for query in ["yt gjvy. gjxne jn rf,bytnf", "сын уже записан, а заявку отменили", "", "🤷 не не не"]
    {
        let explanation = ENGINE.explain(query);
        assert_eq!(explanation.labels, PHRASES.labels);
        for parts in [&explanation.words, &explanation.pieces] {
            for (label, score) in explanation.scores.iter().enumerate() {
                let sum: f32 = parts.iter().map(|part| part.scores[label]).sum();
                assert!((explanation.biases[label] + sum - score).abs() < 0.01, "{query}: {label}");
            }
        }
    }
    let explanation = ENGINE.explain("не помню почту");
    let words: Vec<&str> = explanation.words.iter().map(|part| part.text.as_str()).collect();
    assert_eq!(words, ["не", "памню", "не памню", "пачту", "памню пачту", "не памню пачту"]);
    assert!(explanation.pieces.iter().any(|part| part.text == "_па"), "the beginning of a word");
}

#[test]
fn reads_only_the_beginning_of_a_long_text() {
    let start = "заявку на танцы отменили, пишут про дублирующий аккаунт ";
    let long = start.to_owned() + &" ".repeat(1000) + &"телефон горячей линии ".repeat(500);
    assert_eq!(ENGINE.find(start), ENGINE.find(&long));
}

#[test]
fn refuses_a_damaged_file() {
    for end in (0..MODEL.len()).step_by(97) {
        assert!(SearchEngine::from_bytes(&MODEL[..end]).is_none(), "cut at {end}");
        let mut damaged = MODEL.clone();
        damaged[end] ^= 1 << (end % 8);
        assert!(SearchEngine::from_bytes(&damaged).is_none(), "another bit in byte {end}");
    }
    assert!(SearchEngine::from_bytes(b"<!doctype html><title>404</title>").is_none());
}

proptest! {
    #[test]
    fn survives_any_text(query in "\\PC{0,200}|[а-яё ]{0,80}|[a-z;',.\\[\\]` ]{0,80}|(?s).{0,60}") {
        let hits = ENGINE.find(&query).hits;
        prop_assert!(hits.len() <= 3);
        prop_assert!(hits.windows(2).all(|two| two[0].score >= two[1].score));
    }

    #[test]
    fn survives_any_file(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        if let Some(engine) = SearchEngine::from_bytes(&bytes) {
            engine.find("не помню почту");
        }
    }

    /// What a checksum lets pass, a file made with intent, is read with care too.
    #[test]
    fn survives_a_damaged_file_with_the_right_checksum(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = MODEL[..MODEL.len() - 4].to_vec();
        *at.get_mut(&mut bytes) = byte;
        bytes.extend(checksum(&bytes).to_le_bytes());
        if let Some(engine) = SearchEngine::from_bytes(&bytes) {
            engine.find("не помню почту");
        }
    }
}
