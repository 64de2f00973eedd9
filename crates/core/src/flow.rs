//! The routing of a guide: which step each answer leads to, and the trail of answers that led to a parent's step.
//!
//! The flow holds ids and no wording. The tool builds it from the content and the browser from the document's sections and
//! links, so that both follow the same rules.

/// The routing of a guide: its steps in order, each with its options.
#[derive(Clone, PartialEq, Debug)]
pub struct Flow {
    steps: Vec<Node>,
    start: usize,
}

/// A step and its options.
#[derive(Clone, PartialEq, Debug)]
struct Node {
    id: String,
    options: Vec<Edge>,
}

/// An option and the index of the step that it leads to.
#[derive(Clone, PartialEq, Debug)]
struct Edge {
    id: String,
    next: usize,
}

/// One answer: the step that asked, and the option taken there. Both are indices into a [`Flow`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Answer {
    /// The index of the step that asked.
    pub step: usize,
    /// The index of the option among those of the step.
    pub option: usize,
}

/// The step a parent is at and the answers that led there.
///
/// The answers are either a whole path from the start to `at` or none: a path that is not known from the start is not
/// kept in part.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Trail {
    /// In the order in which they were given; none at the start, or where the path is not known.
    pub answers: Vec<Answer>,
    /// The index of the current step.
    pub at: usize,
}

impl Flow {
    /// A flow from `(step id, [(option id, next step's id)])`. Options that lead to no step are left out, and so is a
    /// second step of the same id. `None` where there is no step called `start`.
    pub fn new(steps: &[(String, Vec<(String, String)>)], start: &str) -> Option<Flow> {
        let mut distinct: Vec<&(String, Vec<(String, String)>)> = Vec::new();
        for step in steps {
            if !distinct.iter().any(|other| other.0 == step.0) {
                distinct.push(step);
            }
        }
        let index = |id: &str| distinct.iter().position(|step| step.0 == id);
        let start = index(start)?;
        let node = |(id, options): &(String, Vec<(String, String)>)| Node {
            id: id.clone(),
            options: options
                .iter()
                .filter_map(|(id, next)| Some(Edge { id: id.clone(), next: index(next)? }))
                .collect(),
        };
        Some(Flow { steps: distinct.iter().map(|step| node(step)).collect(), start })
    }

    /// The number of steps.
    pub fn len(&self) -> usize {
        self.steps.len()
    }

    /// Whether the flow has no step: never, as it has a start.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// The index of the step with this id.
    pub fn step(&self, id: &str) -> Option<usize> {
        self.steps.iter().position(|step| step.id == id)
    }

    /// A step's id; the empty text where there is no such step.
    pub fn id(&self, step: usize) -> &str {
        self.steps.get(step).map_or("", |node| &node.id)
    }

    /// The id of an answer's option; the empty text where there is no such option.
    pub fn option_id(&self, answer: Answer) -> &str {
        self.edge(answer).map_or("", |edge| &edge.id)
    }

    /// The steps that the options of `step` lead to, in order.
    pub fn next_steps(&self, step: usize) -> impl Iterator<Item = usize> {
        self.steps.get(step).into_iter().flat_map(|node| node.options.iter().map(|edge| edge.next))
    }

    /// The trail of someone who has answered nothing yet.
    pub fn begin(&self) -> Trail {
        Trail { answers: Vec::new(), at: self.start }
    }

