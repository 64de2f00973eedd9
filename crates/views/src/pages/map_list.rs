//! The flowchart as lists within a list, for people who listen and people who search.

use std::collections::VecDeque;

use guide_core::render_context::RenderContext;
use guide_graph::Flowchart;
use guide_graph::groups::Groups;
use leptos::prelude::*;

/// How many lists are within each other at most: on a narrow phone with large letters there is no space for more. What follows goes on as
/// an item of the outermost one.
const MAX_DEPTH: usize = 6;

/// The items of the outermost list. What follows a step is written once, however many answers lead there. `to_step` is the beginning of a
/// link to a step, up to its id.
pub fn step_list(context: &RenderContext, graph: &Flowchart, to_step: &str) -> AnyView {
    let count = graph.nodes.len();
    let mut answers_to = vec![0; count];
    graph.edges.iter().for_each(|edge| answers_to[edge.to] += 1);
    let mut list = StepList {
        context,
        graph,
        to_step,
        answers: Groups::by(count, graph.edges.iter().map(|edge| Some(edge.from))),
        is_shared: answers_to.into_iter().map(|answers| answers > 1).collect(),
        written: vec![Written::No; count],
        later: VecDeque::from([graph.start]),
    };
    let mut items = Vec::new();
    while let Some(step) = list.later.pop_front() {
        let item = list.with_answers(step, 1);
        items.push(view! { <li>{item}</li> }.into_any());
    }
    items.into_any()
}

/// Whether the list says what follows a step.
#[derive(Clone, Copy)]
enum Written {
    No,
    /// In an item of the outermost list that is still to come.
    Later,
    Yes,
}

struct StepList<'a> {
    context: &'a RenderContext<'a>,
    graph: &'a Flowchart,
    to_step: &'a str,
    /// For each step, the indices of the edges that leave it.
    answers: Groups,
    /// For each step, whether several answers lead to it.
    is_shared: Vec<bool>,
    written: Vec<Written>,
    /// The steps that the outermost list goes on with.
    later: VecDeque<usize>,
}

impl StepList<'_> {
    /// A step in a list at this depth, and what follows it or where that is said.
    fn step(&mut self, step: usize, depth: usize) -> AnyView {
        if self.answers.of(step).is_empty() {
            return self.link(step);
        }
        let strings = &self.context.guide.strings.map;
        let elsewhere = match self.written[step] {
            Written::Yes => &strings.again,
            Written::Later => &strings.later,
            Written::No if depth > MAX_DEPTH => {
                self.written[step] = Written::Later;
                self.later.push_back(step);
                &strings.later
            }
            Written::No => return self.with_answers(step, depth),
        };
        let elsewhere = self.context.text(elsewhere);
        view! { {self.link(step)}" ("<a href=format!("#{}", self.anchor(step))>{elsewhere}</a>")" }.into_any()
    }

    /// A step, and under it what its answers lead to.
    fn with_answers(&mut self, step: usize, depth: usize) -> AnyView {
        let is_target = self.is_shared[step] || matches!(self.written[step], Written::Later);
        let anchor = is_target.then(|| self.anchor(step));
        self.written[step] = Written::Yes;
        let link = self.link(step);
        let graph = self.graph;
        let answers: Vec<usize> = self.answers.of(step).to_vec();
        let answer = |answer: usize| {
            let label = graph.edges[answer].label.clone().map(|label| view! { <b>{label}</b>": " });
            view! { <li>{label}{self.step(graph.edges[answer].to, depth + 1)}</li> }.into_any()
        };
        let answers: Vec<AnyView> = answers.into_iter().map(answer).collect();
        view! { <span id=anchor>{link}</span><ul>{answers}</ul> }.into_any()
    }

    fn link(&self, step: usize) -> AnyView {
        let node = &self.graph.nodes[step];
        view! { <a href=format!("{}{}", self.to_step, node.id)>{node.title.clone()}</a> }.into_any()
    }

    /// The id of the item that says what follows a step.
    fn anchor(&self, step: usize) -> String {
        format!("list-{}", self.graph.nodes[step].id)
    }
}
