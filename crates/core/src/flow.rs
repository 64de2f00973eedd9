//! The routing of a guide: which step each answer leads to, and the trail of answers that led to a parent's step.
//!
//! The flow holds ids and no wording. The tool builds it from the content and the browser from the document's sections and
//! links, so that both follow the same rules.

mod paths;

pub use paths::Paths;

/// The routing of a guide: its steps in order, each with its options.
#[derive(Clone, PartialEq, Debug)]
pub struct Flow {
    steps: Vec<Node>,
    /// The indices of the steps, ordered by their ids.
    by_id: Vec<usize>,
    start: usize,
}

/// A step, its options, and what leads to it.
#[derive(Clone, PartialEq, Debug)]
struct Node {
    id: String,
    options: Vec<Edge>,
    /// How many answers lead here that can be given from the start on.
    entries: usize,
    /// The first of these answers; the step itself where there is none.
    entry: Answer,
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
        let mut flow = Flow { steps: Vec::new(), by_id: Vec::new(), start: 0 };
        let mut distinct = Vec::new();
        for (id, options) in steps {
            // Moving indices costs less than the code of a sort or of a map would on the phone.
            if let Err(place) = flow.place(id) {
                let index = distinct.len();
                flow.by_id.insert(place, index);
                let entry = Answer { step: index, option: 0 };
                flow.steps.push(Node { id: id.clone(), options: Vec::new(), entries: 0, entry });
                distinct.push(options);
            }
        }
        flow.start = flow.step(start)?;
        for (step, options) in distinct.into_iter().enumerate() {
            let edges = options.iter().filter_map(|(id, next)| Some(Edge { id: id.clone(), next: flow.step(next)? }));
            flow.steps[step].options = edges.collect();
        }
        flow.count_entries();
        Some(flow)
    }

    /// Counts for each step the answers that lead there, given from the start on.
    fn count_entries(&mut self) {
        let mut reached = vec![self.start];
        let mut at = 0;
        while let Some(&step) = reached.get(at) {
            at += 1;
            for option in 0..self.steps[step].options.len() {
                let next = self.steps[step].options[option].next;
                let node = &mut self.steps[next];
                node.entries += 1;
                if node.entries == 1 && next != self.start {
                    node.entry = Answer { step, option };
                    reached.push(next);
                }
            }
        }
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
        self.place(id).ok().map(|place| self.by_id[place])
    }

    /// The place of an id in the order of ids, or the one that it would have.
    fn place(&self, id: &str) -> Result<usize, usize> {
        self.by_id.binary_search_by(|&step| self.id(step).cmp(id))
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
    ///
    /// There is only one where a single answer leads to the step, and only one path to the step that asked. Answers that go in a
    /// circle, which no checked guide has, count as another path to the steps where it is entered, and so to all that follow.
    pub fn implied(&self, step: usize) -> Trail {
        let mut answers = Vec::new();
        let mut at = step;
        // This ends, as a circle that is reached is entered from outside too: one of its steps has several entries.
        while at != self.start {
            match self.steps.get(at) {
                Some(node) if node.entries == 1 => {
                    answers.push(node.entry);
                    at = node.entry.step;
                }
                _ => return Trail { answers: Vec::new(), at: step },
            }
        }
        answers.reverse();
        Trail { answers, at: step }
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
        let mut taken = vec![None; self.len()];
        for (step, option) in text.split(' ').filter_map(|part| part.split_once(':')) {
            if let Some(step) = self.step(step) {
                taken[step] = taken[step].or(Some(option));
            }
        }
        let mut trail = self.begin();
        while trail.at != at && trail.answers.len() < self.len() {
            let Some(option) = taken[trail.at].and_then(|option| self.option_index(trail.at, option)) else { break };
            let answer = Answer { step: trail.at, option };
            let Some(edge) = self.edge(answer) else { break };
            trail.answers.push(answer);
            trail.at = edge.next;
        }
        if trail.at == at { trail } else { self.implied(at) }
    }

    /// Every path from the start to a step without options, in the order of the options. No path visits a step twice.
    pub fn paths(&self) -> Paths<'_> {
        Paths::new(self)
    }

    fn option_index(&self, step: usize, id: &str) -> Option<usize> {
        self.steps.get(step)?.options.iter().position(|edge| edge.id == id)
    }

    fn edge(&self, answer: Answer) -> Option<&Edge> {
        self.steps.get(answer.step)?.options.get(answer.option)
    }
}