    /// The trail after entering the step called `id`, by whatever means: an answer's link, a link back, an address.
    ///
    /// An answer lengthens the trail, a step already on it shortens it; for any other step the trail is the one that
    /// [`Flow::implied`] gives. An unknown id is the start, as in the document.
    ///
    /// `answer` is the id of the option that was taken, where it is known: two options may lead to the same step. Where it
    /// is not known, or leads elsewhere, the first option that leads to the step counts as taken.
    pub fn enter(&self, before: &Trail, id: &str, answer: Option<&str>) -> Trail {
        let Some(step) = self.step(id) else { return self.begin() };
        if step == before.at {
            return before.clone();
        }
        // Whether the trail is known from the start.
        let known = before.at == self.start || !before.answers.is_empty();
        let leads = |option: &usize| self.next_steps(before.at).nth(*option) == Some(step);
        let taken = answer.and_then(|answer| self.option_index(before.at, answer)).filter(leads);
        let taken = taken.or_else(|| self.next_steps(before.at).position(|next| next == step));
        if let Some(option) = taken.filter(|_| known) {
            let mut answers = before.answers.clone();
            answers.push(Answer { step: before.at, option });
            return Trail { answers, at: step };
        }
        match before.answers.iter().position(|answer| answer.step == step) {
            Some(kept) => Trail { answers: before.answers[..kept].to_vec(), at: step },
            None => self.implied(step),
        }
    }

    /// The trail to a step that was entered by its address: the path to it where there is only one, else no answers.
    pub fn implied(&self, step: usize) -> Trail {
        let mut paths = Vec::new();
        self.paths_to(step, &mut self.begin(), &mut paths, 2);
        let only = if paths.len() == 1 { paths.pop() } else { None };
        only.unwrap_or(Trail { answers: Vec::new(), at: step })
    }

    /// A trail's answers as text, such as `start:teen-14 teen-14:yes`, for `history.state`: empty where there are none. The
    /// current step is not in it, as the address has it.
    pub fn write(&self, trail: &Trail) -> String {
        let mut text = String::new();
        for answer in &trail.answers {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(self.id(answer.step));
            text.push(':');
            text.push_str(self.option_id(*answer));
        }
        text
    }

    /// Reads what [`Flow::write`] wrote of a trail to the step called `id`. The answers are looked up by step as the flow is walked from its
    /// start, so what it does not know is dropped; where they don't lead to `id`, the trail is the implied one.
    pub fn read(&self, text: &str, id: &str) -> Trail {
        let Some(at) = self.step(id) else { return self.begin() };
        let mut trail = self.begin();
        while trail.at != at && trail.answers.len() < self.steps.len() {
            let here = self.id(trail.at);
            let taken = text.split(' ').filter_map(|part| part.split_once(':')).find(|(step, _)| *step == here);
            let Some(option) = taken.and_then(|(_, option)| self.option_index(trail.at, option)) else { break };
            let answer = Answer { step: trail.at, option };
            let Some(edge) = self.edge(answer) else { break };
            trail.answers.push(answer);
            trail.at = edge.next;
        }
        if trail.at == at { trail } else { self.implied(at) }
    }

    /// Every path from the start to a step without options, in the order of the options.
    pub fn paths(&self) -> Vec<Trail> {
        let mut paths = Vec::new();
        for step in (0..self.len()).filter(|step| self.next_steps(*step).next().is_none()) {
            self.paths_to(step, &mut self.begin(), &mut paths, usize::MAX);
        }
        let key = |trail: &Trail| trail.answers.iter().map(|answer| answer.option).collect::<Vec<_>>();
        paths.sort_by_key(key);
        paths
    }

    /// Collects paths to `goal` that continue `trail`, until there are `limit`. No path visits a step twice.
    fn paths_to(&self, goal: usize, trail: &mut Trail, found: &mut Vec<Trail>, limit: usize) {
        if trail.at == goal {
            found.push(trail.clone());
            return;
        }
        let here = trail.at;
        for (option, next) in self.next_steps(here).enumerate() {
            let seen = next == here || trail.answers.iter().any(|answer| answer.step == next);
            if seen || found.len() >= limit {
                continue;
            }
            trail.answers.push(Answer { step: here, option });
            trail.at = next;
            self.paths_to(goal, trail, found, limit);
            trail.answers.pop();
            trail.at = here;
        }
    }

    fn option_index(&self, step: usize, id: &str) -> Option<usize> {
        self.steps.get(step)?.options.iter().position(|edge| edge.id == id)
    }

    fn edge(&self, answer: Answer) -> Option<&Edge> {
        self.steps.get(answer.step)?.options.get(answer.option)
    }
}
