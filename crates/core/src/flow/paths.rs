//! All paths through a flow, one after another, and how many there are.

use super::{Answer, Flow, Trail};

/// Every path from the start to a step without options, depth first, in the order of the options. No more than the present path is
/// kept, as there may be more paths than fit anywhere.
pub struct Paths<'f> {
    flow: &'f Flow,
    /// The answers to the step that is asking.
    answers: Vec<Answer>,
    /// The answer to be tried next; `None` when all paths are through.
    ahead: Option<Answer>,
    /// Per step, whether the present path visits it.
    visited: Vec<bool>,
}

impl<'f> Paths<'f> {
    pub(super) fn new(flow: &'f Flow) -> Paths<'f> {
        let mut visited = vec![false; flow.len()];
        visited[flow.start] = true;
        Paths { flow, answers: Vec::new(), ahead: Some(Answer { step: flow.start, option: 0 }), visited }
    }
}

impl Iterator for Paths<'_> {
    type Item = Trail;

    fn next(&mut self) -> Option<Trail> {
        loop {
            let answer = self.ahead?;
            match self.flow.edge(answer) {
                Some(edge) if self.visited[edge.next] => self.ahead = Some(following(answer)),
                Some(edge) => {
                    self.answers.push(answer);
                    self.visited[edge.next] = true;
                    self.ahead = Some(Answer { step: edge.next, option: 0 });
                }
                None => {
                    let is_end = answer.option == 0;
                    let path = is_end.then(|| Trail { answers: self.answers.clone(), at: answer.step });
                    self.visited[answer.step] = false;
                    self.ahead = self.answers.pop().map(following);
                    if path.is_some() {
                        return path;
                    }
                }
            }
        }
    }
}

/// The next answer to the same step.
fn following(answer: Answer) -> Answer {
    Answer { option: answer.option + 1, ..answer }
}

impl Flow {
    /// How many paths [`Flow::paths`] gives, without going through them; the greatest number where there are more than it. `None`
    /// where answers go in a circle, which no checked guide has.
    pub fn count_paths(&self) -> Option<u64> {
        let reached = (0..self.len()).filter(|step| *step == self.start || self.steps[*step].entries > 0).count();
        // A step is ready when the paths of all answers that lead to it have been counted.
        let mut missing: Vec<usize> = self.steps.iter().map(|node| node.entries).collect();
        let mut paths = vec![0u64; self.len()];
        paths[self.start] = 1;
        let mut ready = Vec::new();
        ready.extend((missing[self.start] == 0).then_some(self.start));
        let (mut counted, mut ended) = (0, 0u64);
        while let Some(step) = ready.pop() {
            counted += 1;
            if self.steps[step].options.is_empty() {
                ended = ended.saturating_add(paths[step]);
            }
            for next in self.next_steps(step) {
                paths[next] = paths[next].saturating_add(paths[step]);
                missing[next] -= 1;
                if missing[next] == 0 {
                    ready.push(next);
                }
            }
        }
        (counted == reached).then_some(ended)
    }
}
