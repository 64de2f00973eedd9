//! The search of the draft, trained when it is asked for the first time after its phrases have changed.

use guide_content::training::phrases::Phrases;
use guide_content::training::train::train;
use guide_core::search::SearchEngine;
use guide_studio_model::{FoundStep, Response, SearchMiss};

/// The search as it was trained last.
#[derive(Default)]
pub struct TrainedSearch(Option<Trained>);

struct Trained {
    /// The text of the phrases' file, and the step for those whom nothing fits.
    from: (String, String),
    model: Vec<u8>,
    /// `None` where nothing can be learned.
    engine: Option<SearchEngine>,
}

impl TrainedSearch {
    /// The search that these phrases make, from a file with this text. It is trained where it is not yet.
    pub fn engine(&mut self, text: &str, phrases: &Phrases) -> Result<&SearchEngine, String> {
        let fallback = phrases.labels.last().cloned().unwrap_or_default();
        let from = (text.to_owned(), fallback);
        if self.0.as_ref().is_none_or(|trained| trained.from != from) {
            // A search has at least one step besides the one for those whom nothing fits.
            let model = if phrases.labels.len() > 1 { train(phrases) } else { Vec::new() };
            self.0 = Some(Trained { from, engine: SearchEngine::from_bytes(&model), model });
        }
        let engine = self.0.as_ref().and_then(|trained| trained.engine.as_ref());
        engine.ok_or_else(|| "Поиск ничему не научился: допишите фразы хотя бы для двух шагов.".to_owned())
    }

    /// The model that was trained last; it may be of earlier phrases.
    pub fn model(&self) -> Option<&[u8]> {
        self.0.as_ref().map(|trained| trained.model.as_slice())
    }
}

/// The steps that a sentence finds.
pub fn find(engine: &SearchEngine, sentence: &str) -> Response {
    let found =
        |hit: guide_core::search::Hit| FoundStep { step: hit.step.to_owned(), score: f32::from(hit.score) / 1000.0 };
    Response::Found(engine.find(sentence).hits.into_iter().map(found).collect())
}

/// Which of the guide's own test sentences do not find their step. Those of the step for whom nothing fits should find nothing, as far as
/// the search goes: that step is then offered by itself.
pub fn tests(engine: &SearchEngine, phrases: &Phrases) -> Response {
    let fallback = phrases.labels.len().saturating_sub(1);
    let miss = |test: &guide_content::training::phrases::TestSentence| {
        let found = engine.find(&test.text).hits.first().map(|hit| hit.step.to_owned());
        let wanted = phrases.labels.get(test.label)?;
        let is_right = if test.label == fallback { found.is_none() } else { found.as_ref() == Some(wanted) };
        (!is_right).then(|| SearchMiss { sentence: test.text.clone(), wanted: wanted.clone(), found })
    };
    Response::SearchTests { total: phrases.tests.len(), misses: phrases.tests.iter().filter_map(miss).collect() }
}
