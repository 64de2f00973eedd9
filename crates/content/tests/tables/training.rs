//! Training on many sections of phrases.

use std::fmt::Write;

use guide_content::load::phrases_file;
use guide_content::training::train::train;
use guide_content::{Diagnostics, training::phrases::Phrases};
use guide_core::search::SearchEngine;

/// That many sections with ten phrases each and one to try. Each has six words of its own, among words that all of them share.
fn phrases(sections: usize) -> Phrases {
    let own = |section: usize, nth: usize| {
        let syllables = ["ба", "ве", "гу", "до", "жи", "ко", "лю", "ма", "не", "пу", "ры", "са"];
        let number = section * 6 + nth;
        [number % 12, number / 12 % 12, number / 144 % 12, (number * 7 + nth) % 12].map(|at| syllables[at]).concat()
    };
    let shared = ["как", "можно", "если", "потом", "справка", "ребёнок", "школа", "запись"];
    let phrase = |section: usize, nth: usize| {
        let word = |at: usize| match (at + nth).is_multiple_of(2) {
            true => own(section, (nth * 5 + at) % 6),
            false => shared[(nth * 3 + at) % 8].to_owned(),
        };
        (0..6).map(word).collect::<Vec<_>>().join(" ")
    };
    let mut text = "[words]\n\"сын\" = \"сын, дочь, внук, племянник, младший, старшая\"\n".to_owned();
    for section in 0..sections {
        let lines: String = (0..10).map(|nth| format!("{} {{сын}}\n", phrase(section, nth))).collect();
        _ = writeln!(text, "[s{section}]\nphrases = '''\n{lines}'''\ntests = '{}'", phrase(section, 11));
    }
    phrases_file::read(&text, "s0", &Diagnostics::default()).expect("they can be read")
}

/// More than a byte counts.
const SECTIONS: usize = 300;

#[test]
fn a_model_of_many_sections_is_small_and_finds_them() {
    let phrases = phrases(SECTIONS);
    let model = train(&phrases);
    assert!(model.len() < 105_000, "{}", model.len());
    let engine = SearchEngine::from_bytes(&model).expect("the model is whole");
    let steps = phrases.tests.iter().filter(|test| test.label + 1 < SECTIONS);
    let is_found = |text: &str, step: &str| engine.find(text).hits.first().is_some_and(|hit| hit.step == step);
    let found = steps.filter(|test| is_found(&test.text, &phrases.labels[test.label])).count();
    assert!(found >= 280, "{found} of {}", SECTIONS - 1);
}
