//! The flowchart of a guide: a node for each step, an edge for each answer.

use std::collections::{HashMap, HashSet};

use guide_core::guide::{Body, Choice, Guide, Step};

use crate::topology::Topology;

/// The nodes and edges of a guide's flowchart.
#[derive(Clone, Debug)]
pub struct Flowchart {
    /// The steps, in the order of the content.
    pub nodes: Vec<Node>,
    /// The answers, step by step.
    pub edges: Vec<Edge>,
    /// The index of the step a parent begins at.
    pub start: usize,
}

/// A step.
#[derive(Clone, Debug)]
pub struct Node {
    /// The id of the step.
    pub id: String,
    /// What the step is.
    pub kind: Kind,
    /// The heading of the step, ready to be shown.
    pub title: String,
    /// The number of the part where this step stands, if it stands in another one than this.
    pub elsewhere: Option<usize>,
}

/// What a step is; each kind has a shape of its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// It only asks.
    Question,
    /// It gives advice.
    Advice,
    /// It only shows contacts.
    Contact,
}

/// An answer that leads from one step to another.
#[derive(Clone, Debug)]
pub struct Edge {
    /// The index of the node that asks.
    pub from: usize,
    /// The index of the node that the answer leads to.
    pub to: usize,
    /// The answer in a few words; `None` where they would repeat the title of the node that it leads to.
    pub label: Option<String>,
}

/// Edges with the same end and the same label, which are drawn as one line with one arrowhead.
pub struct Bundle<'g> {
    /// The index of the node that they lead to.
    pub to: usize,
    /// The label that they share.
    pub label: Option<&'g str>,
    /// The indices of the nodes that they leave, each once.
    pub from: Vec<usize>,
}

impl Flowchart {
    /// The flowchart of a guide; `render` makes a text ready to be shown. `None` where the guide has no start, which the check
    /// refuses.
    pub fn of(guide: &Guide, render: impl Fn(&str) -> String) -> Option<Flowchart> {
        let mut indices: HashMap<&str, usize> = HashMap::new();
        for (nth, step) in guide.steps.iter().enumerate() {
            indices.entry(&step.id).or_insert(nth);
        }
        let index = |id: &str| indices.get(id).copied();
        let node = |step: &Step| Node {
            id: step.id.value.clone(),
            kind: kind(step),
            title: render(&step.heading),
            elsewhere: None,
        };
        let edge = |from: usize, option: &Choice| {
            let to = index(&option.next)?;
            let label = option.short.as_ref().unwrap_or(&option.label);
            let repeated = repeats(&option.label, &guide.steps[to].heading);
            Some(Edge { from, to, label: (!repeated).then(|| render(label)) })
        };
        let edges = guide.steps.iter().enumerate();
        let edges = edges.flat_map(|(from, step)| step.options.iter().filter_map(move |option| edge(from, option)));
        Some(Flowchart {
            nodes: guide.steps.iter().map(node).collect(),
            edges: edges.collect(),
            start: index(&guide.start)?,
        })
    }

    /// The edges as they are drawn, in the order of their first edge. Of a circle, the edge that closes it is left out.
    pub fn bundles(&self) -> Vec<Bundle<'_>> {
        self.bundles_along(&Topology::of(self))
    }

    /// The same, where the order of the steps is known.
    pub(crate) fn bundles_along(&self, topology: &Topology) -> Vec<Bundle<'_>> {
        let mut bundles: Vec<Bundle> = Vec::new();
        let (mut indices, mut added) = (HashMap::new(), HashSet::new());
        for (edge, _) in self.edges.iter().zip(&topology.is_forward).filter(|(_, is_forward)| **is_forward) {
            let (to, label) = (edge.to, edge.label.as_deref());
            let bundle = *indices.entry((to, label)).or_insert_with(|| {
                bundles.push(Bundle { to, label, from: Vec::new() });
                bundles.len() - 1
            });
            if added.insert((bundle, edge.from)) {
                bundles[bundle].from.push(edge.from);
            }
        }
        bundles
    }

    /// Whether a node has no answers.
    pub fn is_end(&self, node: usize) -> bool {
        !self.edges.iter().any(|edge| edge.from == node)
    }
}

fn kind(step: &Step) -> Kind {
    match step.body {
        Body::Question => Kind::Question,
        Body::Advice(_) => Kind::Advice,
        Body::Contacts => Kind::Contact,
    }
}

/// Whether an answer and a title have three of four words in common, so that a reader would read the same twice.
fn repeats(answer: &str, title: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect()
    };
    let (answer, title) = (words(answer), words(title));
    let known: HashSet<&String> = title.iter().collect();
    let common = answer.iter().filter(|word| known.contains(word)).count();
    4 * common >= 3 * answer.len().max(title.len())
}

#[cfg(test)]
mod tests {
    use super::repeats;

    #[test]
    fn an_answer_repeats_a_title_with_nearly_the_same_words() {
        assert!(repeats("Ничего не подошло", "Ничего не подошло"));
        assert!(repeats(
            "Нет доступа к почте или она на gmail.com",
            "Нет доступа к почте аккаунта или она на gmail.com"
        ));
        assert!(!repeats("Нет доступа", "Нет доступа к аккаунту, который назван в сообщении"));
        assert!(!repeats("Да", "Подайте заявку"));
    }
}
