//! What is drawn: a node for each step, an edge for each answer.

use guide_core::guide::{Body, Choice, Guide, Step};

/// What is drawn: the steps, and an edge for each answer.
#[derive(Debug)]
pub struct Flowchart {
    pub nodes: Vec<Node>,
    pub edges: Vec<Edge>,
    /// The index of the step a parent begins at.
    pub start: usize,
}

/// A step.
#[derive(Debug)]
pub struct Node {
    pub id: String,
    pub kind: Kind,
    pub title: String,
}

/// What a step is, which its shape tells.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Question,
    Advice,
    Hotline,
}

/// An answer.
#[derive(Debug)]
pub struct Edge {
    pub from: usize,
    pub to: usize,
    /// The answer in a few words; `None` where they would only repeat the title of the step they lead to.
    pub label: Option<String>,
}

/// The edges that are drawn as one line with one arrowhead: they lead to one step by one answer.
pub struct Bundle<'g> {
    pub to: usize,
    pub label: Option<&'g str>,
    /// Where they come from, each step once.
    pub from: Vec<usize>,
}

impl Flowchart {
    /// The graph of a guide; `set` makes a text ready to be shown. `None` where the guide has no start, which the check
    /// refuses.
    pub fn of(guide: &Guide, set: impl Fn(&str) -> String) -> Option<Flowchart> {
        let index = |id: &str| guide.steps.iter().position(|step| *step.id == *id);
        let node = |step: &Step| Node { id: step.id.value.clone(), kind: kind(step), title: set(&step.heading) };
        let edge = |from: usize, option: &Choice| {
            let to = index(&option.next)?;
            let label = option.short.as_ref().unwrap_or(&option.label);
            let noise = says_the_same(&option.label, &guide.steps[to].heading);
            Some(Edge { from, to, label: (!noise).then(|| set(label)) })
        };
        let edges = guide.steps.iter().enumerate();
        let edges = edges.flat_map(|(from, step)| step.options.iter().filter_map(move |option| edge(from, option)));
        Some(Flowchart {
            nodes: guide.steps.iter().map(node).collect(),
            edges: edges.collect(),
            start: index(&guide.start)?,
        })
    }

    /// The edges as they are drawn, in the order in which they first come.
    pub fn bundles(&self) -> Vec<Bundle<'_>> {
        let mut bundles: Vec<Bundle> = Vec::new();
        for edge in &self.edges {
            let label = edge.label.as_deref();
            match bundles.iter_mut().find(|bundle| (bundle.to, bundle.label) == (edge.to, label)) {
                Some(bundle) if bundle.from.contains(&edge.from) => {}
                Some(bundle) => bundle.from.push(edge.from),
                None => bundles.push(Bundle { to: edge.to, label, from: vec![edge.from] }),
            }
        }
        bundles
    }

    /// Whether nothing follows a step.
    pub fn is_end(&self, node: usize) -> bool {
        !self.edges.iter().any(|edge| edge.from == node)
    }
}

fn kind(step: &Step) -> Kind {
    match step.body {
        Body::Question => Kind::Question,
        Body::Advice(_) => Kind::Advice,
        Body::Hotline => Kind::Hotline,
    }
}

/// Whether an answer and a title have three of four words in common: a reader would read the same thing twice.
fn says_the_same(answer: &str, title: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect()
    };
    let (answer, title) = (words(answer), words(title));
    let common = answer.iter().filter(|word| title.contains(word)).count();
    4 * common >= 3 * answer.len().max(title.len())
}

#[cfg(test)]
mod tests {
    use super::says_the_same;

    #[test]
    fn an_answer_that_repeats_the_title_is_noise() {
        assert!(says_the_same("Ничего не подошло", "Ничего не подошло"));
        assert!(says_the_same(
            "Нет доступа к почте или она на gmail.com",
            "Нет доступа к почте аккаунта или она на gmail.com"
        ));
        assert!(!says_the_same("Нет доступа", "Нет доступа к аккаунту, который назван в сообщении"));
        assert!(!says_the_same("Да", "Подайте заявку"));
    }
}
