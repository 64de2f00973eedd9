//! Walking the flowchart: which step an answer leads to, and the trail of answers that led to where a parent stands.
//!
//! The flow holds routing only: ids, no wording. It is built by the tool from the content and by the browser from the
//! document's sections and links, so both walk alike.

/// The routing of a guide: its steps in order, each with its options.
#[derive(Clone, PartialEq, Debug)]
pub struct Flow {
    steps: Vec<Stop>,
    start: usize,
}

#[derive(Clone, PartialEq, Debug)]
struct Stop {
    id: String,
    options: Vec<Turn>,
}

#[derive(Clone, PartialEq, Debug)]
struct Turn {
    id: String,
    next: usize,
}

/// One answer: the step that asked, and the option taken there. Both are indices into a [`Flow`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Answer {
    pub step: usize,
    pub option: usize,
}

/// Where a parent stands and the answers that led there.
///
/// The answers are either a whole way from the start to `at` or none: a way that is not known from its beginning is
/// not told. Two equal trails are equal in every bit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Trail {
    pub answers: Vec<Answer>,
    pub at: usize,
}

impl Flow {
    /// A flow from `(step id, [(option id, next step's id)])`. Options that lead to no step are left out, and so is a
    /// second step of the same id. `None` where there is no step called `start`.
    pub fn new(steps: &[(String, Vec<(String, String)>)], start: &str) -> Option<Flow> {
        let mut known: Vec<&(String, Vec<(String, String)>)> = Vec::new();
        for step in steps {
            if !known.iter().any(|other| other.0 == step.0) {
                known.push(step);
            }
        }
        let index = |id: &str| known.iter().position(|step| step.0 == id);
        let start = index(start)?;
        let stop = |(id, options): &(String, Vec<(String, String)>)| Stop {
            id: id.clone(),
            options: options
                .iter()
                .filter_map(|(id, next)| Some(Turn { id: id.clone(), next: index(next)? }))
                .collect(),
        };
        Some(Flow { steps: known.iter().map(|step| stop(step)).collect(), start })
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
        self.steps.get(step).map_or("", |stop| &stop.id)
    }

    /// The id of the option an answer took.
    pub fn option_id(&self, answer: Answer) -> &str {
        self.turn(answer).map_or("", |turn| &turn.id)
    }

    /// The steps that the options of `step` lead to, in order.
    pub fn nexts(&self, step: usize) -> impl Iterator<Item = usize> {
        self.steps.get(step).into_iter().flat_map(|stop| stop.options.iter().map(|turn| turn.next))
    }

    /// The trail of someone who has answered nothing yet.
    pub fn begin(&self) -> Trail {
        Trail { answers: Vec::new(), at: self.start }
    }

    /// The trail after entering the step called `id`, by whatever means: an answer's link, a link back, an address.
    ///
    /// An answer lengthens the trail, a step already on it shortens it; anywhere else the trail is the one that the
    /// flow implies, or just the place. An unknown id is the start, as in the document.
    ///
    /// `answer` is the id of the option that was taken, where it is known: two options may lead to the same step. Where it
    /// is not known, or leads elsewhere, the first that leads there was taken.
    pub fn enter(&self, before: &Trail, id: &str, answer: Option<&str>) -> Trail {
        let Some(step) = self.step(id) else { return self.begin() };
        if step == before.at {
            return before.clone();
        }
        let told = before.at == self.start || !before.answers.is_empty();
        let leads = |option: &usize| self.nexts(before.at).nth(*option) == Some(step);
        let taken = answer.and_then(|answer| self.option(before.at, answer)).filter(leads);
        let taken = taken.or_else(|| self.nexts(before.at).position(|next| next == step));
        if let Some(option) = taken.filter(|_| told) {
            let mut answers = before.answers.clone();
            answers.push(Answer { step: before.at, option });
            return Trail { answers, at: step };
        }
        match before.answers.iter().position(|answer| answer.step == step) {
            Some(kept) => Trail { answers: before.answers[..kept].to_vec(), at: step },
            None => self.implied(step),
        }
    }

    /// The trail that the flow implies for a step: the way to it where there is only one, else just the place.
    pub fn implied(&self, step: usize) -> Trail {
        let mut ways = Vec::new();
        self.ways_to(step, &mut self.begin(), &mut ways, 2);
        let only = if ways.len() == 1 { ways.pop() } else { None };
        only.unwrap_or(Trail { answers: Vec::new(), at: step })
    }

    /// A trail as text, such as `start:teen-14 teen-14:yes`: empty where no way is told. Made to be kept in
    /// `history.state`; the place itself is in the address.
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

    /// Reads a trail back for the step called `id`. The answers are looked up by step as the flow is walked from its
    /// start, so what it does not know is dropped; where they don't lead to `id`, the trail is the implied one.
    pub fn read(&self, text: &str, id: &str) -> Trail {
        let Some(at) = self.step(id) else { return self.begin() };
        let mut trail = self.begin();
        while trail.at != at && trail.answers.len() < self.steps.len() {
            let here = self.id(trail.at);
            let taken = text.split(' ').filter_map(|part| part.split_once(':')).find(|(step, _)| *step == here);
            let Some(option) = taken.and_then(|(_, option)| self.option(trail.at, option)) else { break };
            let answer = Answer { step: trail.at, option };
            let Some(turn) = self.turn(answer) else { break };
            trail.answers.push(answer);
            trail.at = turn.next;
        }
        if trail.at == at { trail } else { self.implied(at) }
    }

    /// Every way from the start to an end, in the order of the options.
    pub fn paths(&self) -> Vec<Trail> {
        let mut paths = Vec::new();
        for step in (0..self.len()).filter(|step| self.nexts(*step).next().is_none()) {
            self.ways_to(step, &mut self.begin(), &mut paths, usize::MAX);
        }
        let key = |trail: &Trail| trail.answers.iter().map(|answer| answer.option).collect::<Vec<_>>();
        paths.sort_by_key(key);
        paths
    }

    /// Collects ways to `goal` that go on from `trail`, until there are `most`. A way never visits a step twice.
    fn ways_to(&self, goal: usize, trail: &mut Trail, found: &mut Vec<Trail>, most: usize) {
        if trail.at == goal {
            found.push(trail.clone());
            return;
        }
        let here = trail.at;
        for (option, next) in self.nexts(here).enumerate() {
            let seen = next == here || trail.answers.iter().any(|answer| answer.step == next);
            if seen || found.len() >= most {
                continue;
            }
            trail.answers.push(Answer { step: here, option });
            trail.at = next;
            self.ways_to(goal, trail, found, most);
            trail.answers.pop();
            trail.at = here;
        }
    }

    fn option(&self, step: usize, id: &str) -> Option<usize> {
        self.steps.get(step)?.options.iter().position(|turn| turn.id == id)
    }

    fn turn(&self, answer: Answer) -> Option<&Turn> {
        self.steps.get(answer.step)?.options.get(answer.option)
    }
}
